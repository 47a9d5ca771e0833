import type { Hub, LinkEvidence } from '../../model/link.ts'
import type { Pair } from '../ports.ts'
import type { Ground, Use } from './ground.ts'
import { linkKind, type LinkKind } from './kinds.ts'

const DAY = 86_400_000

/** Words for a weight: 5 bits are more than thirty to one, 2.5 bits more than five to one. */
export const weightOf = (bits: number): LinkEvidence['weight'] =>
  bits >= 5 ? 'strong' : bits >= 2.5 ? 'moderate' : bits > 0 ? 'weak' : 'none'

/** `base` less what the other holders take away: each halving of the odds is one bit. Never less than nothing; two decimals. */
export const shareOf = (base: number, holders: number, taken: number): number =>
  Math.max(0, Math.round((base - Math.log2(Math.max(1, holders - 1)) - taken) * 100) / 100)

/** One value that both have. Undefined for what is no evidence at all, and for values that more hold than are joined: those stand among the hubs. */
export function valueEvidence(name: string, pair: Pair, ground: Ground, hubs: ReadonlyMap<string, Hub>): LinkEvidence | undefined {
  const [mine, theirs] = [ground.uses.get(pair.persona)?.get(name), ground.uses.get(pair.other)?.get(name)]
  const of = mine === undefined ? undefined : linkKind(mine.kind)
  const held = ground.held.get(name)
  if (mine === undefined || theirs === undefined || of === undefined || held === undefined || held.count > of.limit) return undefined
  if (of.kind === 'document-author' && !bothNameAThird(mine.key, pair, ground)) return undefined
  const daysApart = daysBetween(mine, theirs)
  const timely = of.within === undefined || (daysApart !== undefined && daysApart <= of.within)
  const hub = hubs.get(name)
  const faded = of.fades === undefined || daysApart === undefined ? 0 : daysApart / of.fades
  const bits = hub !== undefined || !timely ? 0 : shareOf(of.bits, held.count, faded)
  return {
    kind: of.kind,
    family: of.family,
    value: shown(mine),
    mine: mine.statements,
    theirs: theirs.statements,
    holders: held.count,
    ...(daysApart === undefined ? {} : { daysApart }),
    bits,
    weight: weightOf(bits),
    says: says(of, { holders: held.count, daysApart, timely, hub }),
    removedBy: REMOVED_BY[of.family] ?? REMOVED_BY.contact,
  }
}

const bothNameAThird = (digest: string, { persona, other }: Pair, ground: Ground): boolean =>
  ground.thirdParty.get(persona)?.has(digest) === true && ground.thirdParty.get(other)?.has(digest) === true

/** Days between the nearest uses on either side, rounded down; undefined where one side has no time. */
function daysBetween(mine: Use, theirs: Use): number | undefined {
  const [left, right] = [mine, theirs].map((use) => use.ats.map((at) => Date.parse(at)).toSorted((a, b) => a - b)) as [number[], number[]]
  let least = Number.POSITIVE_INFINITY
  for (let i = 0, j = 0; i < left.length && j < right.length;) {
    const [a, b] = [left[i] as number, right[j] as number]
    least = Math.min(least, Math.abs(a - b))
    if (a < b) i++
    else j++
  }
  return Number.isFinite(least) ? Math.floor(least / DAY) : undefined
}

/** As people read it; hashes and digests say nothing to anybody. */
function shown({ kind, key }: Use): string {
  if (kind === 'image-sha256') return 'the same picture file'
  if (kind === 'document-author') return 'the same author field'
  return key
}

interface Circumstances {
  readonly holders: number
  readonly daysApart: number | undefined
  readonly timely: boolean
  readonly hub: Hub | undefined
}

function says({ name, why }: LinkKind, { holders, daysApart, timely, hub }: Circumstances): string {
  const apart =
    daysApart === undefined
      ? ''
      : daysApart === 0
        ? ', used on the same day'
        : `, used ${daysApart} ${daysApart === 1 ? 'day' : 'days'} apart`
  const both = `Both have the same ${name}${apart}`
  if (hub !== undefined) return `${both}. It adds nothing: ${hub.reason}`
  if (!timely)
    return daysApart === undefined
      ? `${both}, but when it was used is not known on both sides, so it adds nothing.`
      : `${both}: too far apart to say anything.`
  const others = holders === 2 ? 'nobody else here has it' : `${holders} personas have it, so it weighs less`
  return `${both}; ${others}. ${why}`
}

/** The single fact that would take a piece of evidence of this family away. */
export const REMOVED_BY: Readonly<Record<string, string>> & { readonly contact: string } = {
  contact: 'Proof that it belongs to a third party whom both may honestly name, or that one gave it up before the other got it.',
  payout: 'A statement of the bank, exchange or agency that it receives money for several people.',
  device: 'An explanation, confirmed by whoever owns the device, of why both used it: a library, a shared home, a hiring event.',
  presence: 'A record that many honestly use this place or network, or that the two were there at different times.',
  'copied-content': 'The third document or picture that both took it from, or proof of which of the two is the original.',
  document: 'The template or the third person behind both files.',
  'code-history': 'The platform’s word that one of the accounts did not make the commits under this address.',
}
