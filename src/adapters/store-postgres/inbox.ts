import type { CasesTx } from '../../engine/cases/ports.ts'
import { RANKS } from '../../model/case-needs.ts'
import type { Room } from '../../model/finding.ts'
import type { Fixed } from './database.ts'

type Asked = Parameters<CasesTx['inboxCases']>[0]

const SEEN = '(members is null or members ? $1)'
const MINE = `${SEEN} and (assignee is null or assignee = $1)`

/**
 * Cases of an inbox, and the values of the query. Each room and each reason is looked up by itself, in the order of an index and no
 * further than the page: of several rooms at once all cases that are open would be sorted, as they would where the planner is not told
 * how long the page is.
 */
export function inboxOf({ work, approve, who, now, after, limit }: Asked): [Fixed, readonly unknown[]] {
  const branch = (rank: string, since: string, where: string): string => {
    const beyond = after === undefined ? '' : ` and (${rank}, ${since}, id) > ($3::int, $4, $5)`
    return `(select ${rank} as rank, ${since} as since, id, state from case_file where status = 'open' and ${where}${beyond} order by 1, 2, 3 limit ${limit})`
  }
  const overdue = (room: Room): string => branch(`${RANKS.overdue}`, 'due', `room = '${room}' and due <= $2 and ${MINE}`)
  const asked = (room: Room): string =>
    branch(`${RANKS.approval}`, 'asked_at', `room = '${room}' and asked_at is not null and asked_until > $2 and asked_by <> $1 and ${SEEN}`)
  const waiting = (room: Room): string =>
    branch(
      'rank',
      'since',
      `room = '${room}' and rank is not null and (wakes is null or wakes <= $2) and (due is null or due > $2) and ${MINE}`,
    )
  const branches = [...work.map(overdue), ...approve.map(asked), ...work.map(waiting)]
  return [
    {
      name: [`inbox-${limit}`, ...work, 'approve', ...approve, ...(after === undefined ? [] : ['after'])].join('-'),
      text: `select rank, since, id, state from (${branches.join(' union all ')}) r order by 1, 2, 3 limit ${limit}`,
    },
    [who, now, ...(after === undefined ? [] : [after.rank, after.since, after.id])],
  ]
}
