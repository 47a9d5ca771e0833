import { Button, Textarea } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { useState, type SyntheticEvent } from 'react'
import { call } from '../../api/client.ts'
import css from '../../parts/blocks.module.css'
import { Section } from '../../parts/Section.tsx'
import { Refused } from '../../parts/states.tsx'
import { t } from '../../texts/index.ts'
import { questionOf } from './indicator.ts'
import { Touched } from './Touched.tsx'

const MOST = 100

/** Whom values touch that somebody told us, among everybody ever taken in; nothing is imported. */
export function LookBack() {
  const [text, setText] = useState('')
  const lines = text.split('\n').flatMap((line) => (line.trim() === '' ? [] : [questionOf(line.trim())]))
  const ask = useMutation({ mutationFn: () => call('POST /api/lookback', { body: { identifiers: lines } }) })
  const submit = (event: SyntheticEvent): void => {
    event.preventDefault()
    ask.mutate()
  }
  return (
    <Section title={t.lookback.title} says={t.lookback.says}>
      <form className={css.form} onSubmit={submit}>
        <Textarea
          label={t.lookback.values}
          description={t.lookback.valuesSays}
          placeholder={t.lookback.example}
          autosize
          minRows={3}
          maxRows={12}
          required
          withAsterisk={false}
          error={lines.length > MOST ? t.lookback.tooMany(MOST) : undefined}
          value={text}
          onChange={(event) => setText(event.currentTarget.value)}
        />
        <Refused error={ask.error} />
        <div>
          <Button type="submit" loading={ask.isPending} disabled={lines.length === 0 || lines.length > MOST}>
            {t.lookback.go}
          </Button>
        </div>
      </form>
      {ask.data !== undefined && (
        <div role="status" className={css.result}>
          <Touched found={ask.data} />
        </div>
      )}
    </Section>
  )
}
