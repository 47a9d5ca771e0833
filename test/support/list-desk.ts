import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { openShelf } from '../../src/adapters/lists-fs/index.ts'
import { openEgress } from '../../src/adapters/net/egress.ts'
import { openNet } from '../../src/adapters/net/index.ts'
import type { Shelf } from '../../src/engine/lists/ports.ts'
import type { ListDeps, TakenIn } from '../../src/engine/lists/put-in-force.ts'
import { takeIn, type HandedIn } from '../../src/engine/lists/take-in.ts'
import { updateList, type UpdateAsked } from '../../src/engine/lists/update.ts'
import type { AuditRow } from '../../src/engine/audit-row.ts'
import type { List, ListFile } from '../../src/kit/list.ts'
import { freshTenant, openTestStore } from './databases.ts'
import { knowing } from './fixture-list.ts'

/** A shelf of its own, the log of a tenant of its own, and a clock that the test sets. */
export interface ListDesk {
  readonly folder: string
  readonly shelf: Shelf
  readonly deps: ListDeps
  readonly actor: { readonly tenant: string; readonly id: string }
  now: string
  hand(text: string | readonly ListFile[], more?: Partial<HandedIn>): Promise<TakenIn>
  /** From `base`, with short times where they are given. */
  update(base: string, more?: Partial<UpdateAsked>, limits?: Readonly<Record<string, number>>): Promise<TakenIn>
  log(): Promise<readonly AuditRow[]>
  inForce(): Promise<string | undefined>
  close(): Promise<void>
}

export async function openListDesk(list: List): Promise<ListDesk> {
  const folder = await mkdtemp(join(tmpdir(), 'bonafide-lists-'))
  const shelf = openShelf(join(folder, 'lists'))
  const actor = { tenant: freshTenant(), id: 'tester' }
  const store = await openTestStore()
  const desk: ListDesk = {
    folder,
    shelf,
    actor,
    now: '2026-11-01T10:00:00.000Z',
    deps: { shelf, store, clock: { now: () => desk.now } },
    hand: (text, more) =>
      takeIn(desk.deps, knowing(list), actor, { as: list.id, files: typeof text === 'string' ? [file(text)] : text, ...more }),
    update: (base, more, limits = {}) =>
      updateList(
        { ...desk.deps, net: openNet({ to: [base], egress: openEgress({ on: true, inside: [new URL(base).host] }), limits }) },
        knowing(more?.list ?? list),
        actor,
        { list, ...more },
      ),
    log: async () => store.tx(actor.tenant, (tx) => tx.auditRows(0, 100, 'sanctions')),
    inForce: async () => (await shelf.current(list.id))?.hash,
    close: () => rm(folder, { recursive: true, force: true }),
  }
  return desk
}

export const file = (text: string | Uint8Array, name = 'parties.txt'): ListFile => ({ name, bytes: Buffer.from(text) })

/** Added, removed, changed, unchanged. */
export const counts = ({ delta }: TakenIn): unknown =>
  delta && [delta.added.length, delta.removed.length, delta.changed.length, delta.unchanged]
