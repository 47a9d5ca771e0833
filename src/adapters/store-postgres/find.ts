import { and, desc, eq, sql } from 'drizzle-orm'
import type { FindTx } from '../../engine/find/ports.ts'
import type { Recommendation } from '../../model/finding.ts'
import type { PersonaId } from '../../model/statement.ts'
import { insertAll } from './bulk.ts'
import { personaOf } from './candidates.ts'
import { rowsOf, type Scope } from './database.ts'
import { assessment, persona } from './schema.ts'
import { nameWord } from './schema-http.ts'
import { anyOf } from './values.ts'

/** What people find personas with. */
export function findingIn(scope: Scope): FindTx {
  const { db } = scope
  return {
    async personasByArrival({ status, requisition, recommendation, after, limit }) {
      const conditions = and(
        status === undefined ? undefined : eq(persona.status, status),
        requisition === undefined ? undefined : eq(persona.requisition, requisition),
        recommendation === undefined
          ? undefined
          : sql`exists (select 1 from ${assessment} where ${assessment.persona} = ${persona.id} and ${assessment.recommendation} = ${recommendation})`,
        after === undefined ? undefined : sql`(${persona.received}, ${persona.id}) < (${after.received}, ${after.id})`,
      )
      const rows = await db.select().from(persona).where(conditions).orderBy(desc(persona.received), desc(persona.id)).limit(limit)
      return rows.map(personaOf)
    },
    async recommendations(personas) {
      const rows = await db
        .select({ persona: assessment.persona, recommendation: assessment.recommendation })
        .from(assessment)
        .where(anyOf(assessment.persona, personas))
      // Written from Assessments, so each is one of the four words.
      return new Map(rows.map((row) => [row.persona, row.recommendation as Recommendation]))
    },
    async replaceNameWords(personas, rows) {
      if (personas.length > 0) await db.delete(nameWord).where(anyOf(nameWord.persona, personas))
      await insertAll(scope, nameWord, rows)
    },
    async personasNamed(words, begin, limit) {
      const all = [
        ...words.map((word) => sql`word = ${word}`),
        ...(begin === undefined ? [] : [sql`word >= ${begin} and word < ${afterAll(begin)}`]),
      ]
      if (all.length === 0) return []
      const found = await rowsOf<{ persona: PersonaId }>(
        db,
        sql`${sql.join(
          all.map((which) => sql`select persona from name_word where ${which}`),
          sql` intersect `,
        )} order by persona limit ${limit}`,
      )
      return found.map((row) => row.persona)
    },
  }
}

/** The first text behind all that begin with this one; texts compare by their bytes. */
const afterAll = (begin: string): string => `${begin}\u{10FFFF}`
