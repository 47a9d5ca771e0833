import type { CaseEvent } from '../../model/case.ts'
import { foldCase } from '../../model/case-fold.ts'
import type { PersonaId } from '../../model/statement.ts'
import { standingOf } from '../disposition-standing.ts'
import type { Tx } from '../ports.ts'
import { tombstoneKey } from './tombstone.ts'

/** Somebody who was cleared is remembered as that, by a hash and a day, so that the same does not raise the same question again. */
export async function buryCleared(tx: Tx, persona: PersonaId): Promise<void> {
  const { decided } = standingOf({ status: 'open' }, await tx.dispositions([persona]))
  if (decided?.kind !== 'cleared') return
  const raising = (await tx.findings([persona])).filter((f) => f.direction === 'raises' && f.room === 'identity')
  await tx.putTombstone({ key: tombstoneKey(await tx.tombstoneSalt(), persona, raising), cleared: decided.at.slice(0, 10) })
}

/**
 * Takes a persona out of the cases of the identity room: a case about it alone goes, one about others too is made of the acts that
 * do not speak of it. What the sanctions room holds stays there, locked away.
 */
export async function forgetInCases(tx: Tx, persona: PersonaId): Promise<void> {
  for (const c of await tx.casesOfPersonas([persona])) {
    const others = c.personas.some((id) => id !== persona)
    const events = others ? await tx.caseEvents(c.id) : []
    await tx.removeCases([c.id])
    if (!others) continue
    const own = new Set((await tx.findings([persona])).map((f) => f.id))
    const left = events.flatMap((event) => without(event, persona, own))
    await tx.putCases(
      [foldCase(c.id, left)],
      left.map((event) => ({ ...event, case: c.id })),
    )
  }
}

/** The act as it is without this persona and its findings; none where it is about nothing else. */
function without(event: CaseEvent, persona: PersonaId, findings: ReadonlySet<string>): readonly CaseEvent[] {
  switch (event.kind) {
    case 'opened':
    case 'came': {
      const kept = {
        ...event,
        personas: event.personas.filter((id) => id !== persona),
        findings: event.findings.filter((id) => !findings.has(id)),
      }
      return [kept.kind === 'came' && kept.ref === persona ? { ...kept, ref: 'forgotten' } : kept]
    }
    case 'linked':
    case 'unlinked':
      return event.id === persona || findings.has(event.id) ? [] : [event]
    case 'seen':
      return findings.has(event.evidence) ? [] : [event]
    case 'requested':
    case 'access-cut':
      return event.about === persona ? [] : [event]
    case 'decided':
      return event.record.persona === persona ? [] : [event]
    default:
      return [event]
  }
}
