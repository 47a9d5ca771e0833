import type { Actor } from '../access.ts'
import { byDay, dayOf } from './as-of.ts'
import type { ListVersion } from './ports.ts'
import { type ListDeps, putInForce, type TakenIn, wholeOrNone } from './put-in-force.ts'

/**
 * Another day of publication for a kept version whose files do not say theirs. Results of before keep the day that they were made with.
 * Of the versions as they are ordered then, the newest is put in force where the corrected one is it or was in force without being it.
 */
export async function correctDay(
  deps: ListDeps,
  actor: Actor,
  { version, published }: { readonly version: ListVersion; readonly published: string },
): Promise<TakenIn> {
  const { shelf, store, clock } = deps
  const { list, hash } = version
  const detail = { list, from: dayOf(version), to: published }
  await store.tx(actor.tenant, async (tx) =>
    tx.appendAudit({ actor: actor.id, action: 'list-dated', subject: hash, detail: { ...detail, room: 'sanctions' } }, clock.now()),
  )
  const corrected = { version: await shelf.redate(version, published), from: detail.from }
  const current = await wholeOrNone(shelf.current(list))
  const newest = byDay(await shelf.versions(list)).at(-1)
  const mine = newest?.hash === hash || current?.hash === hash
  if (newest !== undefined && mine && newest.hash !== current?.hash) return { ...(await putInForce(deps, actor, newest)), corrected }
  const state = current?.hash === hash ? 'known' : 'past'
  return { state, version: corrected.version, previous: current, delta: undefined, notes: await shelf.notes(version), corrected }
}
