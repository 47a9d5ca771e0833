import type { Instant, PersonaId, TenantId } from '../model/statement.ts'
import type { AuditRoot } from './jobs/ports.ts'

/** Somebody who must not come back with a backup of before. */
export interface ForgottenEntry {
  readonly tenant: TenantId
  readonly persona: PersonaId
  readonly at: Instant
}

/**
 * Two lists that are kept beside the database and outlive it: whom we forgot, and the signed roots of the log. Only ids, times and
 * hashes. Durable when a call returns. Put the folder on another disk or machine than the database.
 */
export interface Beside {
  noteForgotten(entry: ForgottenEntry): Promise<void>
  forgotten(): Promise<readonly ForgottenEntry[]>
  /** Adds those that are not there yet. */
  keepRoots(tenant: TenantId, roots: readonly AuditRoot[]): Promise<void>
  roots(tenant: TenantId): Promise<readonly AuditRoot[]>
}
