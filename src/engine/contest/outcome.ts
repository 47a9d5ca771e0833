import type { Contest } from '../../model/contest.ts'
import type { Deps } from '../ports.ts'
import { personaOf, throughLink } from './through-link.ts'

/** What became of what the person said, as they are told it. */
export interface Outcome {
  readonly kind: Contest['kind']
  readonly instance: 1 | 2
  readonly asked: string
  readonly outcome: 'upheld' | 'rejected'
  readonly day: string
  readonly reason: string
  readonly withdrawn: number
  readonly takenBack: boolean
  /** Whether the person may ask once more. */
  readonly further: boolean
}

/** Of the last review that was answered; undefined where none was. */
export async function seeOutcome(deps: Deps, from: { readonly link: string; readonly address: string }): Promise<Outcome | undefined> {
  return throughLink(deps, from, 'contest', async (tx, { row }) => {
    const last = (await tx.contestsOf(personaOf(row))).filter((contest) => contest.decided !== undefined).at(-1)
    return last === undefined ? undefined : outcomeOf(last)
  })
}

export function outcomeOf(contest: Contest): Outcome | undefined {
  const { kind, instance, at, decided } = contest
  if (decided === undefined) return undefined
  return {
    kind,
    instance,
    asked: at.slice(0, 10),
    outcome: decided.outcome,
    day: decided.at.slice(0, 10),
    reason: decided.reason,
    withdrawn: decided.findings.length,
    takenBack: decided.undone.length > 0,
    further: decided.outcome === 'rejected' && instance === 1,
  }
}
