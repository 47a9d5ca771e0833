import type { Caller } from '../people/caller.ts'
import type { AuditRow, Tx } from '../ports.ts'

/** A row of the log as somebody outside the sanctions room reads it: counted among those, without the chain that runs through all. */
export interface SeenRow extends Pick<AuditRow, 'at' | 'actor' | 'action' | 'subject' | 'detail'> {
  readonly row: number
}

const PAGE = 1_000

/**
 * Rows of the log for this reader, oldest first, from after the given one. Rows of the sanctions room are not there for who does not
 * read that room, and neither is a gap where they are; so the numbers are of this view, and the chain is verified by
 * `verifyAudit`, not from here.
 */
export async function auditSeen(
  tx: Tx,
  caller: Caller,
  page: { readonly after: number; readonly limit: number },
): Promise<readonly SeenRow[]> {
  const all = caller.may.has('screening:read')
  const seen: SeenRow[] = []
  for (let after = 0, row = 0; seen.length < page.limit;) {
    const rows = await tx.auditRows(after, PAGE)
    for (const { seq, at, actor, action, subject, detail } of rows) {
      after = seq
      if (!all && detail['room'] === 'sanctions') continue
      row += 1
      if (row > page.after && seen.length < page.limit) seen.push({ row, at, actor, action, subject, detail })
    }
    if (rows.length < PAGE) break
  }
  return seen
}
