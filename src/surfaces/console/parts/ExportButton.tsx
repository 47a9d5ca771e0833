import { Button } from '@mantine/core'
import IconDownload from '@tabler/icons-react/icons/IconDownload'
import { t } from '../texts/index.ts'
import { csvOf, type Column } from './csv.ts'
import { save } from './save.ts'
import { done } from './toast.tsx'

interface Exported<Row> {
  /** Of the file, without its ending. */
  readonly name: string
  readonly columns: readonly Column<Row>[]
  readonly rows: readonly Row[]
  /** For one of several tables of a page, which is not what the page is for. */
  readonly small?: boolean
}

/** Saves a table as it is shown: these columns, these rows, this order. */
export function ExportButton<Row>({ name, columns, rows, small = false }: Exported<Row>) {
  const onClick = (): void => {
    save(`${name}.csv`, new Blob([csvOf(columns, rows)], { type: 'text/csv' }))
    done(t.states.exported(rows.length))
  }
  return (
    <Button
      variant={small ? 'subtle' : 'default'}
      size={small ? 'compact-sm' : 'sm'}
      leftSection={<IconDownload size={16} aria-hidden />}
      onClick={onClick}
      disabled={rows.length === 0}
    >
      {t.states.export}
    </Button>
  )
}
