import {
  createColumnHelper,
  createSortedRowModel,
  rowSortingFeature,
  sortFn_alphanumeric,
  tableFeatures,
  useTable,
} from '@tanstack/react-table'
import { useEffect, useMemo, type ReactNode } from 'react'
import type { Column } from './csv.ts'
import css from './table.module.css'
import { useLines } from './useLines.ts'

/** A column of a table: its text, by which it is sorted and exported, and how it is drawn where that is more than the text. */
export interface TableColumn<Row> extends Column<Row> {
  readonly draw?: (row: Row) => ReactNode
  /** A share of the width, as CSS grid tracks have it. */
  readonly width: string
}

export interface Table<Row> {
  readonly label: string
  readonly columns: readonly TableColumn<Row>[]
  readonly rows: readonly Row[]
  readonly id: (row: Row) => string
  readonly open: (row: Row) => void
  /** Asked for more when the last row is seen. Sorting a list that has not all come would mislead, so it is off then. */
  readonly onEnd?: (() => void) | undefined
}

const features = tableFeatures({
  rowSortingFeature,
  sortedRowModel: createSortedRowModel(),
  sortFns: { alphanumeric: sortFn_alphanumeric },
})
const ROW_HEIGHT = 48

/** A long table: only the rows that are seen are drawn, `j` and `k` walk it, and a head that is pressed sorts. */
export function DataTable<Row extends object>({ label, columns, rows, id, open, onEnd }: Table<Row>) {
  const defined = useMemo(() => {
    const helper = createColumnHelper<typeof features, Row>()
    return columns.map((column) =>
      helper.accessor((row): unknown => column.value(row) ?? '', {
        id: column.head,
        header: column.head,
        sortFn: 'alphanumeric',
        enableSorting: onEnd === undefined,
      }),
    )
  }, [columns, onEnd === undefined])
  const data = useMemo(() => [...rows], [rows])
  const table = useTable({ features, columns: defined, data, getRowId: id })
  const sorted = table.getRowModel().rows
  const openAt = (index: number): void => {
    const row = sorted[index]
    if (row !== undefined) open(row.original)
  }
  const { list, lines, chosen } = useLines({ count: sorted.length, height: ROW_HEIGHT, open: openAt })
  const drawn = lines.getVirtualItems()
  const last = drawn.at(-1)?.index ?? 0
  useEffect(() => {
    if (last >= sorted.length - 1) onEnd?.()
  }, [last, sorted.length, onEnd])
  const tracks = { gridTemplateColumns: columns.map((column) => column.width).join(' ') }
  return (
    <div ref={list} className={css.table} role="table" aria-label={label} aria-rowcount={sorted.length} tabIndex={0}>
      <div role="rowgroup" className={css.head}>
        <div role="row" style={tracks}>
          {table.getHeaderGroups()[0]?.headers.map((header) => {
            const { column } = header
            const order = column.getIsSorted()
            return (
              <div key={header.id} role="columnheader" aria-sort={order === false ? 'none' : order === 'asc' ? 'ascending' : 'descending'}>
                {column.getCanSort() ? (
                  <button type="button" onClick={() => column.toggleSorting()}>
                    {header.id}
                    <span aria-hidden>{order === false ? '' : order === 'asc' ? ' ↑' : ' ↓'}</span>
                  </button>
                ) : (
                  header.id
                )}
              </div>
            )
          })}
        </div>
      </div>
      <div role="rowgroup" className={css.body} style={{ height: lines.getTotalSize() }}>
        {drawn.map(({ index, start, key }) => {
          const row = sorted[index]?.original
          return (
            row !== undefined && (
              <div
                key={key}
                ref={lines.measureElement}
                data-index={index}
                data-chosen={index === chosen || undefined}
                role="row"
                aria-rowindex={index + 1}
                className={css.row}
                style={{ ...tracks, transform: `translateY(${start}px)` }}
              >
                {columns.map((column) => (
                  <div key={column.head} role="cell" data-head={column.head}>
                    {column.draw === undefined ? column.value(row) : column.draw(row)}
                  </div>
                ))}
              </div>
            )
          )
        })}
      </div>
    </div>
  )
}
