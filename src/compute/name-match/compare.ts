import { meet, meetings, meetingsNow, met, metA, metB } from './meet.ts'
import { halfAlike, SOFTENED } from './half-alike.ts'
import type { How } from './nearness.ts'
import type { NameKind, NameReading, NameToken, PreparedName } from './tokens.ts'
import { against } from './against.ts'
import { isEastAsian } from './transliterate.ts'

/** Stored with each result; changes whenever a score may. */
export const ALGORITHM = 'name-match@2'

/**
 * From this score on a name is put before a person. Set on the labelled pairs of names (half of them) and on invented people who are on no
 * list; eval/report.md has the figures on both.
 */
export const ALERT = 0.8

export interface MetParts {
  readonly query: string
  readonly listed: string
  readonly how: How
  /** 0–1, how near these parts are. */
  readonly score: number
}

export interface NameComparison {
  /** 0–1; 1 only where both are written the same but for case, spaces and the order around a comma. */
  readonly score: number
  readonly parts: readonly MetParts[]
  /** Words of the query and of the listed name that met nothing, as written. */
  readonly queryLeft: readonly string[]
  readonly listedLeft: readonly string[]
  /** What speaks against one name, in sentences. */
  readonly against: readonly string[]
}

/** The score of compareNames without its explanation. The same both ways round, where both names are of one kind. */
export function scorePrepared(a: PreparedName, b: PreparedName): number {
  if (a.tokens.length === 0 || b.tokens.length === 0) return 0
  if (a.plain === b.plain) return 1
  const [one, other] = turned(a, b) ? [b, a] : [a, b]
  let best = scoreReadings(one, other, a.kind)
  if (a.readings.length > 0 || b.readings.length > 0)
    best = Math.max(best, ...otherReadings(one, other).map(([x, y]) => scoreReadings(x, y, a.kind)))
  return best
}

/** Which of two equally good meetings is found depends on the order of the names; so they are met in one order, shorter first. */
const turned = (a: PreparedName, b: PreparedName): boolean =>
  a.tokens.length === b.tokens.length ? a.plain > b.plain : a.tokens.length > b.tokens.length

const otherReadings = (a: PreparedName, b: PreparedName): (readonly [NameReading, NameReading])[] => [
  ...a.readings.map((reading) => [reading, b] as const),
  ...b.readings.map((reading) => [a, reading] as const),
]

function scoreReadings(a: NameReading, b: NameReading, kind: NameKind): number {
  meet(a, b)
  return total(a, b, kind)
}

/** What words that contradict each other cost against what is met (judgement). */
export const CONFLICT = 1.3

function total(a: NameReading, b: NameReading, kind: NameKind): number {
  let weight = 0
  let gained = 0
  let parts = 0
  let letters = 0
  for (let m = 0; m < met; m++) {
    const meeting = meetings[m]!
    const worthA = runWeight(a.tokens, meeting.a, meeting.lastA)
    const worthB = runWeight(b.tokens, meeting.b, meeting.lastB)
    const worth = meeting.how === 'initial' ? Math.min(worthA, worthB) : (worthA + worthB) / 2
    weight += worth
    gained += worth * meeting.worth
    if (worth >= PART) parts++
    letters += (lettersIn(a.tokens, meeting.a, meeting.lastA) + lettersIn(b.tokens, meeting.b, meeting.lastB)) / 2
  }
  if (weight === 0) return 0
  // A name in Han or Hangul is whole, so whatever the other side has more makes another name.
  const whole = a.tokens.some((t) => isEastAsian(t.script)) || b.tokens.some((t) => isEastAsian(t.script))
  const leftA = left(a.tokens, metA, whole)
  const surplusA = surplus
  const unmet = small
  const leftB = left(b.tokens, metB, whole)
  const conflict = Math.min(leftA, leftB)
  const unlike = conflict === 0 ? 0 : conflict - SOFTENED * Math.min(conflict, halfAlike(a.tokens, b.tokens, leftA <= leftB))
  // Of the longer rest, what nothing stands against.
  const more = leftA > leftB ? surplusA * (1 - conflict / leftA) : leftB > 0 ? surplus * (1 - conflict / leftB) : 0
  const share = letters < FEW_LETTERS ? 1 + (FEW_LETTERS - letters) * EACH_FEWER : 1
  let score = gained / (weight + CONFLICT * unlike + more * share)
  if (kind === 'person' && parts < 2 && leftA + leftB > 0.5) score *= ONE_PART
  score *= order(a, b) * forms(a.tokens, b.tokens)
  // Whatever is left, is not equal: small words, marks and script cost a little each.
  return Math.min(0.995, score) * (1 - 0.002 * Math.min(5, unmet + small))
}
/** Short names are shared by many: below so many letters met, each one fewer makes what is missing weigh more (judgement). */
export const FEW_LETTERS = 10
export const EACH_FEWER = 0.15
export const PART = 0.55
/** One part of a person's name met and others did not: many people share one name. */
export const ONE_PART = 0.85

const WHOLE = 0.6

