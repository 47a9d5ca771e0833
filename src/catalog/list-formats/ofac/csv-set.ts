import type { ListFile, ListFormat, ListReading } from '../../../kit/list.ts'
import { unreadable } from '../../../model/errors.ts'
import type { ListedParty, PartyType } from '../../../model/listed-party.ts'
import { csvRows, type CsvRow } from '../csv.ts'
import { blankParty, partiesOf, type Parties } from '../parties.ts'
import { broken, refuseForeign, tidy } from '../text.ts'
import { addFact } from './facts.ts'
import { readRemarks, REMARK_LENGTH } from './remarks.ts'

/**
 * The delimited files: one of entries, and beside it one each of other names, of addresses and of remarks that were too long.
 * No headers; `-0-` where there is nothing; an end mark (control-Z) as the last character. The office's data specification:
 * https://ofac.treasury.gov/media/29976/download
 */
const COLUMNS = { entries: 12, names: 5, addresses: 6, comments: 2 } as const
type Part = keyof typeof COLUMNS
/** What the publisher calls the files of a list. */
type Names = Readonly<Record<Part, string>>
type Parts = { readonly entries: ListFile } & { readonly [K in Exclude<Part, 'entries'>]: ListFile | undefined }

const NAME_KINDS = new Map<string, 'alias' | 'former'>([
  ['aka', 'alias'],
  ['fka', 'former'],
  // The present name of somebody who is listed under an older one.
  ['nka', 'alias'],
])
const TYPES = new Map<string | undefined, PartyType>([
  ['individual', 'person'],
  [undefined, 'organisation'],
  ['vessel', 'vessel'],
  ['aircraft', 'aircraft'],
])
const END_MARK = /\u001a\s*$/

/** Null is `-0-`. */
function cellOf({ cells }: CsvRow, index: number): string | undefined {
  const value = tidy(cells[index] ?? '')
  return value === '' || value === '-0-' ? undefined : value
}

/** What a file is, by the shape of its first row: people rename what they download. */
function partOf({ bytes }: ListFile): Part | undefined {
  const end = bytes.indexOf(0x0a)
  const line = new TextDecoder('windows-1252').decode(bytes.subarray(0, end < 0 ? bytes.length : end))
  const cells = /^(?:\u00ef\u00bb\u00bf)?\d+(,[^\r]*)/.exec(line)?.[1]?.replace(/"(?:[^"]|"")*"/g, '')
  return (Object.keys(COLUMNS) as Part[]).find((part) => COLUMNS[part] === cells?.split(',').length)
}

/** What no entry has where a file of the set is not there. */
const WITHOUT: Readonly<Record<Exclude<Part, 'entries'>, string>> = {
  names: 'nobody is found by another name than the main one',
  addresses: 'no address is compared',
  comments: 'remarks end where they were cut, and birth dates and numbers in the rest are not compared',
}

export function csvSet(id: string, names: Names, isOfThisList: (name: string) => boolean): ListFormat {
  const recognise = (files: readonly ListFile[]): readonly ListFile[] | undefined => {
    const known = files.filter((file) => partOf(file) !== undefined)
    const entries = known.filter((file) => partOf(file) === 'entries')
    // Both lists come in the same form; where both are there, the names have to say which is which.
    const mine = entries.length > 1 ? known.filter((file) => isOfThisList(file.name)) : known
    return mine.some((file) => partOf(file) === 'entries') ? mine : undefined
  }
  const title = `The CSV set: ${names.entries}, ${names.names}, ${names.addresses} and ${names.comments}`
  return { id, title, recognise, read: (files) => readSet(partsAmong(files), names) }
}

function partsAmong(files: readonly ListFile[]): Parts {
  const byPart = Map.groupBy(files, partOf)
  for (const [part, [file, second]] of byPart) {
    if (file === undefined) continue
    refuseForeign(file)
    if (part === undefined) throw broken(file, 'is none of the files of this list')
    if (second !== undefined)
      throw broken(second, `and ${file.name} are both the ${part} of the list; hand over the files of one day and of one list`)
  }
  const only = (part: Part): ListFile | undefined => byPart.get(part)?.[0]
  const entries = only('entries')
  if (entries === undefined)
    throw unreadable('The main file of the list, SDN.CSV or CONS_PRIM.CSV, is not among the files. Hand it over too.')
  return { entries, names: only('names'), addresses: only('addresses'), comments: only('comments') }
}

function readSet({ entries, names, addresses, comments }: Parts, called: Names): ListReading {
  const parties = partiesOf(entries)
  const rowsBy = (part: Part, file: ListFile | undefined): ReadonlyMap<string, CsvRow[]> =>
    file === undefined ? new Map() : Map.groupBy(rowsOf(file, { part, parties }), (row) => cellOf(row, 0) ?? '')
  const beside = { names: rowsBy('names', names), addresses: rowsBy('addresses', addresses), comments: rowsBy('comments', comments) }
  const ids = new Set<string>()
  const rows = rowsOf(entries, { part: 'entries', parties })
  for (const row of rows) {
    const id = cellOf(row, 0) ?? ''
    const first = !ids.has(id)
    ids.add(id)
    const party = entryOf(row, { file: entries, parties, comments: beside.comments.get(id) ?? [] })
    // What stands beside the entry belongs to the id: once is enough.
    if (first) addBeside(party, { names: beside.names.get(id) ?? [], addresses: beside.addresses.get(id) ?? [] })
    parties.add(party)
  }
  const cut = rows.some(({ cells }) => cells[11]?.length === REMARK_LENGTH)
  noteMissing({ names, addresses, comments }, { called, parties, cut })
  noteStrays({ names, addresses, comments }, { beside, ids, parties })
  return parties.reading(undefined)
}

