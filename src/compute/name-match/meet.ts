import { alignmentDistance } from '../string-similarity/alignment.ts'
import type { Span } from '../string-similarity/span.ts'
import { soundOf } from './sound.ts'
import { bits, how, LEAST, nearness, type How } from './nearness.ts'
import { MOST_TOKENS as MOST, type NameReading, type NameToken } from './tokens.ts'
import type { Script } from './transliterate.ts'

/**
 * Which words of two names meet: equal words first, then words joined on one side, then near words, nearest first, then what is left of
 * both as one run. The result stands in module state until the next call, so that comparing many names makes no objects.
 */

/** For each word the words of the other side it met: first and last, -1 for none; the worth, and how. */
export const metA = new Int8Array(MOST)
export const metB = new Int8Array(MOST)
export interface Meeting {
  a: number
  b: number
  /** Last word of the run on either side; more than the first where words are joined on the other. */
  lastA: number
  lastB: number
  worth: number
  how: How
}
export const meetings: Meeting[] = Array.from({ length: MOST }, () => ({ a: 0, b: 0, lastA: 0, lastB: 0, worth: 0, how: 'equal' }))
export let met = 0
/** The meetings of the last two names. */
export const meetingsNow = (): readonly Readonly<Meeting>[] => meetings.slice(0, met)

export function meet(a: NameReading, b: NameReading): void {
  met = 0
  metA.fill(-1, 0, a.tokens.length)
  metB.fill(-1, 0, b.tokens.length)
  meetEqual(a.tokens, b.tokens)
  meetJoined(a, b, false)
  meetJoined(b, a, true)
  meetRest(a, b, 0)
  meetNear(a.tokens, b.tokens)
  meetRest(a, b, 2)
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
function meetJoined(one: NameReading, many: NameReading, swapped: boolean): void {
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
      let { letters } = many.tokens[j]!
      for (let k = j + 1; k < Math.min(j + 3, many.tokens.length) && metMany[k]! < 0; k++) {
        run.bytes = many.bytes
        run.start = many.tokens[j]!.start
        run.end = many.tokens[k]!.end
        letters |= many.tokens[k]!.letters
        const difference = Math.abs(run.end - run.start - length)
        if (difference > 2 || many.tokens[k]!.role === 'form') continue
        const distance = joinedDistance(token, many.tokens[j]!.script, bits(letters ^ token.letters))
        if (distance === Infinity) continue
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

/** Worth and how of each pair of words that are left, by place. */
const worths = new Float64Array(MOST * MOST)
const hows: How[] = Array.from({ length: MOST * MOST }, () => 'equal')

/** Slips between a word and `run`, where they are few enough to be one word; else Infinity. */
function joinedDistance(token: NameToken, script: Script, differing: number): number {
  if (token.script === 'syllables' || token.script === 'korean' || script === 'syllables' || script === 'korean')
    return soundOf(token.text) === soundOf(textOf(run)) ? 0.35 : Infinity
  const length = token.end - token.start
  const bears = token.script === 'characters' || script === 'characters' || length < 6 ? 0 : length < 10 ? 1 : 2
  if (differing > 2 * bears) return Infinity
  const distance = alignmentDistance(token, run)
  return distance <= bears ? distance : Infinity
}

/** Nearest words first; of equally near ones those that stand first. */
function meetNear(a: readonly NameToken[], b: readonly NameToken[]): void {
  let pairs = 0
  for (let i = 0; i < a.length; i++) {
    if (metA[i]! >= 0) continue
    for (let j = 0; j < b.length; j++) {
      if (metB[j]! >= 0) continue
      const worth = nearness(a[i]!, b[j]!)
      worths[i * MOST + j] = worth
      if (worth < LEAST) continue
      hows[i * MOST + j] = how
      pairs++
    }
  }
  while (pairs > 0) {
    let best = 0
    let bestA = -1
    let bestB = 0
    for (let i = 0; i < a.length; i++) {
      if (metA[i]! >= 0) continue
      for (let j = 0; j < b.length; j++) {
        if (metB[j]! < 0 && worths[i * MOST + j]! > best) {
          best = worths[i * MOST + j]!
          bestA = i
          bestB = j
        }
      }
    }
    if (best < LEAST) return
    value(enter(bestA, bestB, bestA, bestB), best, hows[bestA * MOST + bestB]!)
    pairs--
  }
}

/** A space at the wrong place: what is left of both sides, if it stands together, letter by letter, with `most` slips. */
function meetRest(a: NameReading, b: NameReading, most: number): void {
  const fromA = metA.indexOf(-1)
  const fromB = metB.indexOf(-1)
  if (fromA < 0 || fromB < 0 || fromA >= a.tokens.length || fromB >= b.tokens.length) return
  const toA = lastOf(metA, a.tokens.length)
  const toB = lastOf(metB, b.tokens.length)
  if (toA - fromA < 1 || toB - fromB < 1 || toA - fromA > 3 || toB - fromB > 3) return
  for (let i = fromA; i <= toA; i++) if (metA[i]! >= 0 || a.tokens[i]!.script !== 'latin') return
  for (let j = fromB; j <= toB; j++) if (metB[j]! >= 0 || b.tokens[j]!.script !== 'latin') return
  rest.bytes = a.bytes
  rest.start = a.tokens[fromA]!.start
  rest.end = a.tokens[toA]!.end
  run.bytes = b.bytes
  run.start = b.tokens[fromB]!.start
  run.end = b.tokens[toB]!.end
  const longer = Math.max(rest.end - rest.start, run.end - run.start)
  if (Math.abs(rest.end - rest.start - (run.end - run.start)) > 2 || longer < 6) return
  const distance = alignmentDistance(rest, run)
  if (distance <= Math.min(most, longer < 10 ? 1 : 2)) value(enter(fromA, fromB, toA, toB), 0.97 - distance / longer, 'joined')
}
const rest: Span = { bytes: new Uint8Array(0), start: 0, end: 0 }

const decoder = new TextDecoder()
const textOf = (span: Span): string => decoder.decode(span.bytes.subarray(span.start, span.end))

function lastOf(marks: Int8Array, length: number): number {
  let last = length - 1
  while (last >= 0 && marks[last]! >= 0) last--
  return last
}
