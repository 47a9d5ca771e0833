import { beforeAll, describe, expect, it } from 'vitest'
import { ed25519 } from '../../src/adapters/keys/signature.ts'
import { exportLog } from '../../src/engine/audit-export.ts'
import { auditFaults, verifyAudit } from '../../src/engine/audit.ts'
import { rootFaults, signRoot } from '../../src/engine/audit-root.ts'
import type { AuditRow } from '../../src/engine/audit-row.ts'
import type { AuditRoot } from '../../src/engine/jobs/rows.ts'
import type { Signer } from '../../src/engine/manifest.ts'
import type { Store } from '../../src/engine/ports.ts'
import type { Room } from '../../src/model/finding.ts'
import { aSigner } from '../support/signer.ts'
import { freshTenant, openTestStore } from '../support/databases.ts'
import { NOON } from '../support/rows.ts'

/** Two rooms, two logs: whatever the sanctions room does, everything that others read, verify, sign and give out is the same to the byte. */

let store: Store
let signer: Signer
const clock = { now: () => NOON }
beforeAll(async () => {
  store = await openTestStore()
  signer = aSigner()
})

const said = (tenant: string, subject: string, room: Room = 'identity') =>
  store.tx(tenant, (tx) => tx.appendAudit({ actor: 'me', action: 'noted', subject, detail: room === 'sanctions' ? { room } : {} }, NOON))
async function exported(tenant: string, room: Room): Promise<string[]> {
  const lines: string[] = []
  for await (const part of exportLog({ store }, tenant, room)) lines.push(...part.lines)
  return lines
}
const outside = async (tenant: string) => ({
  export: await exported(tenant, 'identity'),
  verify: await verifyAudit({ store }, { tenant, id: 'au' }, ['identity']),
  roots: await store.tx(tenant, (tx) => tx.auditRoots(0, 100)),
  head: await store.tx(tenant, (tx) => tx.auditHead()),
})

describe('the log of a room', () => {
  it('has no number, link or root that tells of the other', async () => {
    const tenant = freshTenant()
    for (const subject of ['p-1', 'p-2']) await said(tenant, subject)
    await signRoot({ store, clock }, tenant, signer, 'identity')
    const before = await outside(tenant)
    for (let n = 0; n < 5; n += 1) await said(tenant, `m-${n}`, 'sanctions')
    expect((await signRoot({ store, clock }, tenant, signer, 'sanctions'))?.last).toBe(5)
    expect(await signRoot({ store, clock }, tenant, signer, 'identity'), 'nothing was done here').toBeUndefined()
    expect(await outside(tenant)).toEqual(before)
    await said(tenant, 'p-3')
    const rows = await store.tx(tenant, (tx) => tx.auditRows(0, 100))
    expect(rows.map((row) => [row.seq, row.subject])).toEqual([
      [1, 'p-1'],
      [2, 'p-2'],
      [3, 'p-3'],
    ])
    expect((await verifyAudit({ store }, { tenant, id: 'operator' })).rows).toBe(8)
  })

  it('is exported whole, and what is exported is verified by itself', async () => {
    const tenant = freshTenant()
    for (let n = 0; n < 3; n += 1) {
      await said(tenant, `p-${n}`)
      await said(tenant, `m-${n}`, 'sanctions')
    }
    for (const room of ['identity', 'sanctions'] as const) {
      await signRoot({ store, clock }, tenant, signer, room)
      const [head, ...lines] = (await exported(tenant, room)).map((line) => JSON.parse(line) as Record<string, unknown>)
      expect(head).toMatchObject({ tenant, room, head: { seq: 3 } })
      const rows = lines.flatMap((line) => ('row' in line ? [line['row'] as AuditRow] : []))
      const roots = lines.flatMap((line) => ('root' in line ? [line['root'] as AuditRoot] : []))
      expect([rows.length, roots.length]).toEqual([3, 1])
      expect(auditFaults(tenant, rows, rows.at(-1))).toEqual([])
      const check = (given: readonly AuditRoot[]) =>
        rootFaults(tenant, { rows, roots: given }, { check: ed25519, key: signer.keyId, kept: [] })
      expect(check(roots)).toEqual([])
      const other = room === 'identity' ? 'sanctions' : 'identity'
      expect(check(roots.map((root) => ({ ...root, room: other }))).length, 'a root speaks for one room').toBeGreaterThan(0)
    }
  })
})
