import type { ReadingNote } from '../../kit/reader.ts'
import { MONTH } from './dates.ts'
import type { Line } from './line.ts'

/** "March 20222": a year with a digit too many. Without the month before it, it may be a postal code. */
const FIVE_DIGITS = new RegExp(String.raw`(?<![\p{L}\p{N}])${MONTH}\.?[\s,/'’-]{0,2}((?:19|20)\d{3})(?!\d)`, 'giu')
const MOST_NOTES = 20

/** A date that nobody can mean is not guessed at; the person who handed the file in is told where it stands. */
export function yearSlips(lines: readonly Line[]): ReadingNote[] {
  return lines
    .flatMap(({ text, at }) =>
      [...text.matchAll(FIVE_DIGITS)].map((slip): ReadingNote => ({
        kind: 'skipped',
        says: `The year "${slip[1]}" has five digits and was not read. Ask which year is meant.`,
        at,
      })),
    )
    .slice(0, MOST_NOTES)
}
