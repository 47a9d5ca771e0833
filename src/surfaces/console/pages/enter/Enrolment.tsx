import { UnstyledButton } from '@mantine/core'
import { useState } from 'react'
import { t } from '../../texts/index.ts'
import { hasPasskeys } from '../sign-in/passkey.ts'
import css from '../../frame/form.module.css'
import { AppEnrolment } from './AppEnrolment.tsx'
import { PasskeyEnrolment } from './PasskeyEnrolment.tsx'

/** The second factor of half a sign-in: an authenticator app, or a passkey. */
export function Enrolment({ half, onDone }: { readonly half: string; onDone(): void }) {
  const [way, setWay] = useState<'app' | 'passkey' | undefined>(hasPasskeys() ? undefined : 'app')
  if (way === 'app') return <AppEnrolment half={half} onDone={onDone} />
  if (way === 'passkey') return <PasskeyEnrolment half={half} onDone={onDone} />
  return (
    <div className={css.ways}>
      <UnstyledButton className={css.way} onClick={() => setWay('passkey')}>
        <b>{t.enter.withPasskey}</b>
        <span className="soft small">{t.enter.passkeySays}</span>
      </UnstyledButton>
      <UnstyledButton className={css.way} onClick={() => setWay('app')}>
        <b>{t.enrol.appTitle}</b>
        <span className="soft small">{t.enter.passwordSays}</span>
      </UnstyledButton>
    </div>
  )
}
