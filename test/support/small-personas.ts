import { digest } from '../../src/compute/digest.ts'
import type { Catalog } from '../../src/kit/catalog.ts'
import type { Actor } from '../../src/engine/access.ts'
import type { Deps, Store, Tx } from '../../src/engine/ports.ts'
import { rebuild } from '../../src/engine/rebuild.ts'
import { statementOf } from '../../src/engine/record.ts'
import { forget } from '../../src/engine/retain.ts'
import { reassess } from '../../src/engine/screen.ts'
import type { AnyDraft, AnyStatement, PersonaId, Role } from '../../src/model/statement.ts'
import { freshTenant, openTestStore } from './databases.ts'

/** What a persona says: property and value, as a case file has them. */
export interface Said {
  readonly property: string
  readonly value: unknown
  readonly role?: Role
  /** When the file came; later than the persona by default of nothing. */
  readonly held?: string
}

/** Personas made of a few statements, in a tenant of their own, without files and detectors: what links are made of and no more. */
export interface SmallWorld {
  readonly deps: Deps
  readonly actor: Actor
  readonly store: Store
  /** The id of a persona of this name. */
  id(name: string): PersonaId
  /** Takes these in at once; the n-th name of the alphabet of names was received n-th. */
  take(...personas: readonly (readonly [name: string, said: readonly Said[]])[]): Promise<void>
  forget(name: string): Promise<void>
  rebuild(): Promise<string>
  hash(): Promise<string>
  tx<T>(work: (tx: Tx) => Promise<T>): Promise<T>
}

/** No readers and no detectors. */
export const NO_CATALOG = { readers: [], detectors: [] } as unknown as Catalog
export const WATCH = { progress: () => undefined, signal: new AbortController().signal }
const HELD = '2026-01-15T09:00:00.000Z'

const idOf = (name: string): PersonaId => `p-${digest(`small ${name}`).slice(0, 16)}`

export async function smallWorld(): Promise<SmallWorld> {
  const store = await openTestStore()
  const actor = { tenant: freshTenant(), id: 'tester' }
  let minute = 0
  const clock = { now: () => new Date(Date.parse('2026-02-01T00:00:00.000Z') + 60_000 * minute++).toISOString() }
  const deps = { store, clock, blobs: { delete: () => Promise.resolve() } } as unknown as Deps
  const tx: SmallWorld['tx'] = (work) => store.tx(actor.tenant, work)
  return {
    deps,
    actor,
    store,
    id: idOf,
    tx,
    async take(...personas) {
      await tx(async (t) => {
        for (const [name, said] of personas) {
          await t.putPersona({
            id: idOf(name),
            source: name,
            received: receivedOf(name),
            status: 'open',
            requisition: undefined,
            retention: 'candidate-open',
            keepUntil: '2027-01-15T09:00:00.000Z',
          })
          await t.addStatements(statementsOf(name, said))
        }
      })
      await reassess(deps, NO_CATALOG, actor, { personas: personas.map(([name]) => idOf(name)), watch: WATCH })
    },
    forget: async (name) => void (await forget(deps, NO_CATALOG, actor, { persona: idOf(name), watch: WATCH })),
    rebuild: async () => (await rebuild(deps, NO_CATALOG, actor, WATCH)).hash,
    hash: () => tx((t) => t.derivedHash()),
  }
}

/** The same for the same name, whenever it is taken in. */
const receivedOf = (name: string): string =>
  new Date(Date.parse('2026-01-01T00:00:00.000Z') + 1000 * (Number.parseInt(digest(`age ${name}`).slice(0, 6), 16) % 100_000)).toISOString()

function statementsOf(name: string, said: readonly Said[]): readonly AnyStatement[] {
  return said.map(({ property, value, role = 'resume', held = HELD }, n) => {
    const draft = { about: 'self', property, value, basis: 'claimed', at: `line=${n + 1}` } as AnyDraft
    return statementOf(idOf(name), draft, { artifact: digest(`${name} ${role}`), role, held, readBy: 'small@1' })
  })
}
