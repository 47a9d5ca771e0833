import { conflict } from '../../model/errors.ts'
import type { Contest } from '../../model/contest.ts'
import type { PersonaId } from '../../model/statement.ts'
import type { Tx } from '../ports.ts'

/**
 * Whether effects on this person wait because a correction or an appeal is open. Two people who agree, after it came, that
 * waiting would do harm (`security-hold` in a case) end the waiting.
 */
export async function frozenBy(tx: Tx, persona: PersonaId): Promise<Contest | undefined> {
  const open = (await tx.contestsOf(persona)).filter((contest) => contest.decided === undefined)
  const last = open.at(-1)
  if (last === undefined) return undefined
  const held = (await tx.casesOfPersonas([persona])).some((c) =>
    c.requests.some((r) => r.what === 'security-hold' && r.about === persona && r.state === 'approved' && r.at >= last.at),
  )
  return held ? undefined : last
}

/** Throws `conflict` while effects wait. Holds off whoever would contest until the transaction ends. */
export async function refuseWhileContested(tx: Tx, persona: PersonaId): Promise<void> {
  await tx.lockContests(persona)
  const contest = await frozenBy(tx, persona)
  if (contest !== undefined)
    throw conflict(
      `The person contests this (${contest.id}) and nothing is decided against them until that is answered. If waiting would do harm, two people agree on a security hold in the case.`,
    )
}
