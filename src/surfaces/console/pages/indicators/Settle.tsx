import { Button } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { call } from '../../api/client.ts'
import css from '../../parts/blocks.module.css'
import { ReasonBox } from '../../parts/ReasonBox.tsx'
import { Refused } from '../../parts/states.tsx'
import { done } from '../../parts/toast.tsx'
import { t } from '../../texts/index.ts'
import { lookAgain } from './indicator.ts'

interface Asked {
  /** Which: by their ids, or all of a source that wait. */
  readonly named: { readonly ids: readonly string[] } | { readonly source: string }
  /** What is theirs already is not offered. */
  readonly not?: 'accepted' | 'refused' | undefined
  onDone(): void
}

/** A person says what becomes of indicators, and why. Accepted ones give context to those who hold the value, and never more. */
export function Settle({ named, not, onDone }: Asked) {
  const [reason, setReason] = useState('')
  const settle = useMutation({
    mutationFn: (to: 'accepted' | 'refused') =>
      call('POST /api/indicators/settle', {
        body: { to, reason, ...('ids' in named ? { ids: [...named.ids] } : { source: named.source }) },
      }),
    async onSuccess({ settled, heldBack }, to) {
      done(t.indicators.settled[to](settled.length, heldBack.length))
      await lookAgain()
      onDone()
    },
  })
  const ready = reason.trim().length >= 3
  const act = (to: 'accepted' | 'refused') => (
    <Button
      variant={to === 'accepted' ? 'filled' : 'default'}
      loading={settle.isPending && settle.variables === to}
      disabled={!ready || settle.isPending}
      onClick={() => settle.mutate(to)}
    >
      {t.indicators.settle[to]}
    </Button>
  )
  return (
    <div className={css.form}>
      <p className="soft small">{t.indicators.settleSays}</p>
      <ReasonBox value={reason} onChange={setReason} />
      <Refused error={settle.error} />
      <div className={css.acts}>
        {not !== 'accepted' && act('accepted')}
        {not !== 'refused' && act('refused')}
      </div>
    </div>
  )
}
