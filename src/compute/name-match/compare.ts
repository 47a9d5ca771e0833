import { alignmentDistance } from '../string-similarity/alignment.ts'
import type { Span } from '../string-similarity/span.ts'
import { how, nearness, type How } from './nearness.ts'
import type { NameToken, PreparedName } from './tokens.ts'

/** Stored with each result; changes whenever a score may. */
export const ALGORITHM = 'name-match@1'

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

const MOST = 24
/** For each word the words of the other side it met: first and last, -1 for none; the worth, and how. */
const metA = new Int8Array(MOST)
const metB = new Int8Array(MOST)
interface Meeting {
  a: number
  b: number
  /** Last word of the run on either side; more than the first where words are joined on the other. */
  lastA: number
  lastB: number
  worth: number
  how: How
}
const meetings: Meeting[] = Array.from({ length: MOST }, () => ({ a: 0, b: 0, lastA: 0, lastB: 0, worth: 0, how: 'equal' }))
let met = 0

/** The score of compareNames without its explanation. */
export function scorePrepared(a: PreparedName, b: PreparedName): number {
  if (a.tokens.length === 0 || b.tokens.length === 0) return 0
  if (a.plain === b.plain) return 1
  meet(a, b)
  return total(a, b)
}

function meet(a: PreparedName, b: PreparedName): void {
  met = 0
  metA.fill(-1, 0, a.tokens.length)
  metB.fill(-1, 0, b.tokens.length)
  meetEqual(a.tokens, b.tokens)
  meetJoined(a, b, false)
  meetJoined(b, a, true)
  meetNear(a.tokens, b.tokens)
  meetRest(a, b)
}

/** Writes down that words `a` to `lastA` and `b` to `lastB` met; the caller sets worth and how of what it gets. */
function enter(a: number, b: number, lastA: number, lastB: number): Meeting {
  const meeting = meetings[met]!
  meeting.a = a
  meeting.b = b
  meeting.lastA = lastA
  meeting.lastB = lastB
  for (let i = a; i <= lastA; i++) metA[i] = met
  for (let j = b; j <= lastB; j++) metB[j] = met
  met++
  return meeting
}

function value(meeting: Meeting, worth: number, as: How): void {
  meeting.worth = worth
  meeting.how = as
}

function meetEqual(a: readonly NameToken[], b: readonly NameToken[]): void {
  for (let i = 0; i < a.length; i++) {
    const one = a[i]!
    for (let j = 0; j < b.length; j++) {
      const other = b[j]!
      if (metB[j]! < 0 && one.letters === other.letters && one.text === other.text) {
        const worth = nearness(one, other)
        if (worth > 0) {
          value(enter(i, j, i, j), worth, how)
          break
        }
      }
    }
  }
}

const run: Span = { bytes: new Uint8Array(0), start: 0, end: 0 }

/** Two or three words that stand next to each other on the side of `many` as one word on the side of `one`. */
function meetJoined(one: PreparedName, many: PreparedName, swapped: boolean): void {
  const metOne = swapped ? metB : metA
  const metMany = swapped ? metA : metB
  for (let i = 0; i < one.tokens.length; i++) {
    const token = one.tokens[i]!
    const length = token.end - token.start
    if (metOne[i]! >= 0 || length < 4 || token.role === 'form') continue
    let best = 0
    let from = 0
    let to = 0
    for (let j = 0; j + 1 < many.tokens.length; j++) {
      if (metMany[j]! >= 0) continue
      for (let k = j + 1; k < Math.min(j + 3, many.tokens.length) && metMany[k]! < 0; k++) {
        run.bytes = many.bytes
        run.start = many.tokens[j]!.start
        run.end = many.tokens[k]!.end
        const difference = Math.abs(run.end - run.start - length)
        if (difference > 2 || many.tokens[k]!.role === 'form') continue
        const distance = alignmentDistance(token, run)
        if (distance > (length < 6 ? 0 : length < 10 ? 1 : 2)) continue
        const worth = 0.97 - distance / Math.max(length, run.end - run.start)
        if (worth > best) {
          best = worth
          from = j
          to = k
        }
      }
    }
    if (best === 0) continue
    value(swapped ? enter(from, i, to, i) : enter(i, from, i, to), best, 'joined')
  }
}

