import { and, eq, or, sql } from 'drizzle-orm'
import type { Tx } from '../../engine/ports.ts'
import { pageMask, unscored } from './schema-cases.ts'
import { anyOf, texts } from './values.ts'
import { rowsOf, type Scope } from './database.ts'
import {
  assessment,
  clusterMember,
  disposition,
  finding,
  identifier,
  judgement,
  link,
  match,
  matchAct,
  overlap,
  pair,
  persona,
  sketch,
  statement,
  submission,
} from './schema.ts'
import { anotherWay, ask, contest, planted, secondLook } from './schema-contest.ts'
import { nameWord, onceCall } from './schema-http.ts'
import { accessGrant, dossierView, oneTime, unmasking } from './schema-people.ts'
import { tip } from './schema-hooks.ts'
import { run } from './schema-jobs.ts'
import { tried } from './schema-thresholds.ts'

/** Leaving no residue. */
export function forgettingOf({ db, wrote }: Scope): Pick<Tx, 'forget' | 'removeSubmission'> {
  /** Of these artifacts, those that nobody holds any more; their rows go. */
  const releasedOf = async (artifacts: readonly string[]): Promise<readonly string[]> => {
    const released = await rowsOf<{ id: string }>(
      db,
      sql`delete from artifact a where a.id in (${texts(artifacts)})
        and not exists (select 1 from submission s where s.artifact = a.id) returning a.id`,
    )
    const ids = released.map((row) => row.id).sort()
    await db.delete(pageMask).where(anyOf(pageMask.artifact, ids))
    return ids
  }
  return {
    async forget(id) {
      const said = await db.delete(statement).where(eq(statement.subject, id)).returning({ id: statement.id })
      await db.delete(identifier).where(eq(identifier.persona, id))
      await db.delete(sketch).where(eq(sketch.persona, id))
      await db.delete(nameWord).where(eq(nameWord.persona, id))
      // What a caller was told about them would be told again.
      await db.delete(onceCall).where(sql`position(${id} in coalesce(${onceCall.answer}::text, '')) > 0`)
      await db.delete(overlap).where(or(eq(overlap.persona, id), eq(overlap.other, id)))
      const met = await db
        .delete(pair)
        .where(or(eq(pair.persona, id), eq(pair.other, id)))
        .returning({ persona: pair.persona, other: pair.other })
      const linked = await db
        .delete(link)
        .where(or(eq(link.persona, id), eq(link.other, id)))
        .returning({ persona: link.persona, other: link.other })
      await db.delete(clusterMember).where(eq(clusterMember.persona, id))
      await db.delete(judgement).where(or(eq(judgement.persona, id), eq(judgement.other, id)))
      await db.delete(finding).where(eq(finding.persona, id))
      // Others' findings that rest on what is forgotten would quote it; they are found again from what is left.
      const cited = await rowsOf<{ persona: string }>(
        db,
        sql`delete from finding where because ?| array(${texts(said.map((row) => row.id))}) returning persona`,
      )
      await db.delete(assessment).where(eq(assessment.persona, id))
      await db.delete(disposition).where(eq(disposition.persona, id))
      // What was set aside stays: it is a hash, and the same files that come again are not to raise the same again.
      for (const table of [ask, anotherWay, contest, secondLook, planted]) await db.delete(table).where(eq(table.persona, id))
      await db.delete(oneTime).where(eq(oneTime.account, id))
      for (const table of [accessGrant, dossierView, unmasking, tried]) await db.delete(table).where(eq(table.persona, id))
      await db.delete(run).where(eq(run.persona, id))
      await db.delete(tip).where(eq(tip.about, id))
      const held = await db.delete(submission).where(eq(submission.persona, id)).returning({ artifact: submission.artifact })
      // What waits for the sanctions room or was confirmed there stays there, locked away and for ten years; the rest goes.
      const loose = sql`select m.id from match m where m.about = 'persona' and m.subject_id = ${id} and m.state not in ('possible', 'awaiting-second', 'confirmed')`
      await db.delete(matchAct).where(sql`${matchAct.match} in (${loose})`)
      await db.delete(match).where(sql`${match.id} in (${loose})`)
      await db.delete(unscored).where(eq(unscored.persona, id))
      await db.delete(persona).where(eq(persona.id, id))
      wrote(said.length)
      const touched = new Set([...[...met, ...linked].flatMap((row) => [row.persona, row.other]), ...cited.map((row) => row.persona)])
      touched.delete(id)
      return { released: await releasedOf(held.map((row) => row.artifact)), touched: [...touched].sort() }
    },
    async removeSubmission(id, file) {
      await db.delete(statement).where(and(eq(statement.subject, id), eq(statement.artifact, file)))
      await db.delete(submission).where(and(eq(submission.persona, id), eq(submission.artifact, file)))
      return (await releasedOf([file])).length > 0
    },
  }
}
