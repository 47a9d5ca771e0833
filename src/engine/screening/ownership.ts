import { contradicts, holdingsOf, type Holding } from '../../compute/ownership/holdings.ts'
import { holdsOn, stakesOn, WHOLE, type Edge, type Stake } from '../../compute/ownership/stakes.ts'
import type { BlockedRow, OwnershipRow } from './ownership-csv.ts'
import { formerlyOwned } from './ownership-before.ts'

/**
 * The 50 % rule (OFAC, revised guidance of 2014-08-13; frequently asked questions 398 to 402): what blocked persons own half of or
 * more, together, directly or through others of which the same is true, is blocked itself, named on a list or not.
 */
export const OWNERSHIP_RULE = 'ofac-50@1'
const HALF = WHOLE / 2

/** One record that counts, with where it stands. */
export interface OwnershipEvidence {
  readonly at: string
  /** As written; empty where nobody gives it. */
  readonly share: string
  readonly from?: string | undefined
  readonly to?: string | undefined
  readonly source?: string | undefined
}

export interface StakeAnswer {
  readonly owner: string
  /** Why it counts, or does not: on a list; blocked by the rule; could be; not owned enough. */
  readonly because: 'listed' | 'blocked-by-rule' | 'could-be' | 'below'
  /** Per cent; two numbers where it is unknown, a range, or disputed. */
  readonly share: number
  readonly atMost: number
  readonly disputed: boolean
  readonly evidence: readonly OwnershipEvidence[]
}

export interface OwnershipAnswer {
  readonly entity: string
  /** `listed` needs no rule; `could-be`: it would be if an unknown or disputed share were at its highest. */
  readonly standing: 'listed' | 'blocked-by-rule' | 'could-be' | 'below'
  /** Per cent that blocked persons own for certain, and at most. */
  readonly share: number
  readonly atMost: number
  readonly through: readonly StakeAnswer[]
  /** How many of `through` prove it by themselves; the others rest on the entity itself or were not needed. */
  readonly proof: number
  readonly unknown: readonly StakeAnswer[]
  readonly stopped: readonly StakeAnswer[]
  /** Per cent, where the records add up to more than the whole. */
  readonly contradiction?: number | undefined
  /** Per cent that it holds in itself. */
  readonly own?: number | undefined
  /** Blocked persons who are said to control it: that is no ownership. */
  readonly control: readonly { readonly owner: string; readonly evidence: OwnershipEvidence }[]
  /** Last day on which it was owned by half or more, where it is no more. */
  readonly until?: string | undefined
}

export interface OwnershipAnswers {
  readonly rule: typeof OWNERSHIP_RULE
  readonly day: string
  readonly records: number
  readonly parties: number
  readonly blocked: number
  /** Blocked by rule first, then what could be, then the others by how much is owned; those on a list last. */
  readonly answers: readonly OwnershipAnswer[]
  readonly notes: readonly string[]
}

