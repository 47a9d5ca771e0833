import type { ListedBirth } from '../../model/listed-party.ts'
import type { Comparison } from '../../model/screening.ts'

type Verdict = Pick<Comparison, 'agrees' | 'says' | 'precision'>

const yearOf = (date: string): number => Number(date.slice(0, 4))
const ORDER = { yes: 0, near: 1, no: 2 } as const

/**
 * The best that any of the subject's dates and any of the entry's say together; undefined where one side has none, or where the
 * years lie one apart without the publisher saying *about*: that speaks neither for nor against.
 */
export function compareBirths(mine: readonly string[], theirs: readonly ListedBirth[]): Comparison | undefined {
  let best: Comparison | undefined
  for (const own of mine)
    for (const listed of theirs) {
      const verdict = compare(own, listed)
      if (verdict === undefined) continue
      if (best === undefined || ORDER[verdict.agrees] < ORDER[best.agrees])
        best = { about: 'birth', ...verdict, mine: own, theirs: inWords(listed) }
    }
  // One pair that says nothing is enough to take a contradiction away: an entry with two dates is not contradicted by one of them.
  const open = mine.some((own) => theirs.some((listed) => compare(own, listed) === undefined))
  return best?.agrees === 'no' && open ? undefined : best
}

function compare(own: string, listed: ListedBirth): Verdict | undefined {
  const [from, to] = [yearOf(listed.from), yearOf(listed.to ?? listed.from)]
  const at = yearOf(own)
  if (listed.to === undefined && at === from) {
    const shared = Math.min(own.length, listed.from.length)
    if (own.slice(0, shared) === listed.from.slice(0, shared))
      return shared === 4 ? year('The year of birth agrees.') : yes(shared === 7 ? 'month' : 'day')
    if (crossed(own, listed.from)) return { agrees: 'near', says: 'The birth dates agree with day and month in each other’s place.' }
    return { agrees: 'near', says: 'The year of birth agrees, the rest of the date does not.' }
  }
  if (at >= from && at <= to) return year('The year of birth lies in the years that the entry gives.')
  const off = Math.min(Math.abs(at - from), Math.abs(at - to))
  if (off === 1)
    return listed.about === true
      ? { agrees: 'near', says: 'The year of birth lies one beside the year that the entry gives as approximate.' }
      : undefined
  return { agrees: 'no', says: `The years of birth lie ${off} apart.` }
}

const year = (says: string): Verdict => ({ agrees: 'yes', precision: 'year', says })
const yes = (precision: 'month' | 'day'): Verdict => ({ agrees: 'yes', precision, says: `The birth date agrees to the ${precision}.` })

const crossed = (a: string, b: string): boolean =>
  a.length === 10 && b.length === 10 && a.slice(5, 7) === b.slice(8, 10) && a.slice(8, 10) === b.slice(5, 7)

const inWords = ({ from, to, about }: ListedBirth): string =>
  `${about === true ? 'about ' : ''}${from}${to === undefined ? '' : ` to ${to}`}`
