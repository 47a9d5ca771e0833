import { Button } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { useState, type ReactNode } from 'react'
import { call } from '../../api/client.ts'
import { useMe } from '../../api/session.ts'
import css from '../../parts/blocks.module.css'
import { Side } from '../../parts/Side.tsx'
import { RefusedOrAgain } from '../../parts/SignInAgain.tsx'
import { done } from '../../parts/toast.tsx'
import { When } from '../../parts/When.tsx'
import { t } from '../../texts/index.ts'
import { lookAgain, meansOf, type Account, type Role } from './accounts.ts'
import { Invite } from './Invite.tsx'
import { LinkOnce } from './LinkOnce.tsx'
import { RolesInput } from './RolesInput.tsx'

interface Shown {
  readonly account: Account | undefined
  onClose(): void
}

/** One account: who it is, what they may do, and what can be done about how they get in. */
export function AccountDrawer({ account, onClose }: Shown) {
  return (
    <Side opened={account !== undefined} onClose={onClose} title={account?.name ?? ''}>
      {account !== undefined && <Opened key={account.id} account={account} />}
    </Side>
  )
}

function Opened({ account }: { readonly account: Account }) {
  const me = useMe()
  const own = me.account === account.id
  return (
    <div className={css.stack}>
      <dl className={css.pairs}>
        <dt>{t.people.email}</dt>
        <dd>{account.email}</dd>
        <dt>{t.people.columns.state}</dt>
        <dd>{t.people.states[account.state].says}</dd>
        <dt>{t.people.columns.means}</dt>
        <dd>{meansOf(account)}</dd>
        <dt>{t.people.since}</dt>
        <dd>
          <When at={account.created} as="day" />
        </dd>
      </dl>
      {own ? <p className="soft">{t.people.own}</p> : <Acts account={account} />}
    </div>
  )
}

function Acts({ account }: { readonly account: Account }) {
  const params = { account: account.id }
  const [inviting, setInviting] = useState(false)
  const open = account.state !== 'closed'
  const setOpen = (to: boolean) => call('PUT /api/accounts/:account/open', { params, body: { open: to } })
  return (
    <>
      {open && <Roles account={account} />}
      {account.state === 'invited' &&
        (inviting ? (
          <Invite again={account} onDone={() => setInviting(false)} />
        ) : (
          <Part title={t.people.invited.title} says={t.people.invited.says}>
            <Button variant="default" onClick={() => setInviting(true)}>
              {t.people.invited.go}
            </Button>
          </Part>
        ))}
      {account.state === 'active' && (
        <>
          <Reset account={account} />
          <Act
            {...t.people.sessions}
            act={async () => {
              const { ended } = await call('DELETE /api/accounts/:account/sessions', { params })
              done(t.people.sessionsEnded(ended))
            }}
          />
        </>
      )}
      <Act
        {...(open ? t.people.close : t.people.open)}
        act={async () => {
          await setOpen(!open)
          done(open ? t.people.closed(account.name) : t.people.opened(account.name), async () => {
            await setOpen(open)
            await lookAgain()
          })
        }}
      />
    </>
  )
}

function Part({ title, says, children }: { readonly title: string; readonly says: string; readonly children: ReactNode }) {
  return (
    <section className={css.form}>
      <div>
        <h3>{title}</h3>
        <p className="soft small">{says}</p>
      </div>
      {children}
    </section>
  )
}

interface One {
  readonly title: string
  readonly says: string
  readonly go: string
  act(): Promise<unknown>
}

/** One thing that can be done, with what comes of it beside the button. */
function Act({ title, says, go, act }: One) {
  const doing = useMutation({ mutationFn: act, onSuccess: lookAgain })
  return (
    <Part title={title} says={says}>
      <RefusedOrAgain error={doing.error} again={() => doing.mutate()} forget={doing.reset} />
      <div>
        <Button variant="default" loading={doing.isPending} onClick={() => doing.mutate()}>
          {go}
        </Button>
      </div>
    </Part>
  )
}

function Roles({ account }: { readonly account: Account }) {
  const [roles, setRoles] = useState<readonly Role[]>(account.roles)
  const same = roles.length === account.roles.length && roles.every((role) => account.roles.includes(role))
  const put = (to: readonly Role[]) =>
    call('PUT /api/accounts/:account/roles', { params: { account: account.id }, body: { roles: [...to] } })
  const save = useMutation({
    mutationFn: () => put(roles),
    async onSuccess() {
      const before = account.roles
      done(t.people.rolesSaved(account.name), async () => {
        await put(before)
        setRoles(before)
        await lookAgain()
      })
      await lookAgain()
    },
  })
  return (
    <section className={css.form}>
      <RolesInput value={roles} onChange={setRoles} />
      <RefusedOrAgain error={save.error} again={() => save.mutate()} forget={save.reset} />
      <div className={css.acts}>
        <Button loading={save.isPending} disabled={same || roles.length === 0} onClick={() => save.mutate()}>
          {t.people.saveRoles}
        </Button>
        {!same && (
          <Button variant="subtle" onClick={() => setRoles(account.roles)}>
            {t.people.asBefore}
          </Button>
        )}
      </div>
    </section>
  )
}

function Reset({ account }: { readonly account: Account }) {
  const reset = useMutation({
    mutationFn: () => call('POST /api/accounts/:account/reset', { params: { account: account.id } }),
    onSuccess: lookAgain,
  })
  if (reset.data !== undefined) return <LinkOnce name={account.name} link={reset.data} onKept={reset.reset} />
  return (
    <Part title={t.people.reset.title} says={t.people.reset.says}>
      <RefusedOrAgain error={reset.error} again={() => reset.mutate()} forget={reset.reset} />
      <div>
        <Button variant="default" loading={reset.isPending} onClick={() => reset.mutate()}>
          {t.people.reset.go}
        </Button>
      </div>
    </Part>
  )
}
