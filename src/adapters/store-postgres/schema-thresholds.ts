import { boolean, index, jsonb, pgTable, primaryKey } from 'drizzle-orm/pg-core'
import type { Backtest, NumberSet } from '../../model/number-set.ts'
import { tenant, text } from './schema.ts'

/** Numbers of one's own for a detector. `holds`: in shadow or active. */
export const numberSet = pgTable(
  'number_set',
  {
    tenant,
    id: text().notNull(),
    detector: text().notNull(),
    at: text().notNull(),
    holds: boolean().notNull(),
    state: jsonb().$type<NumberSet>().notNull(),
  },
  (t) => [primaryKey({ columns: [t.id, t.tenant] }), index('number_set_by_detector').on(t.tenant, t.detector, t.at, t.id)],
)

export const backtest = pgTable(
  'backtest',
  { tenant, id: text().notNull(), detector: text().notNull(), at: text().notNull(), state: jsonb().$type<Backtest>().notNull() },
  (t) => [primaryKey({ columns: [t.id, t.tenant] }), index('backtest_by_detector').on(t.tenant, t.detector, t.at, t.id)],
)

/** What a detector says of a persona and what it would say by other numbers: answers, no content. */
export const tried = pgTable(
  'tried',
  { tenant, trial: text().notNull(), persona: text().notNull(), now: text().notNull(), other: text().notNull() },
  (t) => [primaryKey({ columns: [t.trial, t.persona, t.tenant] }), index('tried_by_persona').on(t.persona, t.tenant)],
)
