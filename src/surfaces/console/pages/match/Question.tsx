import { Radio, Textarea } from '@mantine/core'
import { rooms } from '../../texts/index.ts'
import css from './match.module.css'

interface Asked<Answer extends string> {
  readonly asks: string
  readonly hint?: string
  readonly choices: readonly { readonly value: Answer; readonly label: string }[]
  readonly given: { readonly answer: '' | Answer; readonly evidence: string }
  onChange(given: { readonly answer: '' | Answer; readonly evidence: string }): void
}

/** A question of the form: an answer, and on what it rests. */
export function Question<Answer extends string>({ asks, hint, choices, given, onChange }: Asked<Answer>) {
  const answer = (value: string): void => onChange({ ...given, answer: choices.find((one) => one.value === value)?.value ?? '' })
  return (
    <div className={css.question}>
      <Radio.Group label={asks} description={hint} value={given.answer} onChange={answer}>
        <div className={css.choices}>
          {choices.map(({ value, label }) => (
            <Radio key={value} value={value} label={label} />
          ))}
        </div>
      </Radio.Group>
      <Textarea
        aria-label={`${asks} ${rooms.match.form.rests}`}
        placeholder={rooms.match.form.rests}
        autosize
        required
        maxLength={2_000}
        value={given.evidence}
        onChange={(event) => onChange({ ...given, evidence: event.currentTarget.value })}
      />
    </div>
  )
}
