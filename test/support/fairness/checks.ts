import type { Store } from '../../../src/engine/ports.ts'
import type { Detector } from '../../../src/kit/detector.ts'
import { nameSet, type Group } from './groups.ts'
import { honestOf } from './people.ts'
import { renamedTown, residents, townOf } from './town.ts'
import { verdictsOn, type Verdict } from './crowd.ts'

/**
 * The fairness checks as functions over a catalogue, so that a test can hand them a catalogue with a planted fault and see
 * them fail (F10). Each returns what is wrong, and nothing when all is well.
 */
export interface Trial {
  readonly store: Store
  readonly detectors: readonly Detector[]
  readonly groups: readonly Group[]
}

const home = (groups: readonly Group[]): Group => {
  const [first] = groups
  if (first === undefined) throw new Error('There are no groups to compare.')
  return first
}

/** Sentences and evidence too: everything but the name itself. */
const whole = (v: Verdict): string => JSON.stringify([v.recommendation, v.outcomes, v.findings, v.sentences])
/** Number and strength of contradictions; sentences may name the place they are about. */
const amounts = (v: Verdict): string => JSON.stringify([v.recommendation, v.outcomes, v.findings])

function differences(base: readonly Verdict[], other: readonly Verdict[], shape: (v: Verdict) => string, what: string): string[] {
  return base.flatMap((b, i) => {
    const o = other[i]
    return o !== undefined && shape(o) === shape(b)
      ? []
      : [`${what}, person ${b.n}: ${shape(b)} became ${o === undefined ? 'nothing' : shape(o)}`]
  })
}

/** F1: other names and nothing else. `turns` sets of names a group; nothing at all may change. */
export async function f1({ store, detectors, groups }: Trial, turns: number): Promise<readonly string[]> {
  const town = townOf(home(groups))
  const base = await verdictsOn(store, detectors, residents(town))
  const faults: string[] = []
  for (const group of groups) {
    for (let turn = 0; turn < turns; turn += 1) {
      const verdicts = await verdictsOn(store, detectors, residents(renamedTown(town, nameSet(group, turn))))
      faults.push(...differences(base, verdicts, whole, `F1 ${group.code} ${turn}`))
    }
  }
  return faults
}

/** F2: name, mailbox, city, school, postcode, telephone prefix, clock and font moved together: as many contradictions, as strong. */
export async function f2({ store, detectors, groups }: Trial): Promise<readonly string[]> {
  const base = await verdictsOn(store, detectors, residents(townOf(home(groups))))
  const faults: string[] = []
  for (const group of groups.slice(1))
    faults.push(...differences(base, await verdictsOn(store, detectors, residents(townOf(group))), amounts, `F2 ${group.code}`))
  return faults
}

/** Lowest share of clear recommendations, relative to the best group's (requirements F4; hard floor .80). */
const CLEAR_RATIO = 0.95

/** F4: honest people of each group, all of a group in one company: nobody is put up for review, and no group is cleared less often. */
export async function f4({ store, detectors, groups }: Trial, perGroup: number): Promise<readonly string[]> {
  const faults: string[] = []
  const clear: number[] = []
  for (const group of groups) {
    const verdicts = await verdictsOn(
      store,
      detectors,
      Array.from({ length: perGroup }, (_, n) => honestOf(group, n)),
    )
    const flagged = verdicts.filter((v) => v.recommendation === 'review' || v.recommendation === 'escalate')
    if (flagged.length > 0)
      faults.push(`F4 ${group.code}: ${flagged.length} of ${perGroup} put up, the first for ${flagged[0]?.findings.join(', ')}`)
    const failed = verdicts.filter((v) => Object.values(v.outcomes).includes('failed'))
    if (failed.length > 0) faults.push(`F4 ${group.code}: a detector failed on ${failed.length}`)
    clear.push(verdicts.filter((v) => v.recommendation === 'clear').length / perGroup)
  }
  const best = Math.max(...clear)
  if (best === 0) faults.push('F4: nobody anywhere is clear')
  for (const [i, rate] of clear.entries())
    if (rate < CLEAR_RATIO * best)
      faults.push(`F4 ${groups[i]?.code}: ${Math.round(100 * rate)} % are clear, ${Math.round(100 * best)} % elsewhere`)
  return faults
}
