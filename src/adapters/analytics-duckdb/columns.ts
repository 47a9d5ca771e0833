import type { Texts } from '../../engine/batch-link/texts.ts'
import { type Chunk, Database, type DatabaseSettings } from './database.ts'
import type { TakenIn } from './input.ts'
import { literal } from './sql.ts'
import { INLINE, Strings } from './strings.ts'

/** What is needed to read columns anywhere; can be posted to a thread. */
export interface ColumnSource {
  readonly settings: Omit<DatabaseSettings, 'signal'>
  readonly names: readonly string[]
  readonly parts: readonly Pick<Part, 'taken' | 'recordOf'>[]
}

/** One file of a table. */
export interface Part {
  readonly file: string
  readonly taken: TakenIn
  /** The record number of each row of the file. */
  readonly recordOf: Uint32Array
}

/** Reads columns through a database of its own, so that several threads do so side by side. */
export async function openColumns(
  source: unknown,
  signal: AbortSignal,
): Promise<{ texts(name: string): AsyncGenerator<Texts>; close(): void }> {
  const { settings, names, parts } = source as ColumnSource
  const db = await Database.open({ ...settings, threads: 1, signal })
  return {
    async *texts(name) {
      const strings = new Strings()
      for (const { taken, recordOf } of parts) {
        for await (const chunk of db.chunks(query(taken, names.indexOf(name)))) {
          const bytes = strings.gathered(chunk, 1)
          const { starts, lengths } = strings
          // Asked for once: each time it is a call into the database.
          const { rowCount } = chunk
          for (let row = 0; row < rowCount; row++) lengths[row]! -= PADDING.length
          yield { records: recordsOf(chunk, recordOf), starts, lengths, bytes }
        }
      }
    },
    close: () => db.close(),
  }
}

/** With this behind it no text is so short that the database keeps it beside its length. */
const PADDING = ' '.repeat(INLINE + 1)

/** An expression makes texts that lie side by side, whatever the file has them as, so that those of a chunk are fetched at once (see `Strings`). */
function query({ rows, many }: TakenIn, place: number): string {
  return many[place] === true
    ? `SELECT file_row_number::INTEGER, concat(v, ${literal(PADDING)}) FROM (SELECT file_row_number, unnest(v${place}) AS v FROM ${rows}) ORDER BY file_row_number`
    : `SELECT file_row_number::INTEGER, concat(v${place}, ${literal(PADDING)}) FROM ${rows}`
}

function recordsOf(chunk: Chunk, recordOf: Uint32Array): Uint32Array {
  const { items } = chunk.getColumnVector(0) as unknown as { items: Int32Array }
  const records = new Uint32Array(items.length)
  for (let i = 0; i < items.length; i++) records[i] = recordOf[items[i]!]!
  return records
}
