import { digest } from '../compute/digest.ts'
import type { TenantId } from '../model/statement.ts'
import type { AuditRow } from './audit-row.ts'
import { canonicalJson } from './statement-id.ts'

/** What stands as `previous` in the first row of a chain. */
export const FIRST_LINK = '0'.repeat(64)

/**
 * 64 hexadecimal digits: SHA-256 over the canonical JSON of the tenant, all columns of the row and the hash before it. Whoever
 * writes a row and whoever checks it use this one function.
 */
export function auditHash(tenant: TenantId, row: Omit<AuditRow, 'hash'>): string {
  const { seq, at, actor, action, subject, detail, previous } = row
  return digest(canonicalJson({ tenant, seq, at, actor, action, subject, detail, previous }))
}
