import { wilson, type Share } from '../../compute/wilson.ts'
import type { Catalog } from '../../kit/catalog.ts'
import { shippedNumbers } from '../../kit/detector.ts'
import { notFound } from '../../model/errors.ts'
import type { Backtest, Change, NumberSet, TriedCounts } from '../../model/number-set.ts'
import type { Numbers } from '../../model/numbers.ts'
import type { OutcomeKind } from '../../model/finding.ts'
import type { PersonaId } from '../../model/statement.ts'
import { withoutSetAside } from '../contest/set-aside.ts'
import { detect } from '../detect.ts'
import { dossier, explained, type Dossier } from '../dossier.ts'
import { demand, type Caller } from '../people/caller.ts'
import type { Deps, Tx } from '../ports.ts'
import { numbersInForce } from './in-force.ts'
import type { Decided } from './ports.ts'
import { detectorOf } from './tunable.ts'

/** Those who would be answered otherwise, and what was decided about them. A decision rests on more than one check. */
export interface Side {
  readonly personas: number
  readonly undecided: number
  /** Of those decided on. */
  readonly confirmed: Share
  readonly cleared: Share
}

/** What other numbers would say, beside what is said. */
export interface TrialResult {
  readonly asked: number
  /** Of whom the check had something to look at, by either. */
  readonly looked: number
  readonly firesNow: Share
  readonly firesOther: Share
  readonly failed: number
  readonly newly: Side
  readonly quiet: Side
}

type Counts = Partial<TriedCounts>

function sum(counts: Counts, fits: (now: OutcomeKind, other: OutcomeKind) => boolean): number {
  return Object.entries(counts).reduce((total, [pair, n]) => {
    const [now, other] = pair.split(' ') as [OutcomeKind, OutcomeKind]
    return total + (fits(now, other) ? n : 0)
  }, 0)
}

const spoke = (kind: OutcomeKind): boolean => kind === 'fired' || kind === 'quiet'

/** For how many the check had something to look at. */
export const lookedAt = (counts: Counts): number => sum(counts, (now, other) => spoke(now) || spoke(other))

function resultOf(counts: Counts, decided: Readonly<Record<Change, Decided>>): TrialResult {
  const looked = lookedAt(counts)
  return {
    asked: sum(counts, () => true),
    looked,
    firesNow: wilson(
      sum(counts, (now) => now === 'fired'),
      looked,
    ),
    firesOther: wilson(
      sum(counts, (_, other) => other === 'fired'),
      looked,
    ),
    failed: sum(counts, (_, other) => other === 'failed'),
    newly: sideOf(decided.newly),
    quiet: sideOf(decided.quiet),
  }
}

function sideOf({ personas, confirmed, cleared, inconclusive }: Decided): Side {
  const n = confirmed + cleared + inconclusive
  return { personas, undecided: personas - n, confirmed: wilson(confirmed, n), cleared: wilson(cleared, n) }
}

/** Shown of a detector; earlier ones are in the log. */
const SHOWN = 10

/** The numbers of one check: those in force, those beside them, and what was tried. */
export interface NumbersOf {
  readonly now: Numbers
  readonly version: number
  readonly sets: readonly (NumberSet & { readonly result: TrialResult | undefined })[]
  readonly backtests: readonly (Backtest & { readonly result: TrialResult | undefined })[]
}

export async function numbersOf(deps: Pick<Deps, 'store'>, catalog: Catalog, caller: Caller, id: string): Promise<NumbersOf> {
  demand(caller, 'threshold:read')
  const detector = detectorOf(catalog, id)
  return deps.store.tx(caller.tenant, async (tx) => {
    const { active } = await numbersInForce(tx, catalog)
    const sets = []
    for (const set of await tx.numberSetsOf(detector.id)) {
      const result = set.state === 'shadow' ? resultOf(await tx.triedCounts(set.id), await tx.triedDecided(set.id)) : undefined
      sets.push({ ...set, result })
    }
    const backtests = []
    for (const one of await tx.backtestsOf(detector.id, SHOWN))
      backtests.push({ ...one, result: one.done === undefined ? undefined : resultOf(one.done.counts, await tx.triedDecided(one.id)) })
    return { now: active.get(detector.id)?.numbers ?? shippedNumbers(detector), version: detector.version, sets, backtests }
  })
}

/** A run over the history or a set: both have numbers of a detector, and whom they would answer otherwise. */
export async function trialOf(tx: Tx, id: string): Promise<Pick<NumberSet, 'id' | 'detector' | 'numbers'>> {
  const found = (await tx.backtest(id)) ?? (await tx.numberSet(id))
  if (found === undefined) throw notFound('trial', id)
  return found
}

/** The dossier with what one check finds by the numbers in force, and with what it would find by the trial's, made at this moment. */
export async function triedDossiers(
  tx: Tx,
  catalog: Catalog,
  asked: { readonly trial: string; readonly persona: PersonaId },
): Promise<{ readonly now: Dossier; readonly other: Dossier }> {
  const trial = await trialOf(tx, asked.trial)
  const detector = detectorOf(catalog, trial.detector)
  const { active } = await numbersInForce(tx, catalog)
  const by = { active, shadow: new Map([[detector.id as string, trial]]) }
  const whole = await dossier(tx, catalog, asked.persona)
  const [said] = await withoutSetAside(tx, await detect(tx, { detectors: [detector] }, [asked.persona], by))
  return {
    now: { ...whole, findings: await explained(tx, detector, said?.findings ?? []) },
    other: { ...whole, findings: await explained(tx, detector, said?.tried.get(detector.id)?.findings ?? []) },
  }
}
