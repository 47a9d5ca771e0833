import { availableParallelism, totalmem } from 'node:os'
import { stat } from 'node:fs/promises'
import { badUsage, tooLarge } from '../../model/errors.ts'

/** Rows in a file can only be estimated before it is read: so many bytes a value, by ending. Parquet packs. */
const BYTES_PER_VALUE = { csv: 10, jsonl: 24, parquet: 5 } as const
/** Bytes a record and column: a code, the same once more record after record, and its count. */
const PER_VALUE = 12
/**
 * Bytes a record for groups, candidate pairs, their scores and the ids that are written. Measured on generated accounts of eleven columns: a
 * hundred thousand take 340 MB at the most, a million 570 MB.
 */
const PER_RECORD = 130
/** The program, the database and its buffers at the least. */
const BASE = 320 * 2 ** 20
/** What the database gets: so much, and so much a record. Beyond it sorts and joins go to the disk, which costs little; more would only be held. */
const DATABASE_LEAST = 256 * 2 ** 20
const DATABASE_PER_RECORD = 48
/** Part of the machine's memory that is used where nothing is said. */
const SHARE = 0.8

export function threadsOf(written: string | undefined): number {
  if (written === undefined) return availableParallelism()
  const threads = Number(written)
  if (!Number.isInteger(threads) || threads < 1 || threads > 256)
    throw badUsage(`--threads takes a number from 1 to 256, not "${written}".`)
  return threads
}

/** Bytes for the database, under the cap. Throws where the work cannot fit. */
export async function memoryOf(written: string | undefined, files: readonly string[], columns: number): Promise<number> {
  const cap = written === undefined ? totalmem() * SHARE : bytesOf(written)
  let records = 0
  for (const file of files) records += await estimatedRecords(file, columns)
  const needed = BASE + records * (columns * PER_VALUE + PER_RECORD)
  if (needed > cap)
    throw tooLarge(
      `This takes about ${inWords(needed)} of memory (roughly ${Math.round(records / 1000) * 1000} records of ${columns} columns), and ${written === undefined ? 'this machine can give' : '--memory allows'} ${inWords(cap)}. Give it more memory, map fewer columns, or link parts of the file.`,
    )
  return Math.max(DATABASE_LEAST, Math.min(DATABASE_LEAST + records * DATABASE_PER_RECORD, cap - needed))
}

async function estimatedRecords(file: string, columns: number): Promise<number> {
  const ending = /\.(jsonl|ndjson)$/i.test(file) ? 'jsonl' : /\.parquet$/i.test(file) ? 'parquet' : 'csv'
  const size = await stat(file).then(
    (found) => found.size,
    () => 0,
  )
  return size / ((columns + 1) * BYTES_PER_VALUE[ending])
}

const UNITS: Readonly<Record<string, number>> = { k: 2 ** 10, m: 2 ** 20, g: 2 ** 30 }

function bytesOf(written: string): number {
  const parts = /^(\d+(?:\.\d+)?)\s*([kmg])i?b?$/i.exec(written.trim())
  if (parts === null) throw badUsage(`--memory takes a size such as 4GB or 800MB, not "${written}".`)
  return Number(parts[1]) * UNITS[parts[2]!.toLowerCase()]!
}

const inWords = (bytes: number): string => (bytes >= 2 ** 30 ? `${(bytes / 2 ** 30).toFixed(1)} GB` : `${Math.ceil(bytes / 2 ** 20)} MB`)
