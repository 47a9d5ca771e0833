import { index, jsonb, pgTable, primaryKey } from 'drizzle-orm/pg-core'
import type { StoredAnswer } from '../../engine/once/ports.ts'
import { tenant, text } from './schema.ts'

/** Calls that carried a key, for a day. */
export const onceCall = pgTable(
  'once_call',
  {
    tenant,
    caller: text().notNull(),
    key: text().notNull(),
    asked: text().notNull(),
    at: text().notNull(),
    state: text().notNull(),
    answer: jsonb().$type<StoredAnswer>(),
  },
  (t) => [primaryKey({ columns: [t.tenant, t.caller, t.key] }), index('once_call_by_age').on(t.tenant, t.at)],
)

/** Words of the names that a persona goes by, so that people find it; derived, and read by nothing that judges. */
export const nameWord = pgTable('name_word', { tenant, word: text().notNull(), persona: text().notNull() }, (t) => [
  primaryKey({ columns: [t.word, t.tenant, t.persona] }),
  index('name_word_by_persona').on(t.persona, t.tenant),
])
