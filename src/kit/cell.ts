import { internal } from '../model/errors.ts'
import type { Attested, Instant, StatementId } from '../model/statement.ts'
import type { RawRow } from './input.ts'

/**
 * Cells of a relation's rows as typed values. Engines differ in what they hand back (a count as number, text or bigint; an
 * instant as text or Date; JSON as text or parsed), so every relation reads its columns through these.
 */

const wrong = (raw: RawRow, column: string, wanted: string): Error =>
  internal(`A relation returned ${JSON.stringify(raw[column]) ?? 'nothing'} in column "${column}" where ${wanted} was expected.`, undefined)

export function textCell(raw: RawRow, column: string): string {
  const cell = raw[column]
  if (typeof cell !== 'string') throw wrong(raw, column, 'text')
  return cell
}

/** Undefined for SQL null. */
export const optionalText = (raw: RawRow, column: string): string | undefined =>
  raw[column] === null || raw[column] === undefined ? undefined : textCell(raw, column)

export function numberCell(raw: RawRow, column: string): number {
  const cell = raw[column]
  const value =
    typeof cell === 'number' ? cell : typeof cell === 'bigint' || (typeof cell === 'string' && cell !== '') ? Number(cell) : Number.NaN
  if (!Number.isFinite(value)) throw wrong(raw, column, 'a number')
  return value
}

/** UTC, ISO 8601 with milliseconds; undefined for SQL null. */
export function instantCell(raw: RawRow, column: string): Instant | undefined {
  const cell = raw[column]
  if (cell === null || cell === undefined) return undefined
  const time = cell instanceof Date ? cell.getTime() : Date.parse(textCell(raw, column))
  if (!Number.isFinite(time)) throw wrong(raw, column, 'a time')
  return new Date(time).toISOString()
}

/** A JSON column; undefined for SQL null. */
export function jsonCell<T>(raw: RawRow, column: string): T | undefined {
  const cell = raw[column]
  if (cell === null || cell === undefined) return undefined
  return (typeof cell === 'string' ? JSON.parse(cell) : cell) as T
}

/** The value of a row with the statement whose id stands in `column`. */
export const attestedCell = <T>(raw: RawRow, column: string, value: T): Attested<T> => ({
  value,
  from: [textCell(raw, column) as StatementId],
})

/**
 * Is the other persona the same applicant? The identity channel's answer (it alone reads names), or `unasked` when the two
 * share nothing that made it ask.
 */
export type SameAnswer = 'yes' | 'no' | 'unknown' | 'unasked'

export function sameCell(raw: RawRow, column = 'same'): SameAnswer {
  const cell = optionalText(raw, column) ?? 'unasked'
  if (cell !== 'yes' && cell !== 'no' && cell !== 'unknown' && cell !== 'unasked') throw wrong(raw, column, 'yes, no or unknown')
  return cell
}
