import { mayBeTold, sees } from '../../../engine/cases/rooms.ts'
import type { Caller } from '../../../engine/people/caller.ts'
import type { AuditRow } from '../../../engine/audit-row.ts'
import type { Tx } from '../../../engine/ports.ts'
import type { Permission } from '../../../model/access.ts'

interface Topic {
  readonly topic: string
  readonly may: Permission
}

const personas: Topic = { topic: 'personas', may: 'persona:read' }
const links: Topic = { topic: 'links', may: 'persona:read' }
const indicators: Topic = { topic: 'indicators', may: 'indicator:manage' }
const cases: Topic = { topic: 'cases', may: 'case:read' }
const numbers: Topic = { topic: 'numbers', may: 'threshold:read' }
const screening: Topic = { topic: 'screening', may: 'screening:read' }

/**
 * What others who look at a screen are told of, by the action that stands in the log. What is not named here nobody is told of, so
 * a new act is silent until somebody has thought about who may hear of it.
 */
const TOPICS: Readonly<Record<string, Topic>> = {
  received: personas,
  read: personas,
  unreadable: personas,
  refused: personas,
  withdrawn: personas,
  forgotten: personas,
  decided: personas,
  requisition: { topic: 'requisitions', may: 'persona:read' },
  judged: links,
  'indicators-imported': indicators,
  'indicators-expired': indicators,
  'indicator-accepted': indicators,
  'indicator-refused': indicators,
  'cases-by-rule': cases,
  'numbers-tried': numbers,
  'numbers-in-shadow': numbers,
  'numbers-proposed': numbers,
  'numbers-refused': numbers,
  'numbers-active': numbers,
  'numbers-taken-back': numbers,
  'numbers-shadow-ended': numbers,
  'matches-filed': screening,
  'match-assigned': screening,
  'match-adjudicated': screening,
  'match-seconded': screening,
  'match-not-seconded': screening,
  'match-reopened': screening,
  'list-signed-off': screening,
  'list-rescreened': screening,
}

export interface Told {
  readonly topic: string
  readonly subject: string
  readonly at: string
}

/** Acts in one case: `case-opened`, `case-noted`, …; the row's subject is the case. */
const IN_CASE = 'case-'
const topicOf = (action: string): Topic | undefined => (action.startsWith(IN_CASE) ? cases : TOPICS[action])

/**
 * What this caller is told of these rows of a log, in order: nothing of many. Nothing of a case that they do not see, and of whom a
 * quiet case is open nothing but to its members: neither a change of theirs nor one of the case reaches a screen.
 */
export async function toldOf(
  tx: Tx,
  caller: Caller,
  rows: readonly AuditRow[],
): Promise<readonly { readonly seq: number; readonly news: Told | undefined }[]> {
  const open = rows.filter(({ action }) => {
    const topic = topicOf(action)
    return topic !== undefined && caller.may.has(topic.may)
  })
  const about = new Map((await tx.casesNamed([...new Set(open.flatMap(casesIn))])).map((c) => [c.id, c]))
  const quiet = (await tx.casesOfPersonas([...new Set(open.flatMap(personasIn))])).filter(
    (c) => c.status === 'open' && !mayBeTold(c, caller.id),
  )
  const hidden = new Set(quiet.flatMap((c) => c.personas))
  const may = (row: AuditRow): boolean =>
    topicOf(row.action) === cases
      ? casesIn(row).some((id) => {
          const found = about.get(id)
          return found !== undefined && sees(caller, found)
        })
      : !personasIn(row).some((id) => hidden.has(id))
  const told = new Set(open.filter(may))
  return rows.map((row) => {
    const topic = told.has(row) ? topicOf(row.action)?.topic : undefined
    return { seq: row.seq, news: topic === undefined ? undefined : { topic, subject: row.subject, at: row.at } }
  })
}

const texts = (value: unknown): readonly string[] =>
  (Array.isArray(value) ? value : [value]).filter((one): one is string => typeof one === 'string')

function casesIn({ action, subject, detail }: AuditRow): readonly string[] {
  if (topicOf(action) !== cases) return []
  return action.startsWith(IN_CASE) ? [subject] : [...texts(detail['opened']), ...texts(detail['woken'])]
}

function personasIn({ action, subject, detail }: AuditRow): readonly string[] {
  const topic = topicOf(action)
  return topic === personas || topic === links ? [subject, ...texts(detail['other'])] : []
}
