import type { Catalog } from '../../kit/catalog.ts'
import type { Beside } from '../../engine/beside.ts'
import type { Actor } from '../../engine/access.ts'
import { signRoot } from '../../engine/audit-root.ts'
import type { EgressPort } from '../../engine/hooks/endpoints.ts'
import { announce, deliver } from '../../engine/hooks/out.ts'
import type { SharedSecrets } from '../../engine/hooks/ports.ts'
import { makeBackup, type WriteKept } from '../../engine/jobs/backup.ts'
import { lookBackLater, takeListIn } from '../../engine/jobs/indicators.ts'
import { takeIn } from '../../engine/jobs/intake.ts'
import type { TakenJob } from '../../engine/jobs/ports.ts'
import { changeRun, type JobDeps } from '../../engine/jobs/runs.ts'
import type { Signer } from '../../engine/manifest.ts'
import type { Mailer, Readers } from '../../engine/notify/ports.ts'
import { sendMails, tell } from '../../engine/notify/tell.ts'
import { tidyPeople } from '../../engine/people/tidy.ts'
import type { Tx } from '../../engine/ports.ts'
import { sweep } from '../../engine/retain.ts'
import { runBacktest } from '../../engine/thresholds/backtest.ts'
import { sweepSanctions } from '../../engine/screening/sweep.ts'
import { asAppError, internal } from '../../model/errors.ts'
import type { Permission } from '../../model/access.ts'
import { ROOMS } from '../../model/finding.ts'
import type { Handlers } from './loop.ts'
import { nextRound } from './rounds.ts'

/** What a worker works with, of one tenant. */
export interface WorkerDeps extends JobDeps {
  readonly secrets: SharedSecrets
  readonly egress: EgressPort
  readonly mailer: Mailer
  readonly readers: Readers
  readonly beside: Beside
  readonly writeKept: WriteKept
  /** Address under which readers find the product. */
  readonly base: string
  signer(now: string): Promise<Signer>
  /** How many lists are too old to rely on. */
  staleLists(now: string): Promise<number>
}

const text = (job: TakenJob, name: string): string => {
  const value = job.data[name]
  if (typeof value !== 'string') throw internal(`A job "${job.name}" came without "${name}".`, undefined)
  return value
}

/** Who does what. `of` gives the parts of a tenant; they are opened once and kept. */
export function handlersOf(of: (tenant: string) => Promise<WorkerDeps>, catalog: Catalog): Handlers {
  return {
    intake: (job, signal) =>
      ofRun(of, job, (deps, actor, run) => {
        const { file } = job.data
        return takeIn(deps, catalog, actor, {
          run,
          persona: text(job, 'persona'),
          file: typeof file === 'string' ? file : undefined,
          signal,
          announce: (tx, occurrence) => announce(deps, tx, occurrence),
        })
      }),

    lookback: (job, signal) =>
      ofRun(of, job, (deps, actor, run) => {
        const { settled } = job.data
        return lookBackLater(deps, catalog, actor, { run, settled: typeof settled === 'string' ? settled : undefined, signal })
      }),

    import: (job, signal) => ofRun(of, job, (deps, actor, run) => takeListIn(deps, actor, { run, list: text(job, 'list'), signal })),

    backtest: (job, signal) => ofRun(of, job, (deps, actor, run) => runBacktest(deps, catalog, actor, { run, signal })),

    backup: (job, signal) => ofRun(of, job, (deps, actor, run) => makeBackup(deps, actor, { run, signal })),

    async sweep(job, signal) {
      const deps = await of(job.data.tenant)
      await nextRound(deps.jobs, job.data.tenant, 'sweep', deps.clock.now())
      await tidyPeople(deps, { tenant: job.data.tenant, id: 'worker' })
      await sweepSanctions(deps, { tenant: job.data.tenant, id: 'worker' })
      const { failed } = await sweep(deps, catalog, { tenant: job.data.tenant, id: 'worker' }, { progress: () => undefined, signal })
      if (failed.length > 0) throw internal(`${failed.length} candidates whose time is over could not be forgotten.`, undefined)
    },

    async 'lists-update'(job) {
      const deps = await of(job.data.tenant)
      const now = deps.clock.now()
      await nextRound(deps.jobs, job.data.tenant, 'lists-update', now)
      if ((await deps.staleLists(now)) > 0)
        await deps.store.tx(job.data.tenant, (tx) => tellAll(deps, tx, { permission: 'lists:manage', path: '/lists' }))
    },

    async 'audit-root'(job) {
      const deps = await of(job.data.tenant)
      const { tenant } = job.data
      await nextRound(deps.jobs, tenant, 'audit-root', deps.clock.now())
      const kept = await deps.beside.roots(tenant)
      for (const room of ROOMS) {
        await signRoot(deps, tenant, await deps.signer(deps.clock.now()), room)
        // All that are not kept elsewhere yet: the process may have died between the two the last time.
        const before = kept.filter((root) => root.room === room).length
        await deps.beside.keepRoots(tenant, await deps.store.tx(tenant, (tx) => tx.auditRoots(Math.max(0, before - 1), 10_000, room)))
      }
    },

    async notify(job) {
      const mail = job.data['mail']
      await sendMails(await of(job.data.tenant), {
        tenant: job.data.tenant,
        person: text(job, 'person'),
        mail: typeof mail === 'string' ? mail : undefined,
        last: job.last,
      })
    },

    async hook(job, signal) {
      const deps = await of(job.data.tenant)
      await deliver(deps, {
        tenant: job.data.tenant,
        delivery: text(job, 'delivery'),
        last: job.last,
        signal,
        noteBroken: (tx) => tellAll(deps, tx, { permission: 'settings:manage', path: '/settings/hooks' }),
      })
    },
  }
}

async function tellAll(deps: WorkerDeps, tx: Tx, whom: { readonly permission: Permission; readonly path: string }): Promise<void> {
  for (const person of await deps.readers.holding(tx, whom.permission)) await tell(deps, tx, { person, path: whom.path, quiet: false })
}

/** Does the work of a run, as the person who asked for it. */
async function ofRun(
  of: (tenant: string) => Promise<WorkerDeps>,
  job: TakenJob,
  work: (deps: WorkerDeps, actor: Actor, run: string) => Promise<void>,
): Promise<void> {
  const deps = await of(job.data.tenant)
  const run = text(job, 'run')
  try {
    await work(deps, { tenant: job.data.tenant, id: text(job, 'by') }, run)
  } catch (error) {
    await endFailed(deps, job, run, error)
    throw error
  }
}

/** After the last try a run says that it has failed and why; before, that it waits for the next. */
async function endFailed(deps: WorkerDeps, job: TakenJob, run: string, error: unknown): Promise<void> {
  const { code, title, detail } = asAppError(error)
  await deps.store.tx(job.data.tenant, async (tx) => {
    const found = await tx.run(run)
    const failures = job.last ? [...(found?.failures ?? []), { source: '', code, title, detail }] : (found?.failures ?? [])
    await changeRun(tx, run, { state: job.last ? 'failed' : 'waiting', failures }, deps.clock.now())
  })
}
