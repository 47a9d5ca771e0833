import { Button } from '@mantine/core'
import IconUserPlus from '@tabler/icons-react/icons/IconUserPlus'
import { useMemo, useState } from 'react'
import { useMe } from '../../api/session.ts'
import { DataTable, type TableColumn } from '../../parts/DataTable.tsx'
import { Dialog } from '../../parts/Dialog.tsx'
import { ExportButton } from '../../parts/ExportButton.tsx'
import { PageHeader } from '../../parts/PageHeader.tsx'
import { Failed, Loading } from '../../parts/states.tsx'
import { Tag } from '../../parts/Tag.tsx'
import { When } from '../../parts/When.tsx'
import { t } from '../../texts/index.ts'
import { AccountDrawer } from './AccountDrawer.tsx'
import { meansOf, useAccounts, type Account } from './accounts.ts'
import { Invite } from './Invite.tsx'
import css from './people.module.css'

const heads = t.people.columns
const TONES = { active: 'good', invited: 'wait', closed: undefined } as const

const columnsOf = (open: (account: Account) => void, own: string): readonly TableColumn<Account>[] => [
  {
    head: heads.name,
    width: 'minmax(190px, 1.6fr)',
    value: ({ name }) => name,
    draw: (account) => (
      <button type="button" className={css.name} onClick={() => open(account)}>
        {account.name}
        {account.id === own && <span className="soft"> ({t.people.you})</span>}
      </button>
    ),
  },
  {
    head: heads.state,
    width: '110px',
    value: ({ state }) => t.people.states[state].word,
    draw: ({ state }) => <Tag tone={TONES[state]}>{t.people.states[state].word}</Tag>,
  },
  { head: heads.roles, width: 'minmax(150px, 1.5fr)', value: ({ roles }) => roles.map((role) => t.people.roles[role].name).join(', ') },
  { head: heads.email, width: 'minmax(170px, 1.6fr)', value: ({ email }) => email },
  { head: heads.means, width: 'minmax(150px, 1.3fr)', value: meansOf },
  { head: heads.created, width: '120px', value: ({ created }) => created, draw: ({ created }) => <When at={created} as="day" /> },
]

/** Who may sign in, as what and with what; invites, and everything that happens to an account. */
export function People() {
  const accounts = useAccounts()
  const me = useMe()
  const [inviting, setInviting] = useState(false)
  const [opened, setOpened] = useState<string>()
  const rows = accounts.data?.items ?? []
  const columns = useMemo(() => columnsOf(({ id }) => setOpened(id), me.account), [me.account])
  return (
    <>
      <PageHeader title={t.people.page} says={t.people.says}>
        <ExportButton name="people" columns={columns} rows={rows} />
        <Button leftSection={<IconUserPlus size={16} aria-hidden />} onClick={() => setInviting(true)}>
          {t.people.invite}
        </Button>
      </PageHeader>
      {accounts.isPending ? (
        <Loading />
      ) : accounts.isError ? (
        <Failed error={accounts.error} onRetry={() => void accounts.refetch()} />
      ) : (
        <DataTable label={t.people.page} columns={columns} rows={rows} id={({ id }) => id} open={({ id }) => setOpened(id)} />
      )}
      <Dialog opened={inviting} onClose={() => setInviting(false)} title={t.people.invite}>
        <Invite onDone={() => setInviting(false)} />
      </Dialog>
      <AccountDrawer account={rows.find(({ id }) => id === opened)} onClose={() => setOpened(undefined)} />
    </>
  )
}
