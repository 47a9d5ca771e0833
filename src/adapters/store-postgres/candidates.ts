import { and, asc, eq, gt, inArray, isNotNull, isNull, lt, ne, sql } from 'drizzle-orm'
import type { Submission } from '../../engine/candidates-ports.ts'
import type { Tx } from '../../engine/ports.ts'
import type { Artifact, Persona, Requisition } from '../../model/persona.ts'
import type { PersonaId, Role } from '../../model/statement.ts'
import { insertAll } from './bulk.ts'
import type { Scope } from './database.ts'
import { artifact, persona, requisition, submission } from './schema.ts'
import { anyOf } from './values.ts'

type Part = Pick<
  Tx,
  | 'addArtifact'
  | 'artifacts'
  | 'putPersona'
  | 'persona'
  | 'personasOf'
  | 'stay'
  | 'stayOfCase'
  | 'lockToForget'
  | 'personas'
  | 'personasDue'
  | 'addSubmission'
  | 'addRows'
  | 'submissions'
  | 'submissionsOf'
  | 'markRead'
  | 'markRowsRead'
  | 'putRequisition'
  | 'requisition'
  | 'requisitions'
>

export function personaOf({ tenant: _, ...row }: typeof persona.$inferSelect): Persona {
  // The columns were written from a Persona, so status and retention are of their unions.
  return { ...row, requisition: row.requisition ?? undefined } as Persona
}

function submissionOf({ tenant: _, ...row }: typeof submission.$inferSelect): Submission {
  const read = row.read === null ? undefined : { ...row.read, error: row.read.error ?? undefined }
  return { ...row, parent: row.parent ?? undefined, row: row.row ?? undefined, read }
}

const artifactOf = ({ tenant: _, ...row }: typeof artifact.$inferSelect): Artifact => row

const requisitionOf = (row: typeof requisition.$inferSelect): Requisition => ({
  id: row.id,
  title: row.title,
  documents: row.documents as Role[],
  questions: row.questions,
})

/** Artifacts, personas, submissions and requisitions. */
export function candidatesOf(scope: Scope): Part {
  const { db, tenant, wrote } = scope
  const submissionOrder = [asc(submission.persona), sql`${submission.parent} nulls first`, asc(submission.artifact), asc(submission.row)]
  const stay = async (ids: readonly PersonaId[]): Promise<readonly PersonaId[]> => {
    const rows = await db.select({ id: persona.id }).from(persona).where(anyOf(persona.id, ids)).orderBy(asc(persona.id)).for('key share')
    return rows.map((row) => row.id)
  }
  return {
    async addArtifact(row) {
      await db
        .insert(artifact)
        .values({ tenant, ...row })
        .onConflictDoNothing()
      wrote(1)
    },
    async artifacts(ids) {
      if (ids.length === 0) return []
      const rows = await db.select().from(artifact).where(anyOf(artifact.id, ids)).orderBy(asc(artifact.id))
      return rows.map(artifactOf)
    },
    async putPersona(row) {
      const { status, retention, keepUntil } = row
      const set = { status, retention, keepUntil, requisition: row.requisition ?? null }
      await db
        .insert(persona)
        .values({ tenant, ...row })
        .onConflictDoUpdate({ target: [persona.tenant, persona.id], set })
      wrote(1)
    },
    async persona(id) {
      const rows = await db.select().from(persona).where(eq(persona.id, id))
      return rows.map(personaOf)[0]
    },
    async personasOf(ids) {
      const rows = await db.select().from(persona).where(anyOf(persona.id, ids)).orderBy(asc(persona.id))
      return rows.map(personaOf)
    },
    stay,
    async stayOfCase(id) {
      await db.execute(
        sql`select p.id from persona p where p.id in (select o.persona from case_persona o where o."case" = ${id}) order by p.id for key share of p`,
      )
    },
    async lockToForget(id) {
      await db.execute(sql`select pg_advisory_xact_lock(hashtext('forgetting'), hashtext(${tenant}))`)
      await db.select({ id: persona.id }).from(persona).where(eq(persona.id, id)).for('update')
    },
    async personas({ after, limit }) {
      const rows = await db
        .select()
        .from(persona)
        .where(after === undefined ? undefined : gt(persona.id, after))
        .orderBy(asc(persona.id))
        .limit(limit)
      return rows.map(personaOf)
    },
    async personasDue(before) {
      const rows = await db
        .select({ id: persona.id })
        .from(persona)
        .where(
          and(
            lt(persona.keepUntil, before),
            ne(persona.retention, 'evidence-legal-hold'),
            sql`not exists (select 1 from legal_hold h where h.persona = ${persona.id})`,
            // A case of the sanctions room keeps what is its own; it must not be told by who is still there.
            sql`not exists (select 1 from case_persona c join case_file f on f.id = c."case"
              where c.persona = ${persona.id} and c.room = 'identity' and c.open and f.worked)`,
          ),
        )
        .orderBy(asc(persona.id))
      return rows.map((row) => row.id)
    },
    async addSubmission(row) {
      await db
        .insert(submission)
        .values({ tenant, ...row })
        .onConflictDoNothing()
      wrote(1)
    },
    async addRows(table, rows) {
      const people = new Map(rows.map((one) => [one.persona.id, one.persona]))
      // In order, as whoever takes in the same people meanwhile; and again where somebody known was being forgotten.
      for (let missing = [...people.keys()].sort(); missing.length > 0;) {
        await insertAll(
          scope,
          persona,
          missing.flatMap((id) => people.get(id) ?? []),
        )
        const here = new Set(await stay([...people.keys()]))
        missing = missing.filter((id) => !here.has(id))
      }
      await insertAll(
        scope,
        submission,
        rows.map((one) => ({ persona: one.persona.id, artifact: table, row: one.row })),
      )
    },
    async submissions(of) {
      if (of.length === 0) return []
      const rows = await db
        .select()
        .from(submission)
        .where(inArray(submission.persona, [...of]))
        .orderBy(...submissionOrder)
      return rows.map(submissionOf)
    },
    async submissionsOf(id) {
      const rows = await db
        .select()
        .from(submission)
        .where(eq(submission.artifact, id))
        .orderBy(...submissionOrder)
      return rows.map(submissionOf)
    },
    async markRead(of, id, row, read) {
      const at = row === undefined ? isNull(submission.row) : eq(submission.row, row)
      await db
        .update(submission)
        .set({ read })
        .where(and(eq(submission.persona, of), eq(submission.artifact, id), at))
      wrote(1)
    },
    async markRowsRead(table, personas, read) {
      await db
        .update(submission)
        .set({ read })
        .where(and(eq(submission.artifact, table), anyOf(submission.persona, personas), isNotNull(submission.row)))
      wrote(personas.length)
    },
    async putRequisition({ id, title, documents, questions }) {
      const set = { title, documents: [...documents], questions: [...questions] }
      await db
        .insert(requisition)
        .values({ tenant, id, ...set })
        .onConflictDoUpdate({ target: [requisition.tenant, requisition.id], set })
    },
    async requisition(id) {
      const rows = await db.select().from(requisition).where(eq(requisition.id, id))
      return rows.map(requisitionOf)[0]
    },
    async requisitions() {
      const rows = await db.select().from(requisition).orderBy(asc(requisition.id))
      return rows.map(requisitionOf)
    },
  }
}
