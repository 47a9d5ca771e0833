import { digest } from '../compute/digest.ts'
import { merkleRoot } from '../compute/merkle.ts'
import { storage } from '../model/errors.ts'
import type { Room } from '../model/finding.ts'
import type { TenantId } from '../model/statement.ts'
import { FIRST_LINK } from './audit-hash.ts'
import type { AuditFault } from './audit.ts'
import type { AuditRoot } from './jobs/rows.ts'
import type { Signer } from './manifest.ts'
import type { SignatureCheck } from './manifest-verify.ts'
import type { AuditRow } from './audit-row.ts'
import type { Deps, Tx } from './ports.ts'
import { canonicalJson } from './statement-id.ts'

const PAGE = 2_000
/** Milliseconds by which clocks of several machines may differ before a time is called wrong; synchronised ones differ by less than a second. */
const DRIFT = 120_000

/** What is signed: everything of the root, and whose log it is of. */
const signedText = (tenant: TenantId, { signature: _, ...root }: AuditRoot): string =>
  canonicalJson({ what: 'audit-root', tenant, ...root })
/** What the next root carries of this one. */
const rootHash = (root: AuditRoot): string => digest(canonicalJson({ ...root }))

/**
 * Signs the state of one room's log: the Merkle root over the rows since its last signed root. Undefined when nothing was written since.
 * Refuses when the clock stands before the last row: a root would then vouch for a time that was not.
 */
export async function signRoot(
  deps: Pick<Deps, 'store' | 'clock'>,
  tenant: TenantId,
  signer: Signer,
  room: Room,
): Promise<AuditRoot | undefined> {
  return deps.store.tx(tenant, async (tx) => {
    const last = await tx.lastAuditRoot(room)
    const rows = await rowsAfter(tx, last?.last ?? 0, room)
    const [first, end] = [rows[0], rows.at(-1)]
    if (first === undefined || end === undefined) return undefined
    const at = deps.clock.now()
    if (Date.parse(end.at) > Date.parse(at) + DRIFT)
      throw storage(`The clock says ${at}, and the log has a row of ${end.at}. Set the clock of this machine right; nothing was signed.`)
    const unsigned: AuditRoot = {
      room,
      n: (last?.n ?? 0) + 1,
      first: first.seq,
      last: end.seq,
      head: end.hash,
      merkle: merkleRoot(rows.map((row) => row.hash)),
      previous: last === undefined ? FIRST_LINK : rootHash(last),
      at,
      key: signer.keyId,
      public: signer.publicKey,
      signature: '',
    }
    const root = { ...unsigned, signature: signer.sign(signedText(tenant, unsigned)) }
    await tx.addAuditRoot(root)
    return root
  })
}

async function rowsAfter(tx: Tx, after: number, room: Room): Promise<readonly AuditRow[]> {
  const rows: AuditRow[] = []
  for (;;) {
    const page = await tx.auditRows(rows.at(-1)?.seq ?? after, PAGE, room)
    if (page.length === 0) return rows
    rows.push(...page)
  }
}

/** How the roots contradict the rows of the same log or each other. `kept` are roots kept elsewhere: what they say must still be there. */
export function rootFaults(
  tenant: TenantId,
  log: { readonly rows: readonly AuditRow[]; readonly roots: readonly AuditRoot[] },
  more: { readonly check: SignatureCheck; readonly key: string | undefined; readonly kept: readonly AuditRoot[] },
): readonly AuditFault[] {
  const faults: AuditFault[] = []
  const fault = (seq: number, kind: AuditFault['kind'], says: string): void => void faults.push({ seq, kind, says })
  const bySeq = new Map(log.rows.map((row) => [row.seq, row]))
  const roots = new Map(log.roots.map((root) => [root.n, root]))
  for (const kept of more.kept) {
    const here = roots.get(kept.n)
    if (here === undefined) fault(kept.last, 'removed', `The signed root ${kept.n} that was kept elsewhere is not in the log.`)
    else if (rootHash(here) !== rootHash(kept))
      fault(kept.last, 'changed', `The signed root ${kept.n} is another than the one that was kept elsewhere.`)
    // What was kept is held against the rows too: it may be all that is left.
    if (here === undefined) roots.set(kept.n, kept)
  }
  let before: AuditRoot | undefined
  for (const root of [...roots.values()].sort((a, b) => a.n - b.n)) {
    const name = `The signed root ${root.n}`
    if (more.check.keyId(root.public) !== root.key || !more.check.holds(root.public, signedText(tenant, root), root.signature))
      fault(root.last, 'changed', `${name} has a signature that does not hold.`)
    if (more.key !== undefined && root.key !== more.key)
      fault(root.last, 'changed', `${name} was signed with another key than the one you named.`)
    if (root.n !== (before?.n ?? 0) + 1) fault(root.first, 'removed', `The signed root ${(before?.n ?? 0) + 1} is missing.`)
    else if (root.previous !== (before === undefined ? FIRST_LINK : rootHash(before)) || root.first !== (before?.last ?? 0) + 1)
      fault(root.first, 'reordered', `${name} does not follow the one before it.`)
    const rows = rowsOf(bySeq, root)
    if (rows === undefined)
      fault(root.last, 'removed', `${name} was made over rows ${root.first} to ${root.last}, and not all of them are there.`)
    else {
      if (rows.at(-1)?.hash !== root.head || merkleRoot(rows.map((row) => row.hash)) !== root.merkle)
        fault(root.first, 'changed', `${name} was made over other rows than the ones from ${root.first} to ${root.last}.`)
      const early = rows.find((row) => before !== undefined && Date.parse(row.at) < Date.parse(before.at) - DRIFT)
      const late = rows.find((row) => Date.parse(row.at) > Date.parse(root.at) + DRIFT)
      if (early !== undefined)
        fault(early.seq, 'changed', `Row ${early.seq} bears a time before the signed root that it came after: it is back-dated.`)
      if (late !== undefined) fault(late.seq, 'changed', `Row ${late.seq} bears a time after the signed root that it stands in.`)
    }
    before = root
  }
  for (const [i, row] of log.rows.entries()) {
    const earlier = log.rows[i - 1]
    if (earlier === undefined || Date.parse(row.at) >= Date.parse(earlier.at) - DRIFT) continue
    if (!faults.some((found) => found.seq === row.seq))
      fault(row.seq, 'changed', `Row ${row.seq} bears a time before the row that it follows: it is back-dated, or the clock was set back.`)
  }
  return faults
}

function rowsOf(bySeq: ReadonlyMap<number, AuditRow>, { first, last }: AuditRoot): readonly AuditRow[] | undefined {
  const rows: AuditRow[] = []
  for (let seq = first; seq <= last; seq++) {
    const row = bySeq.get(seq)
    if (row === undefined) return undefined
    rows.push(row)
  }
  return rows
}
