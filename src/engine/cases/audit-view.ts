import type { Caller } from '../people/caller.ts'
import type { Tx } from '../ports.ts'
import type { LogAsked, NumberedRow } from './ports.ts'

/**
 * Rows of the log for this reader, oldest first, from after the given one, each with its number among what this reader is shown. Rows of
 * the sanctions room are not there for who does not read that room, and neither is a gap where they are; the chain is verified by
 * `verifyAudit`, not from here.
 */
export async function auditSeen(
  tx: Tx,
  caller: Caller,
  { after, limit }: { readonly after: number; readonly limit: number },
): Promise<readonly NumberedRow[]> {
  const rows = await (caller.may.has('screening:read') ? tx.auditRows(after, limit) : tx.auditRowsOutside(after, limit))
  return rows.map(({ at, actor, action, subject, detail }, i) => ({ row: after + i + 1, at, actor, action, subject, detail }))
}

/** Rows of the log that fit, newest first, of those that this reader is shown. */
export const auditFound = (tx: Tx, caller: Caller, asked: Omit<LogAsked, 'outside'>): Promise<readonly NumberedRow[]> =>
  tx.auditFound({ ...asked, outside: !caller.may.has('screening:read') })
