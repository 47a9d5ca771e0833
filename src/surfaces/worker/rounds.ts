import type { JobName } from '../../engine/jobs/kinds.ts'
import type { Jobs } from '../../engine/jobs/ports.ts'
import type { Tx } from '../../engine/ports.ts'

/** What is done again and again for every tenant, and how often, in hours. The hour is written where a request would write ids. */
export const ROUNDS = { sweep: 24, 'lists-update': 24, 'audit-root': 1 } as const satisfies Partial<Record<JobName, number>>
export type Round = keyof typeof ROUNDS

const HOUR = 3_600_000

/** Begins all rounds of a tenant: at once, unless they run. Call it when a tenant is made and when a server starts. */
export async function startRounds(jobs: Jobs, tx: Tx, now: string): Promise<void> {
  for (const round of Object.keys(ROUNDS) as Round[]) {
    const slot = slotOf(round, now)
    await jobs.send(tx, round, { tenant: tx.tenant, slot }, { key: slot })
  }
}

/** Called before a round is done, so that the chain goes on whatever becomes of this one. */
export async function nextRound(jobs: Jobs, tenant: string, round: Round, now: string): Promise<void> {
  const slot = slotOf(round, new Date(Date.parse(now) + ROUNDS[round] * HOUR).toISOString())
  await jobs.send(undefined, round, { tenant, slot }, { key: slot, after: slot })
}

/** The beginning of the hour or the day that this instant lies in: the same for everybody who asks within it. */
function slotOf(round: Round, now: string): string {
  const length = ROUNDS[round] * HOUR
  return new Date(Math.floor(Date.parse(now) / length) * length).toISOString()
}
