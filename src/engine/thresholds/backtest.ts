import type { Catalog } from '../../kit/catalog.ts'
import { shippedNumbers } from '../../kit/detector.ts'
import { cancelled, conflict, notFound } from '../../model/errors.ts'
import type { TriedCounts } from '../../model/number-set.ts'
import { writeNumbers, type Numbers } from '../../model/numbers.ts'
import type { PersonaId } from '../../model/statement.ts'
import type { Actor } from '../access.ts'
import { withoutSetAside } from '../contest/set-aside.ts'
import { detect } from '../detect.ts'
import { newId } from '../id.ts'
import { waitingRun, type JobDeps } from '../jobs/runs.ts'
import { watched } from '../jobs/watched.ts'
import { demand, type Caller } from '../people/caller.ts'
import { everyPersona } from '../rebuild.ts'
import { numbersInForce } from './in-force.ts'
import { triedOf } from './tried.ts'
import { checkNumbers, detectorOf, refuseOtherVersion } from './tunable.ts'

/** Personas asked about in one transaction. */
const SLICE = 500

/** Asks for a run over everybody ever taken in, by the numbers of now and by these. Returns the run. */
export async function startBacktest(
  deps: JobDeps,
  catalog: Catalog,
  caller: Caller,
  asked: { readonly detector: string; readonly numbers: Numbers },
): Promise<string> {
  demand(caller, 'threshold:try')
  const detector = detectorOf(catalog, asked.detector)
  const numbers = checkNumbers(detector, asked.numbers)
  const id = newId(deps.chance, 'r')
  await deps.store.tx(caller.tenant, async (tx) => {
    const now = deps.clock.now()
    const against = (await numbersInForce(tx, catalog)).active.get(detector.id)?.numbers ?? shippedNumbers(detector)
    if (writeNumbers(against) === writeNumbers(numbers)) throw conflict('These are the numbers in force. Change one of them first.')
    await tx.putBacktest({ id, detector: detector.id, version: detector.version, numbers, against, by: caller.id, at: now })
    await tx.putRun(waitingRun(id, 'backtest', { by: caller.id, now }))
    const detail = { run: id, numbers: writeNumbers(numbers) }
    await tx.appendAudit({ actor: caller.id, action: 'numbers-tried', subject: detector.id, detail }, now)
    await deps.jobs.send(tx, 'backtest', { tenant: caller.tenant, by: caller.id, run: id }, { key: id })
  })
  return id
}

/** The worker's part. Writes who would be answered otherwise, and nothing that is weighed. Done twice it comes to the same. */
export async function runBacktest(
  deps: JobDeps,
  catalog: Catalog,
  actor: Actor,
  asked: { readonly run: string; readonly signal: AbortSignal },
): Promise<void> {
  await watched(deps, actor, asked, async ({ progress, signal }) => {
    const backtest = await deps.store.tx(actor.tenant, async (tx) => {
      await tx.dropTried(asked.run)
      return tx.backtest(asked.run)
    })
    if (backtest === undefined) throw notFound('backtest', asked.run)
    const detector = detectorOf(catalog, backtest.detector)
    refuseOtherVersion(detector, backtest)
    const by = {
      active: new Map([[detector.id as string, { numbers: backtest.against }]]),
      shadow: new Map([[detector.id as string, { numbers: backtest.numbers }]]),
    }
    const personas = await everyPersona(deps, actor)
    const counts: Partial<Record<keyof TriedCounts, number>> = {}
    const page = (slice: readonly PersonaId[]): Promise<void> =>
      deps.store.tx(actor.tenant, async (tx) => {
        const here = await tx.stay(slice)
        const rows = triedOf(await withoutSetAside(tx, await detect(tx, { detectors: [detector] }, here, by)), detector.id)
        for (const { now, other } of rows) counts[`${now} ${other}`] = (counts[`${now} ${other}`] ?? 0) + 1
        await tx.putTried(
          asked.run,
          rows.filter(({ now, other }) => now !== other),
        )
      })
    for (let start = 0; start < personas.length; start += SLICE) {
      if (signal.aborted) throw cancelled()
      await page(personas.slice(start, start + SLICE))
      progress({ step: 'assessed', done: Math.min(start + SLICE, personas.length), total: personas.length })
    }
    return {
      step: 'assessed',
      done: personas.length,
      total: personas.length,
      also: (tx) => tx.putBacktest({ ...backtest, done: { at: deps.clock.now(), counts } }),
    }
  })
}
