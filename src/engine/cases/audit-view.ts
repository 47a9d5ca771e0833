import type { Caller } from '../people/caller.ts'
import type { Tx } from '../ports.ts'
import type { LoggedRow } from './ports.ts'

/** A row of the log as somebody reads it; its number is of what this reader is shown, without the chain that runs through all. */
export interface SeenRow extends LoggedRow {
  readonly row: number
}

/**
 * Rows of the log for this reader, oldest first, from after the given one. Rows of the sanctions room are not there for who does not
 * read that room, and neither is a gap where they are; the chain is verified by `verifyAudit`, not from here.
 */
export async function auditSeen(
  tx: Tx,
  caller: Caller,
  { after, limit }: { readonly after: number; readonly limit: number },
): Promise<readonly SeenRow[]> {
  const rows = await (caller.may.has('screening:read') ? tx.auditRows(after, limit) : tx.auditRowsOutside(after, limit))
  return rows.map(({ at, actor, action, subject, detail }, i) => ({ row: after + i + 1, at, actor, action, subject, detail }))
}
