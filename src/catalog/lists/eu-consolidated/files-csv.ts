import { wholeDay } from '../../list-formats/dates.ts'
import type { PartyDraft } from '../../list-formats/draft.ts'
import { spreadTable } from '../../list-formats/spread-table.ts'
import { type ListRow, plainHeader } from '../../list-formats/table.ts'
import { address, birth, citizenship, contact, entityDraft, identification, name, regulation, type Say } from './entity.ts'

/** The CSV calls an attribute by its element and itself, but for these. */
const OTHER_WORDS: Readonly<Record<string, string>> = {
  identificationTypeCode: 'TypeCode',
  identificationTypeDescription: 'TypeDescription',
  euReferenceNumber: 'EU_ReferenceNumber',
}

/** `EMAIL[office@example.com] PHONE[…]` in a cell of the address. */
const CONTACT = /([A-Z]{2,20})\s*\[([^\]]*)\]/g

/** What a row says under the columns of one element. Their names are made once: a file has some forty thousand rows. */
function block(element: string): (row: ListRow) => Say {
  const columns = new Map<string, string>()
  return (row) => (field) => {
    let column = columns.get(field)
    if (column === undefined) {
      column = plainHeader(`${element}_${OTHER_WORDS[field] ?? field}`)
      columns.set(field, column)
    }
    return row.cells.get(column)
  }
}

const entity = block('Entity')
const BLOCKS = [
  [block('Entity_Regulation'), regulation],
  [block('NameAlias'), name],
  [block('BirthDate'), birth],
  [block('Address'), address],
  [block('Citizenship'), citizenship],
  [block('Identification'), identification],
] as const

/** `csvFullSanctionsList_1_1`: rows of one entity follow each other, each with a name, an address, a birth, a document or a citizenship. */
export const filesCsv = spreadTable({
  id: 'files-csv',
  title: 'Financial Sanctions Files in CSV',
  needed: ['entity logicalid', 'namealias wholename'],
  idOf: (row) => row.cells.get('entity logicalid')?.trim(),
  beginning: () => begun,
  add: addRow,
  published: ({ rows }) => wholeDay(rows[0]?.cells.get('filegenerationdate')),
})

function begun(row: ListRow, id: string): PartyDraft {
  const own = entity(row)
  return entityDraft(
    id,
    (field) => (field === 'subjectType' ? (own('SubjectType_ClassificationCode') ?? own('SubjectType')) : own(field)),
    row.at,
  )
}

function addRow(row: ListRow, draft: PartyDraft): void {
  for (const [says, add] of BLOCKS) add(draft, says(row))
  for (const [, key, value] of (row.cells.get('address contactinfo') ?? '').matchAll(CONTACT)) contact(draft, key!, value)
}