/** Nearest words first; of equally near ones those that stand first. */
function meetNear(a: readonly NameToken[], b: readonly NameToken[]): void {
  for (;;) {
    let best = 0
    let bestA = 0
    let bestB = 0
    let bestHow: How = 'equal'
    for (let i = 0; i < a.length; i++) {
      if (metA[i]! >= 0) continue
      for (let j = 0; j < b.length; j++) {
        if (metB[j]! >= 0) continue
        const worth = nearness(a[i]!, b[j]!)
        if (worth > best) {
          best = worth
          bestA = i
          bestB = j
          bestHow = how
        }
      }
    }
    if (best < LEAST) return
    value(enter(bestA, bestB, bestA, bestB), best, bestHow)
  }
}
/** Words less near than this do not meet: a third of the letters differ. */
const LEAST = 0.6

/** A space at the wrong place: what is left of both sides, if it stands together, letter by letter. */
function meetRest(a: PreparedName, b: PreparedName): void {
  const fromA = metA.indexOf(-1)
  const fromB = metB.indexOf(-1)
  if (fromA < 0 || fromB < 0 || fromA >= a.tokens.length || fromB >= b.tokens.length) return
  const toA = lastOf(metA, a.tokens.length)
  const toB = lastOf(metB, b.tokens.length)
  if (toA - fromA < 1 || toB - fromB < 1 || toA - fromA > 3 || toB - fromB > 3) return
  for (let i = fromA; i <= toA; i++) if (metA[i]! >= 0) return
  for (let j = fromB; j <= toB; j++) if (metB[j]! >= 0) return
  rest.bytes = a.bytes
  rest.start = a.tokens[fromA]!.start
  rest.end = a.tokens[toA]!.end
  run.bytes = b.bytes
  run.start = b.tokens[fromB]!.start
  run.end = b.tokens[toB]!.end
  const longer = Math.max(rest.end - rest.start, run.end - run.start)
  if (Math.abs(rest.end - rest.start - (run.end - run.start)) > 2 || longer < 6) return
  const distance = alignmentDistance(rest, run)
  if (distance <= (longer < 10 ? 1 : 2)) value(enter(fromA, fromB, toA, toB), 0.97 - distance / longer, 'joined')
}
const rest: Span = { bytes: new Uint8Array(0), start: 0, end: 0 }

function lastOf(marks: Int8Array, length: number): number {
  let last = length - 1
  while (last >= 0 && marks[last]! >= 0) last--
  return last
}

/** What words that contradict each other cost, and words that the other side merely does not have, against what is met (judgement). */
const CONFLICT = 1.3
const SURPLUS = 0.22

function total(a: PreparedName, b: PreparedName): number {
  let weight = 0
  let gained = 0
  let parts = 0
  for (let m = 0; m < met; m++) {
    const meeting = meetings[m]!
    const worth = (runWeight(a.tokens, meeting.a, meeting.lastA) + runWeight(b.tokens, meeting.b, meeting.lastB)) / 2
    weight += worth
    gained += worth * meeting.worth
    if (worth >= PART) parts++
  }
  let leftA = 0
  let leftB = 0
  let small = 0
  for (let i = 0; i < a.tokens.length; i++) {
    if (metA[i]! >= 0) continue
    leftA += a.tokens[i]!.against
    small++
  }
  for (let j = 0; j < b.tokens.length; j++) {
    if (metB[j]! >= 0) continue
    leftB += b.tokens[j]!.against
    small++
  }
  if (weight === 0) return 0
  const conflict = Math.min(leftA, leftB)
  const surplus = Math.max(leftA, leftB) - conflict
  let score = (gained / weight) * (weight / (weight + CONFLICT * conflict + SURPLUS * surplus))
  if (a.kind === 'person' && parts < 2 && surplus + conflict > 0.5) score *= ONE_PART
  score *= order(a, b)
  // Whatever is left, is not equal: small words, marks and script cost a little each.
  return Math.min(0.995, score) * (1 - 0.002 * Math.min(5, small))
}
const PART = 0.55
/** One part of a person's name met and others did not: many people share one name. */
const ONE_PART = 0.85

function runWeight(tokens: readonly NameToken[], from: number, to: number): number {
  let weight = 0
  for (let i = from; i <= to; i++) weight += tokens[i]!.weight
  return weight
}

/** 1 in the same order; a family name moved from one end to the other costs least. */
function order(a: PreparedName, b: PreparedName): number {
  let breaks = 0
  let before = -1
  for (let i = 0; i < a.tokens.length; i++) {
    if (metA[i]! < 0) continue
    const at = meetings[metA[i]!]!.b
    if (at < before) breaks++
    before = at
  }
  if (breaks === 0) return 1
  if (a.fathers && b.fathers && breaks > 1) return 0.9
  return breaks === 1 ? 0.985 : 0.96
}

/** @throws never */
export function compareNames(a: PreparedName, b: PreparedName): NameComparison {
  const score = scorePrepared(a, b)
  return { score, parts: [], queryLeft: [], listedLeft: [], against: [] }
}
