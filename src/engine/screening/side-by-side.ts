import type { FiledMatch } from '../../model/adjudication.ts'
import type { ListedParty } from '../../model/listed-party.ts'
import type { Actor } from '../access.ts'
import type { ReadingShelf } from '../lists/ports.ts'
import type { Deps } from '../ports.ts'
import { matchNamed } from './adjudicate.ts'
import { bestName, type Named } from './best-name.ts'

/** Both sides of a match whole, for the form's question whether the whole entry was compared. */
export interface SideBySide {
  readonly match: FiledMatch
  /** As the list had it; undefined where that version is kept no more. */
  readonly entry: ListedParty | undefined
  /** The pair of names to go by, part by part; undefined where one side has none. */
  readonly names: Named | undefined
}

/**
 * What is known of the subject beside what the list says. It shows what a dossier hides until it is asked for, so that somebody looked
 * is written down. Throws not-found.
 */
export async function sideBySide(
  deps: Pick<Deps, 'store' | 'clock'> & { readonly shelf: ReadingShelf },
  actor: Actor,
  id: string,
): Promise<SideBySide> {
  const match = await deps.store.tx(actor.tenant, async (tx) => {
    const found = await matchNamed(tx, id)
    await tx.appendAudit({ actor: actor.id, action: 'match-compared', subject: found.id, detail: { room: 'sanctions' } }, deps.clock.now())
    return found
  })
  const { hit, subject, method } = match
  const version = await deps.shelf.find(hit.list, hit.version)
  const parties = version === undefined ? [] : await deps.shelf.parties(version)
  const entry = parties.find((party) => party.id === hit.entry)
  return { match, entry, names: bestName(subject, entry ?? hit, method) }
}
