import type { ListedParty } from '../../model/listed-party.ts'
import type { ListFile, ListFormat } from '../../kit/list.ts'
import { dayFirst } from './date-order.ts'
import { birthsOf, wholeDay } from './dates.ts'
import { PartyDraft } from './draft.ts'
import { severalOf } from './enumerated.ts'
import { type Parties, partiesOf } from './parties.ts'
import { GUESSED, type PlainColumns } from './plain-columns.ts'
import { type Meaning, typeCalled } from './plain-words.ts'
import { said } from './said.ts'
import { hasHeader, type ListRow, listTable } from './table.ts'
import { headOf } from './text.ts'

const YEAR_ALONE =
  'Of a date such as 04/05/2019 the year alone was kept, since day and month cannot be told apart. Say `dates: day-first` or `dates: month-first` in a map (--map)'

/**
 * A table with a header, one party a row. A column for the name is all that it must have; a cell holds several values with `;`
 * between them. Without an id, name and birth are it, so a renamed party is another party.
 */
export function plainCsv(columns: PlainColumns = GUESSED): ListFormat {
  const marksOf = (file: ListFile): readonly string[] | undefined => columns.marks.find((words) => hasHeader(file, words))
  return {
    id: 'plain-csv',
    title: 'Plain table (CSV)',
    recognise: (files) => {
      const mine = files.filter((file) => !/^[^\w"]{0,3}\s*[<{[]/.test(headOf(file)) && marksOf(file) !== undefined)
      return mine.length === 0 ? undefined : mine
    },
    read: (files) => {
      const parties = partiesOf(files[0]!)
      for (const file of files) {
        const { headers, rows } = listTable(file, marksOf(file) ?? columns.marks[0]!, parties)
        columns.check(headers)
        const unknown = headers.filter(
          (header) => header !== '' && columns.meaning(header) === undefined && columns.identifier(header) === undefined,
        )
        const says = `Not read, since it is not known here what they mean: the columns ${unknown.map((header) => `"${header}"`).join(', ')}`
        if (unknown.length > 0) parties.note({ kind: 'odd', says, at: `${file.name} line 1` })
        for (const row of rows) {
          const party = partyOf(row, columns, parties)
          if (party !== undefined) parties.add(party)
        }
      }
      return parties.reading(undefined)
    },
  }
}

function partyOf(row: ListRow, columns: PlainColumns, parties: Parties): ListedParty | undefined {
  const cells = (meaning: Meaning): string[] =>
    [...row.cells].flatMap(([header, cell]) => (columns.meaning(header) === meaning ? cell : []))
  const values = (meaning: Meaning): string[] => cells(meaning).flatMap(severalOf)
  const odd = (says: string): void => parties.note({ kind: 'odd', says, at: row.at })
  const dated = (written: string): string => {
    const { text, unclear } = dayFirst(written, columns.dates)
    if (unclear) odd(columns.dates === undefined ? YEAR_ALONE : `A date is no day when written ${columns.dates}; its year alone was kept`)
    return text
  }
  const name = said(cells('name')[0] ?? [...cells('given'), ...cells('family')].join(' '))
  const id = said(cells('id')[0]) ?? [name, ...values('birth')].filter((part) => part !== undefined).join(' ')
  if (id === '') {
    parties.note({ kind: 'left-out', says: 'A row has neither a name nor an id', at: row.at })
    return undefined
  }
  const called = said(cells('type')[0])
  const type = called === undefined ? 'unknown' : typeCalled(called)
  if (type === undefined) odd(`The type "${called}" is not known here; write person, organisation, vessel or aircraft`)
  const draft = new PartyDraft(id.slice(0, 200), type ?? 'unknown', row.at).name(name, 'primary')
  for (const alias of values('alias')) draft.name(alias, 'alias')
  for (const weak of values('weak')) draft.name(weak, 'alias', 'weak')
  for (const former of values('former')) draft.name(former, 'former')
  for (const programme of values('programme')) draft.text('programmes', programme)
  for (const place of values('birthPlace')) draft.text('birthPlaces', place)
  for (const nationality of values('nationality')) draft.text('nationalities', nationality)
  for (const address of values('address')) draft.text('addresses', address)
  for (const wallet of values('wallet')) draft.wallet(wallet, cells('currency')[0])
  for (const remark of cells('remarks')) draft.remark(remark)
  for (const owner of values('owner')) draft.tie({ kind: 'owned-by', party: owner, by: 'name', ...shareOf(cells('share')[0]) })
  for (const [header, cell] of row.cells) {
    const kind = columns.meaning(header) === undefined ? columns.identifier(header) : undefined
    if (kind !== undefined) for (const value of severalOf(cell)) draft.identifier(kind, value)
  }
  for (const birth of values('birth').map(dated)) {
    if (birthsOf(birth).length === 0) odd('A birth date cannot be read; write it as 1958, 1958-05 or 1958-05-17')
    draft.born(birth)
  }
  const [listed, delisted] = [cells('listed')[0], cells('delisted')[0]].map((cell) => (cell === undefined ? undefined : dated(cell)))
  return draft.listed(dayOf(listed, odd)).delisted(dayOf(delisted, odd)).done()
}

/** A day that cannot be read is said: without it an entry counts as listed from ever and for ever. */
function dayOf(written: string | undefined, odd: (says: string) => void): string | undefined {
  const day = wholeDay(said(written))
  if (written !== undefined && day === undefined) odd('A day of listing or delisting cannot be read; write it as 2019-04-13')
  return day
}

/** Per cent; nothing where a cell does not say a number of them. */
function shareOf(written: string | undefined): { share?: number } {
  const share = Number.parseFloat(written ?? '')
  return share >= 0 && share <= 100 ? { share } : {}
}
