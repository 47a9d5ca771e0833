import { alignmentDistance } from '../string-similarity/alignment.ts'
import type { NameToken } from './tokens.ts'

/** How two words met; the order is that of how much it says. */
export const HOWS = [
  'equal',
  'transliterated',
  'other spelling',
  'joined',
  'short form',
  'gender ending',
  'sounds alike',
  'spelling',
  'consonants',
  'initial',
  'number',
  'legal form',
  'same meaning',
] as const
export type How = (typeof HOWS)[number]

/**
 * Judgement, 0–1: what it is worth when words meet so. Their order is the contract: written equal, then the same letters through another
 * script, then one name in two languages, short forms, sound, typing slips, consonants alone.
 */
const WORTH = {
  transliterated: 0.99,
  spelled: 0.97,
  short: 0.9,
  gender: 0.9,
  /** Two, three, four and more. */
  consonants: [0.68, 0.85, 0.9],
  merged: 0.82,
  initial: 0.9,
  kinForm: 0.9,
  meaning: 0.97,
} as const

/** Words less near than this do not meet: two letters in five differ. */
export const LEAST = 0.6

/** Result of the last call of nearness; module state, so that the inner loop makes no object. */
export let how: How = 'equal'

/**
 * How near two words are, 0–1; 0 where they do not meet.
 *
 * Spelling: the fewest slips between the letters, a difference that cannot be heard counting a third of one; the longer the word the
 * more slips it bears, as in R. Mokotoff's and L. Philips's matchers sound comes before letters.
 */
export function nearness(a: NameToken, b: NameToken): number {
  if (a.role === 'form' || b.role === 'form') return formNearness(a, b)
  if (a.role === 'number' || b.role === 'number') {
    how = 'number'
    return a.role === b.role && a.value === b.value ? (a.text === b.text ? 1 : 0.98) : 0
  }
  if (a.text === b.text) {
    if (isHeard(a) && isHeard(b) && a.written !== b.written) return 0
    how = a.script === 'latin' && b.script === 'latin' ? 'equal' : 'transliterated'
    return how === 'equal' ? 1 : WORTH.transliterated
  }
  if (a.role === 'common' && b.role === 'common' && a.value === b.value) {
    how = 'same meaning'
    return WORTH.meaning
  }
  if (a.role === 'initial' || b.role === 'initial') return initialNearness(a, b)
  if ((a.role === 'abd' && b.role === 'abd') || overlap(a.families.spellings, b.families.spellings)) {
    how = 'other spelling'
    return WORTH.spelled
  }
  const spelled = spelledNearness(a, b)
  if (overlap(a.families.short, b.families.short) && spelled < WORTH.short) {
    how = 'short form'
    return WORTH.short
  }
  return spelled
}

function overlap(a: readonly number[], b: readonly number[]): boolean {
  if (a.length === 0 || b.length === 0) return false
  for (const x of a) if (b.includes(x)) return true
  return false
}

function formNearness(a: NameToken, b: NameToken): number {
  how = 'legal form'
  if (a.form === undefined || b.form === undefined) return 0
  if (a.form.id === b.form.id) return a.text === b.text ? 1 : 0.98
  return a.form.group === b.form.group ? WORTH.kinForm : 0
}

function initialNearness(a: NameToken, b: NameToken): number {
  how = 'initial'
  if (a.role === 'particle' || b.role === 'particle') return 0
  return a.bytes[a.start] === b.bytes[b.start] ? WORTH.initial : 0
}

function spelledNearness(a: NameToken, b: NameToken): number {
  if (a.script === 'characters' || b.script === 'characters') return 0
  const syllables = isHeard(a) || isHeard(b)
  // Two spellings in one such script are compared as written, not by their Latin readings.
  if (isHeard(a) && isHeard(b)) return 0
  const lengthA = a.end - a.start
  const lengthB = b.end - b.start
  const longer = Math.max(lengthA, lengthB)
  const bears = syllables ? SYLLABLE_SLIPS : slips(longer)
  let best = 0
  const differing = bits(a.letters ^ b.letters)
  // A slip changes the set of letters by two at most, so most words are told apart without looking at their order.
  if (
    Math.abs(lengthA - lengthB) <= bears + UNHEARD_SLIPS &&
    differing <= 2 * (bears + UNHEARD_SLIPS) &&
    (differing <= 2 * bears || bits(a.soundLetters ^ b.soundLetters) <= 2 * bears)
  ) {
    const slipped = alignmentDistance(a, b)
    const heard = slipped > bears + UNHEARD_SLIPS ? slipped : alignmentDistance(a.sound, b.sound)
    const unheard = (slipped - heard) * UNHEARD
    const cost = heard < slipped ? heard + (heard === 0 ? Math.min(UNHEARD_MOST, unheard) : unheard) : slipped
    if (cost <= bears) {
      const atFront = differing > 0 && a.bytes[a.start] !== b.bytes[b.start] && a.sound.bytes[0] !== b.sound.bytes[0] ? FRONT : 0
      best = 1 - (2 * cost) / (lengthA + lengthB)
      if (atFront > 0 && best > LEAST) best = Math.max(LEAST, best - (2 * atFront) / (lengthA + lengthB))
      how = heard === 0 ? 'sounds alike' : 'spelling'
    }
  }
  if (best < WORTH.gender && a.bytes[a.start] === b.bytes[b.start] && a.stem !== '' && a.stem === b.stem) {
    best = WORTH.gender
    how = 'gender ending'
  }
  if (a.script !== 'latin' || b.script !== 'latin') {
    const worth = consonantNearness(a, b)
    if (worth > best) {
      best = worth
      how = 'consonants'
    }
  }
  return best
}

const isHeard = ({ script }: NameToken): boolean => script === 'syllables' || script === 'korean'

function consonantNearness(a: NameToken, b: NameToken): number {
  const merged = a.script === 'syllables' || b.script === 'syllables'
  if (!merged && a.script !== 'consonants' && b.script !== 'consonants') return 0
  const key = a.consonants[merged ? 1 : 0]
  if (key !== b.consonants[merged ? 1 : 0]) return 0
  if (merged) return key.length > 2 ? WORTH.merged : 0
  // A vowel at the end is written; one at the front is no consonant.
  const count = key.startsWith('a') ? key.length - 1 : key.length
  if (count < 2 || vowelAtEnd(a) !== vowelAtEnd(b)) return 0
  return WORTH.consonants[Math.min(count, 4) - 2]!
}

const vowelAtEnd = (token: NameToken): boolean => 'aeiouy'.includes(token.text.at(-1)!)

/** A reading of syllables bears what cannot be heard and no more. */
const SYLLABLE_SLIPS = 0.7
/** Slips that a word of so many letters bears: below four none but what is not heard. */
export const slips = (length: number): number => (length < 4 ? 0.7 : length < 7 ? 1 : length < 11 ? 2 : 3)
/** What a difference in spelling counts that cannot be heard, how much all of them at most, and how many there may be (judgement). */
export const UNHEARD = 0.35
export const UNHEARD_MOST = 1
/** Few slip at the first letter, and few languages change it. */
export const FRONT = 0.75
export const UNHEARD_SLIPS = 3

/** How many bits are set. */
export function bits(set: number): number {
  let n = set - ((set >>> 1) & 0x55555555)
  n = (n & 0x33333333) + ((n >>> 2) & 0x33333333)
  return Math.imul((n + (n >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24
}
