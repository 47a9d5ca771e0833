import { createHash } from 'node:crypto'
import { sql } from 'drizzle-orm'
import { fromDrizzle, PgBoss } from 'pg-boss'
import { JOB_NAMES, JOBS, type JobName } from '../../engine/jobs/kinds.ts'
import type { DeadJob, JobCounts, JobData, Jobs, SendOptions, TakenJob } from '../../engine/jobs/ports.ts'
import type { Tx } from '../../engine/ports.ts'
import { internal, notFound } from '../../model/errors.ts'
import type { OpenStore } from '../store-postgres/index.ts'
import { rowsOf } from '../store-postgres/database.ts'
import { asFault } from '../store-postgres/faults.ts'
import { databaseOf } from '../store-postgres/transaction.ts'
import { SCHEMA, wallTenants } from './walls.ts'

const DAY = 86_400
/** A job may be at work for so long, seconds: the largest intake there is, several times over. */
const LONGEST_WORK = 12 * 3_600
/** Rows of done and of dead jobs are kept for so long, and a key is remembered for so long. */
const KEPT = 30 * DAY
/** Seconds of silence after which a worker counts as gone. */
const SILENCE = 30
/** What a job may carry: ids, days, codes. No spaces, so no sentences and no names of people. */
const ID = /^[\w.:@+/=-]{1,200}$/

/** pg-boss in a schema of its own beside our tables, through the store's connections. */
export async function openJobs(store: OpenStore, settings: { readonly silence?: number } = {}): Promise<Jobs> {
  const silence = settings.silence ?? SILENCE
  const boss = new PgBoss({
    db: { executeSql: (text, values) => store.connection.direct.execute(text, values) },
    backend: store.connection.direct.alone ? 'pglite' : 'postgres',
    schema: SCHEMA,
    // Our worker asks when it has time; nothing runs behind its back.
    supervise: false,
    schedule: false,
    monitorIntervalSeconds: 5,
    registerInstance: false,
    monitorVacuum: false,
    reindex: false,
    openTelemetry: { enabled: false },
  })
  // What goes wrong is thrown to whoever asked; the event alone would end the process.
  boss.on('error', () => {})
  try {
    await boss.start()
    const there = new Set((await boss.getQueues()).map((queue) => queue.name))
    for (const name of JOB_NAMES) if (!there.has(name)) await boss.createQueue(name)
    // The first look-up of a queue asks the database, and inside a transaction of the embedded one it would wait for ever.
    await boss.getQueues()
    await wallTenants(store.connection.direct)
    if (store.connection.direct.alone) await freeOrphans(boss, store)
  } catch (error) {
    await boss.stop({ graceful: false, close: false }).catch(() => {})
    throw asFault(error)
  }
  return new BossJobs(boss, store, silence)
}

/** Nobody else has an embedded database: what is active at its start was left by a process that died. */
async function freeOrphans(boss: PgBoss, store: OpenStore): Promise<void> {
  const { rows } = await store.connection.direct.execute(`select id, name from ${SCHEMA}.job_common where state = 'active'`)
  for (const { id, name } of rows as { id: string; name: string }[])
    await boss.fail(name, id, { code: 'worker-lost', title: 'The process that did it ended' })
}

class BossJobs implements Jobs {
  readonly #boss: PgBoss
  readonly #store: OpenStore
  readonly #silence: number

  constructor(boss: PgBoss, store: OpenStore, silence: number) {
    this.#boss = boss
    this.#store = store
    this.#silence = silence
  }

