import { Button, Divider } from '@mantine/core'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState, type SyntheticEvent } from 'react'
import { call } from '../api/client.ts'
import { keys } from '../api/keys.ts'
import { problemOf } from '../api/problem.ts'
import { useMe } from '../api/session.ts'
import { hasPasskeys, signInByPasskey } from '../pages/sign-in/passkey.ts'
import { leaveForProvider } from '../pages/sign-in/provider.ts'
import { t } from '../texts/index.ts'
import css from './blocks.module.css'
import { Dialog } from './Dialog.tsx'
import { CodeField, SecretField } from './fields.tsx'
import { Refused } from './states.tsx'

interface Asked {
  readonly error: unknown
  /** Does the act once more, after somebody has shown that it is them. */
  again(): void
  /** Forgets that it was refused. */
  forget(): void
}

/** Under a form: why its act was refused. Where a sign-in of the last minutes is wanted, it is asked for here, and the act goes on. */
export function RefusedOrAgain({ error, again, forget }: Asked) {
  const wanted = error !== null && problemOf(error).code === 'needs-fresh-sign-in'
  return (
    <>
      {!wanted && <Refused error={error} />}
      <Dialog opened={wanted} onClose={forget} title={t.again.title}>
        <SignInAgain onDone={again} />
      </Dialog>
    </>
  )
}

function SignInAgain({ onDone }: { onDone(): void }) {
  const { email, by } = useMe()
  const client = useQueryClient()
  const [password, setPassword] = useState('')
  const [code, setCode] = useState('')
  const onSuccess = async (): Promise<void> => {
    await client.invalidateQueries({ queryKey: keys.me })
    onDone()
  }
  const byPasskey = useMutation({ mutationFn: signInByPasskey, onSuccess })
  const byProvider = useMutation({ mutationFn: () => leaveForProvider(location.pathname + location.search) })
  const byPassword = useMutation({
    async mutationFn() {
      const { half } = await call('POST /api/sign-in/password', { body: { email, password } })
      await call('POST /api/sign-in/code', { body: { half, code: code.trim() } })
    },
    onSuccess,
  })
  const submit = (event: SyntheticEvent): void => {
    event.preventDefault()
    // The form under this dialog is its parent to React, and must not be sent by it.
    event.stopPropagation()
    byPassword.mutate()
  }
  const refusedPasskey = byPasskey.error instanceof DOMException ? cancelled : byPasskey.error
  return (
    <div className={css.form}>
      <p className="soft">{t.again.says}</p>
      {hasPasskeys() && (
        <Button loading={byPasskey.isPending} onClick={() => byPasskey.mutate()} variant={by === 'passkey' ? 'filled' : 'default'}>
          {t.signIn.passkey}
        </Button>
      )}
      {by === 'oidc' && (
        <Button variant="default" loading={byProvider.isPending} onClick={() => byProvider.mutate()}>
          {t.signIn.provider}
        </Button>
      )}
      <Refused error={refusedPasskey} />
      {by === 'password' && (
        <>
          <Divider label={t.signIn.or} />
          <form className={css.form} onSubmit={submit}>
            <SecretField is="current-password" label={t.signIn.password} value={password} onChange={setPassword} />
            <CodeField label={t.signIn.code} says={t.again.code} value={code} onChange={setCode} />
            <Refused error={byPassword.error} />
            <Button type="submit" loading={byPassword.isPending}>
              {t.again.go}
            </Button>
          </form>
        </>
      )}
    </div>
  )
}

const cancelled = { code: 'passkey', status: 400, title: t.signIn.passkey, detail: t.signIn.cancelled }
