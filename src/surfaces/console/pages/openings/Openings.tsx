import { Button } from '@mantine/core'
import IconPlus from '@tabler/icons-react/icons/IconPlus'
import { Link, useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { useMay } from '../../api/session.ts'
import { DataTable, type TableColumn } from '../../parts/DataTable.tsx'
import { Dialog } from '../../parts/Dialog.tsx'
import { ExportButton } from '../../parts/ExportButton.tsx'
import { PageHeader } from '../../parts/PageHeader.tsx'
import { Empty, Failed, Loading } from '../../parts/states.tsx'
import { t } from '../../texts/index.ts'
import { useOpenings, type Opening } from './opening.ts'
import { OpeningForm } from './OpeningForm.tsx'

const heads = t.openings.columns
const papersOf = ({ documents }: Opening): string => documents.map((role) => t.openings.papers[role]).join(', ')

const COLUMNS: readonly TableColumn<Opening>[] = [
  {
    head: heads.title,
    width: 'minmax(200px, 2fr)',
    value: ({ title }) => title,
    draw: ({ id, title }) => (
      <Link to="/openings/$opening" params={{ opening: id }}>
        {title}
      </Link>
    ),
  },
  { head: heads.id, width: 'minmax(120px, 1fr)', value: ({ id }) => id },
  { head: heads.documents, width: 'minmax(160px, 2fr)', value: papersOf },
  { head: heads.questions, width: '100px', value: ({ questions }) => String(questions.length) },
]

export function Openings() {
  const openings = useOpenings()
  const navigate = useNavigate()
  const may = useMay()
  const [adding, setAdding] = useState(false)
  const rows = openings.data?.items ?? []
  const go = (opening: string): void => void navigate({ to: '/openings/$opening', params: { opening } })
  const add = may('requisition:manage') && (
    <Button leftSection={<IconPlus size={16} aria-hidden />} onClick={() => setAdding(true)}>
      {t.openings.add}
    </Button>
  )
  return (
    <>
      <PageHeader title={t.openings.page} says={t.openings.says}>
        <ExportButton name="openings" columns={COLUMNS} rows={rows} />
        {rows.length > 0 && add}
      </PageHeader>
      {openings.isPending ? (
        <Loading />
      ) : openings.isError ? (
        <Failed error={openings.error} onRetry={() => void openings.refetch()} />
      ) : rows.length === 0 ? (
        <Empty {...t.openings.empty}>{add}</Empty>
      ) : (
        <DataTable label={t.openings.page} columns={COLUMNS} rows={rows} id={({ id }) => id} open={({ id }) => go(id)} />
      )}
      <Dialog opened={adding} onClose={() => setAdding(false)} title={t.openings.add}>
        <OpeningForm onDone={go} />
      </Dialog>
    </>
  )
}
