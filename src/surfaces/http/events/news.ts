import type { Run } from '../../../engine/jobs/rows.ts'
import type { Store } from '../../../engine/ports.ts'
import type { Room } from '../../../model/finding.ts'
import type { TenantId } from '../../../model/statement.ts'

/** As often as the database is asked whether there is anything new, however many look. */
const ASKED_MS = 1_000
/** Runs that somebody may watch; more are not under way at a time. */
const RUNS = 50

interface Standing {
  /** Number of the last row of each room's log. */
  readonly last: Readonly<Record<Room, number>>
  /** Long work, newest first. */
  readonly runs: readonly Run[]
}

/** Where a tenant stands: asked of the database once a second for all who watch it. */
export class News {
  readonly #store: Pick<Store, 'tx'>
  readonly #now: () => number
  readonly #asked = new Map<TenantId, { readonly at: number; readonly standing: Promise<Standing> }>()

  constructor(store: Pick<Store, 'tx'>, now: () => number) {
    this.#store = store
    this.#now = now
  }

  of(tenant: TenantId): Promise<Standing> {
    const known = this.#asked.get(tenant)
    if (known !== undefined && this.#now() - known.at < ASKED_MS) return known.standing
    const standing = this.#store.tx(tenant, async (tx) => ({
      last: { identity: (await tx.auditHead('identity'))?.seq ?? 0, sanctions: (await tx.auditHead('sanctions'))?.seq ?? 0 },
      runs: await tx.runs(RUNS),
    }))
    this.#asked.set(tenant, { at: this.#now(), standing })
    standing.catch(() => this.#asked.delete(tenant))
    return standing
  }
}
