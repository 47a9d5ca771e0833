import { ActionIcon, Button, Menu } from '@mantine/core'
import IconClockPause from '@tabler/icons-react/icons/IconClockPause'
import IconDotsVertical from '@tabler/icons-react/icons/IconDotsVertical'
import IconPrinter from '@tabler/icons-react/icons/IconPrinter'
import { useMe } from '../../api/session.ts'
import { useShortcuts } from '../../frame/keyboard.ts'
import { t } from '../../texts/index.ts'
import type { Question } from '../../parts/AskReason.tsx'
import { useCan, useTimers, type CaseShown } from './case.ts'
import { give, putAside } from './does.ts'
import { askingSecond, closing, cutting, holding, linking, quieting, reopening, timing, unquieting } from './questions.ts'

interface Shown {
  readonly of: CaseShown
  onAsk(question: Question): void
}

/** Everything that can be done with the case as a whole: the usual by a button, the rest by name in a menu. */
export function CaseActs({ of, onAsk }: Shown) {
  const me = useMe()
  const can = useCan(of.room)
  const works = can('work')
  const open = of.status === 'open'
  const mine = of.assignee === me.account
  const take = (): void => void (mine ? give(of, null, t.cases.done.back) : give(of, me.account, t.cases.done.took))
  useShortcuts(
    works && open
      ? [
          { keys: 'a', says: t.keys.take, run: take },
          { keys: 's', says: t.keys.snooze, run: () => void putAside(of.id, 1) },
        ]
      : [],
  )
  return (
    <>
      {works && open && (
        <>
          <Button variant={of.assignee === undefined ? 'filled' : 'default'} onClick={take}>
            {mine ? t.cases.giveBack : t.cases.take}
          </Button>
          <Menu position="bottom-end">
            <Menu.Target>
              <Button variant="default" leftSection={<IconClockPause size={16} aria-hidden />}>
                {t.cases.putAside}
              </Button>
            </Menu.Target>
            <Menu.Dropdown>
              <Menu.Item onClick={() => void putAside(of.id, 1)}>{t.cases.until.tomorrow}</Menu.Item>
              <Menu.Item onClick={() => void putAside(of.id, 3)}>{t.cases.until.threeDays}</Menu.Item>
              <Menu.Item onClick={() => void putAside(of.id, 7)}>{t.cases.until.week}</Menu.Item>
            </Menu.Dropdown>
          </Menu>
          <Button variant="default" onClick={() => onAsk(closing(of.id))}>
            {t.cases.close}
          </Button>
        </>
      )}
      {works && !open && (
        <Button variant="default" onClick={() => onAsk(reopening(of.id))}>
          {t.cases.reopen}
        </Button>
      )}
      <More of={of} onAsk={onAsk} works={works && open} />
    </>
  )
}

function More({ of, onAsk, works }: Shown & { readonly works: boolean }) {
  const me = useMe()
  const timers = useTimers().data?.items ?? []
  const { ask } = t.cases
  const named = of.personas.length + of.matches.length > 0
  return (
    <Menu position="bottom-end" width={260}>
      <Menu.Target>
        <ActionIcon variant="default" size={36} aria-label={t.cases.more}>
          <IconDotsVertical size={18} aria-hidden />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item leftSection={<IconPrinter size={16} aria-hidden />} onClick={() => globalThis.print()}>
          {t.cases.print}
        </Menu.Item>
        {works && (
          <>
            <Menu.Divider />
            {named && <Menu.Item onClick={() => onAsk(askingSecond(of))}>{ask.second.title}</Menu.Item>}
            {named && <Menu.Item onClick={() => onAsk(cutting(of))}>{ask.cut.title}</Menu.Item>}
            {of.room === 'identity' && of.personas.length > 0 && <Menu.Item onClick={() => onAsk(holding(of))}>{ask.hold.title}</Menu.Item>}
            <Menu.Item onClick={() => onAsk(timing(of.id, timers))}>{ask.timer.title}</Menu.Item>
            <Menu.Item onClick={() => onAsk(linking(of.id))}>{ask.link.title}</Menu.Item>
            {of.members === undefined ? (
              <Menu.Item onClick={() => onAsk(quieting(of.id, me.account))}>{ask.quiet.title}</Menu.Item>
            ) : (
              <Menu.Item onClick={() => onAsk(unquieting(of.id, of.members ?? []))}>{ask.unquiet.title}</Menu.Item>
            )}
          </>
        )}
      </Menu.Dropdown>
    </Menu>
  )
}
