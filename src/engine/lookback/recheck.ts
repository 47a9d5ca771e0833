import type { Catalog } from '../../kit/catalog.ts'
import { cancelled } from '../../model/errors.ts'
import type { Finding, Recommendation } from '../../model/finding.ts'
import type { Instant, PersonaId } from '../../model/statement.ts'
import type { Actor } from '../access.ts'
import { assess } from '../assess.ts'
import { casesByRule } from '../cases/by-rule.ts'
import { behindStop } from '../cases/stop.ts'
import { withoutSetAside } from '../contest/set-aside.ts'
import { detect } from '../detect.ts'
import type { Deps, Tx } from '../ports.ts'
import { numbersInForce } from '../thresholds/in-force.ts'
import { triedOf } from '../thresholds/tried.ts'

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

/**
 * Runs the detectors over personas who are indexed and compared already, and says what changed; who stayed as they were are left
 * out, and so are `untold`, of whom nobody knew anything before.
 */
export async function recheck(
  deps: Pick<Deps, 'store' | 'clock'>,
  catalog: Catalog,
  actor: Actor,
  work: { personas: readonly PersonaId[]; watch: Watching; untold?: ReadonlySet<PersonaId> },
): Promise<readonly Change[]> {
  const { personas, watch, untold = new Set() } = work
  const changes: Change[] = []
  for (let start = 0; start < personas.length; start += SLICE) {
    if (watch.signal.aborted) throw cancelled()
    const slice = personas.slice(start, start + SLICE)
    changes.push(...(await deps.store.tx(actor.tenant, (tx) => recheckSlice(tx, catalog, actor, { slice, untold, now: deps.clock.now() }))))
    watch.progress({ step: 'assessed', done: start + slice.length, total: personas.length })
  }
  return changes
}

async function recheckSlice(
  tx: Tx,
  catalog: Catalog,
  actor: Actor,
  asked: { slice: readonly PersonaId[]; untold: ReadonlySet<PersonaId>; now: Instant },
): Promise<readonly Change[]> {
  const { untold, now: at } = asked
  const slice = await tx.stay(asked.slice)
  if (await behindStop(tx, slice)) return []
  const told = slice.filter((id) => !untold.has(id))
  const before = Map.groupBy(told.length === 0 ? [] : await tx.findings(told), (f) => f.persona)
  const was = new Map((told.length === 0 ? [] : await tx.assessments(told)).map((a) => [a.persona, a.recommendation]))
  const numbers = await numbersInForce(tx, catalog)
  const detections = await withoutSetAside(tx, await detect(tx, catalog, slice, numbers))
  const assessments = detections.map((d) => assess(catalog, d))
  await tx.replaceFindings(
    slice,
    detections.flatMap((d) => d.findings),
  )
  await tx.replaceAssessments(assessments)
  for (const set of numbers.shadow.values()) await tx.putTried(set.id, triedOf(detections, set.detector))
  await casesByRule(
    tx,
    actor,
    at,
    assessments.map((assessment, i) => ({ assessment, findings: detections[i]?.findings ?? [] })),
  )
  // The sanctions room is not the hiring side's to see.
  const seen = (f: Finding): boolean => f.room === 'identity'
  return detections.flatMap(({ persona, findings }, i): Change[] => {
    if (untold.has(persona)) return []
    const [old, now] = [before.get(persona) ?? [], assessments[i]?.recommendation ?? 'ask']
    const fresh = findings.filter((f) => seen(f) && !old.some((o) => o.id === f.id))
    const gone = old.filter((o) => seen(o) && !findings.some((f) => f.id === o.id))
    return fresh.length + gone.length === 0 && was.get(persona) === now
      ? []
      : [{ persona, before: was.get(persona), after: now, fresh, gone }]
  })
}
