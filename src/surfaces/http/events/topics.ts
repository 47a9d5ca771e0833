import type { Caller } from '../../../engine/people/caller.ts'
import type { AuditRow } from '../../../engine/ports.ts'
import type { Permission } from '../../../model/access.ts'

interface Topic {
  readonly topic: string
  readonly may: Permission
}

const personas: Topic = { topic: 'personas', may: 'persona:read' }
const links: Topic = { topic: 'links', may: 'persona:read' }
const indicators: Topic = { topic: 'indicators', may: 'indicator:manage' }
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

/** What this caller is told of an act; undefined: nothing. */
export function toldOf(caller: Caller, { action, subject, at, detail }: AuditRow): Told | undefined {
  const topic = TOPICS[action]
  if (topic === undefined || !caller.may.has(topic.may)) return undefined
  if (detail['room'] === 'sanctions' && !caller.may.has('screening:read')) return undefined
  return { topic: topic.topic, subject, at }
}
