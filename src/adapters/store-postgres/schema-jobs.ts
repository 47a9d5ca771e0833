import { bigint, boolean, index, integer, jsonb, pgTable, primaryKey } from 'drizzle-orm/pg-core'
import type { Run } from '../../engine/jobs/rows.ts'
import { room, tenant, text } from './schema.ts'

/** Long work that somebody waits for: how far it is, and whether it is wanted still. */
export const run = pgTable(
  'run',
  {
    tenant,
    id: text().notNull(),
    kind: text().notNull(),
    state: text().notNull(),
    step: text().notNull(),
    done: integer().notNull(),
    total: integer().notNull(),
    persona: text(),
    failures: jsonb().$type<Run['failures']>().notNull(),
    stop: boolean().notNull(),
    by: text().notNull(),
    made: text().notNull(),
    changed: text().notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.id, t.tenant] }),
    index('run_by_time').on(t.tenant, t.made),
    index('run_by_persona').on(t.persona, t.tenant),
  ],
)

/** Signed states of the log; only ever added to. */
export const auditRoot = pgTable(
  'audit_root',
  {
    tenant,
    room,
    n: integer().notNull(),
    first: bigint({ mode: 'number' }).notNull(),
    last: bigint({ mode: 'number' }).notNull(),
    head: text().notNull(),
    merkle: text().notNull(),
    previous: text().notNull(),
    at: text().notNull(),
    key: text().notNull(),
    public: text().notNull(),
    signature: text().notNull(),
  },
  (t) => [primaryKey({ columns: [t.n, t.room, t.tenant] })],
)

/** How somebody wants to hear that something waits; who has no row, at once. */
export const mailWish = pgTable('mail_wish', { tenant, person: text().notNull(), mode: text().notNull() }, (t) => [
  primaryKey({ columns: [t.person, t.tenant] }),
])

/** A mail to be sent. What it is about stands nowhere: only where the reader has to look. */
export const mail = pgTable(
  'mail',
  {
    tenant,
    id: text().notNull(),
    person: text().notNull(),
    path: text().notNull(),
    state: text().notNull(),
    made: text().notNull(),
    ended: text(),
  },
  (t) => [primaryKey({ columns: [t.id, t.tenant] }), index('mail_by_person').on(t.person, t.state, t.tenant)],
)
