import { auditHash, FIRST_LINK } from './audit-hash.ts'
import type { Actor } from './access.ts'
import type { AuditRow, Deps } from './ports.ts'

export interface AuditFault {
  readonly seq: number
  readonly kind: 'changed' | 'removed' | 'reordered' | 'inserted'
  readonly says: string
}

const PAGE = 2000

/** Walks the tenant's chain from the first row and names every row that is not as it was written. */
export async function verifyAudit(deps: Pick<Deps, 'store'>, actor: Actor): Promise<{ readonly rows: number; readonly faults: readonly AuditFault[] }> {
  const { rows, head } = await deps.store.tx(actor.tenant, async (tx) => {
    const all: AuditRow[] = []
    for (;;) {
      const page = await tx.auditRows(all.at(-1)?.seq ?? 0, PAGE)
      if (page.length === 0) return { rows: all, head: await tx.auditHead() }
      all.push(...page)
    }
  })
  return { rows: rows.length, faults: auditFaults(actor.tenant, rows, head) }
}

/** Faults of a chain, in order. */
function auditFaults(tenant: string, rows: readonly AuditRow[], head: { readonly seq: number; readonly hash: string } | undefined): AuditFault[] {
  const faults: AuditFault[] = []
  const hashes = new Set(rows.map((r) => r.hash))
  let expected = 1
  let previous = FIRST_LINK
  for (const row of rows) {
    for (; expected < row.seq; expected++) faults.push({ seq: expected, kind: 'removed', says: `Row ${expected} is missing.` })
    const genuine = auditHash(tenant, row) === row.hash
    const follows = row.previous === previous
    const gap = faults.at(-1)?.kind === 'removed' && faults.at(-1)?.seq === row.seq - 1
    if (!genuine) faults.push(misplaced(tenant, row, rows) ?? { seq: row.seq, kind: 'changed', says: `Row ${row.seq} (${row.action}) is not what was written.` })
    else if (!follows && !gap) {
      const known = hashes.has(row.previous)
      faults.push({ seq: row.seq, kind: known ? 'reordered' : 'inserted', says: known ? `Row ${row.seq} (${row.action}) followed another row when it was written.` : `Row ${row.seq} (${row.action}) was put in later: nothing it follows is in the log.` })
    }
    previous = row.hash
    expected = row.seq + 1
  }
  return [...faults, ...headFaults(rows.at(-1), head)]
}

/** A row whose hash is right for another place in the chain was moved there, not rewritten. */
function misplaced(tenant: string, row: AuditRow, rows: readonly AuditRow[]): AuditFault | undefined {
  const home = rows.find((other) => other.seq !== row.seq && auditHash(tenant, { ...row, seq: other.seq }) === row.hash)
  return home === undefined ? undefined : { seq: row.seq, kind: 'reordered', says: `Row ${row.seq} (${row.action}) was written as row ${home.seq}.` }
}

function headFaults(last: AuditRow | undefined, head: { readonly seq: number; readonly hash: string } | undefined): AuditFault[] {
  const lastSeq = last?.seq ?? 0
  if (head === undefined) return lastSeq === 0 ? [] : [{ seq: lastSeq, kind: 'inserted', says: `The log has ${lastSeq} rows, but its head was never written.` }]
  if (head.seq > lastSeq) return Array.from({ length: Math.min(head.seq - lastSeq, 1000) }, (_, i) => ({ seq: lastSeq + i + 1, kind: 'removed' as const, says: `Row ${lastSeq + i + 1} is missing at the end.` }))
  if (head.seq < lastSeq) return Array.from({ length: Math.min(lastSeq - head.seq, 1000) }, (_, i) => ({ seq: head.seq + i + 1, kind: 'inserted' as const, says: `Row ${head.seq + i + 1} was put in after the last row that was written.` }))
  return last !== undefined && last.hash !== head.hash ? [{ seq: lastSeq, kind: 'changed', says: `Row ${lastSeq} does not end the chain as it was written.` }] : []
}
