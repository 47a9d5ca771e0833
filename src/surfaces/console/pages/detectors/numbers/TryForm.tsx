import { Button, TextInput } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { useState, type SyntheticEvent } from 'react'
import { call } from '../../../api/client.ts'
import blocks from '../../../parts/blocks.module.css'
import { Refused } from '../../../parts/states.tsx'
import { done } from '../../../parts/toast.tsx'
import { numbers as words } from '../../../texts/index.ts'
import type { DetectorCard } from '../detector-lines.ts'
import css from './numbers.module.css'
import { lookAgain, partsOf } from './own-numbers.ts'

/** Other numbers are typed here, and first of all tried on what was decided before. */
export function TryForm({ card }: { readonly card: DetectorCard }) {
  const [typed, setTyped] = useState<Readonly<Record<string, string>>>({})
  const valueOf = ({ name, now }: DetectorCard['settings'][number]): string => typed[name] ?? String(now)
  const start = useMutation({
    mutationFn: () =>
      call('POST /api/detectors/:phase/:name/backtests', {
        params: partsOf(card),
        body: { numbers: Object.fromEntries(card.settings.map((one) => [one.name, Number(valueOf(one))])) },
      }),
    async onSuccess() {
      done(words.try.started)
      await lookAgain()
    },
  })
  const submit = (event: SyntheticEvent): void => {
    event.preventDefault()
    start.mutate()
  }
  return (
    <form className={blocks.form} onSubmit={submit} aria-labelledby="try-numbers">
      <div>
        <h3 id="try-numbers">{words.try.title}</h3>
        <p className="soft small">{words.try.says}</p>
      </div>
      <div className={css.fields}>
        {card.settings.map((one) => (
          <TextInput
            key={one.name}
            label={<span className={css.unit}>{one.unit}</span>}
            description={words.bounds(one.least, one.most)}
            type="number"
            inputMode="numeric"
            min={one.least}
            max={one.most}
            step={1}
            required
            withAsterisk={false}
            value={valueOf(one)}
            onChange={(event) => setTyped({ ...typed, [one.name]: event.currentTarget.value })}
          />
        ))}
      </div>
      <Refused error={start.error} />
      <div>
        <Button type="submit" loading={start.isPending} disabled={card.settings.every((one) => valueOf(one) === String(one.now))}>
          {words.try.go}
        </Button>
      </div>
    </form>
  )
}
