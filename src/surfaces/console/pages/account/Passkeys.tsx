import { Button } from '@mantine/core'
import IconFingerprint from '@tabler/icons-react/icons/IconFingerprint'
import IconPlus from '@tabler/icons-react/icons/IconPlus'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import type { AnswerOf } from '../../../client/index.ts'
import { call } from '../../api/client.ts'
import { keys } from '../../api/keys.ts'
import css from '../../parts/blocks.module.css'
import { Dialog } from '../../parts/Dialog.tsx'
import { Section } from '../../parts/Section.tsx'
import { RefusedOrAgain } from '../../parts/SignInAgain.tsx'
import { Failed, Loading } from '../../parts/states.tsx'
import { done } from '../../parts/toast.tsx'
import { When } from '../../parts/When.tsx'
import { t } from '../../texts/index.ts'
import { PasskeyEnrolment } from '../enter/PasskeyEnrolment.tsx'
import { hasPasskeys } from '../sign-in/passkey.ts'

type Passkey = AnswerOf<'GET /api/me/passkeys'>['items'][number]

export function Passkeys() {
  const client = useQueryClient()
  const [adding, setAdding] = useState(false)
  const [removing, setRemoving] = useState<Passkey>()
  const passkeys = useQuery({ queryKey: keys.passkeys, queryFn: () => call('GET /api/me/passkeys', {}) })
  const look = (): void => {
    for (const queryKey of [keys.passkeys, keys.sessions, keys.me]) void client.invalidateQueries({ queryKey })
  }
  const add = hasPasskeys() && (
    <Button variant="default" leftSection={<IconPlus size={16} aria-hidden />} onClick={() => setAdding(true)}>
      {t.account.passkeys.add}
    </Button>
  )
  return (
    <Section title={t.account.passkeys.title} says={t.account.passkeys.says} acts={add}>
      {passkeys.isPending ? (
        <Loading />
      ) : passkeys.isError ? (
        <Failed error={passkeys.error} onRetry={() => void passkeys.refetch()} />
      ) : passkeys.data.items.length === 0 ? (
        <p className="soft">{hasPasskeys() ? t.account.passkeys.none : t.signIn.unsupported}</p>
      ) : (
        <ul className={css.lines}>
          {passkeys.data.items.map((passkey) => (
            <li key={passkey.id}>
              <div>
                <b>
                  <IconFingerprint size={16} aria-hidden className={css.inline} /> {passkey.name}
                </b>
                <p className="soft small">
                  {t.account.made} <When at={passkey.created} as="day" />
                  {passkey.used !== undefined && (
                    <>
                      {' · '}
                      {t.account.used} <When at={passkey.used} as="ago" />
                    </>
                  )}
                </p>
              </div>
              <Button
                variant="subtle"
                className={css.dangerous}
                aria-label={`${t.account.remove}: ${passkey.name}`}
                onClick={() => setRemoving(passkey)}
              >
                {t.account.remove}
              </Button>
            </li>
          ))}
        </ul>
      )}
      <Dialog opened={adding} onClose={() => setAdding(false)} title={t.account.passkeys.add}>
        <PasskeyEnrolment
          onDone={() => {
            setAdding(false)
            look()
            done(t.account.passkeys.added)
          }}
        />
      </Dialog>
      <Dialog opened={removing !== undefined} onClose={() => setRemoving(undefined)} title={t.account.passkeys.removeTitle}>
        {removing !== undefined && (
          <Removing
            passkey={removing}
            onDone={() => {
              setRemoving(undefined)
              look()
            }}
          />
        )}
      </Dialog>
    </Section>
  )
}

function Removing({ passkey, onDone }: { readonly passkey: Passkey; onDone(): void }) {
  const remove = useMutation({
    mutationFn: () => call('DELETE /api/me/passkeys/:passkey', { params: { passkey: passkey.id } }),
    onSuccess: onDone,
  })
  return (
    <div className={css.form}>
      <p>{t.account.passkeys.removeSays(passkey.name)}</p>
      <RefusedOrAgain error={remove.error} again={() => remove.mutate()} forget={remove.reset} />
      <Button className={css.danger} loading={remove.isPending} onClick={() => remove.mutate()}>
        {t.account.remove}
      </Button>
    </div>
  )
}
