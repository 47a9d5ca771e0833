import { useInfiniteQuery } from '@tanstack/react-query'
import type { AnswerOf } from '../../../client/index.ts'
import { call } from '../../api/client.ts'
import { keys } from '../../api/keys.ts'

export type InboxItem = AnswerOf<'GET /api/inbox'>['items'][number]
type Rank = InboxItem['rank']

const PAGE = 100
/** Cases tell no news of themselves over events yet, so the inbox looks for itself. */
const LOOKED_MS = 20_000

export const useInbox = () =>
  useInfiniteQuery({
    queryKey: keys.inbox,
    queryFn: ({ pageParam }) =>
      call('GET /api/inbox', { query: { limit: PAGE, ...(pageParam === undefined ? {} : { after: pageParam }) } }),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.next,
    refetchInterval: LOOKED_MS,
  })

/** What belongs together for who looks: a filter is one of these. */
export const GROUPS = {
  urgent: ['overdue', 'approval'],
  appeal: ['appeal', 'answer', 'call'],
  look: ['escalate', 'look-back', 'review', 'person', 'match'],
  ask: ['ask'],
} as const satisfies Readonly<Record<string, readonly Rank[]>>
export type Group = keyof typeof GROUPS

const isGroup = (text: string | undefined): text is Group => text !== undefined && text in GROUPS

export function shownOf(items: readonly InboxItem[], show: string | undefined, me: string): readonly InboxItem[] {
  if (show === 'mine') return items.filter((item) => item.assignee === me)
  if (!isGroup(show)) return items
  const ranks: readonly Rank[] = GROUPS[show]
  return items.filter((item) => ranks.includes(item.rank))
}

/** The page that an item leads to; undefined where there is none yet. */
export function placeOf(item: InboxItem) {
  const [persona] = item.personas
  if (persona === undefined) return undefined
  return { to: '/candidates/$persona', params: { persona }, search: item.about === 'case' ? { case: item.id } : {} } as const
}
