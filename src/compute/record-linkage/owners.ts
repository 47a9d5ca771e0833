import { IDENTIFIER_KINDS, MISSING, type ColumnKind } from './columns.ts'
import type { Evidence, Learnt } from './learn-levels.ts'
import { HOLDER_WORDS, LEVELS, ownerShare } from './levels.ts'

/**
 * What a shared identifier is worth by itself: of the pairs that share one, held by so many, which part has one operator?
 *
 * Measured by corroboration, without labels. Pairs of one operator share a second thing at some rate R, whatever the first was; strangers
 * behind one office address hardly ever do. R is taken from wallets, accounts and mailboxes held by two to four, of which nearly all
 * have one owner; where pairs that share a phone held by ten are corroborated half as often, half of them are strangers. (A ratio of
 * two observed shares, the method of moments; expectation–maximisation has no fixed point here but 0 or 1, since two identities of one
 * operator may well share nothing else.) Where too little was seen the seed stands (`ownerShare`).
 */
export interface Owners {
  /** Column by column and group of holders: probability of one operator; undefined for columns that are no identifiers. */
  readonly shares: (Float64Array | undefined)[]
}

const TRUSTED: ReadonlySet<ColumnKind> = new Set<ColumnKind>(['wallet', 'account', 'email'])
/** What is trusted is held by at most four. */
const TRUSTED_GROUP = 1
/**
 * The second thing has to be one that at most eight hold, so that the address and the switchboard of one office do not vouch for each
 * other.
 */
const FEW = 2
/** Or names and dates alike to this degree: a chance of less than one in sixty-four between strangers, relative to one person. */
const ALIKE = 64
/** Too few trusted pairs, or too few of them corroborated, measure nothing. */
const LEAST_TRUSTED = 50
const LEAST_CORROBORATED = 10
/** A seed counts as so many pairs. */
const SEED_PAIRS = 20
export const HUB = HOLDER_WORDS.length - 1

export function ownersOf(evidence: Evidence, learnt: Learnt): Owners {
  const { columns, patterns } = evidence
  const identifiers = [...columns.keys()].filter((f) => IDENTIFIER_KINDS.has(columns[f]!.kind))
  const proposedBy = proposals(evidence)
  const shared = columns.map(() => new Float64Array(HOLDER_WORDS.length))
  const corroborated = columns.map(() => new Float64Array(HOLDER_WORDS.length))
  for (let p = 0; p < patterns.size; p++) {
    const level = (f: number): number => patterns.levels[p * patterns.width + f]!
    const equal = identifiers.filter((f) => level(f) < LEVELS[columns[f]!.kind].equal)
    const few = equal.filter((f) => level(f) <= FEW)
    const alike = likeness(evidence, learnt, p) >= ALIKE
    for (const f of equal) {
      if (!proposedBy(f, patterns.rules[p]!)) continue
      shared[f]![level(f)]! += patterns.pairs[p]!
      if (alike || few.some((other) => other !== f)) corroborated[f]![level(f)]! += patterns.pairs[p]!
    }
  }
  const rate = trustedRate(evidence, shared, corroborated)
  return {
    shares: columns.map(({ kind }, f) => {
      if (!IDENTIFIER_KINDS.has(kind)) return undefined
      return shared[f]!.map((pairs, group) => {
        const seed = ownerShare(kind, group)
        if (rate === undefined || pairs === 0) return seed
        const measured = Math.min(MOST, (MOST * corroborated[f]![group]!) / pairs / rate)
        return (measured * pairs + seed * SEED_PAIRS) / (pairs + SEED_PAIRS)
      })
    }),
  }
}

/**
 * Only pairs that were proposed for sharing this very identifier count: of those that another rule found, sharing it as well is a second
 * thing already. Where no rule looks at the column alone, every pair counts.
 */
function proposals({ columns, rules }: Evidence): (f: number, mask: number) => boolean {
  const own = columns.map((_, f) =>
    rules.reduce((bits, rule, r) => (rule.columns.length === 1 && rule.columns[0] === f ? bits | (1 << r) : bits), 0),
  )
  return (f, mask) => own[f] === 0 || (own[f]! & mask) !== 0
}

/** What trusted identifiers are taken for, and the most that anything can be measured as. */
const MOST = 0.98

function trustedRate({ columns }: Evidence, shared: readonly Float64Array[], corroborated: readonly Float64Array[]): number | undefined {
  let pairs = 0
  let twice = 0
  for (const [f, { kind }] of columns.entries()) {
    if (!TRUSTED.has(kind)) continue
    for (let group = 0; group <= TRUSTED_GROUP; group++) {
      pairs += shared[f]![group]!
      twice += corroborated[f]![group]!
    }
  }
  return pairs >= LEAST_TRUSTED && twice >= LEAST_CORROBORATED ? twice / pairs : undefined
}

/** How much oftener one person than strangers has these names, dates and the like. */
function likeness({ columns, patterns, chance }: Evidence, learnt: Learnt, p: number): number {
  let ratio = 1
  for (const [f, { kind }] of columns.entries()) {
    const level = patterns.levels[p * patterns.width + f]!
    if (level !== MISSING && !IDENTIFIER_KINDS.has(kind)) ratio *= learnt.same[f]![level]! / chance[f]!.levels[level]!
  }
  return ratio
}
