import { index, integer, jsonb, pgTable, primaryKey } from 'drizzle-orm/pg-core'
import type { HookEvent } from '../../model/hook.ts'
import { tenant, text } from './schema.ts'

/** Where events are sent to. */
export const endpoint = pgTable(
  'endpoint',
  {
    tenant,
    id: text().notNull(),
    url: text().notNull(),
    events: jsonb().$type<readonly HookEvent[]>().notNull(),
    state: text().notNull(),
    /** Raised to give it a new secret. */
    generation: integer().notNull(),
    /** Deliveries given up in a row. */
    lost: integer().notNull(),
    by: text().notNull(),
    made: text().notNull(),
  },
  (t) => [primaryKey({ columns: [t.id, t.tenant] })],
)

/** An event on its way to an endpoint. */
export const delivery = pgTable(
  'delivery',
  {
    tenant,
    id: text().notNull(),
    endpoint: text().notNull(),
    event: text().notNull(),
    subject: text().notNull(),
    at: text().notNull(),
    state: text().notNull(),
    tries: integer().notNull(),
    /** Of the last answer; a word where there was none. */
    answer: text(),
  },
  (t) => [primaryKey({ columns: [t.id, t.tenant] }), index('delivery_by_endpoint').on(t.endpoint, t.at, t.tenant)],
)

/** Who may send us something. */
export const hookSource = pgTable(
  'hook_source',
  {
    tenant,
    id: text().notNull(),
    name: text().notNull(),
    state: text().notNull(),
    generation: integer().notNull(),
    by: text().notNull(),
    made: text().notNull(),
  },
  (t) => [primaryKey({ columns: [t.id, t.tenant] })],
)

/** What a source has sent already, by the id it gave it, with what came of it. */
export const hookSeen = pgTable(
  'hook_seen',
  { tenant, source: text().notNull(), id: text().notNull(), at: text().notNull(), became: text().notNull() },
  (t) => [primaryKey({ columns: [t.id, t.source, t.tenant] })],
)

/** What somebody outside told us; opens a case only by a person's act. */
export const tip = pgTable(
  'tip',
  {
    tenant,
    id: text().notNull(),
    source: text().notNull(),
    about: text(),
    says: text().notNull(),
    at: text().notNull(),
    state: text().notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.id, t.tenant] }),
    index('tip_by_time').on(t.tenant, t.at),
    index('tip_by_persona').on(t.about, t.tenant),
  ],
)
