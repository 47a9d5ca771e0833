import { Button, TextInput, UnstyledButton } from '@mantine/core'
import { useMutation, useQuery } from '@tanstack/react-query'
import { useState, type SyntheticEvent } from 'react'
import type { AnswerOf } from '../../../client/index.ts'
import { call } from '../../api/client.ts'
import { Alone } from '../../frame/Alone.tsx'
import { SecretField } from '../../parts/fields.tsx'
import { Loading, Refused } from '../../parts/states.tsx'
import { t } from '../../texts/index.ts'
import { useSecret } from '../person/useSecret.ts'
import { goOn } from '../sign-in/after.ts'
import { hasPasskeys } from '../sign-in/passkey.ts'
import css from '../../frame/form.module.css'
import { AppEnrolment } from './AppEnrolment.tsx'
import { PasskeyEnrolment } from './PasskeyEnrolment.tsx'

type Link = AnswerOf<'POST /api/enter/look'>
type Way = 'app' | 'passkey'

export function Enter() {
  const secret = useSecret()
  const [entered, setEntered] = useState<{ readonly half: string; readonly way: Way }>()
  const look = useQuery({
    queryKey: ['link', secret],
    queryFn: () => call('POST /api/enter/look', { body: { link: secret } }),
    enabled: secret !== '',
    retry: false,
  })
  const finish = (): void => goOn(undefined)
  if (secret === '') return <Alone title={t.name} says={t.enter.noLink} children={null} />
  if (look.isPending)
    return (
      <Alone title={t.enter.checking}>
        <Loading />
      </Alone>
    )
  if (look.isError)
    return (
      <Alone title={t.name}>
        <Refused error={look.error} />
      </Alone>
    )
  if (entered !== undefined)
    return (
      <Alone title={entered.way === 'app' ? t.enrol.appTitle : t.enrol.passkeyTitle}>
        {entered.way === 'app' ? (
          <AppEnrolment half={entered.half} onDone={finish} />
        ) : (
          <PasskeyEnrolment half={entered.half} onDone={finish} />
        )}
      </Alone>
    )
  return <Who link={look.data} secret={secret} onEntered={(half, way) => setEntered({ half, way })} />
}

interface Asking {
  readonly link: Link
  readonly secret: string
  onEntered(half: string, way: Way): void
}

/** Name and address where nobody has written them down yet, and how to sign in from now on. */
function Who({ link, secret, onEntered }: Asking) {
  const [name, setName] = useState(link.name ?? '')
  const [email, setEmail] = useState(link.email ?? '')
  const [password, setPassword] = useState('')
  const [way, setWay] = useState<Way | undefined>(hasPasskeys() ? undefined : 'app')
  const first = link.kind === 'first'
  const use = useMutation({
    mutationFn: (chosen: Way) =>
      call('POST /api/enter', {
        body: { link: secret, ...(first ? { name, email } : {}), ...(chosen === 'app' ? { password } : {}) },
      }),
    onSuccess: ({ half }, chosen) => onEntered(half, chosen),
  })
  const submit = (event: SyntheticEvent): void => {
    event.preventDefault()
    if (way !== undefined) use.mutate(way)
  }
  return (
    <Alone title={`${t.enter.title[link.kind]}${link.name === undefined ? '' : `, ${link.name}`}`} says={t.enter.says[link.kind]}>
      <form className={css.form} onSubmit={submit}>
        {first && (
          <>
            <TextInput
              label={t.enter.name}
              autoComplete="name"
              required
              withAsterisk={false}
              value={name}
              onChange={(e) => setName(e.currentTarget.value)}
            />
            <TextInput
              label={t.enter.email}
              type="email"
              autoComplete="email"
              required
              withAsterisk={false}
              value={email}
              onChange={(e) => setEmail(e.currentTarget.value)}
            />
          </>
        )}
        <h2>{t.enter.how}</h2>
        <div className={css.ways}>
          {hasPasskeys() && (
            <UnstyledButton className={css.way} aria-pressed={way === 'passkey'} onClick={() => setWay('passkey')}>
              <b>{t.enter.withPasskey}</b>
              <span className="soft small">{t.enter.passkeySays}</span>
            </UnstyledButton>
          )}
          <UnstyledButton className={css.way} aria-pressed={way === 'app'} onClick={() => setWay('app')}>
            <b>{t.enter.withPassword}</b>
            <span className="soft small">{t.enter.passwordSays}</span>
          </UnstyledButton>
        </div>
        {way === 'app' && (
          <SecretField is="new-password" label={t.enter.password} says={t.enter.passwordHint} value={password} onChange={setPassword} />
        )}
        <Refused error={use.error} />
        <Button type="submit" loading={use.isPending} disabled={way === undefined}>
          {t.enter.go}
        </Button>
      </form>
    </Alone>
  )
}