/** `day` as `2026-11-28`: who is blocked and who owns what are both taken as of it. */
export function answerOwnership(rows: readonly OwnershipRow[], blocked: readonly BlockedRow[], day: string): OwnershipAnswers {
  const names = new Names()
  const owning = rows.filter((row) => row.basis === 'ownership')
  const edges = owning.map((row): Edge => ({ ...row, owner: names.placeOf(row.owner), owned: names.placeOf(row.owned) }))
  const control = Map.groupBy(
    rows.filter((row) => row.basis === 'control' && holdsOn(day, row)),
    (row) => names.placeOf(row.owned),
  )
  const listed = blocked.map((row) => ({ ...row, party: names.placeOf(row.party) }))
  const seeds = [...new Set(listed.filter((row) => holdsOn(day, row)).map((row) => row.party))]
  const stakes = stakesOn(edges, day)
  const holdings = new Map(holdingsOf(names.count, stakes, seeds, HALF).map((one) => [one.party, one]))
  for (const party of control.keys()) if (!holdings.has(party)) holdings.set(party, nothingHeld(party))
  const before = formerlyOwned({ parties: names.count, edges, seeds, listed, threshold: HALF }, day)
  const standings = new Map([...holdings].map(([party, one]) => [party, STANDING[one.standing]]))

  const stakeAnswer = (stake: Stake): StakeAnswer => ({
    owner: names.of(stake.owner),
    because: standings.get(stake.owner) ?? 'below',
    share: percent(stake.least),
    atMost: percent(stake.most),
    disputed: stake.disputed,
    evidence: stake.edges.map((at) => evidenceOf(owning[at]!)),
  })
  const answers = [...holdings.values()].map((one): OwnershipAnswer => ({
    entity: names.of(one.party),
    standing: STANDING[one.standing],
    share: percent(one.held),
    atMost: percent(one.atMost),
    through: one.through.filter((stake) => stake.least > 0).map(stakeAnswer),
    proof: one.proof,
    unknown: one.open.map(stakeAnswer),
    stopped: one.stopped.map(stakeAnswer),
    ...(contradicts(one) && { contradiction: percent(one.total) }),
    ...(one.own > 0 && { own: percent(one.own) }),
    control: (control.get(one.party) ?? [])
      .filter((row) => ['listed', 'blocked-by-rule'].includes(standings.get(names.placeOf(row.owner)) ?? ''))
      .map((row) => ({ owner: row.owner, evidence: evidenceOf(row) })),
    ...(one.standing !== 'owned' && one.standing !== 'seed' && before.has(one.party) && { until: before.get(one.party) }),
  }))
  return {
    rule: OWNERSHIP_RULE,
    day,
    records: rows.length,
    parties: names.count,
    blocked: seeds.length,
    answers: answers
      // Whom only somebody controls of whom nothing is blocked need no answer.
      .filter(
        (one) => one.standing !== 'below' || one.share > 0 || one.stopped.length > 0 || one.control.length > 0 || one.until !== undefined,
      )
      .toSorted(byWeight),
    notes: notesOn(rows, seeds.length),
  }
}

const STANDING = { seed: 'listed', owned: 'blocked-by-rule', open: 'could-be', below: 'below' } as const
const ORDER = ['blocked-by-rule', 'could-be', 'below', 'listed']
const byWeight = (a: OwnershipAnswer, b: OwnershipAnswer): number =>
  ORDER.indexOf(a.standing) - ORDER.indexOf(b.standing) || b.share - a.share || (a.entity < b.entity ? -1 : 1)

const percent = (parts: number): number => parts / (WHOLE / 100)
const evidenceOf = ({ at, share, from, to, source }: OwnershipRow): OwnershipEvidence => ({ at, share, from, to, source })
const nothingHeld = (party: number): Holding => ({
  party,
  standing: 'below',
  held: 0,
  atMost: 0,
  through: [],
  proof: 0,
  open: [],
  stopped: [],
  total: 0,
  own: 0,
})

function notesOn(rows: readonly OwnershipRow[], blocked: number): string[] {
  const known = rows.filter((row) => row.known && row.basis === 'ownership')
  return [
    ...(blocked === 0
      ? ['Nobody is blocked on this day, so nothing can be blocked by ownership. Check the file of blocked persons and its dates.']
      : []),
    ...(known.some((row) => row.least > 0) && known.every((row) => row.most <= WHOLE / 100)
      ? ['No share is over 1. Shares are read as per cent: write 50 for a half, not 0.5.']
      : []),
  ]
}

/** Parties by name. Spaces and case make no difference; everything else does, for a company's sister may have almost its name. */
class Names {
  readonly #places = new Map<string, number>()
  readonly #written: string[] = []

  placeOf(name: string): number {
    const key = name.normalize('NFKC').replace(/\s+/g, ' ').trim().toLowerCase()
    const known = this.#places.get(key)
    if (known !== undefined) return known
    this.#places.set(key, this.#written.length)
    this.#written.push(name.trim())
    return this.#written.length - 1
  }

  of(place: number): string {
    return this.#written[place]!
  }

  get count(): number {
    return this.#written.length
  }
}
