import { Button, Textarea } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { useState, type SyntheticEvent } from 'react'
import { call } from '../../api/client.ts'
import { Refused } from '../../parts/states.tsx'
import { t } from '../../texts/index.ts'
import css from './person.module.css'

const words = t.concerned.question

/** Asking to do it another way stands on every page of a question; the link stays good and nobody who reviews hears of it. */
export function AnotherWay({ link }: { readonly link: string }) {
  const [wish, setWish] = useState('')
  const ask = useMutation({ mutationFn: () => call('POST /api/person/ask/another-way', { body: { link, wish } }) })
  const submit = (event: SyntheticEvent): void => {
    event.preventDefault()
    ask.mutate()
  }
  if (ask.isSuccess)
    return (
      <p className={css.calm} role="status">
        {words.asked}
      </p>
    )
  return (
    <details className={css.another}>
      <summary>{words.another}</summary>
      <form className={css.form} onSubmit={submit}>
        <p className="soft">{words.anotherSays}</p>
        <Textarea
          label={words.wish}
          required
          withAsterisk={false}
          autosize
          minRows={2}
          maxLength={5_000}
          value={wish}
          onChange={(event) => setWish(event.currentTarget.value)}
        />
        <Refused error={ask.error} />
        <Button type="submit" variant="default" loading={ask.isPending}>
          {words.goAnother}
        </Button>
      </form>
    </details>
  )
}
