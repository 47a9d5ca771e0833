import { Button, Checkbox, SegmentedControl, Tabs } from '@mantine/core'
import IconUpload from '@tabler/icons-react/icons/IconUpload'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { useMemo, useState } from 'react'
import css from '../../parts/blocks.module.css'
import type { TableColumn } from '../../parts/DataTable.tsx'
import { Dialog } from '../../parts/Dialog.tsx'
import { ExportButton } from '../../parts/ExportButton.tsx'
import { Listed } from '../../parts/Listed.tsx'
import { PageHeader } from '../../parts/PageHeader.tsx'
import { Side } from '../../parts/Side.tsx'
import { Tag } from '../../parts/Tag.tsx'
import { When } from '../../parts/When.tsx'
import { t } from '../../texts/index.ts'
import { Import } from './Import.tsx'
import { isState, STATES, useIndicators, type Indicator, type State } from './indicator.ts'
import { IndicatorDrawer } from './IndicatorDrawer.tsx'
import own from './indicators.module.css'
import { LookBack } from './LookBack.tsx'
import { Settle } from './Settle.tsx'

const w = t.indicators
const heads = w.columns

interface Choosing {
  readonly chosen: ReadonlySet<string>
  choose(id: string): void
  open(row: Indicator): void
}

const columnsOf = ({ chosen, choose, open }: Choosing): readonly TableColumn<Indicator>[] => [
  {
    head: heads.value,
    width: 'minmax(220px, 2fr)',
    value: ({ value }) => value,
    draw: (row) => (
      <span className={own.value}>
        {row.state === 'quarantined' && (
          <Checkbox aria-label={`${w.choose}: ${row.value}`} checked={chosen.has(row.id)} onChange={() => choose(row.id)} />
        )}
        <button type="button" onClick={() => open(row)}>
          {row.value}
        </button>
      </span>
    ),
  },
  { head: heads.kind, width: '130px', value: ({ kind }) => w.kinds[kind] },
  { head: heads.source, width: 'minmax(120px, 1fr)', value: ({ source }) => source },
  {
    head: heads.worth,
    width: '120px',
    value: ({ reliability, credibility }) => `${reliability}${credibility}`,
    draw: ({ reliability, credibility, warning }) => (
      <>
        {`${reliability}${credibility}`} {warning !== undefined && <Tag tone="look">{w.held}</Tag>}
      </>
    ),
  },
  { head: heads.expires, width: '130px', value: ({ expires }) => expires, draw: ({ expires }) => <When at={expires} as="day" /> },
]

/** Known-bad identifiers that somebody published: taken in, waiting for a person, and what was said of each. */
export function Indicators() {
  const { view, state: asked } = useSearch({ from: '/inside/indicators' })
  const navigate = useNavigate()
  const [importing, setImporting] = useState(false)
  const state = isState(asked) ? asked : 'quarantined'
  const back = view === 'look-back'
  return (
    <>
      <PageHeader title={w.title} says={w.says}>
        <Button leftSection={<IconUpload size={16} aria-hidden />} onClick={() => setImporting(true)}>
          {w.import.title}
        </Button>
      </PageHeader>
      <Tabs
        value={back ? 'look-back' : 'list'}
        onChange={(to) => void navigate({ to: '/indicators', search: to === 'look-back' ? { view: to } : {}, replace: true })}
        keepMounted={false}
      >
        <Tabs.List mb="md">
          <Tabs.Tab value="list">{w.list}</Tabs.Tab>
          <Tabs.Tab value="look-back">{t.lookback.tab}</Tabs.Tab>
        </Tabs.List>
        <Tabs.Panel value="list">
          <List key={state} state={state} />
        </Tabs.Panel>
        <Tabs.Panel value="look-back">
          <div className={css.narrow}>
            <LookBack />
          </div>
        </Tabs.Panel>
      </Tabs>
      <Side opened={importing} onClose={() => setImporting(false)} title={w.import.title}>
        <Import onDone={() => setImporting(false)} />
      </Side>
    </>
  )
}

function List({ state }: { readonly state: State }) {
  const navigate = useNavigate()
  const known = useIndicators(state)
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set())
  const [opened, setOpened] = useState<Indicator>()
  const [settling, setSettling] = useState(false)
  const rows = known.data?.items ?? []
  const columns = useMemo(
    () =>
      columnsOf({
        chosen,
        choose: (id) => setChosen(new Set(chosen.has(id) ? [...chosen].filter((one) => one !== id) : [...chosen, id])),
        open: setOpened,
      }),
    [chosen],
  )
  return (
    <>
      <div className={css.bar}>
        <SegmentedControl
          aria-label={heads.state}
          data={STATES.map((value) => ({ value, label: w.states[value] }))}
          value={state}
          onChange={(value) => void navigate({ to: '/indicators', search: { state: value }, replace: true })}
        />
        <ExportButton name={`known-bad-${state}`} columns={columns} rows={rows} />
        {chosen.size > 0 && <Button onClick={() => setSettling(true)}>{w.decide(chosen.size)}</Button>}
      </div>
      <Listed
        of={known}
        empty={w.empty[state]}
        label={w.states[state]}
        columns={columns}
        rows={rows}
        id={({ id }) => id}
        open={setOpened}
      />
      <IndicatorDrawer indicator={opened} onClose={() => setOpened(undefined)} />
      <Dialog opened={settling} onClose={() => setSettling(false)} title={w.decide(chosen.size)}>
        <Settle
          named={{ ids: [...chosen] }}
          onDone={() => {
            setSettling(false)
            setChosen(new Set())
          }}
        />
      </Dialog>
    </>
  )
}
