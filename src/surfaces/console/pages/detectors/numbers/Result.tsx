import { Button } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { call } from '../../../api/client.ts'
import { keys } from '../../../api/keys.ts'
import blocks from '../../../parts/blocks.module.css'
import { DataTable, type TableColumn } from '../../../parts/DataTable.tsx'
import { ExportButton } from '../../../parts/ExportButton.tsx'
import { Failed, Loading } from '../../../parts/states.tsx'
import { numbers as words, rooms, t } from '../../../texts/index.ts'
import css from './numbers.module.css'
import { TriedEvidence } from './TriedEvidence.tsx'
import type { Changed, TrialResult } from './own-numbers.ts'

const told = words.result
const MOST = 1_000
const DECIDED: Readonly<Record<string, string>> = t.persona.decided

interface Shown {
  /** The run or the set. */
  readonly trial: string
  readonly result: TrialResult
}

/** What other numbers would say, counted, and of whom. */
export function Result({ trial, result }: Shown) {
  const [open, setOpen] = useState(false)
  const share = ({ part, n, low, high }: TrialResult['firesNow']): string => rooms.detector.interval(part, n, low, high)
  const side = (title: string, { confirmed, cleared, undecided, personas }: TrialResult['newly']) => (
    <div className={css.side}>
      <h4>{title}</h4>
      {personas > 0 && (
        <Facts
          facts={[
            [told.confirmed, share(confirmed)],
            [told.cleared, share(cleared)],
            [told.undecided, String(undecided)],
          ]}
        />
      )}
    </div>
  )
  const changed = result.newly.personas + result.quiet.personas
  return (
    <div className={css.part}>
      <p>
        {told.looked(result.looked, result.asked)} {result.failed > 0 && told.failed(result.failed)}
      </p>
      <Facts
        facts={[
          [told.now, share(result.firesNow)],
          [told.other, share(result.firesOther)],
        ]}
      />
      {changed === 0 ? (
        <p>{told.none}</p>
      ) : (
        <>
          <div className={css.sides}>
            {side(told.newly(result.newly.personas), result.newly)}
            {side(told.quiet(result.quiet.personas), result.quiet)}
          </div>
          <p className="soft small">{told.caution}</p>
          {open ? (
            <Whom trial={trial} />
          ) : (
            <div>
              <Button variant="default" onClick={() => setOpen(true)}>
                {told.whom}
              </Button>
            </div>
          )}
        </>
      )}
    </div>
  )
}

function Facts({ facts }: { readonly facts: readonly (readonly [string, string])[] }) {
  return (
    <dl className={css.facts}>
      {facts.map(([says, value]) => (
        <div key={says}>
          <dt>{says}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  )
}

const columns: readonly TableColumn<Changed>[] = [
  { head: words.columns.persona, width: 'minmax(180px, 2fr)', value: ({ persona }) => persona },
  { head: words.columns.change, width: 'minmax(150px, 1fr)', value: ({ change }) => words.change[change] },
  {
    head: words.columns.decided,
    width: 'minmax(120px, 1fr)',
    value: ({ decided }) => (decided === undefined ? words.undecided : (DECIDED[decided] ?? decided)),
  },
]

function Whom({ trial }: { readonly trial: string }) {
  const [chosen, setChosen] = useState<string>()
  const whom = useQuery({
    queryKey: keys.tried(trial),
    queryFn: () => call('GET /api/trials/:trial/personas', { params: { trial }, query: { limit: MOST } }),
  })
  if (whom.isPending) return <Loading />
  if (whom.isError) return <Failed error={whom.error} onRetry={() => void whom.refetch()} />
  const rows = whom.data.items
  return (
    <div className={css.part}>
      <div className={blocks.acts}>
        <ExportButton name="other-numbers" columns={columns} rows={rows} />
      </div>
      <DataTable
        label={told.table}
        columns={drawn(setChosen)}
        rows={rows}
        id={(row) => row.persona}
        open={(row) => setChosen(row.persona)}
      />
      <TriedEvidence trial={trial} persona={chosen} onClose={() => setChosen(undefined)} />
    </div>
  )
}

const drawn = (open: (persona: string) => void): readonly TableColumn<Changed>[] =>
  columns.map((column, i) =>
    i > 0
      ? column
      : {
          ...column,
          draw: ({ persona }: Changed) => (
            <Button variant="subtle" size="compact-sm" className="mono" onClick={() => open(persona)}>
              {persona}
            </Button>
          ),
        },
  )
