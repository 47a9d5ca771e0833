import { partialDate, wholeDay } from '../../list-formats/dates.ts'
import { PartyDraft } from '../../list-formats/draft.ts'
import { severalOf } from '../../list-formats/enumerated.ts'
import { joined, said } from '../../list-formats/said.ts'
import { spreadTable } from '../../list-formats/spread-table.ts'
import type { ListRow } from '../../list-formats/table.ts'
import { addName, typeOf } from './designation.ts'

/** How the older list cites the entry's id on the newer one, in its free text. */
const REFERENCE = /\(UK Sanctions List Ref\)\s*:\s*([A-Z]{3}\d{3,5})/i

/**
 * `ConList.csv` of the Treasury's OFSI, which the UK Sanctions List has taken the place of: the day above the header, rows by
 * `Group ID`. Values that an entry has several of stand in one cell as `(1) … (2) …`. Companies keep old files, and answers as of a day need them.
 */
export const conListCsv = spreadTable({
  id: 'con-list-csv',
  title: 'OFSI consolidated list in CSV',
  needed: ['name 6', 'group type', 'group id', 'regime'],
  idOf: (row) => said(row.cells.get('group id')),
  beginning: (rows) => {
    const ids = idsByGroup(rows)
    return (row, group) => new PartyDraft(ids.get(group) ?? group, typeOf(row.cells.get('group type')), row.at)
  },
  add: addRow,
  published: ({ above }) => wholeDay(above.find((cell) => partialDate(cell) !== undefined)),
})

/**
 * The id on the UK Sanctions List, where a row of the group cites it: so a delta between old and new files compares like with like.
 * A second group that cites the same one keeps its own id, and stays an entry of its own.
 */
function idsByGroup(rows: readonly ListRow[]): Map<string, string> {
  const groups = new Map<string, string>()
  for (const row of rows) {
    const group = said(row.cells.get('group id'))
    const reference = REFERENCE.exec(row.cells.get('other information') ?? '')?.[1]?.toUpperCase()
    if (group !== undefined && reference !== undefined && !groups.has(reference)) groups.set(reference, group)
  }
  return new Map([...groups].map(([reference, group]) => [group, reference]))
}

function addRow(row: ListRow, draft: PartyDraft): void {
  const cell = (column: string) => row.cells.get(column)
  addName(
    draft,
    [1, 2, 3, 4, 5, 6].map((part) => cell(`name ${part}`)),
    { kind: cell('alias type'), strength: cell('alias quality') },
  )
  draft
    .identifier('other', cell('group id'), { label: 'OFSI group' })
    .name(cell('name non latin script'), 'alias')
    .text('programmes', cell('regime'))
    .text('addresses', joined([...[1, 2, 3, 4, 5, 6].map((line) => cell(`address ${line}`)), cell('post zip code'), cell('country')]))
    .listed(wholeDay(cell('uk sanctions list date designated')))
    .listed(wholeDay(cell('listed on')))
  for (const birth of severalOf(cell('dob'))) draft.born(birth)
  const [towns, countries] = [severalOf(cell('town of birth')), severalOf(cell('country of birth'))]
  for (let at = 0; at < Math.max(towns.length, countries.length); at++) draft.text('birthPlaces', joined([towns[at], countries[at]]))
  for (const nationality of severalOf(cell('nationality'))) draft.text('nationalities', nationality)
  for (const number of severalOf(cell('passport number'))) draft.identifier('passport', number, { label: cell('passport details') })
  for (const number of severalOf(cell('national identification number') ?? cell('ni number')))
    draft.identifier('national-id', number, { label: cell('national identification details') })
  draft.remark(cell('position')).remark(cell('other information'))
}
