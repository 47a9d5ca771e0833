import { conflict } from '../../model/errors.ts'
import type { ScoringState } from '../../model/keeping.ts'
import type { PersonaId } from '../../model/statement.ts'
import { checkReason } from '../reason.ts'
import { demand, type Caller } from '../people/caller.ts'
import { stillIn } from '../people/sessions.ts'
import type { Tx } from '../ports.ts'
import type { Needs } from './change.ts'

/**
 * Stops all scoring of a tenant. When it returns, whatever was being assessed has ended and nothing is assessed any more:
 * files are taken in and kept, and nobody is flagged or rejected. Who comes meanwhile waits.
 */
export async function stopScoring(deps: Needs, caller: Caller, work: { readonly reason: string }): Promise<ScoringState> {
  demand(caller, 'scoring:stop')
  const reason = checkReason(work.reason)
  const now = deps.clock.now()
  return deps.store.tx(caller.tenant, async (tx) => {
    await stillIn(tx, caller)
    if ((await tx.lockScoring()).stopped) throw conflict('Scoring is stopped already.')
    const state = { stopped: true, by: caller.id, at: now, reason }
    await tx.putScoring(state)
    await tx.appendAudit({ actor: caller.id, action: 'scoring-stopped', subject: 'scoring', detail: { reasonLength: reason.length } }, now)
    return state
  })
}

/** True while scoring is stopped; these then wait until it starts again. */
export async function behindStop(tx: Tx, personas: readonly PersonaId[]): Promise<boolean> {
  const { stopped } = await tx.scoring()
  if (stopped) await tx.addUnscored(personas)
  return stopped
}

export async function refuseWhileStopped(tx: Tx): Promise<void> {
  if ((await tx.scoring()).stopped) throw conflict('Scoring is stopped: what was thrown away could not be made again. Start scoring first.')
}

/** Whether anybody is scored, who turned the switch last, and how many wait. */
export async function scoringState(deps: Needs, caller: Caller): Promise<ScoringState & { readonly waiting: number }> {
  return deps.store.tx(caller.tenant, async (tx) => ({ ...(await tx.scoring()), waiting: await tx.countUnscored() }))
}
