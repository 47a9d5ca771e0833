import { Select } from '@mantine/core'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { useMemo, useState } from 'react'
import { DataTable, type TableColumn } from '../../parts/DataTable.tsx'
import { ExportButton } from '../../parts/ExportButton.tsx'
import { Side } from '../../parts/Side.tsx'
import { Failed, Loading } from '../../parts/states.tsx'
import { rooms } from '../../texts/index.ts'
import { rowsOf, useDelta, written, type DeltaRow } from './delta-rows.ts'
import { dayOf, type Version } from './list-lines.ts'
import css from './lists.module.css'

const words = rooms.list
const heads = words.deltaHeads

const columnsFor = (show: (row: DeltaRow) => void): readonly TableColumn<DeltaRow>[] => [
  {
    head: heads.name,
    width: 'minmax(180px, 2fr)',
    value: ({ name, id }) => name ?? id,
    draw: (row) => (
      <button type="button" className={css.plain} onClick={() => show(row)}>
        {row.name ?? row.id}
      </button>
    ),
  },
  {
    head: heads.change,
    width: '100px',
    value: ({ change }) => words.changes[change],
    draw: ({ change }) => (
      <span className={css.change} data-change={change}>
        {words.changes[change]}
      </span>
    ),
  },
  { head: heads.fields, width: 'minmax(140px, 2fr)', value: ({ fields }) => fields.map(({ field }) => field).join(', ') },
  { head: heads.type, width: '110px', value: ({ type }) => type },
  { head: heads.entry, width: '120px', value: ({ id }) => id },
]

/** What two versions of a list differ in, an entry a line, each down to its fields. */
export function Delta({ list, versions }: { readonly list: string; readonly versions: readonly Version[] }) {
  const search = useSearch({ from: '/inside/sanctions/lists/$list' })
  const navigate = useNavigate({ from: '/lists/$list' })
  const current = versions.findIndex((one) => one.inForce)
  const to = search.to ?? versions[Math.max(current, 1)]?.version
  const from = search.from ?? versions[Math.max(current, 1) - 1]?.version
  const [shown, setShown] = useState<DeltaRow>()
  const delta = useDelta(list, from, to)
  const columns = useMemo(() => columnsFor(setShown), [])
  const rows = useMemo(() => (delta.data === undefined ? [] : rowsOf(delta.data)), [delta.data])
  if (versions.length < 2)
    return (
      <section className="card" aria-labelledby="delta">
        <h2 id="delta">{words.delta}</h2>
        <p className="soft">{words.one}</p>
      </section>
    )
  const choices = versions.toReversed().map((one) => ({ value: one.version, label: `${dayOf(one)} · ${rooms.short(one.version)}` }))
  const choose = (side: 'from' | 'to', value: string | null): void =>
    void navigate({ search: (before) => ({ ...before, ...(value === null ? {} : { [side]: value }) }), replace: true, resetScroll: false })
  return (
    <section className="card" aria-labelledby="delta">
      <header className={css.head}>
        <h2 id="delta">{words.delta}</h2>
        <ExportButton small name={`${list}-changes`} columns={columns} rows={rows} />
      </header>
      <div className={css.bar}>
        <Select label={words.from} data={choices} value={from ?? null} onChange={(value) => choose('from', value)} allowDeselect={false} />
        <Select label={words.to} data={choices} value={to ?? null} onChange={(value) => choose('to', value)} allowDeselect={false} />
      </div>
      {delta.isPending ? (
        <Loading />
      ) : delta.isError ? (
        <Failed error={delta.error} onRetry={() => void delta.refetch()} />
      ) : (
        <>
          <p className={css.counts}>
            {rows.length === 0
              ? words.same
              : words.counts(delta.data.added.length, delta.data.removed.length, delta.data.changed.length, delta.data.unchanged)}
          </p>
          {rows.length > 0 && (
            <div className={css.delta}>
              <DataTable label={words.delta} columns={columns} rows={rows} id={(row) => `${row.change} ${row.id}`} open={setShown} />
            </div>
          )}
        </>
      )}
      <Side opened={shown !== undefined} onClose={() => setShown(undefined)} title={shown?.name ?? shown?.id ?? ''}>
        {shown !== undefined && <Change row={shown} />}
      </Side>
    </section>
  )
}

function Change({ row: { change, id, type, programmes, fields } }: { readonly row: DeltaRow }) {
  return (
    <div className={css.form}>
      <p>
        <span className={css.change} data-change={change}>
          {words.changes[change]}
        </span>{' '}
        <span className="soft">{[`${heads.entry} ${id}`, type, ...programmes].join(' · ')}</span>
      </p>
      {fields.map(({ field, removed, added }) => (
        <section key={field}>
          <h3>{field}</h3>
          <dl className={css.fieldChange}>
            {removed.map((value) => (
              <div key={`was ${written(value)}`}>
                <dt>{words.fieldWas}</dt>
                <dd>
                  <del>{written(value)}</del>
                </dd>
              </div>
            ))}
            {added.map((value) => (
              <div key={`is ${written(value)}`}>
                <dt>{words.fieldIs}</dt>
                <dd>
                  <ins>{written(value)}</ins>
                </dd>
              </div>
            ))}
          </dl>
        </section>
      ))}
    </div>
  )
}
