import { Textarea } from '@mantine/core'
import { t } from '../texts/index.ts'

interface Asked {
  readonly label?: string
  readonly value: string
  onChange(value: string): void
  readonly required?: boolean
}

/** Why somebody does it; it is kept with what was done. */
export function ReasonBox({ label = t.reason.label, value, onChange, required = true }: Asked) {
  return (
    <Textarea
      label={label}
      description={t.reason.hint}
      required={required}
      withAsterisk={false}
      autosize
      minRows={2}
      minLength={required ? 3 : 0}
      maxLength={2_000}
      value={value}
      onChange={(event) => onChange(event.currentTarget.value)}
    />
  )
}
