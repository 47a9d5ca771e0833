import { Button, Popover, Select, TextInput } from '@mantine/core'
import IconUserCheck from '@tabler/icons-react/icons/IconUserCheck'
import { useMutation } from '@tanstack/react-query'
import { useState, type SyntheticEvent } from 'react'
import { call } from '../../api/client.ts'
import { useMe } from '../../api/session.ts'
import { useShortcuts } from '../../frame/keyboard.ts'
import { Refused } from '../../parts/states.tsx'
import { done, failed } from '../../parts/toast.tsx'
import { rooms, t } from '../../texts/index.ts'
import { useScreeners } from '../screening/people.ts'
import { isWaiting, useLookAgain, type Match } from './match.ts'
import css from './match.module.css'

const words = rooms.match.assign

/** Who looks at it, and by when. Who had it before gets it back by one click. */
export function Assign({ match }: { readonly match: Match }) {
  const { account } = useMe()
  const look = useLookAgain()
  const people = useScreeners()
  const [opened, setOpened] = useState(false)
  const [owner, setOwner] = useState(match.owner ?? account)
  const [due, setDue] = useState(match.due?.slice(0, 10) ?? '')
  const give = (to: { readonly owner: string | null; readonly due?: string }) =>
    call('POST /api/matches/:match/assign', { params: { match: match.match }, body: to })
  const assign = useMutation({
    mutationFn: give,
    async onSuccess(_, to) {
      const before = match.owner ?? null
      const giveBack = async (): Promise<void> => {
        await give({ owner: before })
        await look()
      }
      setOpened(false)
      done(to.owner === account ? words.took : words.gave, before === to.owner ? undefined : giveBack)
      await look()
    },
  })
  const can = isWaiting(match)
  const take = (): void => assign.mutate({ owner: account }, { onError: failed })
  useShortcuts(can && match.owner !== account ? [{ keys: 'a', says: t.keys.take, run: take }] : [])
  if (!can) return null
  const submit = (event: SyntheticEvent): void => {
    event.preventDefault()
    assign.mutate({ owner, ...(due === '' ? {} : { due }) })
  }
  const choices = (people.data?.items ?? [])
    .filter((one) => one.active)
    .map((one) => ({ value: one.account, label: one.account === account ? `${one.name} (${rooms.screening.you})` : one.name }))
  return (
    <>
      {match.owner !== account && (
        <Button variant="default" loading={assign.isPending} onClick={take}>
          {words.take}
        </Button>
      )}
      <Popover opened={opened} onChange={setOpened} position="bottom-end" width={280} trapFocus shadow="md">
        <Popover.Target>
          <Button
            variant="default"
            leftSection={<IconUserCheck size={16} aria-hidden />}
            onClick={() => setOpened(!opened)}
            aria-expanded={opened}
          >
            {words.title}
          </Button>
        </Popover.Target>
        <Popover.Dropdown>
          <form className={css.form} onSubmit={submit}>
            <Select
              label={words.to}
              data={choices}
              value={owner}
              onChange={(value) => setOwner(value ?? account)}
              allowDeselect={false}
              comboboxProps={{ withinPortal: false }}
            />
            <TextInput label={words.due} type="date" value={due} onChange={(event) => setDue(event.currentTarget.value)} />
            <Refused error={assign.error} />
            <Button type="submit" loading={assign.isPending}>
              {words.go}
            </Button>
          </form>
        </Popover.Dropdown>
      </Popover>
    </>
  )
}
