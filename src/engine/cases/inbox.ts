import type { Case } from '../../model/case.ts'
import { askedOf, nextDue, RANKS, workOf, type Rank } from '../../model/case-needs.ts'
import type { Room } from '../../model/finding.ts'
import type { Instant } from '../../model/statement.ts'
import type { Caller } from '../people/caller.ts'
import type { Tx } from '../ports.ts'
import type { Needs } from './change.ts'
import { roomsOf } from './rooms.ts'

/** One thing that needs the caller now: what, why in one sentence, and since when. */
export interface InboxItem {
  readonly about: 'case' | 'persona' | 'match'
  readonly id: string
  readonly room: Room
  readonly rank: Rank
  readonly says: string
  readonly since: Instant
  readonly due: Instant | undefined
  readonly overdue: boolean
  readonly assignee: string | undefined
  readonly personas: readonly string[]
}

export interface InboxAfter {
  readonly rank: Rank
  readonly since: Instant
  readonly id: string
}

/**
 * What needs the caller now, most urgent first: by rank, then the longest waiting. Whom others have taken, what is put aside and
 * what is not for the caller is left out, and is not counted either.
 */
export async function inbox(
  deps: Needs,
  caller: Caller,
  page: { readonly after?: InboxAfter; readonly limit: number },
): Promise<readonly InboxItem[]> {
  const now = deps.clock.now()
  const seen = new Set(roomsOf(caller, 'read'))
  const work = roomsOf(caller, 'work').filter((room) => seen.has(room))
  const approve = roomsOf(caller, 'approve').filter((room) => seen.has(room))
  const { after, limit } = page
  const behind = after === undefined ? {} : { after: { ...after, rank: RANKS[after.rank] } }
  const [rows, waiting] = await deps.store.look(caller.tenant, (tx) =>
    Promise.all([
      work.length + approve.length === 0 ? [] : tx.inboxCases({ work, approve, who: caller.id, now, limit, ...behind }),
      seen.has('sanctions') ? matches(tx, { after, limit, now }) : [],
    ]),
  )
  const items = [...rows.map((row) => itemOf(row.case, rankNamed(row.rank), row.since, now)), ...waiting].toSorted(byRank)
  const left = limit - items.length
  const mayAsk = caller.may.has('ask:send') || work.includes('identity')
  const asks = left > 0 && mayAsk ? await deps.store.look(caller.tenant, (tx) => toAsk(tx, { after, limit: left })) : []
  return [...items, ...asks].slice(0, limit)
}

const byRank = (a: InboxItem, b: InboxItem): number =>
  RANKS[a.rank] - RANKS[b.rank] || (a.since === b.since ? (a.id < b.id ? -1 : 1) : a.since < b.since ? -1 : 1)

const NAMES = new Map(Object.entries(RANKS).map(([name, rank]) => [rank as number, name as Rank]))
const rankNamed = (rank: number): Rank => NAMES.get(rank) ?? 'person'

function itemOf(c: Case, rank: Rank, since: Instant, now: Instant): InboxItem {
  const next = nextDue(c)
  const overdue = next !== undefined && next.due <= now
  const need = rank === 'approval' ? askedOf(c) : workOf(c)
  return {
    about: 'case',
    id: c.id,
    room: c.room,
    rank,
    says: rank === 'overdue' && next !== undefined ? `The time for ${next.about} is over. ${need?.says ?? c.says}` : (need?.says ?? c.says),
    since,
    due: next?.due,
    overdue,
    assignee: c.assignee,
    personas: c.personas,
  }
}

async function matches(
  tx: Tx,
  { after, limit, now }: { after: InboxAfter | undefined; limit: number; now: Instant },
): Promise<readonly InboxItem[]> {
  if (after !== undefined && RANKS[after.rank] > RANKS.match) return []
  const behind = after?.rank === 'match' ? { after } : {}
  return (await tx.matchesWaiting({ ...behind, limit })).map(({ match, since, due, owner }) => ({
    about: 'match',
    id: match,
    room: 'sanctions',
    rank: 'match',
    says: 'Something beside the name agrees with an entry of a list; a person has to compare the two.',
    since,
    due,
    overdue: due !== undefined && due <= now,
    assignee: owner,
    personas: [],
  }))
}

async function toAsk(tx: Tx, { after, limit }: { after: InboxAfter | undefined; limit: number }): Promise<readonly InboxItem[]> {
  const behind = after?.rank === 'ask' ? { after: after.id } : {}
  return (await tx.personasToAsk({ ...behind, limit })).map(({ persona, since }) => ({
    about: 'persona',
    id: persona,
    room: 'identity',
    rank: 'ask',
    says: 'A neutral question to the candidate could clear what is open.',
    since,
    due: undefined,
    overdue: false,
    assignee: undefined,
    personas: [persona],
  }))
}
