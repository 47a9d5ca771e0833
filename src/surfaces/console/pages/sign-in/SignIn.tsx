import { Button, Divider, TextInput } from '@mantine/core'
import IconBuilding from '@tabler/icons-react/icons/IconBuilding'
import IconFingerprint from '@tabler/icons-react/icons/IconFingerprint'
import { useMutation } from '@tanstack/react-query'
import { lazyRouteComponent, useSearch } from '@tanstack/react-router'
import { Suspense, useState, type SyntheticEvent } from 'react'
import { call } from '../../api/client.ts'
import { Alone } from '../../frame/Alone.tsx'
import { SecretField } from '../../parts/fields.tsx'
import { Loading, Refused } from '../../parts/states.tsx'
import { t } from '../../texts/index.ts'
import { goOn } from './after.ts'
import { Code } from './Code.tsx'
import { hasPasskeys, signInByPasskey } from './passkey.ts'
import { leaveForProvider } from './provider.ts'
import css from '../../frame/form.module.css'

/** Most who sign in have a second factor already. */
const Enrolment = lazyRouteComponent(() => import('../enter/Enrolment.tsx'), 'Enrolment')

/** What is known after the first factor. */
interface Half {
  readonly half: string
  readonly has: { readonly app: boolean; readonly passkey: boolean }
}

export function SignIn() {
  const { to } = useSearch({ from: '/sign-in' })
  const [begun, setBegun] = useState<Half>()
  if (begun === undefined) return <First onHalf={setBegun} to={to} />
  if (begun.has.app) return <Code half={begun.half} onDone={() => goOn(to)} />
  // A passkey is both factors at once, so whoever has one and no app shows that.
  if (begun.has.passkey) return <First onHalf={setBegun} to={to} says={t.signIn.hasPasskey} />
  return (
    <Alone title={t.signIn.codeTitle} says={t.signIn.noSecond}>
      <Suspense fallback={<Loading />}>
        <Enrolment half={begun.half} onDone={() => goOn(to)} />
      </Suspense>
    </Alone>
  )
}

/** A passkey that the browser did not use is said in words of ours; the browser's own are for programmers. */
const wordsFor = (error: unknown): unknown =>
  error instanceof DOMException ? { code: 'passkey', status: 400, title: t.signIn.passkey, detail: t.signIn.cancelled } : error

interface Asked {
  readonly to: string | undefined
  readonly says?: string
  onHalf(half: Half): void
}

function First({ onHalf, to, says }: Asked) {
  const [email, setEmail] = useState('')
  const [password, setPassword] = useState('')
  const byPassword = useMutation({
    mutationFn: () => call('POST /api/sign-in/password', { body: { email, password } }),
    onSuccess: onHalf,
  })
  const byPasskey = useMutation({ mutationFn: signInByPasskey, onSuccess: () => goOn(to) })
  const byProvider = useMutation({ mutationFn: () => leaveForProvider(to) })
  const submit = (event: SyntheticEvent): void => {
    event.preventDefault()
    byPassword.mutate()
  }
  const error = byPassword.error ?? byPasskey.error ?? byProvider.error
  return (
    <Alone title={t.signIn.title} {...(says === undefined ? {} : { says })}>
      <form className={css.form} onSubmit={submit}>
        <TextInput
          label={t.signIn.email}
          type="email"
          autoComplete="username"
          required
          withAsterisk={false}
          autoFocus
          value={email}
          onChange={(event) => setEmail(event.currentTarget.value)}
        />
        <SecretField is="current-password" label={t.signIn.password} value={password} onChange={setPassword} />
        <Refused error={error === null ? null : wordsFor(error)} />
        <Button type="submit" loading={byPassword.isPending} fullWidth>
          {t.signIn.go}
        </Button>
      </form>
      <Divider label={t.signIn.or} />
      <div className={css.form}>
        {hasPasskeys() ? (
          <Button
            variant="default"
            leftSection={<IconFingerprint size={18} aria-hidden />}
            loading={byPasskey.isPending}
            onClick={() => byPasskey.mutate()}
          >
            {t.signIn.passkey}
          </Button>
        ) : (
          <p className="soft small">{t.signIn.unsupported}</p>
        )}
        <Button
          variant="default"
          leftSection={<IconBuilding size={18} aria-hidden />}
          loading={byProvider.isPending || byProvider.isSuccess}
          onClick={() => byProvider.mutate()}
        >
          {t.signIn.provider}
        </Button>
      </div>
    </Alone>
  )
}
