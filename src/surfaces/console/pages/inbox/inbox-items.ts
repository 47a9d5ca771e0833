import type { Permission } from '../../../../model/access.ts'
import type { AnswerOf } from '../../../client/index.ts'
import { call } from '../../api/client.ts'
import { keys } from '../../api/keys.ts'
import { usePages } from '../../api/pages.ts'

export type InboxItem = AnswerOf<'GET /api/inbox'>['items'][number]
type Rank = InboxItem['rank']

/** Cases tell no news of themselves over events yet, so the inbox looks for itself. */
const LOOKED_MS = 20_000

export const useInbox = () =>
  usePages({ key: keys.inbox, ask: (page) => call('GET /api/inbox', { query: page }), refetchInterval: LOOKED_MS })

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

/** What is answered on the case's own page: an approval is given there, and what came in is attended to there. */
const ON_ITS_CASE: readonly Rank[] = ['approval', 'appeal', 'answer']

/** The page on which the reader does what an item asks for; undefined where they may see none. */
export function placeOf({ about, id, rank, personas: [persona] }: InboxItem, may: (permission: Permission) => boolean) {
  if (about === 'match') return may('screening:read') ? ({ to: '/screening/$match', params: { match: id } } as const) : undefined
  if (about === 'case' && (ON_ITS_CASE.includes(rank) || persona === undefined || !may('persona:read')))
    return { to: '/cases/$case', params: { case: id } } as const
  if (persona === undefined || !may('persona:read')) return undefined
  return { to: '/candidates/$persona', params: { persona }, search: about === 'case' ? { case: id } : {} } as const
}
