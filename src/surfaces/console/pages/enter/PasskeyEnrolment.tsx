import { Button, TextInput } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { useState, type SyntheticEvent } from 'react'
import { Refused } from '../../parts/states.tsx'
import { t } from '../../texts/index.ts'
import { makePasskey } from '../sign-in/passkey.ts'
import css from '../../frame/form.module.css'

const wordsFor = (error: unknown): unknown =>
  error instanceof DOMException ? { code: 'passkey', status: 400, title: t.enrol.passkeyTitle, detail: t.enrol.failed } : error

export function PasskeyEnrolment({ half, onDone }: { readonly half?: string; onDone(): void }) {
  const [name, setName] = useState<string>(t.enrol.passkeyDefault)
  const make = useMutation({ mutationFn: () => makePasskey(half, name.trim()), onSuccess: onDone })
  const submit = (event: SyntheticEvent): void => {
    event.preventDefault()
    make.mutate()
  }
  return (
    <form className={css.form} onSubmit={submit}>
      <p className="soft">{t.enrol.passkeySays}</p>
      <TextInput
        label={t.enrol.passkeyName}
        required
        withAsterisk={false}
        maxLength={80}
        value={name}
        onChange={(event) => setName(event.currentTarget.value)}
      />
      <Refused error={make.error === null ? null : wordsFor(make.error)} />
      <Button type="submit" loading={make.isPending}>
        {t.enrol.make}
      </Button>
    </form>
  )
}
