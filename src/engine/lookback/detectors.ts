import type { Catalog } from '../../kit/catalog.ts'
import type { Detector } from '../../kit/detector.ts'
import { writeNumbers } from '../../model/numbers.ts'
import type { PersonaId } from '../../model/statement.ts'
import type { Actor } from '../access.ts'
import type { Deps, DetectorRun, Tx } from '../ports.ts'
import { numbersInForce } from '../thresholds/in-force.ts'
import { recheck, type Change, type Watching } from './recheck.ts'

/** A detector whose findings were made by another version, by other numbers, or by none. */
export interface ChangedDetector {
  readonly id: string
  readonly from: number | undefined
  /** Undefined: the catalogue runs it no more. */
  readonly to: number | undefined
  /** The version stayed, and its numbers are others. */
  readonly moved: boolean
}

type Runs = ReadonlyMap<string, DetectorRun>

const running = (catalog: Pick<Catalog, 'detectors'>): readonly Detector[] =>
  catalog.detectors.filter((d) => d.status === 'stable' || d.status === 'shadow')

/** What findings that are made now are made with. Whoever makes many asks before the first, so that a change meanwhile is seen after. */
export async function runsOfNow(tx: Tx, catalog: Pick<Catalog, 'detectors'>): Promise<Runs> {
  const { active } = await numbersInForce(tx, catalog)
  return new Map(
    running(catalog).map(({ id, version }) => {
      const set = active.get(id)
      return [id, { version, numbers: set === undefined ? '' : writeNumbers(set.numbers) }]
    }),
  )
}

function changed(before: Runs, now: Runs): readonly ChangedDetector[] {
  return [...new Set([...before.keys(), ...now.keys()])].sort().flatMap((id) => {
    const [was, is] = [before.get(id), now.get(id)]
    const same = was?.version === is?.version
    return same && was?.numbers === is?.numbers ? [] : [{ id, from: was?.version, to: is?.version, moved: same }]
  })
}

/**
 * Runs again exactly those personas whom a changed detector can touch: who state something that one of its inputs reads, or of
 * whom its old version found something. A cancelled run is taken up by running it again.
 */
export async function lookBackDetectors(
  deps: Deps,
  catalog: Catalog,
  actor: Actor,
  watch: Watching,
): Promise<{ readonly detectors: readonly ChangedDetector[]; readonly asked: number; readonly changes: readonly Change[] }> {
  const [before, now] = await deps.store.tx(actor.tenant, async (tx) => [await tx.detectorRuns(), await runsOfNow(tx, catalog)] as const)
  const detectors = changed(before, now)
  if (detectors.length === 0) return { detectors, asked: 0, changes: [] }
  const personas = await touchable(deps, actor, catalog, detectors)
  const changes = await recheck(deps, catalog, actor, { personas, watch })
  await deps.store.tx(actor.tenant, async (tx) => {
    await tx.lockScoring()
    await tx.replaceDetectorRuns(unlessChanged(before, now, await tx.detectorRuns()))
    await tx.appendAudit(
      {
        actor: actor.id,
        action: 'looked-back-detectors',
        subject: 'all',
        detail: { detectors: detectors.map(({ id, to }) => `${id}@${to ?? 0}`), asked: personas.length, changed: changes.length },
      },
      deps.clock.now(),
    )
  })
  return { detectors, asked: personas.length, changes }
}

/** Whose numbers were moved while this ran are for the next look-back. */
const unlessChanged = (before: Runs, now: Runs, meanwhile: Runs): Runs =>
  new Map(
    [...now].map(([id, run]) => {
      const is = meanwhile.get(id)
      return [id, is === undefined || is.numbers === before.get(id)?.numbers ? run : is]
    }),
  )

async function touchable(deps: Deps, actor: Actor, catalog: Catalog, detectors: readonly ChangedDetector[]): Promise<readonly PersonaId[]> {
  const ids = new Set(detectors.map((d) => d.id))
  const properties = [
    ...new Set(running(catalog).flatMap((d) => (ids.has(d.id) ? Object.values(d.needs).flatMap((need) => [...need.reads]) : []))),
  ]
  const personas = new Set(await deps.store.tx(actor.tenant, (tx) => tx.personasFoundBy([...ids])))
  for (let after: PersonaId | undefined; properties.length > 0;) {
    const page: readonly PersonaId[] = await deps.store.tx(actor.tenant, (tx) =>
      tx.personasStating(properties, { limit: 5_000, ...(after === undefined ? {} : { after }) }),
    )
    for (const persona of page) personas.add(persona)
    after = page.at(-1)
    if (after === undefined) break
  }
  return [...personas].sort()
}

/** Before the first persona there is nothing to look back on: whatever is found will be found by these versions. */
export async function startDetectorRuns(tx: Tx, catalog: Pick<Catalog, 'detectors'>): Promise<void> {
  if ((await tx.detectorRuns()).size === 0 && (await tx.personas({ limit: 1 })).length === 0)
    await tx.replaceDetectorRuns(await runsOfNow(tx, catalog))
}
