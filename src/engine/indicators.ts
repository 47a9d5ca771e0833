import type { Catalog } from '../kit/catalog.ts'
import { badUsage, conflict, notFound } from '../model/errors.ts'
import type { Indicator } from '../model/indicator.ts'
import type { Instant, PersonaId } from '../model/statement.ts'
import type { Actor } from './access.ts'
import { checkReason } from './reason.ts'
import { CROWD } from './lookback/guards.ts'
import { indexKeysOf } from './lookback/index-keys.ts'
import { personasWithPicture } from './lookback/pictures.ts'
import { recheck, type Change, type Watching } from './lookback/recheck.ts'
import type { Caller } from './people/caller.ts'
import { stillIn } from './people/sessions.ts'
import type { Deps, Tx } from './ports.ts'

/** Which: by id (or its first characters), or all of a source that wait. */
export interface Named {
  readonly ids: readonly string[]
  readonly source?: string
}

export interface Settled {
  readonly settled: readonly Indicator[]
  /** Of a source, those with a warning: each is accepted only by its id. */
  readonly heldBack: readonly Indicator[]
  readonly changes: readonly Change[]
}

/** Fewer characters than this of an id name too many. */
const SHORTEST_ID = 6

/**
 * A person accepts or refuses what was imported. Accepted, it gives context to those who hold the value, and never more: no
 * recommendation changes by it. Values with a warning are accepted one by one, by their ids.
 */
export async function settle(
  deps: Deps,
  catalog: Catalog,
  actor: Actor | Caller,
  work: { named: Named; to: 'accepted' | 'refused'; reason: string; watch: Watching },
): Promise<Settled> {
  const { settled, heldBack, touched } = await deps.store.tx(actor.tenant, async (tx) => {
    const done = await settleIn(tx, actor, { ...work, now: deps.clock.now() })
    return { ...done, touched: await holdersOf(tx, done.settled) }
  })
  const changes = await recheck(deps, catalog, actor, { personas: touched, watch: work.watch })
  return { settled, heldBack, changes }
}

/** The part of it that is written down; whoever holds what was settled is still to be assessed anew. */
export async function settleIn(
  tx: Tx,
  actor: Actor | Caller,
  work: { named: Named; to: 'accepted' | 'refused'; reason: string; now: Instant },
): Promise<Omit<Settled, 'changes'>> {
  const { to, now } = work
  const reason = checkReason(work.reason)
  await stillIn(tx, actor)
  const named = await chosenBy(tx, work.named)
  const bulk = work.named.ids.length === 0
  const heldBack = to === 'accepted' && bulk ? named.filter((row) => row.warning !== undefined) : []
  const rest = named.filter((row) => !heldBack.includes(row) && row.state !== to)
  for (const row of rest) await mayBecome(tx, row, to)
  await tx.changeIndicators(
    rest.map((row) => row.id),
    { state: to, decidedBy: actor.id, decided: now, reason },
  )
  for (const row of rest)
    await tx.appendAudit(
      { actor: actor.id, action: `indicator-${to}`, subject: row.id, detail: { kind: row.kind, reasonLength: reason.length } },
      now,
    )
  return { settled: rest.map((row) => ({ ...row, state: to })), heldBack }
}

/** Assesses anew whoever holds what this person settled at this moment. */
export async function recheckSettled(
  deps: Deps,
  catalog: Catalog,
  actor: Actor,
  work: { decided: Instant; watch: Watching },
): Promise<void> {
  const touched = await deps.store.tx(actor.tenant, async (tx) => {
    const rows = await tx.indicators({ states: ['accepted', 'refused'] })
    return holdersOf(
      tx,
      rows.filter((row) => row.decided === work.decided && row.decidedBy === actor.id),
    )
  })
  await recheck(deps, catalog, actor, { personas: touched, watch: work.watch })
}

/** Writes down which indicators have come to their end, and looks again at those who hold them. */
export async function expireIndicators(deps: Deps, catalog: Catalog, actor: Actor, watch: Watching): Promise<readonly Indicator[]> {
  const { over, touched } = await deps.store.tx(actor.tenant, async (tx) => {
    const due = await tx.indicators({ expiredBy: deps.clock.now(), states: ['quarantined', 'accepted'] })
    if (due.length === 0) return { over: due, touched: [] }
    await tx.changeIndicators(
      due.map((row) => row.id),
      { state: 'expired' },
    )
    await tx.appendAudit({ actor: actor.id, action: 'indicators-expired', subject: 'all', detail: { count: due.length } }, deps.clock.now())
    return {
      over: due,
      touched: await holdersOf(
        tx,
        due.filter((row) => row.state === 'accepted'),
      ),
    }
  })
  await recheck(deps, catalog, actor, { personas: touched, watch })
  return over
}

async function chosenBy(tx: Tx, { ids, source }: Named): Promise<readonly Indicator[]> {
  if (ids.length === 0 && source === undefined) throw badUsage('Say which: ids as `bonafide indicators list` prints them, or --source.')
  if (ids.length === 0) {
    const waiting = await tx.indicators({ source: source ?? '', states: ['quarantined'] })
    if (waiting.length === 0) throw notFound('waiting indicator of source', source ?? '')
    return waiting
  }
  const whole = await tx.indicators(ids.every((id) => id.length === 32) ? { ids } : {})
  return ids.map((id) => {
    const fitting = id.length < SHORTEST_ID ? [] : whole.filter((row) => row.id.startsWith(id.toLowerCase()))
    if (fitting.length > 1) throw badUsage(`"${id}" begins the ids of ${fitting.length} indicators. Write more of it.`)
    if (fitting[0] === undefined) throw notFound('indicator', id)
    return fitting[0]
  })
}

async function mayBecome(tx: Tx, row: Indicator, to: 'accepted' | 'refused'): Promise<void> {
  if (row.state === 'expired')
    throw conflict(`Indicator ${row.id.slice(0, 12)} was good until ${row.expires.slice(0, 10)}. Import a newer list.`)
  if (to === 'refused') return
  if (row.state === 'refused' && row.decidedBy === undefined)
    throw conflict(`Indicator ${row.id.slice(0, 12)} is what ${row.source} says in its favour; there is nothing to accept.`)
  // A value may stand in several places of the index (as one's own and as a referee's); a crowd in one of them is enough.
  const held = (await tx.keyHolders(indexKeysOf(row), CROWD)).find(({ by }) => by.length === 0)
  if (held !== undefined)
    throw conflict(
      `"${row.original}" stands on ${held.holders.toLocaleString('en')} personas. It is a provider’s or an office’s and says nothing about any of them; it cannot be accepted.`,
    )
}

/** Everybody who holds one of these, for a second look. */
async function holdersOf(tx: Tx, rows: readonly Indicator[]): Promise<readonly PersonaId[]> {
  const holders = new Set<PersonaId>()
  for (const held of await tx.keyHolders(rows.flatMap(indexKeysOf), CROWD)) for (const { persona } of held.by) holders.add(persona)
  for (const row of rows) if (row.kind === 'photo') for (const { persona } of await personasWithPicture(tx, row)) holders.add(persona)
  return [...holders].sort()
}
