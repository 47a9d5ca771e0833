import type { Catalog } from '../kit/catalog.ts'
import { asAppError, cancelled } from '../model/errors.ts'
import { isNonEmpty, type NonEmpty, type PersonaId } from '../model/statement.ts'
import type { Actor } from './access.ts'
import { behindStop } from './cases/stop.ts'
import { expireIndicators } from './indicators.ts'
import { receive, type ReceivedFile } from './intake.ts'
import type { Deps } from './ports.ts'
import { startDetectorRuns } from './lookback/detectors.ts'
import { recheck, type Change } from './lookback/recheck.ts'
import { failureOf, readSubmitted, type Failure, type ReadResult } from './read.ts'
import { relinkAll } from './links/bulk.ts'
import { NOTHING, relink } from './links/update.ts'
import { compareAll, indexPersonas, relate } from './relate.ts'
import { takeable } from './takeable.ts'

/** Personas handled in one transaction: large enough for bulk queries, small enough to cancel between. */
const SLICE = 500

export interface Candidate {
  /** Path of the file or folder, as the user wrote it. */
  readonly source: string
  /** Loads the files; throws what is wrong with the folder. Files that cannot be taken come back as failures. */
  load(): Promise<{ readonly files: readonly ReceivedFile[]; readonly failures: readonly Failure[] }>
  /** Files that a row of a table names, from beside the table. */
  beside?(path: string): Promise<{ readonly files: readonly ReceivedFile[]; readonly failures: readonly Failure[] }>
  readonly to?: PersonaId
  readonly requisition?: string
}

export type Progress =
  | { readonly step: 'received'; readonly source: string; readonly done: number; readonly total: number }
  | { readonly step: 'compared' | 'assessed'; readonly done: number; readonly total: number }

export interface Screened {
  /** In the order the candidates were given; one entry for each name that a persona's content was handed in under. */
  readonly personas: readonly { readonly persona: PersonaId; readonly source: string }[]
  /** Past personas of whom something is other than before, because of who came now: open, withdrawn or decided on. */
  readonly woken: readonly Change[]
  readonly failures: readonly Failure[]
}

export interface Watch {
  readonly progress: (event: Progress) => void
  readonly signal: AbortSignal
  /** Candidates read at the same time; the sandbox's number of children. */
  readonly width: number
}

/** The main job: candidates' files in, assessments out. A bad file is reported and the others go on. Idempotent. */
export async function screen(
  deps: Deps,
  catalog: Catalog,
  actor: Actor,
  work: { candidates: readonly Candidate[]; watch: Watch },
): Promise<Screened> {
  const { candidates, watch } = work
  await deps.store.tx(actor.tenant, (tx) => startDetectorRuns(tx, catalog))
  await expireIndicators(deps, catalog, actor, watch)
  let done = 0
  let total = candidates.length
  const received = (source: string): void => watch.progress({ step: 'received', source, done: ++done, total })
  const taken = await inParallel(candidates, watch, async (candidate) => {
    const one = await takeIn(deps, catalog, actor, candidate)
    total += one.beside.length
    received(candidate.source)
    return one
  })
  // A table is one file and names the files of many: these are taken in side by side, as other candidates are.
  const more = await inParallel(
    taken.flatMap((t) => t.beside),
    watch,
    async (named) => {
      const failures = await takeBeside(deps, catalog, actor, named)
      received(named.paths[0])
      return failures
    },
  )
  const seen = new Map<string, { persona: PersonaId; source: string }>()
  for (const { personas } of taken) for (const entry of personas) seen.set(`${entry.persona} ${entry.source}`, entry)
  const woken = await reassess(deps, catalog, actor, { personas: [...new Set([...seen.values()].map((entry) => entry.persona))], watch })
  return { personas: [...seen.values()], woken, failures: [...taken.flatMap((t) => t.failures), ...more.flat()] }
}

/** Works through a list, `width` at a time. What is under way when one stops is brought to its end: nobody closes the store under another's transaction. */
async function inParallel<T, R>(list: readonly T[], watch: Pick<Watch, 'signal' | 'width'>, work: (item: T) => Promise<R>): Promise<R[]> {
  const results: R[] = []
  let next = 0
  let fault: { readonly error: unknown } | undefined
  const worker = async (): Promise<void> => {
    for (let index = next++; index < list.length && fault === undefined; index = next++) {
      try {
        if (watch.signal.aborted) throw cancelled()
        results[index] = await work(list[index] as T)
      } catch (error) {
        fault ??= { error }
      }
    }
  }
  await Promise.all(Array.from({ length: Math.max(1, watch.width) }, worker))
  if (fault !== undefined) throw (fault as { readonly error: unknown }).error
  return results
}

/** Files that the rows of a table name for one persona. */
interface Beside {
  readonly candidate: Candidate
  readonly persona: PersonaId
  readonly paths: NonEmpty<string>
}

