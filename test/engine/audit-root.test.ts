import { beforeAll, describe, expect, test } from 'vitest'
import { ed25519 } from '../../src/adapters/keys/signature.ts'
import { merkleRoot } from '../../src/compute/merkle.ts'
import { auditHash } from '../../src/engine/audit-hash.ts'
import { auditFaults } from '../../src/engine/audit.ts'
import { rootFaults, signRoot } from '../../src/engine/audit-root.ts'
import type { AuditRoot } from '../../src/engine/jobs/rows.ts'
import type { AuditRow } from '../../src/engine/audit-row.ts'
import { freshTenant, openTestStore } from '../support/databases.ts'
import { aSigner } from '../support/signer.ts'

describe('a Merkle root', () => {
  // RFC 6962's own shape, by hand: ((a b) (c d)) e is split 4 + 1.
  test('stands for the rows, their number and their order', () => {
    const rows = ['a', 'b', 'c', 'd', 'e'].map((letter) => letter.repeat(64))
    const roots = new Set([rows, rows.slice(1), rows.toReversed(), [...rows, rows[4] as string], rows.slice(0, 4)].map(merkleRoot))
    expect(roots.size).toBe(5)
    // The hash of nothing, and of one leaf that is 00 and its 32 bytes (sha256sum of these bytes).
    expect(merkleRoot([])).toBe('e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855')
    expect(merkleRoot(['00'.repeat(32)])).toBe('7f9c9e31ac8256ca2f258583df262dbc7d6f68f2a03043d5c99a4ae5a7396ce9')
  })
})

describe('an exported log', () => {
  const tenant = freshTenant()
  const signer = aSigner()
  let rows: AuditRow[]
  let roots: AuditRoot[]
  let now = Date.parse('2026-03-01T12:00:00.000Z')
  const clock = { now: () => new Date(now).toISOString() }

  beforeAll(async () => {
    const store = await openTestStore()
    for (let root = 0; root < 3; root++) {
      for (let n = 0; n < 4; n++) {
        now += 60_000
        await store.tx(tenant, (tx) =>
          tx.appendAudit({ actor: 'me', action: 'noted', subject: `p-${root}-${n}`, detail: { n } }, clock.now()),
        )
      }
      now += 60_000
      await signRoot({ store, clock }, tenant, signer, 'identity')
      // Nothing new: no root.
      expect(await signRoot({ store, clock }, tenant, signer, 'identity')).toBeUndefined()
      now += 3_600_000
    }
    rows = [...(await store.tx(tenant, (tx) => tx.auditRows(0, 100)))]
    roots = [...(await store.tx(tenant, (tx) => tx.auditRoots(0, 100)))]
  })

  const faults = (
    log: { rows?: readonly AuditRow[]; roots?: readonly AuditRoot[] },
    more: { key?: string; kept?: readonly AuditRoot[] } = {},
  ) =>
    rootFaults(
      tenant,
      { rows: log.rows ?? rows, roots: log.roots ?? roots },
      { check: ed25519, key: more.key ?? signer.keyId, kept: more.kept ?? [] },
    )

  /** As somebody would who can write to the database: from this row on every hash made anew. */
  function forged(from: number, change: (row: AuditRow) => AuditRow): AuditRow[] {
    let previous = rows[from - 2]?.hash ?? '0'.repeat(64)
    return rows.map((row) => {
      if (row.seq < from) return row
      const changed = { ...(row.seq === from ? change(row) : row), previous }
      const whole = { ...changed, hash: auditHash(tenant, changed) }
      previous = whole.hash
      return whole
    })
  }

  test('that is as it was written is whole', () => {
    expect(rows).toHaveLength(12)
    expect(roots.map((root) => [root.n, root.first, root.last])).toEqual([
      [1, 1, 4],
      [2, 5, 8],
      [3, 9, 12],
    ])
    expect(faults({})).toEqual([])
    expect(faults({}, { kept: roots })).toEqual([])
  })

  test('tampered with so that the chain is whole again is seen by the root alone', () => {
    const changed = forged(6, (row) => ({ ...row, subject: 'p-somebody-else' }))
    expect(auditFaults(tenant, changed, { seq: 12, hash: changed.at(-1)?.hash ?? '' })).toEqual([])
    expect(faults({ rows: changed }).map((fault) => fault.says)).toEqual([
      'The signed root 2 was made over other rows than the ones from 5 to 8.',
      'The signed root 3 was made over other rows than the ones from 9 to 12.',
    ])
  })

  test('cut off at its end, roots and all, is seen by a root that was kept elsewhere', () => {
    const cut = { rows: rows.slice(0, 8), roots: roots.slice(0, 2) }
    expect(faults(cut)).toEqual([])
    expect(faults(cut, { kept: roots }).map((fault) => fault.kind)).toEqual(['removed', 'removed'])
    expect(faults({ rows: rows.slice(0, 10) })[0]?.says).toContain('not all of them are there')
  })

  test('with rows in another order is seen', () => {
    const moved = rows.map((row) =>
      row.seq === 2 ? { ...(rows[2] as AuditRow), seq: 2 } : row.seq === 3 ? { ...(rows[1] as AuditRow), seq: 3 } : row,
    )
    expect(faults({ rows: moved })[0]).toMatchObject({ seq: 1, kind: 'changed' })
  })

  test('with a row that is dated back is seen, also when the rows after it were made anew and nothing is signed yet', () => {
    const early = forged(12, (row) => ({ ...row, at: '2026-03-01T12:00:30.000Z' }))
    expect(faults({ rows: early, roots: roots.slice(0, 2) }).map((fault) => fault.says)).toEqual([
      expect.stringContaining('back-dated') as string,
    ])
    expect(faults({ rows: early }).some((fault) => fault.seq === 12 && fault.says.includes('back-dated'))).toBe(true)
  })

  test('with a root left out, signed by another, or changed is seen', () => {
    expect(faults({ roots: [roots[0] as AuditRoot, roots[2] as AuditRoot] })[0]?.says).toContain('root 2 is missing')
    expect(faults({}, { key: aSigner().keyId })).toHaveLength(3)
    const other = aSigner()
    const swapped = { ...(roots[1] as AuditRoot), key: other.keyId, public: other.publicKey }
    expect(faults({ roots: [roots[0] as AuditRoot, swapped, roots[2] as AuditRoot] }).map((fault) => fault.says)).toContain(
      'The signed root 2 has a signature that does not hold.',
    )
    expect(faults({}, { kept: [{ ...(roots[1] as AuditRoot), at: '2026-01-01T00:00:00.000Z' }] })[0]).toMatchObject({ kind: 'changed' })
  })

  test('of another tenant does not hold', () => {
    expect(rootFaults('other', { rows, roots }, { check: ed25519, key: undefined, kept: [] }).length).toBeGreaterThan(0)
  })

  test('is not signed by a clock that was set back', async () => {
    const store = await openTestStore()
    await store.tx(tenant, (tx) => tx.appendAudit({ actor: 'me', action: 'noted', subject: 'p', detail: {} }, clock.now()))
    const back = { now: () => new Date(now - 86_400_000).toISOString() }
    await expect(signRoot({ store, clock: back }, tenant, signer, 'identity')).rejects.toThrow('Set the clock')
  })
})
