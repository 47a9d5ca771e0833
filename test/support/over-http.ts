import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { FastifyInstance, InjectOptions, LightMyRequestResponse } from 'fastify'
import { openJobs } from '../../src/adapters/jobs/index.ts'
import { openEgress } from '../../src/adapters/net/egress.ts'
import { openSignIn } from '../../src/adapters/sign-in/index.ts'
import { openSharedSecrets } from '../../src/adapters/keys/shared-secrets.ts'
import { openSigningKeys } from '../../src/adapters/keys/signing-key.ts'
import { openShelf } from '../../src/adapters/lists-fs/index.ts'
import { privateList } from '../../src/catalog/list-formats/private.ts'
import { lists } from '../../src/catalog/lists.gen.ts'
import { catalog } from '../../src/catalog/index.gen.ts'
import { lookBackLater, takeListIn } from '../../src/engine/jobs/indicators.ts'
import { runBacktest } from '../../src/engine/thresholds/backtest.ts'
import { takeIn } from '../../src/engine/jobs/intake.ts'
import type { Jobs } from '../../src/engine/jobs/ports.ts'
import { newId } from '../../src/engine/id.ts'
import type { Caller } from '../../src/engine/people/caller.ts'
import { caseCovers } from '../../src/engine/cases/rooms.ts'
import { requisitionCovers } from '../../src/engine/people/purpose.ts'
import { permissionsOf, type RoleName } from '../../src/model/access.ts'
import { unauthenticated } from '../../src/model/errors.ts'
import { keptBackups } from '../../src/surfaces/backup/kept.ts'
import { httpApp } from '../../src/surfaces/http/app.ts'
import { LIMITS, type Parts } from '../../src/surfaces/http/parts.ts'
import type { Route } from '../../src/surfaces/http/route.ts'
import { openTestStore } from './databases.ts'
import { atFileEnd } from './file-end.ts'
import type { Workshop } from './workshop.ts'

/** Callers made up for a test, by the keys that they send. */
function keyring(): { callers: Parts['callers']; give(caller: Partial<Caller> & Pick<Caller, 'tenant'>): string } {
  const known = new Map<string, Caller>()
  return {
    async callers(token) {
      const caller = known.get(token)
      if (caller === undefined) throw unauthenticated()
      return caller
    },
    give(caller) {
      const token = `key-${known.size + 1}`
      const roles = caller.roles ?? []
      known.set(token, {
        id: `person-${known.size + 1}`,
        session: undefined,
        freshUntil: '2100-01-01T00:00:00.000Z',
        by: 'passkey',
        roles,
        may: permissionsOf(roles),
        ...caller,
      })
      return token
    },
  }
}

export interface OverHttp {
  readonly app: FastifyInstance
  readonly parts: Parts
  /** A key for somebody of this tenant with these roles. */
  key(tenant: string, ...roles: readonly RoleName[]): string
  call(key: string | undefined, options: InjectOptions & { readonly url: string }): Promise<LightMyRequestResponse>
  /** States why, so that somebody may open a dossier. */
  purpose(key: string, persona: string): Promise<void>
  /** Does the jobs that wait for what was handed in, as a worker would; says how many. */
  work(): Promise<number>
  close(): Promise<void>
}

/** Of all apps of a test file. */
let jobs: Promise<Jobs> | undefined

async function openTestJobs(): Promise<Jobs> {
  const opened = await openJobs(await openTestStore())
  atFileEnd(() => {
    jobs = undefined
    return opened.close()
  })
  return opened
}

/** The whole app: callers are made up, and everything else is real. */
export async function overHttp(shop: Workshop, more: Partial<Parts> & { readonly routes?: readonly Route[] } = {}): Promise<OverHttp> {
  const { routes, ...given } = more
  const keys = keyring()
  const folder = await mkdtemp(join(tmpdir(), 'bonafide-http-'))
  const formats = lists.flatMap((list) => list.formats)
  const { deps } = shop
  const queue = await (jobs ??= openTestJobs())
  const egress = openEgress({ on: true })
  const parts: Parts = {
    deps,
    catalog,
    version: '0.0.0',
    callers: keys.callers,
    signIn: await openSignIn({ origin: 'http://localhost', keys: join(folder, 'keys'), tenant: shop.actor.tenant, egress }),
    tenant: shop.actor.tenant,
    covers: { requisition: requisitionCovers, case: caseCovers },
    jobs: queue,
    lists: { published: lists, own: (id) => privateList(id, formats) },
    shelf: openShelf(join(folder, 'lists')),
    secrets: await openSharedSecrets(join(folder, 'keys')),
    egress,
    backups: () => keptBackups(folder),
    signer: async (tenant) => (await openSigningKeys({ folder: join(folder, 'keys'), tenant })).signer(deps.clock.now()),
    clockSource: async () => ({ ntp: 'a test', offset_ms: 0.5 }),
    reach: { origin: 'http://localhost:80', proxies: [] },
    limits: { ...LIMITS, perMinute: 100_000 },
    closing: new AbortController().signal,
    ...given,
  }
  const app = await httpApp(parts, routes)
  return {
    app,
    parts,
    key: (tenant, ...roles) => keys.give({ tenant, roles }),
    call: (key, options) =>
      app.inject({ ...options, headers: { ...(key === undefined ? {} : { authorization: `Bearer ${key}` }), ...options.headers } }),
    async purpose(key, persona) {
      const { tenant, id: account } = await parts.callers(key)
      const grant = { grant: newId(deps.chance, 'g'), kind: 'requisition' as const, id: 'opening', account, persona, reason: 'a test' }
      await deps.store.tx(tenant, (tx) => tx.addAccessGrant({ ...grant, at: deps.clock.now(), expires: '2100-01-01T00:00:00.000Z' }))
    },
    async work() {
      const taken = await queue.take('intake', 100)
      for (const job of taken) {
        const { tenant, by, run, persona, file } = job.data as Record<'tenant' | 'by' | 'run' | 'persona', string> & { file?: string }
        const work = { run, persona, file, signal: new AbortController().signal, announce: () => Promise.resolve() }
        await takeIn({ ...deps, jobs: queue }, catalog, { tenant, id: by }, work)
        await queue.done(job)
      }
      const lists = await queue.take('import', 100)
      for (const job of lists) {
        const { tenant, by, run, list } = job.data as Record<'tenant' | 'by' | 'run' | 'list', string>
        await takeListIn({ ...deps, jobs: queue }, { tenant, id: by }, { run, list, signal: new AbortController().signal })
        await queue.done(job)
      }
      const [tried, back] = [await queue.take('backtest', 100), await queue.take('lookback', 100)]
      for (const job of [...tried, ...back]) {
        const { tenant, by, run, settled } = job.data as Record<'tenant' | 'by' | 'run', string> & { readonly settled?: string }
        const [all, actor, signal] = [{ ...deps, jobs: queue }, { tenant, id: by }, new AbortController().signal]
        if (job.name === 'backtest') await runBacktest(all, catalog, actor, { run, signal })
        else await lookBackLater(all, catalog, actor, { run, settled, signal })
        await queue.done(job)
      }
      return taken.length + lists.length + tried.length + back.length
    },
    async close() {
      await app.close()
      await rm(folder, { recursive: true, force: true })
    },
  }
}
