import { SegmentedControl } from '@mantine/core'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { useEffect } from 'react'
import { useMay, useMe } from '../../api/session.ts'
import type { Column } from '../../parts/csv.ts'
import { ExportButton } from '../../parts/ExportButton.tsx'
import { PageHeader } from '../../parts/PageHeader.tsx'
import { Empty, Failed, Loading } from '../../parts/states.tsx'
import { useLines } from '../../parts/useLines.ts'
import { t } from '../../texts/index.ts'
import { FirstRun, useAnybody } from '../start/FirstRun.tsx'
import { canAct, snooze, take } from './acts.ts'
import css from './inbox.module.css'
import { GROUPS, placeOf, shownOf, useInbox, type Group, type InboxItem } from './inbox-items.ts'
import { Line } from './Line.tsx'

const LINE_HEIGHT = 64

const COLUMNS: readonly Column<InboxItem>[] = [
  { head: t.inbox.columns.kind, value: (item) => t.inbox.ranks[item.rank] },
  { head: t.inbox.columns.who, value: (item) => item.name ?? item.personas.join(' ') },
  { head: t.inbox.columns.why, value: (item) => item.says },
  { head: t.inbox.columns.since, value: (item) => item.since },
  { head: t.inbox.columns.due, value: (item) => item.due },
]

/** What needs the reader now, why, and since when. */
export function Inbox() {
  const { show = 'all' } = useSearch({ from: '/inside/inbox' })
  const navigate = useNavigate()
  const me = useMe()
  const { query: inbox, rows: items, onEnd } = useInbox()
  const anybody = useAnybody()
  const shown = shownOf(items, show, me.account)
  const filters = [
    { value: 'all', label: t.inbox.all },
    { value: 'mine', label: t.inbox.mine },
    ...Object.keys(GROUPS).map((group) => ({ value: group, label: t.inbox.groups[group as Group] })),
  ]
  if (inbox.isSuccess && items.length === 0 && anybody === false)
    return (
      <>
        <PageHeader title={t.inbox.title} says={t.inbox.says} />
        <FirstRun />
      </>
    )
  return (
    <>
      <PageHeader title={t.inbox.title} says={t.inbox.says}>
        <ExportButton name="inbox" columns={COLUMNS} rows={shown} />
      </PageHeader>
      <div className={css.filters}>
        <SegmentedControl
          aria-label={t.inbox.filters}
          data={filters}
          value={show}
          onChange={(chosen) => void navigate({ to: '/inbox', search: chosen === 'all' ? {} : { show: chosen }, replace: true })}
        />
      </div>
      {inbox.isPending ? (
        <Loading />
      ) : inbox.isError ? (
        <Failed error={inbox.error} onRetry={() => void inbox.refetch()} />
      ) : shown.length === 0 ? (
        <Empty {...(items.length === 0 ? t.inbox.empty : t.inbox.filtered)} />
      ) : (
        <List items={shown} onEnd={onEnd} />
      )}
    </>
  )
}

function List({ items, onEnd }: { readonly items: readonly InboxItem[]; readonly onEnd: (() => void) | undefined }) {
  const navigate = useNavigate()
  const me = useMe()
  const may = useMay()
  const works = may('case:work')
  const act = (index: number, does: (item: InboxItem) => Promise<void>): void => {
    const item = items[index]
    if (item !== undefined && works && canAct(item)) void does(item)
  }
  const { list, lines, chosen } = useLines({
    count: items.length,
    height: LINE_HEIGHT,
    open: (index) => {
      const place = items[index] === undefined ? undefined : placeOf(items[index], may)
      if (place !== undefined) void navigate(place)
    },
    more: works
      ? [
          { keys: 'a', says: t.keys.take, run: (index) => act(index, (item) => take(item, me.account)) },
          { keys: 's', says: t.keys.snooze, run: (index) => act(index, snooze) },
        ]
      : [],
  })
  const drawn = lines.getVirtualItems()
  const last = drawn.at(-1)?.index ?? 0
  useEffect(() => {
    if (last >= items.length - 1) onEnd?.()
  }, [last, items.length, onEnd])
  return (
    <div ref={list} className={css.list} tabIndex={0} role="region" aria-label={t.inbox.title}>
      <ul style={{ height: lines.getTotalSize() }}>
        {drawn.map(({ index, start, key }) => {
          const item = items[index]
          return (
            item !== undefined && (
              <li key={key} ref={lines.measureElement} data-index={index} style={{ transform: `translateY(${start}px)` }}>
                <Line item={item} chosen={index === chosen} works={works} me={me.account} />
              </li>
            )
          )
        })}
      </ul>
    </div>
  )
}