/** Rows with the columns that they must have. A last row that is short, or a file that ends within a line, was cut off. */
function rowsOf(file: ListFile, { part, parties }: { part: Part; parties: Parties }): CsvRow[] {
  const columns = COLUMNS[part]
  const rows = csvRows(file, { endMark: END_MARK })
  const last = rows.at(-1)
  if (last === undefined) throw broken(file, 'has no entry of a list in it')
  const tail = new TextDecoder('windows-1252').decode(file.bytes.subarray(-16))
  if (!END_MARK.test(tail)) {
    if (last.cells.length !== columns || !/[\r\n]$/.test(tail)) throw broken(file, `was cut off: line ${last.line} is not whole`)
    parties.note({ kind: 'odd', says: 'The end mark of the publisher is not there: rows may be missing', at: file.name })
  }
  return rows.filter((row) => {
    const fits = row.cells.length === columns && /^\d+$/.test(cellOf(row, 0) ?? '')
    if (!fits)
      parties.note({ kind: 'left-out', says: `A row is not the ${columns} cells that it should be`, at: `${file.name} line ${row.line}` })
    return fits
  })
}

interface EntryContext {
  readonly file: ListFile
  readonly parties: Parties
  readonly comments: readonly CsvRow[]
}

function entryOf(row: CsvRow, { file, parties, comments }: EntryContext): ListedParty {
  const at = `${file.name} line ${row.line}`
  const written = cellOf(row, 2)
  const type = TYPES.get(written?.toLowerCase())
  if (type === undefined) parties.note({ kind: 'odd', says: `"${written}" is no type of party that is known here`, at })
  const party = blankParty(cellOf(row, 0) ?? '', type ?? 'unknown', at)
  const name = cellOf(row, 1)
  if (name !== undefined) party.names.push({ full: name, kind: 'primary', quality: 'strong' })
  party.programmes.push(...programmesOf(cellOf(row, 3)))
  const title = cellOf(row, 4)
  const left = [...(title === undefined ? [] : [`Title: ${title}`]), ...shipColumns(party, row)]
  const start = row.cells[11] ?? ''
  // A remark goes on exactly where it was cut, so neither end is trimmed before they are put together.
  const remarks = [start, ...comments.map(({ cells }) => cells[1] ?? '')].join('')
  const cut = comments.length === 0 && start.length === REMARK_LENGTH
  if (cut) parties.note({ kind: 'odd', says: 'The remarks are cut at their longest, and the file that goes on with them is not here', at })
  if (tidy(remarks) !== '-0-') left.push(...readRemarks(party, tidy(remarks), cut))
  return left.length === 0 ? party : { ...party, remarks: left.join('; ') }
}

/** `SDGT] [IFSR`: several, each but the first and last with a bracket. */
const programmesOf = (written: string | undefined): string[] =>
  (written ?? '').split(/[[\];]+/).flatMap((programme) => (programme.trim() === '' ? [] : [programme.trim()]))

/** Call sign, type, tonnage, gross tonnage, flag and owner of a ship; what has no place of its own is handed back. */
function shipColumns(party: ListedParty, row: CsvRow): string[] {
  const [callSign, kind, tonnage, gross, flag, owner] = [5, 6, 7, 8, 9, 10].map((i) => cellOf(row, i))
  for (const [label, value] of Object.entries({ 'Call Sign': callSign, 'Vessel Flag': flag, 'Vessel Owner': owner }))
    addFact(party, { label, value: value ?? '' })
  const left = { 'Vessel Type': kind, Tonnage: tonnage, 'Gross Registered Tonnage': gross }
  return Object.entries(left).flatMap(([label, value]) => (value === undefined ? [] : [`${label} ${value}`]))
}

function addBeside(party: ListedParty, { names, addresses }: { names: readonly CsvRow[]; addresses: readonly CsvRow[] }): void {
  for (const row of names) {
    const full = cellOf(row, 3)
    const kind = NAME_KINDS.get(cellOf(row, 2) ?? '') ?? 'alias'
    if (full !== undefined) party.names.push({ full, kind, quality: 'strong' })
  }
  for (const row of addresses) {
    const address = [2, 3, 4, 5].flatMap((i) => cellOf(row, i) ?? []).join(', ')
    if (address !== '') party.addresses.push(address)
  }
}

/** `cut`: a remark goes on in the file of remarks; where none does, nothing is missed without it. */
function noteMissing(
  files: Omit<Parts, 'entries'>,
  { called, parties, cut }: { readonly called: Names; readonly parties: Parties; readonly cut: boolean },
): void {
  for (const part of ['names', 'addresses', 'comments'] as const) {
    if (files[part] !== undefined || (part === 'comments' && !cut)) continue
    const says = `${called[part]} is not among the files: ${WITHOUT[part]}. Import it together with ${called.entries}.`
    parties.note({ kind: 'missing', says, at: 'the set of files' })
  }
}

interface Beside {
  readonly beside: { readonly [K in Exclude<Part, 'entries'>]: ReadonlyMap<string, CsvRow[]> }
  readonly ids: ReadonlySet<string>
  readonly parties: Parties
}

/** Rows that belong to no entry: the files are of different days. */
function noteStrays(files: Omit<Parts, 'entries'>, { beside, ids, parties }: Beside): void {
  for (const part of ['names', 'addresses', 'comments'] as const) {
    const strays = [...beside[part].keys()].filter((id) => !ids.has(id)).length
    const file = files[part]
    if (file !== undefined && strays > 0)
      parties.note({
        kind: 'left-out',
        says: `Rows of ${strays} entries that the list does not have: the files are not of the same day`,
        at: file.name,
      })
  }
}
