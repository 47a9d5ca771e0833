import { Button, Textarea } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { useState, type SyntheticEvent } from 'react'
import { call } from '../../api/client.ts'
import { Refused } from '../../parts/states.tsx'
import { done } from '../../parts/toast.tsx'
import { rooms } from '../../texts/index.ts'
import { useLookAgain, type Match } from './match.ts'
import css from './match.module.css'

const words = rooms.match.reopen

/** What was answered becomes a question again, by a person's word. */
export function Reopen({ match: { match } }: { readonly match: Match }) {
  const look = useLookAgain()
  const [reason, setReason] = useState('')
  const reopen = useMutation({
    mutationFn: () => call('POST /api/matches/:match/reopen', { params: { match }, body: { reason } }),
    async onSuccess() {
      done(words.done)
      await look()
    },
  })
  const submit = (event: SyntheticEvent): void => {
    event.preventDefault()
    reopen.mutate()
  }
  return (
    <form className={`card ${css.form}`} onSubmit={submit} aria-labelledby="reopen">
      <h2 id="reopen">{words.title}</h2>
      <Textarea
        label={words.why}
        required
        withAsterisk={false}
        autosize
        minRows={2}
        value={reason}
        onChange={(event) => setReason(event.currentTarget.value)}
      />
      <Refused error={reopen.error} />
      <Button type="submit" variant="default" loading={reopen.isPending} className={css.start}>
        {words.go}
      </Button>
    </form>
  )
}
