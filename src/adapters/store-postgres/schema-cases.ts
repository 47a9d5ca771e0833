import { boolean, doublePrecision, index, integer, jsonb, pgTable, primaryKey } from 'drizzle-orm/pg-core'
import type { Case } from '../../model/case.ts'
import { tenant, text } from './schema.ts'

/** A case as its acts say it stands, with what the inbox goes by beside it. */
export const caseFile = pgTable(
  'case_file',
  {
    tenant,
    id: text().notNull(),
    room: text().notNull(),
    status: text().notNull(),
    opened: text().notNull(),
    changed: text().notNull(),
    state: jsonb().$type<Case>().notNull(),
    assignee: text(),
    members: jsonb().$type<readonly string[]>(),
    wakes: text(),
    /** A person has to do with it, so it keeps whom it is about from the sweep. */
    worked: boolean().notNull(),
    /** What an investigator is to do, by rank; null where nothing. */
    rank: integer(),
    since: text(),
    due: text(),
    /** Who asked for a second person, and since and until when. */
    askedBy: text('asked_by'),
    askedAt: text('asked_at'),
    askedUntil: text('asked_until'),
  },
  (t) => [
    primaryKey({ columns: [t.id, t.tenant] }),
    index('case_file_by_opening').on(t.tenant, t.room, t.opened, t.id),
    index('case_file_by_rank').on(t.tenant, t.room, t.rank, t.since, t.id),
    index('case_file_by_due').on(t.tenant, t.room, t.due, t.id),
    index('case_file_by_asked').on(t.tenant, t.room, t.askedAt, t.id),
  ],
)

export const casePersona = pgTable(
  'case_persona',
  { tenant, persona: text().notNull(), case: text().notNull(), room: text().notNull(), open: boolean().notNull() },
  (t) => [primaryKey({ columns: [t.persona, t.case, t.tenant] }), index('case_persona_by_case').on(t.case, t.tenant)],
)

export const caseEvent = pgTable(
  'case_event',
  {
    tenant,
    case: text().notNull(),
    seq: integer().notNull(),
    kind: text().notNull(),
    by: text().notNull(),
    at: text().notNull(),
    act: jsonb().$type<Readonly<Record<string, unknown>>>().notNull(),
  },
  (t) => [primaryKey({ columns: [t.case, t.seq, t.tenant] })],
)

export const scoringSwitch = pgTable(
  'scoring_switch',
  { tenant, stopped: boolean().notNull(), by: text().notNull(), at: text().notNull(), reason: text().notNull() },
  (t) => [primaryKey({ columns: [t.tenant] })],
)

export const unscored = pgTable('unscored', { tenant, persona: text().notNull() }, (t) => [primaryKey({ columns: [t.persona, t.tenant] })])

export const legalHold = pgTable(
  'legal_hold',
  { tenant, persona: text().notNull(), by: text().notNull(), at: text().notNull(), reason: text().notNull() },
  (t) => [primaryKey({ columns: [t.persona, t.tenant] })],
)

/** That somebody was cleared, and of what, as a hash that only the same again gives. */
export const tombstone = pgTable('tombstone', { tenant, key: text().notNull(), cleared: text().notNull() }, (t) => [
  primaryKey({ columns: [t.key, t.tenant] }),
])

export const tombstoneSalt = pgTable('tombstone_salt', { tenant, salt: text().notNull() }, (t) => [primaryKey({ columns: [t.tenant] })])

export const pageMask = pgTable(
  'page_mask',
  {
    tenant,
    artifact: text().notNull(),
    id: text().notNull(),
    page: integer().notNull(),
    left: doublePrecision().notNull(),
    top: doublePrecision().notNull(),
    right: doublePrecision().notNull(),
    bottom: doublePrecision().notNull(),
    what: text().notNull(),
    by: text().notNull(),
    at: text().notNull(),
    lifted: boolean().notNull(),
  },
  (t) => [primaryKey({ columns: [t.artifact, t.id, t.lifted, t.tenant] })],
)
