import { sql } from 'drizzle-orm'
import type { Tx } from '../../engine/ports.ts'
import type { RawRow } from '../../kit/input.ts'
import { badUsage } from '../../model/errors.ts'
import { texts } from './values.ts'
import { rowsOf, type Database, type Scope } from './database.ts'
import { asFault } from './faults.ts'

/** Milliseconds; a relation over a slice takes a few hundred. A PostgreSQL server ends it; the embedded database has no timer. */
const LONGEST = 120_000

/**
 * Functions by which a query could leave its tenant, its transaction or the database; quoted and escaped names too. Looked for in
 * comments and strings as well: telling those apart safely would take a parser.
 */
const OUT_OF_BOUNDS = /\b(?:set_config|current_setting|pg_\w+|lo_\w+|dblink\w*|\w+_to_xml\w*|nextval|setval)\b|u&\s*["']|;/i

/** The SQL as it will run: `slice` stands before it, and its own `with` stays its own. */
function compose(text: string): string {
  const body = text
    .replace(/^(?:\s*--[^\n]*\n)*/, '')
    .trim()
    .replace(/;$/, '')
  if (!/^(?:select|with)\b/i.test(body)) throw badUsage('A relation is one query that starts with "select" or "with".')
  const refused = OUT_OF_BOUNDS.exec(body)
  if (refused !== null) throw badUsage(`A relation may not use "${refused[0]}": it reads the tables of derived.md and nothing else.`)
  return `select * from (\n${body}\n) relation`
}

/** The relations' own SQL. */
export function relationOf({ db }: Scope): Pick<Tx, 'relation'> {
  return {
    async relation(text, personas) {
      const body = compose(text)
      return readOnly(db, () => rowsOf<RawRow>(db, sql`with slice(persona) as (${texts(personas)}) ${sql.raw(body)}`))
    },
  }
}

/** Inside a savepoint that is always undone: nothing can be written, whatever settings the query changed are back as they were, and a failed query does not end the transaction. */
async function readOnly<T>(db: Database, work: () => Promise<T>): Promise<T> {
  await db.execute(sql`savepoint relation`)
  try {
    await db.execute(sql.raw(`set local transaction_read_only = on`))
    await db.execute(sql.raw(`set local statement_timeout = ${LONGEST}`))
    return await work()
  } catch (error) {
    throw asFault(error)
  } finally {
    await db.execute(sql`rollback to savepoint relation`)
    await db.execute(sql`release savepoint relation`)
  }
}
