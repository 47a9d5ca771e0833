import { asc, eq } from 'drizzle-orm'
import type { Tx } from '../../engine/ports.ts'
import type { Assessment, Finding } from '../../model/finding.ts'
import { anyOf } from './values.ts'
import { insertAll } from './bulk.ts'
import type { Scope } from './database.ts'
import { assessment, finding, persona } from './schema.ts'

type Part = Pick<Tx, 'replaceFindings' | 'findings' | 'finding' | 'replaceAssessments' | 'assessments'>

// Both were written from the model's own types, so the columns are of their unions.
const findingOf = ({ tenant: _, numbers, ...row }: typeof finding.$inferSelect): Finding =>
  ({ ...row, ...(numbers === null ? {} : { numbers }) }) as unknown as Finding
const assessmentOf = ({ tenant: _, received: __, ...row }: typeof assessment.$inferSelect): Assessment => row as Assessment

/** What the detectors found and what it comes to. */
export function verdictsOf(scope: Scope): Part {
  const { db } = scope
  return {
    async replaceFindings(personas, findings) {
      await db.delete(finding).where(anyOf(finding.persona, personas))
      await insertAll(
        scope,
        finding,
        findings.map((row) => ({ ...row, numbers: row.numbers ?? null, because: [...row.because] })),
      )
    },
    async findings(of) {
      const rows = await db
        .select()
        .from(finding)
        .where(anyOf(finding.persona, of))
        .orderBy(asc(finding.persona), asc(finding.detector), asc(finding.id))
      return rows.map(findingOf)
    },
    async finding(id) {
      const rows = await db.select().from(finding).where(eq(finding.id, id))
      return rows.map(findingOf)[0]
    },
    async replaceAssessments(assessments) {
      await db.delete(assessment).where(
        anyOf(
          assessment.persona,
          assessments.map((a) => a.persona),
        ),
      )
      const known = await db
        .select({ id: persona.id, received: persona.received })
        .from(persona)
        .where(
          anyOf(
            persona.id,
            assessments.map((a) => a.persona),
          ),
        )
      const received = new Map(known.map((one) => [one.id, one.received]))
      await insertAll(
        scope,
        assessment,
        assessments.map((row) => ({ ...row, reasons: [...row.reasons], received: received.get(row.persona) ?? null })),
      )
    },
    async assessments(of) {
      const rows = await db.select().from(assessment).where(anyOf(assessment.persona, of)).orderBy(asc(assessment.persona))
      return rows.map(assessmentOf)
    },
  }
}
