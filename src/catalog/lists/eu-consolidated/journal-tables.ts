import type { ListedIdentifier, ListedParty, PartyType } from '../../../model/listed-party.ts'
import type { ListFormat } from '../../../kit/list.ts'
import { wholeDay } from '../../list-formats/dates.ts'
import { PartyDraft } from '../../list-formats/draft.ts'
import { severalOf } from '../../list-formats/enumerated.ts'
import { partiesOf } from '../../list-formats/parties.ts'
import { joined, said } from '../../list-formats/said.ts'
import { hasHeader, type ListRow, listTable } from '../../list-formats/table.ts'

const NEEDED = ['celex', 'programkey', 'annex', 'schema', 'name', 'weakalias']

const TYPES: Readonly<Record<string, PartyType>> = {
  person: 'person',
  legalentity: 'organisation',
  company: 'organisation',
  organization: 'organisation',
  vessel: 'vessel',
  airplane: 'aircraft',
}

/** Column → kind. The Russian register codes are kept under what they are called; a number of the tax office is a tax number there as here. */
const IDENTIFIERS = [
  ['passportnumber', 'passport'],
  ['idnumber', 'national-id'],
  ['taxnumber', 'tax'],
  ['inncode', 'tax', 'INN'],
  ['registrationnumber', 'registration'],
  ['ogrncode', 'registration', 'OGRN'],
  ['okpocode', 'registration', 'OKPO'],
  ['kppcode', 'other', 'KPP'],
  ['leicode', 'lei'],
  ['swiftbic', 'swift'],
  ['imonumber', 'imo'],
  ['mmsi', 'mmsi'],
  ['ticker', 'other', 'ticker'],
  ['phone', 'phone'],
  ['email', 'email'],
  ['website', 'website'],
] as const

/** What the annexes write behind a number: `(Tunisian passport, issued 8.10.1998)`, `, issued 28.10.2016`. */
const NOTE = /\s*(?:\(|,\s*(?=(?:issued|expir|valid|date|delivered)))(.*?)\)?$/i
/** Words without a blank in them, with commas between: several numbers, or several ways to reach somebody. */
const WORDS = /^[^\s,]+(?:,\s*[^\s,]+)+$/
/** Phone numbers hold blanks and no commas. */
const PHONES = /^[\d+() /-]+(?:,[\d+() /-]+)+$/

/**
 * Tables made of the annexes of regulations as the Official Journal prints them, one file a regulation. All that are handed in
 * are one version: each regulation lists for itself.
 */
export const journalTables: ListFormat = {
  id: 'journal-tables',
  title: 'Tables of the annexes in the Official Journal',
  recognise: (files) => {
    const mine = files.filter((file) => hasHeader(file, NEEDED))
    return mine.length === 0 ? undefined : mine
  },
  read: (files) => {
    const parties = partiesOf(files[0]!)
    for (const file of files) for (const row of listTable(file, NEEDED, parties).rows) parties.add(partyOf(row))
    // The tables do not say of which day they are.
    return parties.reading(undefined)
  },
}

/**
 * The number of the entry in its annex is the id; where the annex numbers nothing, the name and the birth date stand for it. The
 * same spelling in two annexes is two entries: each listing ends by itself.
 */
function idOf(row: ListRow): string {
  const cell = (column: string) => said(row.cells.get(column))
  const number = cell('recordid') ?? [cell('name'), cell('birthdate')].filter((part) => part !== undefined).join(' ')
  return [cell('celex'), cell('annex'), number]
    .filter((part) => part !== undefined)
    .join('/')
    .slice(0, 200)
}

function partyOf(row: ListRow): ListedParty {
  const cell = (column: string) => row.cells.get(column)
  const draft = new PartyDraft(idOf(row), TYPES[cell('schema')?.toLowerCase() ?? ''] ?? 'unknown', row.at)
  draft
    .name(cell('name'), 'primary')
    .text('programmes', cell('programkey'))
    .listed(wholeDay(cell('startdate')?.trim()))
  for (const alias of severalOf(cell('alias'))) draft.name(alias, 'alias')
  for (const alias of severalOf(cell('weakalias'))) draft.name(alias, 'alias', 'weak')
  for (const former of severalOf(cell('previousname'))) draft.name(former, 'former')
  for (const date of severalOf(cell('birthdate'))) draft.born(date)
  for (const place of severalOf(cell('birthplace'))) draft.text('birthPlaces', place)
  for (const nationality of severalOf(cell('nationality'))) draft.text('nationalities', nationality)
  for (const address of severalOf(cell('address'))) draft.text('addresses', address)
  for (const [column, kind, label] of IDENTIFIERS) for (const value of severalOf(cell(column))) addIdentifier(draft, { kind, label, value })
  draft.remark(joined([cell('measure'), cell('position')]))
  return draft.remark(cell('reason')).remark(cell('notes')).done()
}

/** The number by itself, so that it meets another one that is written by itself; what stands behind it says what it is. */
function addIdentifier(
  draft: PartyDraft,
  { kind, label, value }: { kind: ListedIdentifier['kind']; label: string | undefined; value: string },
): void {
  const phone = kind === 'phone'
  const note = phone ? undefined : said(NOTE.exec(value)?.[1])
  const numbers = phone ? value : value.replace(NOTE, '')
  const several = (phone ? PHONES : WORDS).test(numbers) ? numbers.split(',') : [numbers]
  for (const one of several) draft.identifier(kind, one, { label: [label, note].filter((part) => part !== undefined).join(', ') })
}
