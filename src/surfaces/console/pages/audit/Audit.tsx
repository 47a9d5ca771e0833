import { useNavigate, useSearch } from '@tanstack/react-router'
import { useMemo, useState } from 'react'
import { useMay, useMe } from '../../api/session.ts'
import type { TableColumn } from '../../parts/DataTable.tsx'
import { ExportButton } from '../../parts/ExportButton.tsx'
import { Listed } from '../../parts/Listed.tsx'
import { PageHeader } from '../../parts/PageHeader.tsx'
import { When } from '../../parts/When.tsx'
import { t } from '../../texts/index.ts'
import { useAccounts } from '../people/accounts.ts'
import css from './audit.module.css'
import { Filters } from './Filters.tsx'
import { actionSays, useLog, type Row } from './log.ts'
import { RowDrawer } from './RowDrawer.tsx'
import { Verify } from './Verify.tsx'
import { WholeLog } from './WholeLog.tsx'

const heads = t.audit.columns

const columnsOf = (open: (row: Row) => void, nameOf: (id: string) => string): readonly TableColumn<Row>[] => [
  {
    head: heads.action,
    width: 'minmax(180px, 1.4fr)',
    value: ({ action }) => actionSays(action),
    draw: (row) => (
      <button type="button" className={css.open} onClick={() => open(row)}>
        {actionSays(row.action)}
      </button>
    ),
  },
  { head: heads.at, width: '170px', value: ({ at }) => at, draw: ({ at }) => <When at={at} /> },
  { head: heads.actor, width: 'minmax(130px, 1fr)', value: ({ actor }) => nameOf(actor) },
  { head: heads.subject, width: 'minmax(150px, 1.4fr)', value: ({ subject }) => nameOf(subject) },
  { head: heads.seq, width: '70px', value: ({ seq }) => String(seq) },
]

/** What was done here, by whom and on what, newest first. */
export function Audit() {
  const filter = useSearch({ from: '/inside/audit' })
  const navigate = useNavigate()
  const me = useMe()
  const may = useMay()
  const { query, rows, onEnd } = useLog(filter)
  const accounts = useAccounts(may('people:manage'))
  const [opened, setOpened] = useState<Row>()
  const names = useMemo(
    () => new Map([[me.account, me.name], ...(accounts.data?.items.map(({ id, name }) => [id, name] as const) ?? [])]),
    [accounts.data, me],
  )
  const columns = useMemo(() => columnsOf(setOpened, (id) => names.get(id) ?? id), [names])
  return (
    <>
      <PageHeader title={t.audit.title} says={t.audit.says}>
        <WholeLog />
        <ExportButton name="log" columns={columns} rows={rows} />
      </PageHeader>
      <Verify />
      <Filters filter={filter} names={names} onChange={(search) => void navigate({ to: '/audit', search, replace: true })} />
      <Listed
        of={query}
        empty={t.audit.empty}
        label={t.audit.title}
        columns={columns}
        rows={rows}
        id={({ seq }) => String(seq)}
        open={setOpened}
        onEnd={onEnd}
      />
      <RowDrawer row={opened} nameOf={(id) => names.get(id)} onClose={() => setOpened(undefined)} />
    </>
  )
}
