import { and, desc, eq, sql } from 'drizzle-orm'
import type { FindTx, Found, PersonasAsked } from '../../engine/find/ports.ts'
import type { Disposition } from '../../model/disposition.ts'
import type { Recommendation } from '../../model/finding.ts'
import type { PersonaId } from '../../model/statement.ts'
import { insertAll } from './bulk.ts'
import { personaOf } from './candidates.ts'
import { rowsOf, type Fixed, type Scope } from './database.ts'
import { persona } from './schema.ts'
import { nameWord } from './schema-http.ts'
import { anyOf, textsIn } from './values.ts'

/** What people find personas with. */
export function findingIn(scope: Scope): FindTx {
  const { db, ask } = scope
  return {
    async personasByArrival({ requisition, after, limit }) {
      const conditions = and(
        requisition === undefined ? undefined : eq(persona.requisition, requisition),
        after === undefined ? undefined : sql`(${persona.received}, ${persona.id}) < (${after.received}, ${after.id})`,
      )
      const rows = await db.select().from(persona).where(conditions).orderBy(desc(persona.received), desc(persona.id)).limit(limit)
      return rows.map(personaOf)
    },
    async foundByArrival({ limit, ...asked }) {
      const { name, chosen, values } = conditionsOf(asked)
      const rows = await ask<Row>({ ...name, text: found(chosen) }, [limit, ...values])
      return rows.map(foundIn)
    },
    async foundOf(personas) {
      const rows = await ask<Row>(OF, [textsIn(personas)])
      return rows.map(foundIn)
    },
    async replaceNameWords(personas, rows) {
      if (personas.length > 0) await db.delete(nameWord).where(anyOf(nameWord.persona, personas))
      await insertAll(scope, nameWord, rows)
    },
    async personasNamed(words, begin, limit) {
      const begins = begin === undefined ? [] : [sql`word >= ${begin} and word < ${afterAll(begin)}`]
      const [first, ...others] = [...words.map((word) => sql`word = ${word}`), ...begins]
      if (first === undefined) return []
      // One word leads and the others are looked up of whom it finds: as a set of its own, what a common beginning finds is most of the table.
      const also = others.map((which) => sql` and exists (select 1 from name_word o where o.persona = w.persona and ${which})`)
      const rows = await rowsOf<{ persona: PersonaId }>(
        db,
        // A beginning alone is met in the order of words: ordered by persona, all that it finds would have to be.
        words.length === 0
          ? sql`select distinct persona from (select persona from name_word where ${first} order by word, persona limit ${2 * limit}::int) w order by persona limit ${limit}::int`
          : sql`select persona from name_word w where ${first} ${sql.join(also)} order by persona limit ${limit}::int`,
      )
      return rows.map((row) => row.persona)
    },
  }
}

/** The first text behind all that begin with this one; texts compare by their bytes. */
const afterAll = (begin: string): string => `${begin}\u{10FFFF}`

/** A row of a list, whose JSON goes by the database's names. */
type Row = Omit<typeof persona.$inferSelect, 'tenant'> & {
  readonly recommendation: Recommendation | null
  readonly names: readonly (readonly [full: string, role: string])[] | null
  readonly decided: (Disposition & { readonly tenant: string }) | null
}

function foundIn({ recommendation, names, decided, ...row }: Row): Found {
  const { tenant: _, ...decision } = decided ?? {}
  return {
    persona: personaOf({ tenant: '', ...row }),
    names: (names ?? []).map(([full, role]) => ({ full, role })),
    recommendation: recommendation ?? undefined,
    decided: decided === null ? undefined : (decision as Disposition),
  }
}

/**
 * What a list shows of the personas that are chosen, in one query. Looked up one by one and not joined: a planner that is not told how
 * many are chosen would read the other tables from end to end. The last decision is the first of all of that persona: asked for with a
 * limit, it may be looked for from the end of everybody's.
 */
const found = (chosen: string): string => `
  select p.id, p.source, p.received, p.status, p.requisition, p.retention, p.keep_until as "keepUntil",
    (select a.recommendation from assessment a where a.persona = p.id) as recommendation,
    (select json_agg(json_build_array(s.value ->> 'full', s.role) order by s.artifact, s.at, s.id)
      from statement s where s.subject = p.id and s.property = 'person-name') as names,
    (select json_agg(d order by d.seq desc) -> 0 from disposition d where d.persona = p.id) as decided
  from persona p ${chosen}`

const OF: Fixed = { name: 'found-of', text: found(`where p.id = any(array(select unnest($1::text::text[]) collate "C")) order by p.id`) }

/**
 * The page of a list, from its order on; values from `$2` on. What everybody asks has a name; the others depend on how common it is what
 * they ask for. Those of one recommendation are met in the order of their assessments: in that of everybody, all who came after the
 * last of them would be looked at first.
 */
function conditionsOf({ status, requisition, recommendation, after }: Omit<PersonasAsked, 'limit'>) {
  const values: string[] = []
  const value = (text: string): string => `$${values.push(text) + 1}`
  const [received, id] = recommendation === undefined ? ['p.received', 'p.id'] : ['n.received', 'n.persona']
  const where = [
    ...(after === undefined ? [] : [`(${received}, ${id}) < (${value(after.received)}, ${value(after.id)})`]),
    ...(status === undefined ? [] : [`p.status = ${value(status)}`]),
    ...(requisition === undefined ? [] : [`p.requisition = ${value(requisition)}`]),
    ...(recommendation === undefined ? [] : [`n.recommendation = ${value(recommendation)}`]),
  ]
  const all = status === undefined && requisition === undefined && recommendation === undefined
  const name = all ? { name: after === undefined ? 'found-first' : 'found-after' } : {}
  const join = recommendation === undefined ? '' : 'join assessment n on n.persona = p.id'
  const conditions = where.length === 0 ? '' : `where ${where.join(' and ')}`
  return { name, chosen: `${join} ${conditions} order by ${received} desc, ${id} desc limit $1::int`, values }
}
