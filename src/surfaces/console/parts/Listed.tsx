import { DataTable, type Table } from './DataTable.tsx'
import { Empty, Failed, Loading } from './states.tsx'

interface Shown<Row> extends Table<Row> {
  /** The question to the service of which the rows are the answer. */
  readonly of: { readonly isPending: boolean; readonly isError: boolean; readonly error: unknown; refetch(): unknown }
  /** What stands in place of no rows. */
  readonly empty: { readonly title: string; readonly says: string }
}

/** A table of what the service has: on its way, not to be had, empty, or its lines. */
export function Listed<Row extends object>({ of, empty, ...table }: Shown<Row>) {
  if (of.isPending) return <Loading />
  if (of.isError) return <Failed error={of.error} onRetry={() => void of.refetch()} />
  return table.rows.length === 0 ? <Empty {...empty} /> : <DataTable {...table} />
}
