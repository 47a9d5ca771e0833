import { alignmentDistance } from '../string-similarity/alignment.ts'
import { metA, metB } from './meet.ts'
import { bits } from './nearness.ts'
import type { NameToken } from './tokens.ts'

/**
 * Words that contradict each other and share most letters: two slips in a short word, say. They do not meet, and contradict each other
 * less than words that have nothing in common. This share of what they contradict is taken off, at a likeness of 1 (judgement: a name of
 * four parts of which three meet still stays below the line at which it is shown).
 */
export const SOFTENED = 0.6
/** Words less alike have nothing in common. */
const HALF_ALIKE = 0.4

/** How alike two words are in letters, 0–1; 0 below HALF_ALIKE. */
export const likenessOf = (distance: number, letters: number): number => {
  const alike = 1 - (2 * distance) / letters
  return alike < HALF_ALIKE ? 0 : alike
}

/** Of the words of one side that met nothing, what contradicts times how alike the nearest such word of the other side is. */
export function halfAlike(a: readonly NameToken[], b: readonly NameToken[], ofA: boolean): number {
  const [one, other, metOne, metOther] = ofA ? [a, b, metA, metB] : [b, a, metB, metA]
  let sum = 0
  for (let i = 0; i < one.length; i++) {
    if (metOne[i]! >= 0 || !isSpelled(one[i]!)) continue
    let best = 0
    for (let j = 0; j < other.length; j++)
      if (metOther[j]! < 0 && isSpelled(other[j]!)) best = Math.max(best, alike(one[i]!, other[j]!, best))
    sum += best * one[i]!.against
  }
  return sum
}

/** Whether its letters are those that somebody writes, and it is no number, letter or form. */
const isSpelled = ({ role, script, start, end }: NameToken): boolean =>
  end - start > 2 &&
  (role === 'part' || role === 'patronymic' || role === 'common' || role === 'abd') &&
  (script === 'latin' || script === 'letters')

function alike(a: NameToken, b: NameToken, best: number): number {
  const letters = a.end - a.start + b.end - b.start
  // A slip changes the set of letters by two at most, so many words are told apart without looking at their order.
  const atLeast = Math.max(Math.abs(a.end - a.start - (b.end - b.start)), bits(a.letters ^ b.letters) / 2)
  return likenessOf(atLeast, letters) <= best ? 0 : likenessOf(alignmentDistance(a, b), letters)
}
