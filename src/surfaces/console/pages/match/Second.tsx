import { Button, Textarea } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { call } from '../../api/client.ts'
import { Explained } from '../../parts/Help.tsx'
import { RefusedOrAgain } from '../../parts/SignInAgain.tsx'
import { done } from '../../parts/toast.tsx'
import { rooms } from '../../texts/index.ts'
import { useLookAgain, type Match } from './match.ts'
import css from './match.module.css'

const words = rooms.match.second

interface Asked {
  readonly match: Match
  /** The reader is the first person. */
  readonly own: boolean
  readonly may: boolean
}

/** Another person than the first looks for themselves, and agrees or sends it back. */
export function Second({ match: { match }, own, may }: Asked) {
  const look = useLookAgain()
  const [reason, setReason] = useState('')
  const say = useMutation({
    mutationFn: (agrees: boolean) => call('POST /api/matches/:match/second', { params: { match }, body: { agrees, reason } }),
    async onSuccess(_, agrees) {
      done(agrees ? words.agreed : words.sent)
      await look()
    },
  })
  return (
    <section className={`card ${css.form}`} aria-labelledby="second">
      <Explained of="second">
        <h2 id="second">{words.title}</h2>
      </Explained>
      {own || !may ? (
        <p className="soft">{own ? words.own : rooms.match.readOnly}</p>
      ) : (
        <>
          <p className="soft">{words.says}</p>
          <Textarea
            label={words.why}
            required
            withAsterisk={false}
            autosize
            minRows={3}
            value={reason}
            onChange={(event) => setReason(event.currentTarget.value)}
          />
          <RefusedOrAgain error={say.error} again={() => say.variables !== undefined && say.mutate(say.variables)} forget={say.reset} />
          <div className={css.buttons}>
            <Button loading={say.isPending} disabled={reason.trim().length < 2} onClick={() => say.mutate(true)}>
              {words.agree}
            </Button>
            <Button variant="default" loading={say.isPending} disabled={reason.trim().length < 2} onClick={() => say.mutate(false)}>
              {words.back}
            </Button>
          </div>
        </>
      )}
    </section>
  )
}
