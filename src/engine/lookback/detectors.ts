import type { Catalog } from '../../kit/catalog.ts'
import type { Detector } from '../../kit/detector.ts'
import type { PersonaId } from '../../model/statement.ts'
import type { Actor } from '../access.ts'
import type { Deps, Tx } from '../ports.ts'
import { recheck, type Change, type Watching } from './recheck.ts'

/** A detector whose findings were made by another version, or by none. */
export interface ChangedDetector {
  readonly id: string
  readonly from: number | undefined
  /** Undefined: the catalogue runs it no more. */
  readonly to: number | undefined
}

const running = (catalog: Pick<Catalog, 'detectors'>): readonly Detector[] =>
  catalog.detectors.filter((d) => d.status === 'stable' || d.status === 'shadow')

const versionsOf = (catalog: Pick<Catalog, 'detectors'>): ReadonlyMap<string, number> =>
  new Map(running(catalog).map((d) => [d.id, d.version]))

function changed(catalog: Pick<Catalog, 'detectors'>, before: ReadonlyMap<string, number>): readonly ChangedDetector[] {
  const now = versionsOf(catalog)
  return [...new Set([...before.keys(), ...now.keys()])]
    .sort()
    .flatMap((id) => (before.get(id) === now.get(id) ? [] : [{ id, from: before.get(id), to: now.get(id) }]))
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
  const detectors = changed(catalog, await deps.store.tx(actor.tenant, (tx) => tx.detectorRuns()))
  if (detectors.length === 0) return { detectors, asked: 0, changes: [] }
  const personas = await touchable(deps, actor, catalog, detectors)
  const changes = await recheck(deps, catalog, actor, { personas, watch })
  await deps.store.tx(actor.tenant, async (tx) => {
    await tx.replaceDetectorRuns(versionsOf(catalog))
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
    await tx.replaceDetectorRuns(versionsOf(catalog))
}

/** Everything was made anew by the versions of now. */
export const restartDetectorRuns = (tx: Tx, catalog: Pick<Catalog, 'detectors'>): Promise<void> =>
  tx.replaceDetectorRuns(versionsOf(catalog))
