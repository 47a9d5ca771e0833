import type { PartyType } from '../../../model/listed-party.ts'
import type { PartyDraft } from '../../list-formats/draft.ts'
import { said } from '../../list-formats/said.ts'

/** What the three formats share: how a designation writes its type, a name, and what kind and quality a name has. */

export function typeOf(written: string | undefined): PartyType {
  const word = written?.trim().toLowerCase()
  if (word === 'individual') return 'person'
  if (word === 'entity') return 'organisation'
  return word === 'ship' ? 'vessel' : 'unknown'
}

/**
 * Names 1 to 5 are given names in order, Name 6 the family name or the whole name of an entity. The casing of the kind varies within
 * one file (`Primary Name`, `Primary name`, `ALias`). *Primary name variation* is a spelling of the primary name.
 */
export function addName(
  draft: PartyDraft,
  parts: readonly (string | undefined)[],
  how: { kind: string | undefined; strength: string | undefined },
): void {
  const kind = how.kind?.trim().toLowerCase() ?? ''
  const full = parts.flatMap((part) => said(part) ?? []).join(' ')
  draft.name(
    full,
    kind === 'primary name' ? 'primary' : /\bf\.?k\.?a\b|former/.test(kind) ? 'former' : 'alias',
    /^low/i.test(how.strength?.trim() ?? '') ? 'weak' : 'strong',
  )
}

/** Ships: current owners own, and a parent company owns its subsidiaries. The list gives names and no ids. */
export function addOwners(draft: PartyDraft, owners: readonly string[]): void {
  for (const owner of owners) draft.tie({ kind: 'owned-by', party: owner, by: 'name' })
}

/** `IMO9562233` and `9562233` are one number. */
export const imoNumber = (written: string): string => written.replace(/^\s*IMO\s*:?\s*/i, '')
