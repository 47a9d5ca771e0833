import { partialDate, wholeDay } from '../../list-formats/dates.ts'
import { PartyDraft } from '../../list-formats/draft.ts'
import { severalOf } from '../../list-formats/enumerated.ts'
import { identifierKind } from '../../list-formats/identifier-kind.ts'
import { joined, said } from '../../list-formats/said.ts'
import { spreadTable } from '../../list-formats/spread-table.ts'
import type { ListRow } from '../../list-formats/table.ts'
import { addName, addOwners, imoNumber, typeOf } from './designation.ts'

/**
 * `UK-Sanctions-List.csv`: the day of the report above the header, then rows. A designation has a row for each of its names,
 * addresses and whatever else it has several of, and every row repeats the rest.
 */
export const sanctionsListCsv = spreadTable({
  id: 'sanctions-list-csv',
  title: 'UK Sanctions List in CSV',
  needed: ['unique id', 'name 6', 'name type'],
  idOf: (row) => said(row.cells.get('unique id')) ?? said(row.cells.get('ofsi group id')),
  beginning: () => (row, id) => new PartyDraft(id, typeOf(row.cells.get('designation type')), row.at),
  add: addRow,
  published: ({ above }) =>
    wholeDay(above.map((cell) => partialDate(cell.replace(/^report date:\s*/i, ''))).find((day) => day !== undefined)),
})

function addRow(row: ListRow, draft: PartyDraft): void {
  const cell = (column: string) => row.cells.get(column)
  addName(
    draft,
    [1, 2, 3, 4, 5, 6].map((part) => cell(`name ${part}`)),
    { kind: cell('name type'), strength: cell('alias strength') },
  )
  draft
    .name(cell('name non latin script'), 'alias')
    .identifier('other', cell('ofsi group id'), { label: 'OFSI group' })
    .identifier('other', cell('un reference number'), { label: 'UN reference' })
    .text('programmes', cell('regime name'))
    .text(
      'addresses',
      joined([...[1, 2, 3, 4, 5, 6].map((line) => cell(`address line ${line}`)), cell('address postal code'), cell('address country')]),
    )
    .text('birthPlaces', joined([cell('town of birth'), cell('country of birth')]))
    .listed(wholeDay(cell('date designated')))
  for (const birth of severalOf(cell('d o b'))) draft.born(birth)
  for (const nationality of severalOf(cell('nationality ies'))) draft.text('nationalities', nationality)
  for (const number of severalOf(cell('passport number')))
    draft.identifier('passport', number, { label: cell('passport additional information') })
  for (const number of severalOf(cell('national identifier number'))) {
    const label = cell('national identifier additional information')
    const kind = identifierKind(label ?? '')
    draft.identifier(kind === 'other' ? 'national-id' : kind, number, { label })
  }
  for (const number of severalOf(cell('business registration number s'))) draft.identifier('registration', number)
  for (const number of severalOf(cell('imo number'))) draft.identifier('imo', imoNumber(number))
  for (const phone of severalOf(cell('phone number'))) draft.identifier('phone', phone)
  for (const mail of severalOf(cell('email address'))) for (const one of mail.split(/[,\s]+/)) draft.identifier('email', one)
  for (const site of severalOf(cell('website'))) draft.identifier('website', site)
  addOwners(draft, [...severalOf(cell('current owner operator s')), ...severalOf(cell('parent company'))])
  for (const subsidiary of severalOf(cell('subsidiaries'))) draft.tie({ kind: 'owns', party: subsidiary, by: 'name' })
  draft.remark(cell('position')).remark(cell('other information')).remark(cell('uk statement of reasons'))
}
