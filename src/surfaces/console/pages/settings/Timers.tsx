import { useQuery } from '@tanstack/react-query'
import type { AnswerOf } from '../../../client/index.ts'
import { call } from '../../api/client.ts'
import { keys } from '../../api/keys.ts'
import css from '../../parts/blocks.module.css'
import type { Column } from '../../parts/csv.ts'
import { ExportButton } from '../../parts/ExportButton.tsx'
import { Section } from '../../parts/Section.tsx'
import { Failed, Loading } from '../../parts/states.tsx'
import { Tag } from '../../parts/Tag.tsx'
import { t } from '../../texts/index.ts'

type Timer = AnswerOf<'GET /api/timers'>['items'][number]

const lengthOf = ({ duration, calendar }: Timer): string => t.timers.length[calendar](duration)
const heads = t.timers.columns
const COLUMNS: readonly Column<Timer>[] = [
  { head: heads.id, value: ({ id }) => id },
  { head: heads.says, value: ({ says }) => says },
  { head: heads.trigger, value: ({ trigger }) => trigger },
  { head: heads.length, value: lengthOf },
  { head: heads.jurisdiction, value: ({ jurisdiction }) => jurisdiction },
  { head: heads.source, value: ({ source }) => source },
  { head: heads.verified, value: ({ verifiedOn }) => verifiedOn },
]

/** The register of time limits: whose rule it is, what starts it, how long it runs, and when somebody last read the rule. */
export function Timers() {
  const timers = useQuery({ queryKey: keys.timers, queryFn: () => call('GET /api/timers', {}), staleTime: Number.POSITIVE_INFINITY })
  const items = timers.data?.items ?? []
  return (
    <Section title={t.timers.title} says={t.timers.says} acts={<ExportButton name="time-limits" columns={COLUMNS} rows={items} />}>
      {timers.isPending ? (
        <Loading />
      ) : timers.isError ? (
        <Failed error={timers.error} onRetry={() => void timers.refetch()} />
      ) : (
        <ul className={css.lines}>
          {items.map((timer) => (
            <li key={timer.id}>
              <div>
                <b>{timer.says}</b>
                <p className="soft small">
                  {t.timers.starts} {timer.trigger} · {timer.jurisdiction === 'house' ? t.timers.house : timer.jurisdiction} ·{' '}
                  {timer.source} · {t.timers.read} {timer.verifiedOn}
                </p>
              </div>
              {timer.stale && <Tag tone="look">{t.timers.stale}</Tag>}
              <Tag>{lengthOf(timer)}</Tag>
            </li>
          ))}
        </ul>
      )}
    </Section>
  )
}
