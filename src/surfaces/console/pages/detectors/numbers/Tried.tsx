import { Button, Progress } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { useEffect } from 'react'
import { call } from '../../../api/client.ts'
import { useMay } from '../../../api/session.ts'
import blocks from '../../../parts/blocks.module.css'
import { Refused } from '../../../parts/states.tsx'
import { When } from '../../../parts/When.tsx'
import { numbers as words } from '../../../texts/index.ts'
import { hasEnded, useRuns } from '../../intake/runs.ts'
import type { DetectorCard } from '../detector-lines.ts'
import { ActWithReason } from './ActWithReason.tsx'
import css from './numbers.module.css'
import { inWords, lookAgain, partsOf, type Backtest, type OwnNumbers } from './own-numbers.ts'
import { Result } from './Result.tsx'

interface Shown {
  readonly card: DetectorCard
  readonly own: OwnNumbers
  /** No other numbers are in shadow. */
  readonly free: boolean
}

/** What was tried on the own history, newest first, and the way from there into shadow. */
export function Tried({ card, own, free }: Shown) {
  return (
    <section className={css.part} aria-labelledby="tried">
      <h3 id="tried">{words.try.tried}</h3>
      {own.backtests.length === 0 ? (
        <p className="soft">{words.try.nothing}</p>
      ) : (
        own.backtests.map((one, i) => <One key={one.run} card={card} one={one} free={free} opened={i === 0} />)
      )}
    </section>
  )
}

function One({ card, one, free, opened }: Pick<Shown, 'card' | 'free'> & { readonly one: Backtest; readonly opened: boolean }) {
  const tries = useMay()('threshold:try')
  const { run, result, numbers, version, at } = one
  return (
    <details open={opened} className={css.part}>
      <summary>
        <b>{inWords(card, numbers)}</b>{' '}
        <span className="soft small">{version === card.version ? <When at={at} /> : words.try.old(version)}</span>
      </summary>
      {result !== undefined ? (
        <>
          <Result trial={run} result={result} />
          {tries && free && version === card.version && (
            <div className={blocks.acts}>
              <ActWithReason
                go={words.inShadow.start}
                says={words.inShadow.startSays}
                done={words.inShadow.started}
                filled
                act={(reason) => call('POST /api/detectors/:phase/:name/number-sets', { params: partsOf(card), body: { numbers, reason } })}
              />
            </div>
          )}
        </>
      ) : tries ? (
        <UnderWay run={run} />
      ) : (
        <p className="soft">{words.try.waiting}</p>
      )}
    </details>
  )
}

function UnderWay({ run: id }: { readonly run: string }) {
  const run = useRuns([id]).get(id)
  const state = run?.state
  useEffect(() => {
    if (state === 'done') void lookAgain()
  }, [state])
  const stop = useMutation({ mutationFn: () => call('POST /api/runs/:run/stop', { params: { run: id } }) })
  if (run !== undefined && hasEnded(run) && run.state !== 'done')
    return <p className="soft">{words.try.ended[run.state] ?? words.try.waiting}</p>
  const { done = 0, total = 0 } = run ?? {}
  const says = words.try.progress(done, total)
  return (
    <div className={css.part}>
      <p role="status">{says}</p>
      <Progress value={total === 0 ? 0 : (100 * done) / total} aria-label={says} />
      <Refused error={stop.error} />
      <div>
        <Button variant="default" loading={stop.isPending} onClick={() => stop.mutate()}>
          {words.try.stop}
        </Button>
      </div>
    </div>
  )
}
