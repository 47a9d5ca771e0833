import type { Catalog } from '../../kit/catalog.ts'
import type { Detector } from '../../kit/detector.ts'
import { samePerson } from '../../model/case-rules.ts'
import { conflict, forbidden, notFound } from '../../model/errors.ts'
import { permissionsOf } from '../../model/access.ts'
import { APPROVAL_HOURS } from '../../model/four-eyes.ts'
import type { NumberAct, NumberSet } from '../../model/number-set.ts'
import { writeNumbers, type Numbers } from '../../model/numbers.ts'
import type { Instant } from '../../model/statement.ts'
import { newId } from '../id.ts'
import { waitingRun, type JobDeps } from '../jobs/runs.ts'
import { demand, demandFresh, type Caller } from '../people/caller.ts'
import { after, HOUR } from '../people/instants.ts'
import { stillIn } from '../people/sessions.ts'
import type { Deps, Tx } from '../ports.ts'
import { checkReason } from '../reason.ts'
import { lookedAt } from './trial.ts'
import { checkNumbers, detectorOf, refuseOtherVersion } from './tunable.ts'

type Needs = Pick<Deps, 'store' | 'clock' | 'chance'>

/** Personas whom the numbers were asked about in ordinary work before they may count; fewer show no slip of the finger. */
export const LEAST_IN_SHADOW = 10

/** Of runs over one's own history so many are looked through for these numbers. */
const LOOKED_THROUGH = 200

/** Who does it and why, checked; the tenant's sets are locked, and the session still stands. */
async function begin(tx: Tx, caller: Caller, said: { readonly reason: string; readonly at: Instant }): Promise<NumberAct> {
  const reason = checkReason(said.reason)
  await stillIn(tx, caller)
  await tx.lockNumbers()
  return { by: caller.id, at: said.at, reason }
}

async function tell(tx: Tx, action: string, set: NumberSet, { by, at, reason }: NumberAct): Promise<void> {
  const detail = { set: set.id, version: set.version, numbers: writeNumbers(set.numbers), reasonLength: reason.length }
  await tx.appendAudit({ actor: by, action, subject: set.detector, detail }, at)
}

/** Runs numbers beside those in force. They were tried on the history of this organisation first, on this version of the check. */
export async function startShadow(
  deps: Needs,
  catalog: Catalog,
  caller: Caller,
  asked: { readonly detector: string; readonly numbers: Numbers; readonly reason: string },
): Promise<NumberSet> {
  demand(caller, 'threshold:try')
  const detector = detectorOf(catalog, asked.detector)
  const numbers = checkNumbers(detector, asked.numbers)
  return deps.store.tx(caller.tenant, async (tx) => {
    const made = await begin(tx, caller, { reason: asked.reason, at: deps.clock.now() })
    const tried = (await tx.backtestsOf(detector.id, LOOKED_THROUGH)).find(
      (one) => one.done !== undefined && one.version === detector.version && writeNumbers(one.numbers) === writeNumbers(numbers),
    )
    if (tried === undefined) throw conflict('Try exactly these numbers on your own history first, and let that run end.')
    if ((await tx.numberSetsOf(detector.id)).some((set) => set.state === 'shadow'))
      throw conflict('Other numbers are in shadow already. End those first.')
    const id = newId(deps.chance, 'n')
    const set: NumberSet = { id, detector: detector.id, version: detector.version, numbers, state: 'shadow', backtest: tried.id, made }
    await tx.putNumberSet(set)
    await tell(tx, 'numbers-in-shadow', set, made)
    return set
  })
}

async function setIn(tx: Tx, catalog: Catalog, id: string): Promise<{ readonly set: NumberSet; readonly detector: Detector }> {
  const set = await tx.numberSet(id)
  if (set === undefined) throw notFound('number-set', id)
  return { set, detector: detectorOf(catalog, set.detector) }
}

export interface ActOnSet {
  readonly set: string
  readonly reason: string
}

/** Asks a second person to make numbers active that were seen in shadow. */
export async function proposeNumbers(deps: Needs, catalog: Catalog, caller: Caller, asked: ActOnSet): Promise<NumberSet> {
  demand(caller, 'threshold:try')
  return deps.store.tx(caller.tenant, async (tx) => {
    const proposed = await begin(tx, caller, { reason: asked.reason, at: deps.clock.now() })
    const { set, detector } = await setIn(tx, catalog, asked.set)
    if (set.state !== 'shadow') throw conflict('Only numbers that run in shadow can be proposed.')
    refuseOtherVersion(detector, set)
    if (waits(set, proposed.at)) throw conflict('They are proposed already and wait for a second person.')
    const seen = lookedAt(await tx.triedCounts(set.id))
    if (seen < LEAST_IN_SHADOW)
      throw conflict(
        `In shadow these numbers had something to look at for ${seen} of at least ${LEAST_IN_SHADOW} candidates. Wait until more came in.`,
      )
    const next = { ...set, proposed }
    await tx.putNumberSet(next)
    await tell(tx, 'numbers-proposed', next, proposed)
    return next
  })
}

/** Asked for, and not too long ago. */
export const waits = ({ state, proposed }: NumberSet, now: Instant): boolean =>
  state === 'shadow' && proposed !== undefined && now < after(proposed.at, APPROVAL_HOURS * HOUR)

