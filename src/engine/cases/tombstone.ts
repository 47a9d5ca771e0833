import { digest } from '../../compute/digest.ts'
import type { Finding } from '../../model/finding.ts'
import type { PersonaId } from '../../model/statement.ts'
import { findingId } from '../detect.ts'

/**
 * What is left of somebody who was cleared: a hash over who it was and what was found, with a secret of the tenant. It can be made
 * again only from the same files that give the same findings, whatever the detectors' versions and numbers; nothing can be read out of it, and
 * anything new gives another one.
 */
export function tombstoneKey(salt: string, persona: PersonaId, raising: readonly Finding[]): string {
  const found = raising.map((f) => findingId(persona, { ...f, version: 1, numbers: undefined }))
  return digest([salt, persona, ...[...new Set(found)].sort()].join(' '))
}