  async send(tx: Tx | undefined, name: JobName, data: JobData, options: SendOptions = {}): Promise<string> {
    if (tx === undefined) return this.#store.tx(data.tenant, (own) => this.send(own, name, data, options))
    if (tx.tenant !== data.tenant) throw internal('A job of one tenant was sent from a transaction of another.', undefined)
    const wordy = Object.entries(data).find(([, value]) => typeof value === 'string' && !ID.test(value))
    if (wordy !== undefined) throw internal(`A job carries ids, and "${wordy[0]}" of a job "${name}" is none.`, undefined)
    const { tries, first, longest } = JOBS[name]
    const id = options.key === undefined ? undefined : idOf(data.tenant, name, options.key)
    const sent = await this.#boss.send(name, data, {
      db: fromDrizzle(databaseOf(tx) as unknown as Parameters<typeof fromDrizzle>[0], sql),
      retryLimit: tries - 1,
      retryDelay: first,
      retryBackoff: true,
      retryDelayMax: longest,
      expireInSeconds: LONGEST_WORK,
      retentionSeconds: KEPT,
      deleteAfterSeconds: KEPT,
      heartbeatSeconds: this.#silence,
      ...(options.after === undefined ? {} : { startAfter: new Date(options.after) }),
      ...(id === undefined ? {} : { id }),
    })
    const taken = sent ?? id
    if (taken === undefined) throw internal(`A job "${name}" was not taken.`, undefined)
    return taken
  }

  async dead(tx: Tx): Promise<readonly DeadJob[]> {
    const rows = await rowsOf<Row>(
      databaseOf(tx),
      sql`select id, name, data, retry_count, output, to_char(completed_on at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as failed
        from ${sql.raw(SCHEMA)}.job_common where state = 'failed' order by completed_on desc, id`,
    )
    return rows.map(({ id, name, data, retry_count, output, failed }) => ({
      id,
      name,
      data,
      attempts: retry_count + 1,
      failed,
      // pg-boss itself writes other things here when a worker fell silent.
      fault: typeof output?.code === 'string' ? { code: output.code, title: output.title ?? '' } : LOST,
    }))
  }

  async again(tenant: string, id: string): Promise<void> {
    const dead = await this.#store.tx(tenant, async (tx) => (await this.dead(tx)).find((job) => job.id === id))
    if (dead === undefined) throw notFound('failed job', id)
    await this.#boss.retry(dead.name, id)
  }

  async counts(): Promise<readonly JobCounts[]> {
    const { rows } = await this.#store.connection.direct.execute(
      `select name, count(*) filter (where state in ('created', 'retry'))::int as waiting, count(*) filter (where state = 'active')::int as active,
        count(*) filter (where state = 'failed')::int as dead from ${SCHEMA}.job_common group by name`,
    )
    const found = new Map((rows as JobCounts[]).map((row) => [row.name, row]))
    return JOB_NAMES.map((name) => found.get(name) ?? { name, waiting: 0, active: 0, dead: 0 })
  }

  async ready(): Promise<readonly JobName[]> {
    const { rows } = await this.#store.connection.direct.execute(
      `select distinct name from ${SCHEMA}.job_common where state in ('created', 'retry') and start_after <= now() and not blocked`,
    )
    const ready = new Set((rows as { name: string }[]).map((row) => row.name))
    return JOB_NAMES.filter((name) => ready.has(name))
  }

  async take(name: JobName, most: number): Promise<readonly TakenJob[]> {
    const jobs = await this.#boss.fetch<JobData>(name, { batchSize: most, includeMetadata: true })
    return jobs.map(({ id, data, retryCount, retryLimit }) => ({ id, name, data, attempt: retryCount + 1, last: retryCount >= retryLimit }))
  }

  async done(job: TakenJob): Promise<void> {
    await this.#boss.complete(job.name, attemptOf(job))
  }

  async failed(job: TakenJob, { code, title }: DeadJob['fault']): Promise<void> {
    await this.#boss.fail(job.name, attemptOf(job), { code, title })
  }

  async alive(job: TakenJob): Promise<boolean> {
    // The type says nothing of what is in it.
    const touched = (await this.#boss.touch(job.name, attemptOf(job))) as { readonly affected?: number }
    return touched.affected === 1
  }

  async keepHouse(): Promise<void> {
    await this.#boss.supervise()
  }

  async close(): Promise<void> {
    await this.#boss.stop({ graceful: false, close: false })
  }
}

interface Row {
  readonly id: string
  readonly name: JobName
  readonly data: JobData
  readonly retry_count: number
  readonly output: { readonly code?: string; readonly title?: string } | null
  readonly failed: string
}

const LOST = { code: 'worker-lost', title: 'The process that did it ended' } as const

/** Of one who lost a job meanwhile nothing is accepted. */
const attemptOf = (job: TakenJob): { id: string; retryCount: number } => ({ id: job.id, retryCount: job.attempt - 1 })

/** A key as the id of its job: the second insert meets the first. */
function idOf(tenant: string, name: string, key: string): string {
  const hex = createHash('sha256')
    .update(JSON.stringify([tenant, name, key]))
    .digest('hex')
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-a${hex.slice(17, 20)}-${hex.slice(20, 32)}`
}
