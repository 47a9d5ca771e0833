import { digest } from '../compute/digest.ts'
import type { TenantId } from '../model/statement.ts'
import type { AuditRow } from './audit-row.ts'
import { canonicalJson } from './statement-id.ts'

/** What stands as `previous` in the first row of a chain. */
export const FIRST_LINK = '0'.repeat(64)

/**
 * What is hashed of a row: the canonical JSON of the tenant, all columns of the row and the hash before it, in pieces, because
 * which row it comes after is known only to who holds the end of the chain. Between the pieces stand `previous` and `seq`.
 */
export function auditText(tenant: TenantId, row: Omit<AuditRow, 'hash' | 'previous' | 'seq'>): readonly [string, string, string] {
  const { at, actor, action, subject, detail } = row
  return [
    `${canonicalJson({ action, actor, at, detail }).slice(0, -1)},"previous":"`,
    '","seq":',
    `,${canonicalJson({ subject, tenant }).slice(1)}`,
  ]
}

/** 64 hexadecimal digits: SHA-256 over that. Whoever checks a row uses this function, and so does who wrote it, afterwards. */
export function auditHash(tenant: TenantId, row: Omit<AuditRow, 'hash'>): string {
  const [before, between, after] = auditText(tenant, row)
  return digest(`${before}${row.previous}${between}${row.seq}${after}`)
}
