import { PasswordInput, TextInput } from '@mantine/core'

interface Typed {
  readonly label: string
  readonly says?: string
  readonly value: string
  onChange(value: string): void
}

/** Something secret that is typed; `is` tells a password manager what it may put there. */
export function SecretField({ label, says, value, onChange, is }: Typed & { readonly is: 'current-password' | 'new-password' | 'off' }) {
  return (
    <PasswordInput
      label={label}
      description={says}
      autoComplete={is}
      required
      withAsterisk={false}
      value={value}
      onChange={(event) => onChange(event.currentTarget.value)}
    />
  )
}

/** What an authenticator app shows. */
export function CodeField({ label, says, value, onChange, autoFocus = false }: Typed & { readonly autoFocus?: boolean }) {
  return (
    <TextInput
      label={label}
      description={says}
      autoComplete="one-time-code"
      inputMode="numeric"
      required
      withAsterisk={false}
      autoFocus={autoFocus}
      value={value}
      onChange={(event) => onChange(event.currentTarget.value)}
    />
  )
}
