import { Anchor, Button, Progress as Bar } from '@mantine/core'
import { Link } from '@tanstack/react-router'
import { call } from '../../api/client.ts'
import { queries } from '../../api/queries.ts'
import { Tag } from '../../parts/Tag.tsx'
import { failed } from '../../parts/toast.tsx'
import { t } from '../../texts/index.ts'
import { forgetBatch, sendAgain, stopSending, type Sending } from './batch.ts'
import { CandidateIcon } from './Chosen.tsx'
import css from './intake.module.css'
import { hasEnded, useRuns, type Run } from './runs.ts'
import { isTable, standingOf, type Standing } from './standing.ts'

const TONES = { waiting: undefined, working: 'wait', done: 'good', refused: 'look', stopped: undefined } as const

async function stopAll(runs: ReadonlyMap<string, Run>): Promise<void> {
  stopSending()
  const going = [...runs.values()].filter((run) => !hasEnded(run))
  const asked = await Promise.allSettled(going.map(({ run }) => call('POST /api/runs/:run/stop', { params: { run } })))
  await queries.invalidateQueries({ queryKey: ['runs'] })
  // One that ended meanwhile needs no stopping.
  for (const one of asked) if (one.status === 'rejected' && (one.reason as { status?: number }).status !== 409) failed(one.reason)
}

/** How far everybody is who was handed in from this page, and the way on when all have come to an end. */
export function Progress({ sendings }: { readonly sendings: readonly Sending[] }) {
  const runs = useRuns(sendings.flatMap(({ answer }) => answer?.taken.map(({ run }) => run) ?? []))
  const lines = sendings.map((sending) => ({ sending, standing: standingOf(sending, runs) }))
  const count = (kind: Standing['kind']): number => lines.filter(({ standing }) => standing.kind === kind).length
  const ended = count('done') + count('refused') + count('stopped')
  const all = ended === lines.length
  const [only] = lines.length === 1 ? lines : []
  const [persona] = only !== undefined && !isTable(only.sending.candidate) ? only.standing.personas : []
  const requisition = sendings.at(-1)?.requisition
  return (
    <section className={`card ${css.progress}`} aria-label={t.intake.progress}>
      <header className={css.progressHead}>
        <div role="status" aria-live="polite">
          <h2>{all ? t.intake.ended(count('done'), count('refused') + count('stopped')) : t.intake.going(ended, lines.length)}</h2>
          {!all && <p className="soft small">{t.intake.mayLeave}</p>}
        </div>
        {all ? (
          <div className={css.acts}>
            <Button variant="default" onClick={forgetBatch}>
              {t.intake.clear}
            </Button>
            {count('done') > 0 &&
              (persona === undefined ? (
                <Button
                  renderRoot={(props) => <Link {...props} to="/candidates" search={requisition === undefined ? {} : { requisition }} />}
                >
                  {t.intake.seeAll}
                </Button>
              ) : (
                <Button renderRoot={(props) => <Link {...props} to="/candidates/$persona" params={{ persona }} />}>
                  {t.intake.seeOne}
                </Button>
              ))}
          </div>
        ) : (
          <Button variant="default" onClick={() => void stopAll(runs)}>
            {t.intake.stop}
          </Button>
        )}
      </header>
      {!all && <Bar value={(ended / lines.length) * 100} aria-label={t.intake.progress} animated />}
      <ul className={`${css.list} ${css.standing}`}>
        {lines.map(({ sending, standing }) => (
          <Line key={sending.id} sending={sending} standing={standing} />
        ))}
      </ul>
    </section>
  )
}

function Line({ sending, standing }: { readonly sending: Sending; readonly standing: Standing }) {
  const { candidate, state, problem } = sending
  const [persona] = standing.personas
  return (
    <li>
      <CandidateIcon candidate={candidate} />
      <span className={css.source}>
        {standing.kind === 'done' && persona !== undefined && !isTable(candidate) ? (
          <Anchor renderRoot={(props) => <Link {...props} to="/candidates/$persona" params={{ persona }} />}>{candidate.source}</Anchor>
        ) : (
          candidate.source
        )}
      </span>
      <Tag tone={TONES[standing.kind]}>{standing.says}</Tag>
      {standing.faults.length > 0 && (
        <ul className={css.faults}>
          {standing.faults.map(({ source, title, detail }) => (
            <li key={source}>
              <b>
                {source}: {title}.
              </b>{' '}
              {detail}
            </li>
          ))}
          {(problem !== undefined || state === 'stopped') && (
            <li>
              <Button variant="default" size="compact-sm" onClick={() => sendAgain(sending.id)}>
                {t.states.retry}
              </Button>
            </li>
          )}
        </ul>
      )}
    </li>
  )
}