async function takeIn(
  deps: Deps,
  catalog: Catalog,
  actor: Actor,
  candidate: Candidate,
): Promise<Omit<Screened, 'woken'> & { readonly beside: readonly Beside[] }> {
  const { files, failures } = await candidate.load()
  const read = await receiveAndRead(deps, catalog, actor, { ...candidate, files })
  const beside = [...Map.groupBy(read.references, (r) => r.persona)].flatMap(([persona, of]): Beside[] => {
    const paths = of.map((r) => r.path)
    return isNonEmpty(paths) ? [{ candidate, persona, paths }] : []
  })
  const personas = read.personas.map((persona) => ({ persona, source: candidate.source }))
  return { personas, failures: [...failures, ...read.failures], beside }
}

async function takeBeside(deps: Deps, catalog: Catalog, actor: Actor, { candidate, persona, paths }: Beside): Promise<readonly Failure[]> {
  const failures: Failure[] = []
  for (const path of paths) {
    if (candidate.beside === undefined) continue
    try {
      const found = await candidate.beside(path)
      failures.push(...found.failures)
      failures.push(...(await receiveAndRead(deps, catalog, actor, { source: candidate.source, files: found.files, to: persona })).failures)
    } catch (error) {
      // Ours or the machine's, not the file's.
      if (asAppError(error).status >= 499) throw error
      failures.push(failureOf(path, error))
    }
  }
  return failures
}

async function receiveAndRead(
  deps: Deps,
  catalog: Catalog,
  actor: Actor,
  candidate: { source: string; files: readonly ReceivedFile[]; to?: PersonaId; requisition?: string },
): Promise<ReadResult> {
  const { files, failures } = takeable(catalog.readers, candidate.files)
  if (files.length === 0) return { personas: [], references: [], failures }
  const persona = await receive(deps, actor, { ...candidate, files })
  const paths = new Map<string, ReceivedFile>()
  for (const file of files) paths.set(await deps.blobs.idOf(file.bytes), file)
  const read = await readSubmitted(deps, catalog.readers, actor, { persona, paths })
  return { ...read, failures: [...failures, ...read.failures] }
}

/** From so many personas on, everybody's links are made anew at once: one scan of the index instead of a look-up a value. */
const IN_BULK = 2_000

/**
 * Indexes, compares, links, detects and assesses these personas, and those whom their comparison touched. Each slice is compared
 * and linked before the next is indexed, so that whom one of them crowds out of a comparison is known. While scoring is stopped they
 * only wait for it. Returns what became of others.
 */
export async function reassess(
  deps: Deps,
  catalog: Catalog,
  actor: Actor,
  work: { personas: readonly PersonaId[]; watch: Pick<Watch, 'progress' | 'signal'> },
): Promise<readonly Change[]> {
  const { personas, watch } = work
  const all = new Set<PersonaId>()
  const inBulk = personas.length >= IN_BULK
  let done = 0
  for (const slice of slices(personas)) {
    if (watch.signal.aborted) throw cancelled()
    const lost = await deps.store.tx(actor.tenant, async (tx) => ((await behindStop(tx, slice)) ? undefined : indexPersonas(tx, slice)))
    const told = (): void => watch.progress({ step: 'compared', done: (done += slice.length), total: personas.length })
    if (lost === undefined) {
      told()
      continue
    }
    for (const one of slice) all.add(one)
    await deps.store.tx(actor.tenant, async (tx) => {
      const { compared, met } = await relate(tx, [...new Set([...slice, ...lost.uncrowded])])
      for (const one of [...compared, ...met]) all.add(one)
      if (!inBulk) await relink(tx, { ...NOTHING, personas: compared, met, lost: lost.values }, deps.clock.now())
    })
    told()
  }
  if (inBulk) await deps.store.tx(actor.tenant, (tx) => relinkAll(tx, deps.clock.now()))
  return recheck(deps, catalog, actor, { personas: [...all], watch, untold: new Set(personas) })
}

/** The same for everybody, after everything derived was thrown away. */
export async function reassessAll(
  deps: Deps,
  catalog: Catalog,
  actor: Actor,
  work: { personas: readonly PersonaId[]; watch: Pick<Watch, 'progress' | 'signal'> },
): Promise<void> {
  const { personas, watch } = work
  for (const slice of slices(personas)) await deps.store.tx(actor.tenant, (tx) => indexPersonas(tx, slice))
  let done = 0
  for (const slice of slices(personas)) {
    if (watch.signal.aborted) throw cancelled()
    await deps.store.tx(actor.tenant, (tx) => compareAll(tx, slice))
    watch.progress({ step: 'compared', done: (done += slice.length), total: personas.length })
  }
  await deps.store.tx(actor.tenant, (tx) => relinkAll(tx, deps.clock.now()))
  await recheck(deps, catalog, actor, { ...work, untold: new Set(personas) })
}

function* slices<T>(list: readonly T[]): Generator<readonly T[]> {
  for (let start = 0; start < list.length; start += SLICE) yield list.slice(start, start + SLICE)
}
