import { createReadStream } from 'node:fs'
import { open } from 'node:fs/promises'
import { parse, type CsvError, type Options } from 'csv-parse'
import { badUsage, tooLarge, unreadable } from '../../../model/errors.ts'
import type { Collection, Tick } from './collection.ts'
import { columnsOf, type Named } from './columns.ts'
import { linesOf, MOST_LINE } from './lines.ts'

const HEAD = 1 << 16

/** A file of many documents: one a line, one a JSON line or one a row. */
export async function readRecords(path: string, named: Named, collection: Collection, tick: Tick): Promise<void> {
  const head = await headOf(path)
  if (head.includes(0) || head.subarray(0, 5).toString('latin1') === '%PDF-')
    throw badUsage(
      `"${path}" is not plain text, so its lines are no documents. To compare it with others, put them into a folder and name that; text in UTF-16 is to be saved as UTF-8.`,
    )
  if (/\.(?:csv|tsv)$/i.test(path)) await readTable(path, named, collection, tick)
  else await readLines(path, named, collection, tick)
}

async function readLines(path: string, named: Named, collection: Collection, tick: Tick): Promise<void> {
  const json = /\.(?:jsonl|ndjson)$/i.test(path)
  if (!json && (named.id !== undefined || named.text !== undefined))
    throw badUsage(`"${path}" has no columns: each of its lines is a document. --id and --text are for .jsonl, .csv and .tsv files.`)
  const record = json ? jsonRecord(path, named) : undefined
  let replaced = 0
  for await (const lines of linesOf(path, (bytes) => (collection.bytesRead += bytes))) {
    for (const { number, text, utf8 } of lines) {
      const place = `line ${number}`
      if (text === undefined) {
        collection.fail(
          place,
          tooLarge(`Line ${number} of "${path}" is longer than ${MOST_LINE >> 20} MB and was left out. Is it one document a line?`),
        )
        continue
      }
      if (!utf8) replaced++
      if (record === undefined) {
        if (text.trim() !== '') collection.add(place, place, text)
        continue
      }
      if (text.trim() === '') continue
      try {
        const { id, text: own } = record(text, number)
        collection.add(id ?? place, place, own)
      } catch (error) {
        collection.fail(place, error)
      }
    }
    await tick(collection)
  }
  noteReplaced(collection, replaced, 'line')
}

/** Takes id and text out of a line of JSON. The first line that is an object says which fields are meant. */
function jsonRecord(path: string, named: Named): (line: string, number: number) => { id: string | undefined; text: string } {
  let columns: ReturnType<typeof columnsOf> | undefined
  return (line, number) => {
    const value = parsed(line, number)
    if (typeof value === 'string') return { id: undefined, text: value }
    if (typeof value !== 'object' || value === null || Array.isArray(value))
      throw unreadable(`Line ${number} is no JSON object with fields. Each line must be one, such as {"id": "a", "text": "…"}.`)
    const fields = value as Readonly<Record<string, unknown>>
    columns ??= columnsOf(Object.keys(fields), named, path)
    const [text, id] = [fields[columns.text], columns.id === undefined ? undefined : fields[columns.id]]
    if (typeof text !== 'string')
      throw unreadable(`Line ${number} has no text in "${columns.text}". Its fields are ${Object.keys(fields).slice(0, 20).join(', ')}.`)
    return { id: typeof id === 'string' || typeof id === 'number' ? String(id) : undefined, text }
  }
}

function parsed(line: string, number: number): unknown {
  try {
    return JSON.parse(line)
  } catch (cause) {
    throw unreadable(`Line ${number} is no JSON. It may have been cut off; each line must be one whole object.`, { cause })
  }
}

async function readTable(path: string, named: Named, collection: Collection, tick: Tick): Promise<void> {
  const options: Options = {
    bom: true,
    delimiter: /\.tsv$/i.test(path) ? '\t' : delimiterOf(await headOf(path)),
    relax_column_count: true,
    skip_empty_lines: true,
    skip_records_with_error: true,
    max_record_size: MOST_LINE,
    info: true,
    on_skip: (error) => {
      if (error?.code === 'CSV_QUOTE_NOT_CLOSED')
        collection.fail(
          `row ${rowOfFault(error)}`,
          unreadable(
            `Row ${rowOfFault(error)} opens a quotation mark that is never closed, so it and all rows after it were not read. Close the mark, or write it twice inside a text.`,
          ),
        )
      else if (error !== undefined)
        collection.fail(
          `line ${lineOfFault(error)}`,
          unreadable(`This row is no CSV: ${error.message}. Close its quotation marks, or write them twice inside a text.`),
        )
    },
  }
  const parser = createReadStream(path, { highWaterMark: 1 << 20 })
    .on('data', (piece) => (collection.bytesRead += piece.length))
    .on('error', (error) => parser.destroy(error))
    .pipe(parse(options))
  let columns: { id: number; text: number } | undefined
  let [replaced, rows] = [0, 0]
  for await (const item of parser) {
    const { record, info } = item as { readonly record: readonly string[]; readonly info: { readonly lines: number } }
    if (columns === undefined) {
      const { id, text } = columnsOf(record, named, path)
      columns = { id: id === undefined ? -1 : record.indexOf(id), text: record.indexOf(text) }
      continue
    }
    rows++
    const text = record[columns.text]
    const place = `row ${rows}`
    if (text === undefined)
      collection.fail(place, unreadable(`Row ${rows} (line ${info.lines}) ends before the column of the text. It may have been cut off.`))
    else {
      if (text.includes('\uFFFD')) replaced++
      const id = columns.id < 0 ? undefined : record[columns.id]
      collection.add(id === undefined || id.trim() === '' ? place : id, place, text)
    }
    if (rows % 256 === 0) await tick(collection)
  }
  noteReplaced(collection, replaced, 'row')
}

/** The one of the usual delimiters that stands most often in the first line. */
function delimiterOf(head: Buffer): string {
  const line = head.toString('utf8').split('\n', 1)[0] ?? ''
  const counts = [',', ';', '\t', '|'].map((d) => ({ d, n: line.split(d).length }))
  return counts.reduce((best, one) => (one.n > best.n ? one : best)).d
}

async function headOf(path: string): Promise<Buffer> {
  const file = await open(path)
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(HEAD), 0, HEAD, 0)
    return buffer.subarray(0, bytesRead)
  } finally {
    await file.close()
  }
}

/** Rows that were delivered, the header among them, are as many as the number of the row that follows. */
const rowOfFault = (error: CsvError): string => {
  const records: unknown = error['records']
  return typeof records === 'number' ? String(Math.max(1, records)) : '?'
}

const lineOfFault = (error: CsvError): string => {
  const lines: unknown = error['lines']
  return typeof lines === 'number' ? String(lines) : '?'
}

function noteReplaced(collection: Collection, count: number, what: string): void {
  if (count > 0)
    collection.notes.push(
      `${count === 1 ? `One ${what} holds` : `${count.toLocaleString('en')} ${what}s hold`} bytes that are no UTF-8; each was read as a mark that is no letter. Save the file as UTF-8 to compare these words too.`,
    )
}
