import { Draft } from '../../src/engine/cases/change.ts'
import type { Tx } from '../../src/engine/ports.ts'
import { NOON } from './rows.ts'

/** A row in every table of cases and of what is kept. */
export async function fillCases(tx: Tx): Promise<void> {
  const [id = ''] = await tx.newCaseIds(1)
  const draft = Draft.opened(
    id,
    { kind: 'opened', room: 'identity', because: 'person', says: 'why', personas: ['p-1'], findings: [], matches: [] },
    { by: 'me', now: NOON },
  )
  await tx.putCases([draft.case], draft.acts)
  await tx.putScoring({ stopped: false, by: 'me', at: NOON, reason: 'why' })
  await tx.addUnscored(['p-1'])
  await tx.putHold({ persona: 'p-1', by: 'me', at: NOON, reason: 'why' })
  await tx.tombstoneSalt()
  await tx.putTombstone({ key: 'k', cleared: '2026-03-01' })
  await tx.putMask({ id: 'm', artifact: 'a', page: 1, box: [1, 2, 3, 4], what: 'photo', by: 'me', at: NOON, lifted: false })
}
