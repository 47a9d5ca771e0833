import { Button } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { useState, type SyntheticEvent } from 'react'
import blocks from '../../../parts/blocks.module.css'
import { Dialog } from '../../../parts/Dialog.tsx'
import { ReasonBox } from '../../../parts/ReasonBox.tsx'
import { RefusedOrAgain } from '../../../parts/SignInAgain.tsx'
import { done } from '../../../parts/toast.tsx'
import { lookAgain } from './own-numbers.ts'

interface Act {
  readonly go: string
  readonly says: string
  readonly done: string
  readonly filled?: boolean
  readonly disabled?: boolean
  act(reason: string): Promise<unknown>
}

/** An act about numbers: what it does, why it is done, and a button. */
export function ActWithReason({ go, says, done: said, filled = false, disabled = false, act }: Act) {
  const [opened, setOpened] = useState(false)
  return (
    <>
      <Button variant={filled ? 'filled' : 'default'} disabled={disabled} onClick={() => setOpened(true)}>
        {go}
      </Button>
      <Dialog opened={opened} onClose={() => setOpened(false)} title={go}>
        <Reasoned
          {...{ go, says, act }}
          onDone={() => {
            setOpened(false)
            done(said)
          }}
        />
      </Dialog>
    </>
  )
}

function Reasoned({ go, says, act, onDone }: Pick<Act, 'go' | 'says' | 'act'> & { onDone(): void }) {
  const [reason, setReason] = useState('')
  const doing = useMutation({
    mutationFn: () => act(reason),
    async onSuccess() {
      await lookAgain()
      onDone()
    },
  })
  const submit = (event: SyntheticEvent): void => {
    event.preventDefault()
    doing.mutate()
  }
  return (
    <form className={blocks.form} onSubmit={submit}>
      <p className="soft">{says}</p>
      <ReasonBox value={reason} onChange={setReason} />
      <RefusedOrAgain error={doing.error} again={() => doing.mutate()} forget={() => doing.reset()} />
      <div>
        <Button type="submit" loading={doing.isPending} disabled={reason.trim().length < 3}>
          {go}
        </Button>
      </div>
    </form>
  )
}
