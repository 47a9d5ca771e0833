import { Button, Textarea } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { useState, type SyntheticEvent } from 'react'
import { Refused } from '../../parts/states.tsx'
import { done } from '../../parts/toast.tsx'
import { t } from '../../texts/index.ts'
import { actOn, lookAgain } from './case.ts'
import css from './case.module.css'

/** A note is added and never changed; what was refused stays in the box to be mended. */
export function Note({ id }: { readonly id: string }) {
  const [text, setText] = useState('')
  const write = useMutation({
    mutationFn: () => actOn(id, { kind: 'noted', text }),
    async onSuccess() {
      setText('')
      done(t.cases.done.noted)
      await lookAgain()
    },
  })
  const submit = (event: SyntheticEvent): void => {
    event.preventDefault()
    write.mutate()
  }
  return (
    <form className={`${css.form} ${css.screenOnly}`} onSubmit={submit}>
      <Textarea
        label={t.cases.timeline.note}
        description={t.cases.timeline.noteHint}
        autosize
        minRows={2}
        maxLength={5_000}
        value={text}
        onChange={(event) => setText(event.currentTarget.value)}
      />
      <Refused error={write.error} />
      <Button type="submit" variant="default" loading={write.isPending} disabled={text.trim().length < 2}>
        {t.cases.timeline.go}
      </Button>
    </form>
  )
}
