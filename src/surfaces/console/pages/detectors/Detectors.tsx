import { Select, TextInput } from '@mantine/core'
import IconSearch from '@tabler/icons-react/icons/IconSearch'
import { Link, useNavigate, useSearch } from '@tanstack/react-router'
import { useMemo, useRef, useState } from 'react'
import { useShortcuts } from '../../frame/keyboard.ts'
import { DataTable, type TableColumn } from '../../parts/DataTable.tsx'
import { ExportButton } from '../../parts/ExportButton.tsx'
import { PageHeader } from '../../parts/PageHeader.tsx'
import { Empty, Failed, Loading } from '../../parts/states.tsx'
import { rooms, t } from '../../texts/index.ts'
import { phaseOf, placeOf, useDetectors, useRates, type DetectorLine, type Rates } from './detector-lines.ts'
import css from './detectors.module.css'

const words = rooms.detectors
const heads = words.columns
const STRENGTH: Readonly<Record<string, string>> = t.strength
const STATUS: Readonly<Record<string, string>> = { shadow: words.shadow, draft: words.draft }

const columnsFor = (rates: ReadonlyMap<string, Rates>): readonly TableColumn<DetectorLine>[] => [
  {
    head: heads.title,
    width: 'minmax(240px, 3fr)',
    value: ({ title }) => title,
    draw: (line) => (
      <>
        <Link {...placeOf(line)}>{line.title}</Link>
        {STATUS[line.status] !== undefined && <span className="soft small"> · {STATUS[line.status]}</span>}
      </>
    ),
  },
  {
    head: heads.strength,
    width: '120px',
    value: ({ strength }) => STRENGTH[strength] ?? strength,
    draw: ({ strength, direction }) => (
      <span className={css.strength} data-direction={direction} data-strength={strength}>
        {STRENGTH[strength] ?? strength}
      </span>
    ),
  },
  { head: heads.direction, width: '164px', value: ({ direction }) => words.direction[direction] ?? direction },
  { head: heads.family, width: '124px', value: ({ family }) => family.replaceAll('-', ' ') },
  { head: heads.phase, width: '92px', value: phaseOf },
  ...(rates.size === 0
    ? []
    : [
        {
          head: heads.fired,
          width: '140px',
          value: ({ id }: DetectorLine) => {
            const own = rates.get(id)
            return own === undefined ? undefined : words.of(own.fires.part, own.fires.n)
          },
        },
      ]),
]

/** Every question that is asked of an application. */
export function Detectors() {
  const { phase } = useSearch({ from: '/inside/detectors' })
  const navigate = useNavigate()
  const box = useRef<HTMLInputElement>(null)
  const [typed, setTyped] = useState('')
  const detectors = useDetectors()
  const rates = useRates()
  const columns = useMemo(() => columnsFor(rates), [rates.size])
  useShortcuts([{ keys: '/', says: t.keys.search, run: () => box.current?.focus() }])
  const all = detectors.data?.items ?? []
  const text = typed.trim().toLowerCase()
  const rows = all.filter(
    (one) => (phase === undefined || phaseOf(one) === phase) && `${one.title} ${one.asks} ${one.family}`.toLowerCase().includes(text),
  )
  return (
    <>
      <PageHeader title={words.title} says={words.says}>
        <ExportButton name="checks" columns={columns} rows={rows} />
      </PageHeader>
      <div className={css.bar}>
        <TextInput
          ref={box}
          type="search"
          aria-label={words.search}
          placeholder={words.search}
          leftSection={<IconSearch size={16} aria-hidden />}
          value={typed}
          onChange={(event) => setTyped(event.currentTarget.value)}
          onKeyDown={(event) => event.key === 'Escape' && event.currentTarget.blur()}
        />
        <Select
          aria-label={words.phase}
          placeholder={words.any}
          data={[...new Set(all.map(phaseOf))]}
          value={phase ?? null}
          onChange={(value) => void navigate({ to: '/detectors', search: value === null ? {} : { phase: value }, replace: true })}
          clearable
        />
      </div>
      {detectors.isPending ? (
        <Loading />
      ) : detectors.isError ? (
        <Failed error={detectors.error} onRetry={() => void detectors.refetch()} />
      ) : rows.length === 0 ? (
        <Empty {...words.nobody} />
      ) : (
        <DataTable label={words.title} columns={columns} rows={rows} id={(row) => row.id} open={(row) => void navigate(placeOf(row))} />
      )}
    </>
  )
}
