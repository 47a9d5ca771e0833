import { Textarea } from '@mantine/core'
import { t } from '../texts/index.ts'

interface Asked {
  readonly label?: string
  readonly hint?: string
  readonly value: string
  onChange(value: string): void
  readonly required?: boolean
  /** In a dialog, where typing begins. */
  readonly first?: boolean
}

/** Why somebody does it; it is kept with what was done. */
export function ReasonBox({ label = t.reason.label, hint = t.reason.hint, value, onChange, required = true, first = false }: Asked) {
  return (
    <Textarea
      label={label}
      description={hint}
      required={required}
      withAsterisk={false}
      autosize
      minRows={3}
      minLength={required ? 3 : 0}
      maxLength={2_000}
      value={value}
      onChange={(event) => onChange(event.currentTarget.value)}
      data-autofocus={first || undefined}
    />
  )
}
