import { auditHash, FIRST_LINK } from './audit-hash.ts'
import { ROOMS, type Room } from '../model/finding.ts'
import type { Actor } from './access.ts'
import type { AuditRow } from './audit-row.ts'
import type { Deps } from './ports.ts'

export interface AuditFault {
  readonly seq: number
  readonly kind: 'changed' | 'removed' | 'reordered' | 'inserted'
  readonly says: string
}

type Head = { readonly seq: number; readonly hash: string } | undefined

const PAGE = 2000
/** Missing rows that are named one by one. */
const MOST_NAMED = 1000
/** Places either side in which a row is looked for whose predecessor is gone. */
const NEAR = 16

/** Walks the tenant's chains from the first row and names every row that is not as it was written. */
export async function verifyAudit(
  deps: Pick<Deps, 'store'>,
  actor: Actor,
  rooms: readonly Room[] = ROOMS,
): Promise<{ readonly rows: number; readonly faults: readonly AuditFault[] }> {
  const chains = []
  for (const room of rooms) chains.push(await verifyRoom(deps, actor, room))
  return { rows: chains.reduce((sum, { rows }) => sum + rows, 0), faults: chains.flatMap(({ faults }) => faults) }
}

async function verifyRoom(
  deps: Pick<Deps, 'store'>,
  actor: Actor,
  room: Room,
): Promise<{ readonly rows: number; readonly faults: readonly AuditFault[] }> {
  const { rows, head } = await deps.store.tx(actor.tenant, async (tx) => {
    const all: AuditRow[] = []
    for (;;) {
      const page = await tx.auditRows(all.at(-1)?.seq ?? 0, PAGE, room)
      if (page.length === 0) return { rows: all, head: await tx.auditHead(room) }
      all.push(...page)
    }
  })
  const faults = auditFaults(actor.tenant, rows, head)
  const told = room === 'identity' ? faults : faults.map((fault) => ({ ...fault, says: `In the log of the sanctions room: ${fault.says}` }))
  return { rows: rows.length, faults: told }
}

/**
 * Faults of a chain, in order; its rows come in order of `seq`. Pure, so that an exported chain is verified offline by the same
 * words. Whoever can write to the table and makes every hash anew from some row up to the head is seen only by comparing with a
 * head that was noted down elsewhere.
 */
export function auditFaults(tenant: string, rows: readonly AuditRow[], head: Head): AuditFault[] {
  const homes = homesOf(tenant, rows)
  const faults: AuditFault[] = []
  const named = new Set<number>()
  const name = (row: AuditRow, kind: AuditFault['kind'], says: string): void => {
    if (named.has(row.seq)) return
    named.add(row.seq)
    faults.push({ seq: row.seq, kind, says: `Row ${row.seq} (${row.action}) ${says}` })
  }
  const moved = new Map(
    rows.flatMap((row) => (homes.get(row) === undefined || homes.get(row) === row.seq ? [] : [[homes.get(row), row.hash] as const])),
  )
  const links = { known: new Set(rows.map((r) => r.hash)), followed: new Set(rows.map((r) => r.previous)) }
  const present = new Set<number>()
  let before: AuditRow | undefined
  for (const row of rows) {
    const home = homes.get(row)
    // Of two rows that claim one place, the one whose hash the place was written with is the other one.
    const intruder = moved.has(row.seq) && moved.get(row.seq) !== row.hash
    if (home !== undefined && home !== row.seq) name(row, 'reordered', `was written as row ${home}.`)
    else if (intruder) name(row, 'inserted', 'was put in later: another row was written in its place.')
    else if (home === undefined) name(row, 'changed', 'is not what was written.')
    else if (row.seq === (before?.seq ?? 0) + 1 && row.previous !== (before?.hash ?? FIRST_LINK) && !named.has(before?.seq ?? 0)) {
      if (links.known.has(row.previous)) name(row, 'reordered', 'followed another row when it was written.')
      else if (before === undefined || links.followed.has(before.hash))
        name(row, 'inserted', 'was put in later: nothing it follows is in the log.')
      else name(before, 'changed', 'is not what was written: the row after it followed another.')
    }
    present.add(home ?? row.seq)
    before = row
  }
  if (head === undefined && before !== undefined) name(before, 'inserted', 'ends a log whose head was never written.')
  if (head !== undefined)
    for (const row of rows) if (row.seq > head.seq) name(row, 'inserted', 'was put in after the last row that was written.')
  if (head !== undefined && before?.seq === head.seq && before.hash !== head.hash)
    name(before, 'changed', 'does not end the chain as it was written.')
  for (let seq = 1, missing = 0; seq <= (head?.seq ?? before?.seq ?? 0) && missing < MOST_NAMED; seq++) {
    if (present.has(seq)) continue
    missing++
    faults.push({ seq, kind: 'removed', says: `Row ${seq} is missing.` })
  }
  return faults.sort((a, b) => a.seq - b.seq)
}

/**
 * Where each row was written: its own place when its hash is right there; else the place after the row that it follows, or one
 * near by, for which its hash is right; undefined for a row that was never written as it stands.
 */
function homesOf(tenant: string, rows: readonly AuditRow[]): ReadonlyMap<AuditRow, number | undefined> {
  const homes = new Map<AuditRow, number | undefined>()
  const fits = (row: AuditRow, seq: number): boolean => seq > 0 && auditHash(tenant, { ...row, seq }) === row.hash
  for (const row of rows) if (fits(row, row.seq)) homes.set(row, row.seq)
  const byHash = new Map<string, AuditRow>()
  for (const row of rows) if (homes.has(row) || !byHash.has(row.hash)) byHash.set(row.hash, row)
  for (const row of rows) {
    const way = new Set<AuditRow>()
    let at: AuditRow | undefined = row
    while (at !== undefined && !homes.has(at) && !way.has(at)) {
      way.add(at)
      at = byHash.get(at.previous)
    }
    for (const displaced of [...way].reverse()) {
      const follows = byHash.get(displaced.previous)
      const after = displaced.previous === FIRST_LINK ? 0 : follows === undefined ? undefined : homes.get(follows)
      const likely = [
        ...(after === undefined ? [] : [after + 1]),
        ...Array.from({ length: NEAR }, (_, i) => [displaced.seq + i + 1, displaced.seq - i - 1]).flat(),
      ]
      homes.set(
        displaced,
        likely.find((seq) => fits(displaced, seq)),
      )
    }
  }
  return homes
}
