import type { IdentifierRow, OverlapRow, PairRow, Tx } from '../../src/engine/ports.ts'
import type { AnyStatement } from '../../src/model/statement.ts'
import { anIndicator } from './cases.ts'

const AT = '2026-01-05T10:00:00.000Z'

/** The id of the nth persona of a crowd. */
export const crowdId = (n: number): string => `p-${String(n).padStart(16, '0')}`

/** So many personas that share everything an index can hold and are the same applicant. */
export async function shareEverything(tx: Tx, count: number): Promise<void> {
  const everybody = Array.from({ length: count }, (_, n) => crowdId(n))
  const pairs = everybody.flatMap((a) => everybody.filter((b) => b !== a).map((b): PairRow => ({ persona: a, other: b, same: 'yes' })))
  await tx.addStatements(stated(count))
  await tx.replaceIdentifiers(everybody, indexed(count))
  await tx.replaceOverlaps(everybody, overlapping(count))
  await tx.replacePairs(everybody, pairs)
  await tx.addIndicators([anIndicator('one', { kind: 'email', key: 'one email', source: 'Example list', state: 'accepted' })])
  // The last of them was decided on.
  await tx.addDisposition({ persona: crowdId(count - 1), kind: 'confirmed', reason: 'a crowd', known: [], by: 'test', at: AT })
}

/** Everything in common that an index can hold; each also names the next one's mailbox as a referee. */
function indexed(count: number): IdentifierRow[] {
  return Array.from({ length: count }, (_, n) => {
    const row = (kind: string, key: string, at?: string): IdentifierRow => ({
      kind,
      key,
      persona: crowdId(n),
      statement: `${kind} ${key} ${n}`,
      at,
    })
    return [
      ...['email', 'phone', 'messenger', 'wallet', 'device', 'document-id', 'document-author', 'referee-email', 'shown-email'].map((kind) =>
        row(kind, `one ${kind}`, AT),
      ),
      row('email', `own ${n}`),
      row('referee-email', `own ${(n + 1) % count}`),
      row('shown-email', `own ${(n + 1) % count}`),
      ...['ip', 'laptop-ip', 'bank-account', 'mfa-device', 'home-address', 'platform-account'].map((kind) => row(kind, `one ${kind}`, AT)),
      row('rated-by', 'one platform-account', AT),
      // Of one statement: who paid with where it went, and a company with its address.
      { ...row('payer', `payer ${n}`, AT), statement: `payment ${n}` },
      { ...row('bank-account', 'one paid to', AT), statement: `payment ${n}` },
      { ...row('payee-company', `company ${n}`, AT), statement: `company ${n}` },
      { ...row('payee-address', 'one payee-address', AT), statement: `company ${n}` },
      row('application', `role ${n}`, AT),
      ...Array.from({ length: 4 }, (_, j) => row('job', `employer ${j}|2015-01|2018-01`)),
      ...Array.from({ length: 12 }, (_, j) => row('commit', `c${j}`, AT)),
    ]
  }).flat()
}

function overlapping(count: number): OverlapRow[] {
  const rows: OverlapRow[] = []
  for (let a = 0; a < count; a++)
    for (let b = 0; b < count; b++)
      if (a !== b)
        for (const kind of ['text', 'phrase', 'photo'] as const)
          rows.push({ persona: crowdId(a), other: crowdId(b), kind, measure: 1, passages: [{ mine: `m${a}`, theirs: `m${b}`, text: 'x' }] })
  return rows
}

/** The commits that rows point to, and one passage each, so that there is text to count. */
const stated = (count: number): AnyStatement[] =>
  Array.from({ length: count }, (_, n) => {
    const base = {
      subject: crowdId(n),
      basis: 'observed' as const,
      seenIn: { artifact: 'a'.repeat(64), at: 'line=1', role: 'resume' as const },
      held: AT,
      readBy: 'test@1',
    }
    const commits = Array.from({ length: 12 }, (_, j): AnyStatement => ({
      ...base,
      id: `commit c${j} ${n}`,
      property: 'commit',
      value: { repository: 'r', own: true, sha: `c${j}`, authored: AT },
    }))
    return [...commits, { ...base, id: `passage ${n}`, property: 'passage', value: { text: 'x', kind: 'line' } } as AnyStatement]
  }).flat()