let surplus = 0
let small = 0
/** What the words that met nothing cost if contradicted; `surplus` what they cost if not, `small` how many they are. */
function left(tokens: readonly NameToken[], marks: Int8Array, whole: boolean): number {
  let cost = 0
  surplus = 0
  small = 0
  for (let i = 0; i < tokens.length; i++) {
    if (marks[i]! >= 0) continue
    small++
    cost += tokens[i]!.against
    surplus += whole ? tokens[i]!.against * WHOLE : tokens[i]!.missing
  }
  return cost
}

/** Legal forms that contradict each other: a foundation is no company, a limited company no stock company. */
function forms(a: readonly NameToken[], b: readonly NameToken[]): number {
  const one = unmetForm(a, metA)
  const other = one === undefined ? undefined : unmetForm(b, metB)
  if (one === undefined || other === undefined || one === 'company' || other === 'company') return 1
  return one === 'other' || other === 'other' ? OTHER_BODY : OTHER_FORM
}
const OTHER_FORM = 0.95
const OTHER_BODY = 0.78

function unmetForm(tokens: readonly NameToken[], marks: Int8Array): string | undefined {
  for (let i = 0; i < tokens.length; i++) if (marks[i]! < 0 && tokens[i]!.form !== undefined) return tokens[i]!.form!.group
  return undefined
}

function lettersIn(tokens: readonly NameToken[], from: number, to: number): number {
  return tokens[to]!.end - tokens[from]!.start
}

function runWeight(tokens: readonly NameToken[], from: number, to: number): number {
  let weight = 0
  for (let i = from; i <= to; i++) weight += tokens[i]!.weight
  return weight
}

/** 1 in the same order; a family name moved from one end to the other costs least. */
function order(a: NameReading, b: NameReading): number {
  let breaks = 0
  let before = -1
  for (let i = 0; i < a.tokens.length; i++) {
    if (metA[i]! < 0) continue
    const at = meetings[metA[i]!]!.b
    if (at < before) breaks++
    before = at
  }
  if (breaks === 0) return 1
  if (a.fathers && b.fathers && breaks > 1) return 0.78
  return breaks === 1 ? 0.985 : 0.96
}

/**
 * Compares a name with one of a list. A pure function of the pair; it does not say that two names are one person, only how near the
 * names are.
 * @param a the query; its kind decides what counts
 * @throws never
 */
export function compareNames(a: PreparedName, b: PreparedName): NameComparison {
  const score = scorePrepared(a, b)
  if (a.tokens.length === 0 || b.tokens.length === 0)
    return { score, parts: [], queryLeft: [], listedLeft: [], against: ['One of the names holds no letter or digit that can be compared.'] }
  const back = turned(a, b)
  const [first, second] = back ? [b, a] : [a, b]
  const [one, other] = otherReadings(first, second).find(([x, y]) => score < 1 && scoreReadings(x, y, a.kind) === score) ?? [first, second]
  meet(one, other)
  const met = [leftOf(one, metA), leftOf(other, metB)]
  const [queryLeft, listedLeft] = back ? met.toReversed() : met
  const parts = meetingsNow()
    .map((m) => ({ m, ours: writtenOf(one, m.a, m.lastA), theirs: writtenOf(other, m.b, m.lastB) }))
    .toSorted((x, y) => (back ? x.m.b - y.m.b : x.m.a - y.m.a))
    .map(({ m, ours, theirs }) => ({ query: back ? theirs : ours, listed: back ? ours : theirs, how: m.how, score: m.worth }))
  return {
    score,
    parts,
    queryLeft: queryLeft!.map((t) => t.written),
    listedLeft: listedLeft!.map((t) => t.written),
    against:
      score === 1
        ? []
        : against({
            kind: a.kind,
            parts,
            query: queryLeft!,
            listed: listedLeft!,
            order: order(one, other),
            fathers: one.fathers && other.fathers,
          }),
  }
}

const writtenOf = ({ tokens }: NameReading, from: number, to: number): string =>
  [...new Set(tokens.slice(from, to + 1).map((t) => t.written))].join(' ')
const leftOf = ({ tokens }: NameReading, marks: Int8Array): NameToken[] => tokens.filter((_, i) => marks[i]! < 0)

/** The comparison in one or two plain sentences. */
export function explainComparison(c: NameComparison): string {
  const met = c.parts.map((p) => (p.how === 'equal' ? `"${p.query}" is equal` : `"${p.query}" and "${p.listed}" ${HOW_TEXT[p.how]}`))
  const first = met.length === 0 ? 'No part of the names meets.' : `${met.join('; ')}.`
  return [`Score ${c.score.toFixed(2)}: ${first}`, ...c.against].join(' ')
}

const HOW_TEXT: Readonly<Record<How, string>> = {
  equal: 'are equal',
  transliterated: 'are the same letters in another script',
  'other spelling': 'are one name in different languages',
  joined: 'are the same but for where words are parted',
  'short form': 'are a name and its short form',
  'gender ending': 'are one family name with different endings',
  'sounds alike': 'sound alike',
  spelling: 'differ by a slip of spelling',
  consonants: 'have the same consonants',
  initial: 'begin alike',
  number: 'are the same number',
  'legal form': 'are legal forms of one kind',
  'same meaning': 'mean the same',
}
