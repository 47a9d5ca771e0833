import { boolean, index, integer, jsonb, pgTable, primaryKey } from 'drizzle-orm/pg-core'
import type { AnotherWay, Ask, Contest } from '../../model/contest.ts'
import { tenant, text } from './schema.ts'

export const ask = pgTable(
  'ask',
  { tenant, id: text().notNull(), persona: text().notNull(), at: text().notNull(), state: jsonb().$type<Ask>().notNull() },
  (t) => [primaryKey({ columns: [t.id, t.tenant] }), index('ask_by_persona').on(t.tenant, t.persona, t.at, t.id)],
)

const waiting = {
  tenant,
  id: text().notNull(),
  persona: text().notNull(),
  at: text().notNull(),
  open: boolean().notNull(),
}

export const anotherWay = pgTable('another_way', { ...waiting, state: jsonb().$type<AnotherWay>().notNull() }, (t) => [
  primaryKey({ columns: [t.id, t.tenant] }),
  index('another_way_by_persona').on(t.tenant, t.persona, t.at, t.id),
  index('another_way_by_open').on(t.tenant, t.open, t.at, t.id),
])

export const contest = pgTable('contest', { ...waiting, state: jsonb().$type<Contest>().notNull() }, (t) => [
  primaryKey({ columns: [t.id, t.tenant] }),
  index('contest_by_persona').on(t.tenant, t.persona, t.at, t.id),
  index('contest_by_open').on(t.tenant, t.open, t.at, t.id),
])

/** What was found wrongly, as a hash that only the same again gives. */
export const setAside = pgTable('set_aside', { tenant, key: text().notNull(), day: text().notNull() }, (t) => [
  primaryKey({ columns: [t.key, t.tenant] }),
])

/** What somebody decided on the same record without seeing the first decision. */
export const secondLook = pgTable(
  'second_look',
  {
    tenant,
    case: text().notNull(),
    decided: integer().notNull(),
    persona: text().notNull(),
    kind: text().notNull(),
    by: text().notNull(),
    at: text().notNull(),
  },
  (t) => [primaryKey({ columns: [t.case, t.decided, t.tenant] }), index('second_look_by_persona').on(t.tenant, t.persona)],
)

/** Applications that are known to be in order, put among the others to see what becomes of them. */
export const planted = pgTable('planted', { tenant, persona: text().notNull(), by: text().notNull(), at: text().notNull() }, (t) => [
  primaryKey({ columns: [t.persona, t.tenant] }),
])