/** The set as a second person may answer it: another than whoever asked, freshly signed in, in time. */
async function asSecond(tx: Tx, catalog: Catalog, caller: Caller, asked: { readonly set: string; readonly now: Instant }) {
  const found = await setIn(tx, catalog, asked.set)
  const { set } = found
  if (!waits(set, asked.now))
    throw conflict('Nobody asks for a second person here, or it was asked for too long ago. Propose the numbers again.')
  if ([set.proposed?.by, set.made.by].some((by) => by !== undefined && samePerson(by, caller.id))) throw forbidden()
  return found
}

/**
 * The second person agrees: from now on the check asks by these numbers. A worker is asked, in the same transaction, to assess anew
 * whom that can touch.
 */
export async function approveNumbers(
  deps: JobDeps,
  catalog: Catalog,
  caller: Caller,
  asked: ActOnSet,
): Promise<{ readonly set: NumberSet; readonly run: string }> {
  demand(caller, 'approval:give')
  return deps.store.tx(caller.tenant, async (tx) => {
    const approved = await begin(tx, caller, { reason: asked.reason, at: deps.clock.now() })
    const { set, detector } = await asSecond(tx, catalog, caller, { set: asked.set, now: approved.at })
    demandFresh(caller, approved.at)
    await mayStillPropose(tx, set)
    refuseOtherVersion(detector, set)
    await endScoring(tx)
    const before = (await tx.numberSetsOf(detector.id)).find((one) => one.state === 'active')
    if (before !== undefined) await tx.putNumberSet({ ...before, state: 'ended', ended: approved })
    const next: NumberSet = { ...set, state: 'active', approved, ...(before === undefined ? {} : { before: before.id }) }
    await tx.putNumberSet(next)
    await tell(tx, 'numbers-active', next, approved)
    return { set: next, run: await lookBack(deps, tx, caller, detector.id) }
  })
}

/** Whose roles were taken since, or whose account was closed, has nothing made active any more. */
async function mayStillPropose(tx: Tx, { proposed }: NumberSet): Promise<void> {
  const account = proposed === undefined ? undefined : await tx.account(proposed.by)
  if (account !== undefined && (account.state !== 'active' || !permissionsOf(account.roles).has('threshold:try')))
    throw conflict('Whoever proposed these numbers may not any more. Somebody who may has to propose them anew.')
}

/** The second person does not agree; the numbers stay in shadow. */
export async function refuseNumbers(deps: Needs, catalog: Catalog, caller: Caller, asked: ActOnSet): Promise<NumberSet> {
  demand(caller, 'approval:give')
  return deps.store.tx(caller.tenant, async (tx) => {
    const refused = await begin(tx, caller, { reason: asked.reason, at: deps.clock.now() })
    const { proposed: _, ...set } = (await asSecond(tx, catalog, caller, { set: asked.set, now: refused.at })).set
    await tx.putNumberSet(set)
    await tell(tx, 'numbers-refused', set, refused)
    return set
  })
}

/**
 * Ends numbers. Those in shadow are gone; in place of active ones those that were active before return, or else the shipped ones, and
 * whom that can touch is assessed anew. One person may: it is the way back to what two agreed on before.
 */
export async function endNumbers(
  deps: JobDeps,
  catalog: Catalog,
  caller: Caller,
  asked: ActOnSet,
): Promise<{ readonly set: NumberSet; readonly run: string | undefined }> {
  demand(caller, 'threshold:try')
  return deps.store.tx(caller.tenant, async (tx) => {
    const ended = await begin(tx, caller, { reason: asked.reason, at: deps.clock.now() })
    const { set, detector } = await setIn(tx, catalog, asked.set)
    if (set.state === 'ended') throw conflict('These numbers have ended already.')
    if (set.state === 'active') await endScoring(tx)
    const next: NumberSet = { ...set, state: 'ended', ended }
    await tx.putNumberSet(next)
    await tell(tx, set.state === 'active' ? 'numbers-taken-back' : 'numbers-shadow-ended', next, ended)
    if (set.state === 'shadow') return { set: next, run: undefined }
    const before = set.before === undefined ? undefined : await tx.numberSet(set.before)
    if (before?.version === detector.version) {
      const { ended: _, ...again } = before
      await tx.putNumberSet({ ...again, state: 'active' })
      await tell(tx, 'numbers-active', before, ended)
    }
    return { set: next, run: await lookBack(deps, tx, caller, detector.id) }
  })
}

/**
 * From here until a look-back has ended some findings may be of these numbers and some of those before, also where it breaks off or the
 * numbers return meanwhile. The mark is nobody's numbers, so that the next look-back asks everybody.
 */
async function unsettle(tx: Tx, detector: string, run: string): Promise<void> {
  const runs = await tx.detectorRuns()
  const last = runs.get(detector)
  if (last !== undefined) await tx.replaceDetectorRuns(new Map([...runs, [detector, { ...last, numbers: `?${run}` }]]))
}

/** Whoever is assessed at this moment is so to the end by the numbers of before; the look-back comes after them. */
const endScoring = (tx: Tx): Promise<unknown> => tx.lockScoring()

async function lookBack(deps: JobDeps, tx: Tx, caller: Caller, detector: string): Promise<string> {
  const run = newId(deps.chance, 'r')
  await unsettle(tx, detector, run)
  await tx.putRun(waitingRun(run, 'lookback', { by: caller.id, now: deps.clock.now() }))
  await deps.jobs.send(tx, 'lookback', { tenant: caller.tenant, by: caller.id, run }, { key: run })
  return run
}
