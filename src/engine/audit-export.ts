import type { Room } from '../model/finding.ts'
import type { TenantId } from '../model/statement.ts'
import type { AuditRow } from './audit-row.ts'
import type { Deps } from './ports.ts'

export const AUDIT_FORMAT = 'bonafide-audit 1'
const PAGE = 2_000

export interface LogPart {
  /** Lines of JSON. */
  readonly lines: readonly string[]
  readonly rows: number
  readonly roots: number
}

/**
 * One room's log as it stands, with its signed roots, to be checked without this machine: a line that says whose it is and where it
 * ends, then rows, then roots. What is written meanwhile is of the next export. Of the other room there is nothing in it, not even a
 * gap.
 */
export async function* exportLog(deps: Pick<Deps, 'store'>, tenant: TenantId, room: Room): AsyncGenerator<LogPart> {
  const head = await deps.store.tx(tenant, (tx) => tx.auditHead(room))
  const last = head?.seq ?? 0
  yield { lines: [JSON.stringify({ format: AUDIT_FORMAT, tenant, room, head: head ?? null })], rows: 0, roots: 0 }
  for (let seq = 0; seq < last;) {
    const after = seq
    const page: readonly AuditRow[] = await deps.store.tx(tenant, (tx) => tx.auditRows(after, PAGE, room))
    // A row that somebody took out below the program is missing in the export too, and verifying says so.
    if (page.length === 0) break
    const rows = page.filter((one) => one.seq <= last)
    yield { lines: rows.map((row) => JSON.stringify({ row })), rows: rows.length, roots: 0 }
    seq = page.at(-1)?.seq ?? last
  }
  const roots = await deps.store.tx(tenant, (tx) => tx.auditRoots(0, Number.MAX_SAFE_INTEGER, room))
  const covered = roots.filter((root) => root.last <= last)
  yield { lines: covered.map((root) => JSON.stringify({ root })), rows: 0, roots: covered.length }
}
