import { Button, Checkbox, TextInput } from '@mantine/core'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useState, type SyntheticEvent } from 'react'
import type { AnswerOf } from '../../../client/index.ts'
import { call } from '../../api/client.ts'
import { keys } from '../../api/keys.ts'
import { problemOf } from '../../api/problem.ts'
import css from '../../parts/blocks.module.css'
import { Dialog } from '../../parts/Dialog.tsx'
import { SecretField } from '../../parts/fields.tsx'
import { Section } from '../../parts/Section.tsx'
import { RefusedOrAgain } from '../../parts/SignInAgain.tsx'
import { Failed, Loading } from '../../parts/states.tsx'
import { done } from '../../parts/toast.tsx'
import { t } from '../../texts/index.ts'
import type { Role } from '../people/accounts.ts'
import { RolesInput } from '../people/RolesInput.tsx'

type Known = AnswerOf<'GET /api/provider'>

/** None set up is an answer here and no fault. */
async function provider(): Promise<Known | null> {
  try {
    return await call('GET /api/provider', {})
  } catch (error) {
    if (problemOf(error).status === 404) return null
    throw error
  }
}

/** The organisation's own sign-in, by OpenID Connect. */
export function Provider() {
  const client = useQueryClient()
  const known = useQuery({ queryKey: keys.provider, queryFn: provider })
  const [open, setOpen] = useState<'set' | 'drop'>()
  const close = async (says?: string): Promise<void> => {
    setOpen(undefined)
    if (says === undefined) return
    done(says)
    await client.invalidateQueries({ queryKey: keys.provider })
  }
  const acts = known.isSuccess && (
    <>
      {known.data !== null && (
        <Button variant="subtle" className={css.dangerous} onClick={() => setOpen('drop')}>
          {t.provider.drop}
        </Button>
      )}
      <Button variant="default" onClick={() => setOpen('set')}>
        {known.data === null ? t.provider.set : t.provider.change}
      </Button>
    </>
  )
  return (
    <Section title={t.provider.title} says={t.provider.says} acts={acts}>
      {known.isPending ? (
        <Loading />
      ) : known.isError ? (
        <Failed error={known.error} onRetry={() => void known.refetch()} />
      ) : known.data === null ? (
        <p className="soft">{t.provider.none}</p>
      ) : (
        <dl className={css.pairs}>
          <dt>{t.provider.issuer}</dt>
          <dd>{known.data.issuer}</dd>
          <dt>{t.provider.clientId}</dt>
          <dd>{known.data.clientId}</dd>
          <dt>{t.provider.second}</dt>
          <dd>{known.data.asksTwoFactors ? t.provider.secondThere : t.provider.secondHere}</dd>
          <dt>{t.provider.newcomers}</dt>
          <dd>
            {known.data.provision === undefined
              ? t.provider.turnedAway
              : known.data.provision.map((role) => t.people.roles[role].name).join(', ')}
          </dd>
        </dl>
      )}
      <Dialog opened={open === 'set'} onClose={() => void close()} title={t.provider.title}>
        <Form known={known.data ?? undefined} onDone={() => void close(t.provider.saved)} />
      </Dialog>
      <Dialog opened={open === 'drop'} onClose={() => void close()} title={t.provider.drop}>
        <Drop onDone={() => void close(t.provider.dropped)} />
      </Dialog>
    </Section>
  )
}

function Form({ known, onDone }: { readonly known: Known | undefined; onDone(): void }) {
  const [issuer, setIssuer] = useState(known?.issuer ?? '')
  const [clientId, setClientId] = useState(known?.clientId ?? '')
  const [secret, setSecret] = useState('')
  const [asksTwoFactors, setTwo] = useState(known?.asksTwoFactors ?? false)
  const [roles, setRoles] = useState<readonly Role[] | undefined>(known?.provision)
  const put = useMutation({
    mutationFn: () =>
      call('PUT /api/provider', {
        body: {
          issuer: issuer.trim(),
          clientId: clientId.trim(),
          secret,
          asksTwoFactors,
          ...(roles === undefined ? {} : { provision: [...roles] }),
        },
      }),
    onSuccess: onDone,
  })
  const submit = (event: SyntheticEvent): void => {
    event.preventDefault()
    put.mutate()
  }
  return (
    <form className={css.form} onSubmit={submit}>
      <p className="soft small">
        {t.provider.redirect} <span className="mono">{`${location.origin}/sign-in/return`}</span>
      </p>
      <TextInput
        label={t.provider.issuer}
        placeholder="https://id.example.com"
        type="url"
        required
        withAsterisk={false}
        value={issuer}
        onChange={(event) => setIssuer(event.currentTarget.value)}
      />
      <TextInput
        label={t.provider.clientId}
        required
        withAsterisk={false}
        maxLength={200}
        value={clientId}
        onChange={(event) => setClientId(event.currentTarget.value)}
      />
      <SecretField is="off" label={t.provider.secret} says={t.provider.secretSays} value={secret} onChange={setSecret} />
      <Checkbox
        label={t.provider.asks}
        description={t.provider.asksSays}
        checked={asksTwoFactors}
        onChange={(event) => setTwo(event.currentTarget.checked)}
      />
      <Checkbox
        label={t.provider.provision}
        description={t.provider.provisionSays}
        checked={roles !== undefined}
        onChange={(event) => setRoles(event.currentTarget.checked ? ['recruiter'] : undefined)}
      />
      {roles !== undefined && <RolesInput value={roles} onChange={setRoles} />}
      <RefusedOrAgain error={put.error} again={() => put.mutate()} forget={put.reset} />
      <Button type="submit" loading={put.isPending} disabled={roles?.length === 0}>
        {t.provider.save}
      </Button>
    </form>
  )
}

function Drop({ onDone }: { onDone(): void }) {
  const drop = useMutation({ mutationFn: () => call('DELETE /api/provider', {}), onSuccess: onDone })
  return (
    <div className={css.form}>
      <p>{t.provider.dropSays}</p>
      <RefusedOrAgain error={drop.error} again={() => drop.mutate()} forget={drop.reset} />
      <Button className={css.danger} loading={drop.isPending} onClick={() => drop.mutate()}>
        {t.provider.drop}
      </Button>
    </div>
  )
}
