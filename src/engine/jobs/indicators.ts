import type { Catalog } from '../../kit/catalog.ts'
import type { Indicator } from '../../model/indicator.ts'
import type { ArtifactId, Instant } from '../../model/statement.ts'
import type { Actor } from '../access.ts'
import { newId } from '../id.ts'
import { recheckSettled, settleIn, type Named } from '../indicators.ts'
import { lookBackDetectors } from '../lookback/detectors.ts'
import { checkList, importList, type ListDefaults } from '../lookback/import.ts'
import type { Run } from './rows.ts'
import { waitingRun, type JobDeps } from './runs.ts'
import { watched } from './watched.ts'

/** A list and what is taken to hold for its rows: words, which a job does not carry, so they are stored as its bytes are. */
interface StoredList {
  readonly artifact: ArtifactId
  readonly name: string
  readonly defaults: ListDefaults
}

/**
 * Stores a list and asks a worker to take it in; returns the run. What is no list at all, and who may not be named as its source, is
 * refused now.
 */
export async function startImport(
  deps: JobDeps,
  actor: Actor,
  given: { readonly name: string; readonly bytes: Uint8Array; readonly defaults: ListDefaults },
): Promise<string> {
  const { name, bytes, defaults } = given
  checkList(bytes, defaults)
  const stored: StoredList = { artifact: await deps.blobs.put(bytes), name, defaults }
  const list = await deps.blobs.put(new TextEncoder().encode(JSON.stringify(stored)))
  const run = newId(deps.chance, 'r')
  await deps.store.tx(actor.tenant, async (tx) => {
    await tx.putRun(waitingRun(run, 'import', { by: actor.id, now: deps.clock.now() }))
    await deps.jobs.send(tx, 'import', { tenant: actor.tenant, by: actor.id, run, list }, { key: run })
  })
  return run
}

/** Of rows that could not be taken in so many are told; whoever has more has the wrong columns. */
const MOST_TOLD = 200

/** The worker's part: quarantines the list in slices. Done twice it adds nothing. */
export async function takeListIn(
  deps: JobDeps,
  actor: Actor,
  asked: { readonly run: string; readonly list: ArtifactId; readonly signal: AbortSignal },
): Promise<void> {
  await watched(deps, actor, asked, async ({ progress, signal }) => {
    const { artifact, ...list } = JSON.parse(new TextDecoder().decode(await deps.blobs.get(asked.list))) as StoredList
    const bytes = await deps.blobs.get(artifact)
    const { indicators, leftOut, notes } = await importList(deps, actor, {
      ...list,
      bytes,
      watch: { signal, progress: (done, total) => progress({ step: 'reading', done, total }) },
    })
    const failures: Run['failures'] = [
      ...leftOut.slice(0, MOST_TOLD).map(({ at, why }) => ({ source: at, code: 'left-out', title: 'Row not taken in', detail: why })),
      ...(leftOut.length > MOST_TOLD
        ? [{ source: list.name, code: 'left-out', title: 'Rows not taken in', detail: `And ${leftOut.length - MOST_TOLD} more.` }]
        : []),
      ...notes.map((says) => ({ source: list.name, code: 'note', title: 'Note', detail: says })),
    ]
    progress({ failures })
    return { step: 'written', done: indicators.length, total: indicators.length }
  })
}

/**
 * Settles at once; in the same transaction a worker is asked to assess anew whoever holds what was settled. `run` is undefined where
 * nothing was.
 */
export async function settleLater(
  deps: JobDeps,
  actor: Actor,
  work: { readonly named: Named; readonly to: 'accepted' | 'refused'; readonly reason: string },
): Promise<{ readonly settled: readonly Indicator[]; readonly heldBack: readonly Indicator[]; readonly run: string | undefined }> {
  const run = newId(deps.chance, 'r')
  return deps.store.tx(actor.tenant, async (tx) => {
    const now = deps.clock.now()
    const { settled, heldBack } = await settleIn(tx, actor, { ...work, now })
    if (settled.length === 0) return { settled, heldBack, run: undefined }
    await tx.putRun(waitingRun(run, 'lookback', { by: actor.id, now }))
    await deps.jobs.send(tx, 'lookback', { tenant: actor.tenant, by: actor.id, run, settled: now }, { key: run })
    return { settled, heldBack, run }
  })
}

/** The worker's part of looking back: after indicators were settled at a moment, or else after detectors changed. */
export async function lookBackLater(
  deps: JobDeps,
  catalog: Catalog,
  actor: Actor,
  asked: { readonly run: string; readonly settled: Instant | undefined; readonly signal: AbortSignal },
): Promise<void> {
  await watched(deps, actor, asked, async ({ progress, signal }) => {
    const watch = { progress, signal }
    if (asked.settled === undefined) await lookBackDetectors(deps, catalog, actor, watch)
    else await recheckSettled(deps, catalog, actor, { decided: asked.settled, watch })
    return { step: 'assessed' }
  })
}
