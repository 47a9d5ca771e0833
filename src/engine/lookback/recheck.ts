import type { Catalog } from '../../kit/catalog.ts'
import { cancelled } from '../../model/errors.ts'
import type { Finding, Recommendation } from '../../model/finding.ts'
import type { PersonaId } from '../../model/statement.ts'
import type { Actor } from '../access.ts'
import { assess } from '../assess.ts'
import { detect } from '../detect.ts'
import type { Deps, Tx } from '../ports.ts'

/** Personas assessed in one transaction. */
const SLICE = 500

/** Told how far it is, and asked to stop. */
export interface Watching {
  readonly progress: (event: { readonly step: 'assessed'; readonly done: number; readonly total: number }) => void
  readonly signal: AbortSignal
}

/** What became of a persona who was assessed again. */
export interface Change {
  readonly persona: PersonaId
  readonly before: Recommendation | undefined
  readonly after: Recommendation
  readonly fresh: readonly Finding[]
  readonly gone: readonly Finding[]
}

/** Runs the detectors again over personas who are indexed and compared already, and says what changed; who stayed as they were are left out. */
export async function recheck(
  deps: Pick<Deps, 'store'>,
  catalog: Catalog,
  actor: Actor,
  work: { personas: readonly PersonaId[]; watch: Watching },
): Promise<readonly Change[]> {
  const { personas, watch } = work
  const changes: Change[] = []
  for (let start = 0; start < personas.length; start += SLICE) {
    if (watch.signal.aborted) throw cancelled()
    const slice = personas.slice(start, start + SLICE)
    changes.push(...(await deps.store.tx(actor.tenant, (tx) => recheckSlice(tx, catalog, slice))))
    watch.progress({ step: 'assessed', done: start + slice.length, total: personas.length })
  }
  return changes
}

async function recheckSlice(tx: Tx, catalog: Catalog, slice: readonly PersonaId[]): Promise<readonly Change[]> {
  const before = Map.groupBy(await tx.findings(slice), (f) => f.persona)
  const was = new Map((await tx.assessments(slice)).map((a) => [a.persona, a.recommendation]))
  const detections = await detect(tx, catalog, slice)
  const assessments = detections.map((d) => assess(catalog, d))
  await tx.replaceFindings(
    slice,
    detections.flatMap((d) => d.findings),
  )
  await tx.replaceAssessments(assessments)
  return detections.flatMap(({ persona, findings }, i): Change[] => {
    const [old, now] = [before.get(persona) ?? [], assessments[i]?.recommendation ?? 'ask']
    const fresh = findings.filter((f) => !old.some((o) => o.id === f.id))
    const gone = old.filter((o) => !findings.some((f) => f.id === o.id))
    return fresh.length + gone.length === 0 && was.get(persona) === now
      ? []
      : [{ persona, before: was.get(persona), after: now, fresh, gone }]
  })
}
