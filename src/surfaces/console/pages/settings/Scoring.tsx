import { Button } from '@mantine/core'
import IconPlayerPlay from '@tabler/icons-react/icons/IconPlayerPlay'
import IconPlayerStop from '@tabler/icons-react/icons/IconPlayerStop'
import { useMutation } from '@tanstack/react-query'
import { useState, type SyntheticEvent } from 'react'
import { call } from '../../api/client.ts'
import { queries } from '../../api/queries.ts'
import { useMay } from '../../api/session.ts'
import css from '../../parts/blocks.module.css'
import { Dialog } from '../../parts/Dialog.tsx'
import { ReasonBox } from '../../parts/ReasonBox.tsx'
import { Section } from '../../parts/Section.tsx'
import { Failed, Loading, Refused } from '../../parts/states.tsx'
import { Tag } from '../../parts/Tag.tsx'
import { done } from '../../parts/toast.tsx'
import { When } from '../../parts/When.tsx'
import { t } from '../../texts/index.ts'
import { useScoring } from './use-scoring.ts'

/** The switch that stops all scoring at once. What it does and does not do is said before it is turned. */
export function Scoring() {
  const may = useMay()
  const scoring = useScoring()
  const [turning, setTurning] = useState(false)
  const state = scoring.data
  const button = state !== undefined && may('scoring:stop') && (
    <Button
      variant={state.stopped ? 'filled' : 'default'}
      className={state.stopped ? undefined : css.dangerous}
      leftSection={state.stopped ? <IconPlayerPlay size={16} aria-hidden /> : <IconPlayerStop size={16} aria-hidden />}
      onClick={() => setTurning(true)}
    >
      {state.stopped ? t.scoring.start : t.scoring.stop}
    </Button>
  )
  return (
    <Section title={t.scoring.title} says={t.scoring.says} acts={button}>
      {scoring.isError ? (
        <Failed error={scoring.error} onRetry={() => void scoring.refetch()} />
      ) : state === undefined ? (
        <Loading />
      ) : (
        <div className={css.form} role="status">
          <p>
            <Tag tone={state.stopped ? 'bad' : 'good'}>{state.stopped ? t.scoring.stopped : t.scoring.runs}</Tag>{' '}
            {state.at !== undefined && (
              <span className="soft">
                {t.scoring.since} <When at={state.at} />
              </span>
            )}
          </p>
          {state.reason !== undefined && (
            <p>
              <span className="soft">{t.reason.given}</span> {state.reason}
            </p>
          )}
          {state.stopped && <p>{t.scoring.waiting(state.waiting)}</p>}
        </div>
      )}
      <Dialog
        opened={turning}
        onClose={() => setTurning(false)}
        title={state?.stopped === true ? t.scoring.startTitle : t.scoring.stopTitle}
      >
        {state !== undefined && <Turn stopped={state.stopped} waiting={state.waiting} onDone={() => setTurning(false)} />}
      </Dialog>
    </Section>
  )
}

function Turn({ stopped, waiting, onDone }: { readonly stopped: boolean; readonly waiting: number; onDone(): void }) {
  const [reason, setReason] = useState('')
  const turn = useMutation({
    async mutationFn() {
      if (stopped) await call('POST /api/scoring/start', { body: { reason } })
      else await call('POST /api/scoring/stop', { body: { reason } })
    },
    async onSuccess() {
      onDone()
      done(stopped ? t.scoring.startedNow : t.scoring.stoppedNow)
      await queries.invalidateQueries()
    },
  })
  const submit = (event: SyntheticEvent): void => {
    event.preventDefault()
    turn.mutate()
  }
  return (
    <form className={css.form} onSubmit={submit}>
      <p>{stopped ? t.scoring.startSays : t.scoring.stopSays}</p>
      <ul className={css.points}>
        {(stopped ? t.scoring.startPoints(waiting) : t.scoring.stopPoints).map((point) => (
          <li key={point}>{point}</li>
        ))}
      </ul>
      <ReasonBox value={reason} onChange={setReason} />
      <Refused error={turn.error} />
      <Button type="submit" className={stopped ? undefined : css.danger} loading={turn.isPending} disabled={reason.trim().length < 3}>
        {stopped ? t.scoring.start : t.scoring.stop}
      </Button>
    </form>
  )
}
