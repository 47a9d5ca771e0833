import type { ListFormat } from '../../kit/list.ts'
import { draftOf, type PartyDraft } from './draft.ts'
import { partiesOf } from './parties.ts'
import { hasHeader, type ListRow, type ListTable, listTable } from './table.ts'

/** A publisher's table in which an entry has a row for each of its names, addresses and whatever else it has several of. */
export interface SpreadTable extends Pick<ListFormat, 'id' | 'title'> {
  /** Columns without which a table is another table, as `plainHeader` writes them. */
  readonly needed: readonly string[]
  /** What all rows of an entry have in common; a row without it is left out. */
  idOf(row: ListRow): string | undefined
  /** How to begin an entry with its first row, once all rows are there. */
  beginning(rows: readonly ListRow[]): (row: ListRow, id: string) => PartyDraft
  add(row: ListRow, draft: PartyDraft): void
  published(table: ListTable): string | undefined
}

/** The format of such a table: one file, told by its header. */
export const spreadTable = ({ id, title, needed, idOf, beginning, add, published }: SpreadTable): ListFormat => ({
  id,
  title,
  recognise: (files) => {
    const mine = files.filter((file) => hasHeader(file, needed))
    return mine.length === 0 ? undefined : mine.slice(0, 1)
  },
  read: ([file]) => {
    const parties = partiesOf(file!)
    const drafts = new Map<string, PartyDraft>()
    const table = listTable(file!, needed, parties)
    const begin = beginning(table.rows)
    for (const row of table.rows) {
      const entry = idOf(row)
      if (entry === undefined) parties.note({ kind: 'left-out', says: 'A row does not say which entry it belongs to', at: row.at })
      else
        add(
          row,
          draftOf(drafts, entry, () => begin(row, entry)),
        )
    }
    for (const draft of drafts.values()) parties.add(draft.done())
    return parties.reading(published(table))
  },
})
