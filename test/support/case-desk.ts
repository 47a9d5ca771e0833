import { systemChance } from '../../src/adapters/chance/index.ts'
import type { Actor } from '../../src/engine/access.ts'
import type { Deps, Store, Tx } from '../../src/engine/ports.ts'
import type { Catalog } from '../../src/kit/catalog.ts'
import type { Finding, Recommendation } from '../../src/model/finding.ts'
import type { RoleName } from '../../src/model/access.ts'
import type { Caller } from '../../src/engine/people/caller.ts'
import { freshTenant, openTestStore } from './databases.ts'
import { aCaller } from './callers.ts'
import { aFinding, aPersona } from './rows.ts'

/** A tenant of its own with a clock that the test sets, and personas put there with what was found about them. */
export interface CaseDesk {
  readonly deps: Deps
  readonly actor: Actor
  readonly store: Store
  now: string
  later(hours: number): void
  as(id: string, ...roles: readonly RoleName[]): Caller
  tx<T>(work: (tx: Tx) => Promise<T>): Promise<T>
  /** A persona with so many strong findings of different detectors; returns their ids. */
  persona(id: string, recommendation: Recommendation, findings: number): Promise<readonly string[]>
}

export const NO_CATALOG: Catalog = { readers: [], detectors: [], hash: 'none', citations: {} }
export const WATCH = { progress: () => undefined, signal: new AbortController().signal }

export async function openCaseDesk(store?: Store): Promise<CaseDesk> {
  const tenant = freshTenant()
  const actor = { tenant, id: 'tester' }
  const opened = store ?? (await openTestStore())
  const absent = new Proxy({}, { get: () => () => Promise.reject(new Error('cases read no files')) })
  const desk: CaseDesk = {
    deps: { store: opened, blobs: absent as never, sandbox: absent as never, clock: { now: () => desk.now }, chance: systemChance },
    actor,
    store: opened,
    now: '2026-11-02T09:00:00.000Z',
    later: (hours) => void (desk.now = new Date(Date.parse(desk.now) + hours * 3_600_000).toISOString()),
    as: (id, ...roles) => aCaller(tenant, id, ...roles),
    tx: (work) => opened.tx(tenant, work),
    async persona(id, recommendation, findings) {
      const found = Array.from({ length: findings }, (_, n): Finding => ({
        ...aFinding(`f-${id}-${n}`, id, [`s-${id}-${n}`]),
        detector: `application/thing-${n}`,
      }))
      await desk.tx(async (tx) => {
        await tx.putPersona(aPersona(id))
        await tx.replaceFindings([id], found)
        await tx.replaceAssessments([{ persona: id, recommendation, outcomes: {}, reasons: found.map((f) => f.id) }])
      })
      return found.map((f) => f.id)
    },
  }
  return desk
}
