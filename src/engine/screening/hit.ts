import { explainComparison } from '../../compute/name-match/compare.ts'
import type { ListedParty } from '../../model/listed-party.ts'
import type { Comparison, ListHit, ScreeningMethod, Subject } from '../../model/screening.ts'
import { compareAddresses } from './addresses.ts'
import { bestName, type Named } from './best-name.ts'
import { compareBirths } from './births.ts'
import { entryHash } from './entry-hash.ts'
import type { OpenList } from './ports.ts'
import { scoreOf } from './score.ts'

/** A hit of which it is not yet said whether something beside the name agrees. `yearMayTell`: a year of birth may be enough for that. */
export interface Found {
  readonly hit: Omit<ListHit, 'state'>
  readonly yearMayTell: boolean
}

/** What a party and a subject have in common; undefined where neither the name nor something exact leads from one to the other. */
export function foundOn(
  list: OpenList,
  party: ListedParty,
  of: { readonly subject: Subject; readonly how: Pick<ScreeningMethod, 'mode' | 'least'>; readonly exact: readonly Comparison[] },
): Found | undefined {
  const { subject, how } = of
  const named = bestName(subject, party, how)
  const comparisons = [...of.exact, ...comparisonsOf(subject, party)]
  const byName = named !== undefined && named.score >= how.least
  if (!byName && !comparisons.some(namesTheEntry)) return undefined
  const missing = missingOf(subject, party)
  const nameScore = named?.score ?? 0
  const onePart = named?.onePart ?? false
  const hit = {
    list: list.facts.list,
    version: list.facts.version,
    entry: party.id,
    name: named?.name ?? party.names[0]!.full,
    names: party.names,
    type: party.type,
    programmes: party.programmes,
    score: scoreOf(nameScore, comparisons),
    nameScore,
    onePart,
    comparisons,
    missing,
    explanation: sentences(nameSays(named, how), comparisons, missing),
    entryHash: entryHash(party),
  }
  return { hit, yearMayTell: byName && !onePart && !named.weak }
}

/** A shorter number stands on somebody's papers in every country. */
const TELLING_NUMBER = 8

/**
 * Something exact is enough without a name: a number that is the same; a wallet address, damaged or not; and a number whose issuer
 * nobody names where it is long enough that two of them hardly meet by chance.
 */
const namesTheEntry = ({ about, agrees, theirs }: Comparison): boolean =>
  (agrees === 'yes' && (about === 'wallet' || about === 'identifier')) ||
  (agrees === 'near' && (about === 'wallet' || (about === 'identifier' && theirs.replace(/[^\p{L}\p{N}]/gu, '').length >= TELLING_NUMBER)))

function comparisonsOf(subject: Subject, party: ListedParty): readonly Comparison[] {
  const birth = compareBirths(subject.births, party.births)
  const typed = subject.type !== 'unknown' && party.type !== 'unknown' && subject.type !== party.type
  const type: Comparison = {
    about: 'type',
    agrees: 'no',
    mine: subject.type,
    theirs: party.type,
    says: `The entry is of another kind: ${party.type}, not ${subject.type}.`,
  }
  return [...(birth === undefined ? [] : [birth]), ...compareAddresses(subject.addresses, party.addresses), ...(typed ? [type] : [])]
}

/** What the entry says and the subject leaves open. */
function missingOf(subject: Subject, party: ListedParty): readonly string[] {
  const missing: string[] = []
  if (party.births.length > 0 && subject.births.length === 0) missing.push('a birth date')
  if (party.identifiers.length > 0 && subject.identifiers.length === 0) missing.push('a document or registration number')
  if (party.addresses.length > 0 && subject.addresses.length === 0) missing.push('an address')
  if (party.wallets.length > 0 && subject.wallets.length === 0) missing.push('a wallet address')
  return missing
}

function nameSays(named: Named | undefined, { mode, least }: Pick<ScreeningMethod, 'mode' | 'least'>): readonly string[] {
  if (named === undefined) return ['No name was compared.']
  if (named.score < least) return ['The name does not lead to this entry.']
  const weak = named.weak ? ['The publisher itself calls this alias weak.'] : []
  if (mode === 'regulator') return [`The regulator’s own search would score it ${Math.round(100 * named.score)} of 100.`, ...weak]
  return [explainComparison(named.comparison), ...weak]
}

function sentences(name: readonly string[], comparisons: readonly Comparison[], missing: readonly string[]): string {
  const of = (agrees: boolean): string[] =>
    comparisons.filter((c) => (c.agrees !== 'no') === agrees).map((c) => `${c.says} (${c.mine}; listed: ${c.theirs})`)
  return [
    ...name,
    ...of(true),
    ...of(false).map((says) => `Against it: ${says}`),
    ...(comparisons.length === 0 ? ['Nothing beside the name was compared; a name alone says little.'] : []),
    ...(missing.length === 0 ? [] : [`The entry could be compared further with ${missing.join(', ')}.`]),
  ].join(' ')
}
