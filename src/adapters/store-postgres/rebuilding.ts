import { createHash } from 'node:crypto'
import { eq, sql } from 'drizzle-orm'
import type { Tx } from '../../engine/ports.ts'
import { rowsOf, type Scope } from './database.ts'
import { assessment, finding, hub, identifier, link, overlap, pair, sketch, statement } from './schema.ts'
import { nameWord } from './schema-http.ts'

/** Rows fetched at a time while hashing; what is held in memory at once. */
const FETCHED = 5_000

/** What is hashed of each table, in an order without ties. JSON arrays keep neighbouring columns apart; `jsonb` has one spelling a value. */
const HASHED: readonly (readonly [string, string])[] = [
  [
    'statement',
    `select jsonb_build_array(id, subject, property, value, artifact, at) as line from statement where basis = 'derived' order by id`,
  ],
  [
    'identifier',
    'select jsonb_build_array(kind, key, persona, statement, at) as line from identifier order by key, kind, persona, statement',
  ],
  [
    'sketch',
    `select distinct on (key, kind, persona) key || ' ' || kind || ' ' || persona as line from sketch order by key, kind, persona`,
  ],
  ['overlap', 'select jsonb_build_array(persona, other, kind, measure, passages) as line from overlap order by persona, other, kind'],
  ['pair', 'select jsonb_build_array(persona, other, same) as line from pair order by persona, other'],
  ['link', 'select jsonb_build_array(persona, other, state, bits, evidence, against) as line from link order by persona, other'],
  ['name_word', `select word || ' ' || persona as line from name_word order by word, persona`],
  ['hub', 'select jsonb_build_array(kind, key, holders, reason) as line from hub order by key, kind'],
  ['cluster_member', 'select jsonb_build_array(cluster, persona) as line from cluster_member order by cluster, persona'],
  [
    'finding',
    // With the numbers as shipped the line is the one that it always was.
    `select jsonb_build_array(id, persona, detector, version, family, strength, direction, room, says, because)
      || case when numbers is null then '[]'::jsonb else jsonb_build_array(numbers) end as line from finding order by id`,
  ],
  ['assessment', 'select jsonb_build_array(persona, recommendation, outcomes, reasons) as line from assessment order by persona'],
]

/** These two do read tables from end to end. */
const WHOLE_TABLES = sql`select set_config('enable_seqscan', 'on', true)`

/** Throwing away what is derived, and proving that it was made again the same. */
export function rebuildingOf({ db, wrote }: Scope): Pick<Tx, 'dropDerived' | 'derivedHash'> {
  return {
    async dropDerived() {
      await db.execute(WHOLE_TABLES)
      await db.delete(statement).where(eq(statement.basis, 'derived'))
      for (const table of [identifier, sketch, overlap, pair, link, hub, finding, assessment, nameWord]) await db.delete(table)
      // The whole index is dead rows now, whatever its size.
      wrote(Number.MAX_SAFE_INTEGER)
    },
    async derivedHash() {
      await db.execute(WHOLE_TABLES)
      const hash = createHash('sha256')
      for (const [table, query] of HASHED) {
        hash.update(`${table}\n`)
        await db.execute(sql.raw(`declare derived cursor for select line::text as line from (${query}) q`))
        for (;;) {
          const rows = await rowsOf<{ line: string }>(db, sql.raw(`fetch ${FETCHED} from derived`))
          if (rows.length === 0) break
          for (const { line } of rows) hash.update(`${line}\n`)
        }
        await db.execute(sql.raw('close derived'))
      }
      return hash.digest('hex')
    },
  }
}
