import { tooLarge } from '../../../model/errors.ts'

/** A table of any format: a header and rows of text cells. */
export interface Sheet {
  readonly headers: readonly string[]
  readonly rows: readonly SheetRow[]
}

export interface SheetRow {
  /** One cell a column; undefined when the row cannot be read, for the reason in `broken`. */
  readonly cells: readonly string[]
  readonly broken?: string
}

/** No export of applicants is wider; a file of 10,000 columns is a mistake or an attack. */
export const MOST_COLUMNS = 500
export const MOST_ROWS = 200_000

export function admitWidth(columns: number): void {
  if (columns > MOST_COLUMNS)
    throw tooLarge(
      `The table has ${columns.toLocaleString('en')} columns; at most ${MOST_COLUMNS} are read. Export it again with the columns that are needed, or check that it is a table of applicants and uses one separator throughout.`,
    )
}

export function admitHeight(rows: number): void {
  if (rows > MOST_ROWS) throw tooLarge(`The table has more than ${MOST_ROWS.toLocaleString('en')} rows. Split it and hand in the parts.`)
}
