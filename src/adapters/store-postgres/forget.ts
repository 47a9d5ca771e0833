import { and, eq, or, sql } from 'drizzle-orm'
import type { Tx } from '../../engine/ports.ts'
import { texts } from './values.ts'
import { rowsOf, type Scope } from './database.ts'
import { assessment, finding, identifier, overlap, pair, persona, sketch, statement, submission } from './schema.ts'

/** Leaving no residue. */
export function forgettingOf({ db, wrote }: Scope): Pick<Tx, 'forget' | 'removeSubmission'> {
  /** Of these artifacts, those that nobody holds any more; their rows go. */
  const releasedOf = async (artifacts: readonly string[]): Promise<readonly string[]> => {
    const released = await rowsOf<{ id: string }>(
      db,
      sql`delete from artifact a where a.id in (${texts(artifacts)})
        and not exists (select 1 from submission s where s.artifact = a.id) returning a.id`,
    )
    return released.map((row) => row.id).sort()
  }
  return {
    async forget(id) {
      const said = await db.delete(statement).where(eq(statement.subject, id)).returning({ id: statement.id })
      await db.delete(identifier).where(eq(identifier.persona, id))
      await db.delete(sketch).where(eq(sketch.persona, id))
      await db.delete(overlap).where(or(eq(overlap.persona, id), eq(overlap.other, id)))
      await db.delete(pair).where(or(eq(pair.persona, id), eq(pair.other, id)))
      await db.delete(finding).where(eq(finding.persona, id))
      // Others' findings that rest on what is forgotten would quote it; they are found again from what is left.
      await db.execute(sql`delete from finding where because ?| array(${texts(said.map((row) => row.id))})`)
      await db.delete(assessment).where(eq(assessment.persona, id))
      const held = await db.delete(submission).where(eq(submission.persona, id)).returning({ artifact: submission.artifact })
      await db.delete(persona).where(eq(persona.id, id))
      wrote(said.length)
      return releasedOf(held.map((row) => row.artifact))
    },
    async removeSubmission(id, file) {
      await db.delete(statement).where(and(eq(statement.subject, id), eq(statement.artifact, file)))
      await db.delete(submission).where(and(eq(submission.persona, id), eq(submission.artifact, file)))
      return (await releasedOf([file])).length > 0
    },
  }
}
