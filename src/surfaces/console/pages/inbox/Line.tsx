import { ActionIcon, Tooltip } from '@mantine/core'
import IconClockPause from '@tabler/icons-react/icons/IconClockPause'
import IconHandGrab from '@tabler/icons-react/icons/IconHandGrab'
import { Link } from '@tanstack/react-router'
import { useMay } from '../../api/session.ts'
import { When } from '../../parts/When.tsx'
import { t } from '../../texts/index.ts'
import { canAct, snooze, take } from './acts.ts'
import css from './inbox.module.css'
import { placeOf, type InboxItem } from './inbox-items.ts'

interface Shown {
  readonly item: InboxItem
  readonly chosen: boolean
  readonly works: boolean
  readonly me: string
}

/** One thing that needs somebody: who, why in a sentence, since when, and until when. */
export function Line({ item, chosen, works, me }: Shown) {
  const place = placeOf(item, useMay())
  const others = item.personas.length - 1
  const who = item.personas.length === 0 ? t.inbox.ranks[item.rank] : (item.name ?? t.inbox.noName)
  return (
    <div className={css.line} data-chosen={chosen || undefined}>
      <span className={css.rank} data-rank={item.rank}>
        {t.inbox.ranks[item.rank]}
      </span>
      <div className={css.text}>
        <p className={css.who}>
          {place === undefined ? who : <Link {...place}>{who}</Link>}
          {others > 0 && <span className="soft small"> {t.inbox.others(others)}</span>}
          {item.assignee === me && (
            <span className={css.mine}>
              {t.inbox.taken} {t.inbox.you}
            </span>
          )}
        </p>
        <p className={css.why}>{item.says}</p>
      </div>
      <div className={css.times}>
        <When at={item.since} as="ago" />
        {item.due !== undefined && (
          <span data-overdue={item.overdue || undefined}>
            {item.overdue ? t.inbox.ranks.overdue : t.inbox.due} <When at={item.due} as={item.overdue ? 'ago' : 'day'} />
          </span>
        )}
      </div>
      {works && canAct(item) && (
        <div className={css.acts}>
          {item.assignee !== me && (
            <Tooltip label={t.inbox.take}>
              <ActionIcon variant="subtle" color="gray" aria-label={`${t.inbox.take}: ${who}`} onClick={() => void take(item, me)}>
                <IconHandGrab size={18} aria-hidden />
              </ActionIcon>
            </Tooltip>
          )}
          <Tooltip label={t.inbox.snooze}>
            <ActionIcon variant="subtle" color="gray" aria-label={`${t.inbox.snooze}: ${who}`} onClick={() => void snooze(item)}>
              <IconClockPause size={18} aria-hidden />
            </ActionIcon>
          </Tooltip>
        </div>
      )}
    </div>
  )
}
