import { Button, TextInput } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { useState, type SyntheticEvent } from 'react'
import { call } from '../../api/client.ts'
import css from '../../parts/blocks.module.css'
import { RefusedOrAgain } from '../../parts/SignInAgain.tsx'
import { t } from '../../texts/index.ts'
import { lookAgain, type LinkMade, type Role } from './accounts.ts'
import { LinkOnce } from './LinkOnce.tsx'
import { RolesInput } from './RolesInput.tsx'

interface Given {
  readonly name: string
  readonly email: string
  readonly roles: readonly Role[]
}

/** Invites somebody, or makes a new link for one who has not come yet; then shows the link, this one time. */
export function Invite({ again, onDone }: { readonly again?: Given | undefined; onDone(): void }) {
  const [given, setGiven] = useState<Given>({ name: again?.name ?? '', email: again?.email ?? '', roles: again?.roles ?? [] })
  const invite = useMutation({
    mutationFn: (): Promise<LinkMade> => call('POST /api/accounts', { body: { ...given, roles: [...given.roles] } }),
    onSuccess: lookAgain,
  })
  const submit = (event: SyntheticEvent): void => {
    event.preventDefault()
    invite.mutate()
  }
  if (invite.data !== undefined) return <LinkOnce name={given.name} link={invite.data} onKept={onDone} />
  return (
    <form className={css.form} onSubmit={submit}>
      <TextInput
        label={t.people.name}
        description={t.people.nameSays}
        required
        withAsterisk={false}
        maxLength={120}
        data-autofocus
        value={given.name}
        onChange={(event) => setGiven({ ...given, name: event.currentTarget.value })}
      />
      <TextInput
        label={t.people.email}
        type="email"
        required
        withAsterisk={false}
        readOnly={again !== undefined}
        value={given.email}
        onChange={(event) => setGiven({ ...given, email: event.currentTarget.value })}
      />
      <RolesInput value={given.roles} onChange={(roles) => setGiven({ ...given, roles })} />
      <RefusedOrAgain error={invite.error} again={() => invite.mutate()} forget={invite.reset} />
      <Button type="submit" loading={invite.isPending} disabled={given.roles.length === 0}>
        {t.people.makeLink}
      </Button>
    </form>
  )
}
