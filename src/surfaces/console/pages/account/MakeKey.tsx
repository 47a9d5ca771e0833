import { Button, Checkbox, Select, TextInput } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { useState, type SyntheticEvent } from 'react'
import type { InputOf } from '../../../client/index.ts'
import { call } from '../../api/client.ts'
import { useMe } from '../../api/session.ts'
import css from '../../parts/blocks.module.css'
import { Once } from '../../parts/Once.tsx'
import { RefusedOrAgain } from '../../parts/SignInAgain.tsx'
import { t } from '../../texts/index.ts'

type Scope = InputOf<'POST /api/keys'>['body']['scopes'][number]

/** What a person does and no key; the service refuses them too. */
const NEVER: readonly string[] = [
  'approval:give',
  'screening:confirm',
  'screening:work',
  'case:decide',
  'persona:decide',
  'appeal:decide',
  'link:judge',
  'persona:unmask',
  'people:manage',
]
const DAYS = [30, 90, 180, 366]

/** Makes a key for a program: what it is called, what it may, for how long; then shows it, this one time. */
export function MakeKey({ onMade, onKept }: { onMade(): void; onKept(): void }) {
  const { may } = useMe()
  const [name, setName] = useState('')
  const [scopes, setScopes] = useState<string[]>([])
  const [days, setDays] = useState('90')
  const make = useMutation({
    mutationFn: () => call('POST /api/keys', { body: { name: name.trim(), scopes: scopes as Scope[], days: Number(days) } }),
    onSuccess: onMade,
  })
  const submit = (event: SyntheticEvent): void => {
    event.preventDefault()
    make.mutate()
  }
  if (make.data !== undefined) return <Once label={t.account.keys.key} secret={make.data.token} onKept={onKept} />
  return (
    <form className={css.form} onSubmit={submit}>
      <TextInput
        label={t.account.keys.name}
        description={t.account.keys.nameSays}
        required
        withAsterisk={false}
        maxLength={80}
        data-autofocus
        value={name}
        onChange={(event) => setName(event.currentTarget.value)}
      />
      <Checkbox.Group label={t.account.keys.scopes} description={t.account.keys.scopesSays} value={scopes} onChange={setScopes}>
        <div className={`${css.form} ${css.under}`}>
          {may
            .filter((permission) => !NEVER.includes(permission))
            .map((permission) => (
              <Checkbox key={permission} value={permission} label={t.permissions[permission]} />
            ))}
        </div>
      </Checkbox.Group>
      <Select
        label={t.account.keys.days}
        data={DAYS.map((n) => ({ value: String(n), label: t.account.keys.daysOf(n) }))}
        value={days}
        onChange={(value) => setDays(value ?? '90')}
        allowDeselect={false}
      />
      <RefusedOrAgain error={make.error} again={() => make.mutate()} forget={make.reset} />
      <Button type="submit" loading={make.isPending} disabled={scopes.length === 0}>
        {t.account.keys.make}
      </Button>
    </form>
  )
}
