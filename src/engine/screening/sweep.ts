import { digest } from '../../compute/digest.ts'
import { RETENTION_CLASSES } from '../../model/persona.ts'
import type { Actor } from '../access.ts'
import { daysAfter } from '../intake.ts'
import type { Deps, Tx } from '../ports.ts'
import { expireMatches } from './adjudicate.ts'

/** Matches taken away in one transaction. */
const AT_ONCE = 1_000

/**
 * Takes away what the sanctions room has held for ten years after the last act about it (31 CFR 501.601): matches with their acts,
 * closed cases, signed reports of list versions. Never what waits, is confirmed (a party may still be blocked, and its ten years begin
 * when that ends), is in an open case, or is on legal hold. Ends hits on a name alone whose time is over. Each deletion stands in the
 * log of that room with the class, counts and a hash, without content.
 */
export async function sweepSanctions(
  deps: Pick<Deps, 'store' | 'clock'>,
  actor: Actor,
): Promise<{ readonly matches: number; readonly cases: number; readonly reports: number }> {
  await expireMatches(deps, actor)
  const now = deps.clock.now()
  const then = daysAfter(now, -RETENTION_CLASSES['sanctions-10y'].days)
  const all = { matches: 0, cases: 0, reports: 0 }
  for (;;) {
    const done = await deps.store.tx(actor.tenant, async (tx) => {
      await tx.lockMatches()
      // Cases first: one that is closed and over keeps no match.
      const cases = await tx.casesDoneBefore(then, 'sanctions')
      await tx.removeCases(cases)
      const matches = await tx.matchesDoneBefore(then, AT_ONCE)
      await tx.removeMatches(matches)
      const reports = await tx.removeListReviews(then)
      await write(tx, actor, now, { ids: [...cases, ...matches], counts: { matches: matches.length, cases: cases.length, reports } })
      return { matches: matches.length, cases: cases.length, reports }
    })
    all.matches += done.matches
    all.cases += done.cases
    all.reports += done.reports
    if (done.matches < AT_ONCE) return all
  }
}

async function write(
  tx: Tx,
  actor: Actor,
  now: string,
  { ids, counts }: { readonly ids: readonly string[]; readonly counts: Readonly<Record<string, number>> },
): Promise<void> {
  if (Object.values(counts).every((count) => count === 0)) return
  const detail = { ...counts, retention: 'sanctions-10y', hash: digest(ids.join(' ')), room: 'sanctions' }
  await tx.appendAudit({ actor: actor.id, action: 'sanctions-swept', subject: 'sanctions', detail }, now)
}
