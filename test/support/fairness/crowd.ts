import { assess } from '../../../src/engine/assess.ts'
import { detect } from '../../../src/engine/detect.ts'
import type { Store } from '../../../src/engine/ports.ts'
import { indexPersonas, relate } from '../../../src/engine/relate.ts'
import type { Detector } from '../../../src/kit/detector.ts'
import type { OutcomeKind, Recommendation } from '../../../src/model/finding.ts'
import { freshTenant } from '../databases.ts'
import { aPersona } from '../rows.ts'
import type { Applicant } from './people.ts'

/** What came out for one applicant, in terms that do not depend on what anybody is called. */
export interface Verdict {
  readonly n: number
  readonly recommendation: Recommendation
  readonly outcomes: Readonly<Record<string, OutcomeKind>>
  /** `detector direction strength` of each finding, sorted. */
  readonly findings: readonly string[]
  /** Sentence and the places of the evidence, sorted. */
  readonly sentences: readonly string[]
}

const SLICE = 500

/** All of them as applicants of one company, in bulk, through index → relate → detect → assess. */
export async function verdictsOn(store: Store, detectors: readonly Detector[], people: readonly Applicant[]): Promise<readonly Verdict[]> {
  const tenant = freshTenant()
  const ids = people.map((p) => p.id)
  return store.tx(tenant, async (tx) => {
    for (const id of ids) await tx.putPersona(aPersona(id))
    await tx.addStatements(people.flatMap((p) => p.statements))
    for (let i = 0; i < ids.length; i += SLICE) await indexPersonas(tx, ids.slice(i, i + SLICE))
    await relate(tx, ids)
    const detections = await detect(tx, { detectors }, ids)
    const held = new Map((await tx.statementsOf(ids)).map((s) => [s.id, `${s.subject} ${s.property} ${s.seenIn.role} ${s.seenIn.at}`]))
    return detections.map((detection, i): Verdict => {
      const { recommendation } = assess({ detectors }, detection)
      return {
        n: (people[i] as Applicant).n,
        recommendation,
        outcomes: Object.fromEntries([...detection.outcomes].map(([id, o]) => [id, o.kind])),
        findings: detection.findings.map((f) => `${f.detector} ${f.direction} ${f.strength}`).sort(),
        sentences: detection.findings
          .map(
            (f) =>
              `${f.detector}: ${f.says} [${f.because
                .map((id) => held.get(id) ?? 'missing')
                .sort()
                .join('; ')}]`,
          )
          .sort(),
      }
    })
  })
}
