import { execFile } from 'node:child_process'
import type { AddressInfo } from 'node:net'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { sql } from 'drizzle-orm'
import fastify, { type FastifyInstance } from 'fastify'
import { systemChance } from '../src/adapters/chance/index.ts'
import { systemClock } from '../src/adapters/clock/index.ts'
import type { Connection } from '../src/adapters/store-postgres/database.ts'
import { connectServer } from '../src/adapters/store-postgres/server.ts'
import { storeOf } from '../src/adapters/store-postgres/store.ts'
import { catalog } from '../src/catalog/index.gen.ts'
import { callerOfSession, startSession } from '../src/engine/people/sessions.ts'
import type { Deps, Store } from '../src/engine/ports.ts'
import { unauthenticated } from '../src/model/errors.ts'
import { httpApp } from '../src/surfaces/http/app.ts'
import { LIMITS, type Parts } from '../src/surfaces/http/parts.ts'
import { startServer } from '../test/support/postgres-server.ts'
import type { Latencies, Load } from './http-load.ts'
import { alternate, ratioOf, type Measured } from './measure.ts'

const PERSONAS = Number(process.env['BENCH_PERSONAS'] ?? 1_000_000)
const CONNECTIONS = [1, 10, 100] as const
const ROUNDS = 3
const SECONDS = 4
const TENANT = 'bench'
const AIM = 5

const idOf = (n: number): string => `p-${n.toString(16).padStart(16, '0')}`
const OPENED = idOf(Math.floor(PERSONAS / 2))

interface Endpoint {
  readonly name: string
  readonly method: string
  readonly path: string
  readonly body?: string
}
const ENDPOINTS: readonly Endpoint[] = [
  { name: 'the newest 50 candidates', method: 'GET', path: '/api/personas?limit=50' },
  { name: 'one dossier', method: 'GET', path: `/api/personas/${OPENED}` },
  { name: 'search by name', method: 'POST', path: '/api/personas/search', body: JSON.stringify({ name: `given${PERSONAS >> 1} fam` }) },
]

/**
 * Reading over HTTP with a database of a million candidates, beside a bare Fastify route that returns the same bytes from memory.
 * Both listen in this process; the load comes from another.
 */
export async function http(): Promise<Measured[]> {
  const server = await startServer()
  const connection = await connectServer(await server.database())
  try {
    await fill(connection)
    const store = storeOf(connection)
    const deps = { store, clock: systemClock, chance: systemChance } as unknown as Deps
    const token = await signedIn(deps)
    const parts = {
      deps,
      catalog,
      version: '0.0.0',
      callers: async (text: string) => (await callerOfSession(deps, text)) ?? Promise.reject(unauthenticated()),
      reach: { origin: 'http://127.0.0.1', proxies: [] },
      limits: { ...LIMITS, perMinute: Number.MAX_SAFE_INTEGER },
      closing: new AbortController().signal,
    }
    // The routes that are measured need no queue, lists or keys.
    const app = await listening(await httpApp(parts as unknown as Parts))
    const headers = { authorization: `Bearer ${token}`, 'content-type': 'application/json' }
    const lines: Measured[] = []
    for (const endpoint of ENDPOINTS) lines.push(...(await measured(app, endpoint, headers)))
    await app.close()
    return lines
  } finally {
    await connection.close()
    await server.stop()
  }
}

async function listening(app: FastifyInstance): Promise<FastifyInstance> {
  await app.listen({ port: 0, host: '127.0.0.1' })
  return app
}
const urlOf = (app: FastifyInstance): string => `http://127.0.0.1:${(app.server.address() as AddressInfo).port}`

async function measured(
  app: FastifyInstance,
  { name, method, path, body }: Endpoint,
  headers: Record<string, string>,
): Promise<Measured[]> {
  const first = await fetch(urlOf(app) + path, { method, headers, ...(body === undefined ? {} : { body }) })
  const bytes = await first.text()
  if (!first.ok) throw new Error(`${path} answered ${first.status}: ${bytes}`)
  const bare = fastify()
  bare.route({ method, url: '*', handler: (_, reply) => reply.type('application/json; charset=utf-8').send(bytes) })
  await listening(bare)
  const lines: Measured[] = []
  for (const connections of CONNECTIONS) {
    const p95: Record<string, number[]> = { ours: [], bare: [] }
    const asked = (which: 'ours' | 'bare', to: FastifyInstance) => async (): Promise<number> => {
      const found = await loaded({
        url: urlOf(to) + path,
        method,
        headers,
        connections,
        seconds: SECONDS,
        ...(body === undefined ? {} : { body }),
      })
      p95[which]?.push(found.p95)
      return found.median
    }
    const times = await alternate({ ours: asked('ours', app), bare: asked('bare', bare) }, ROUNDS)
    const slow = ratioOf(p95, 'ours', 'bare')
    process.stderr.write(`http: ${name}, ${connections}: ${ratioOf(times, 'ours', 'bare').times}\n`)
    lines.push({
      job: 'http',
      what: `${name} of ${PERSONAS.toLocaleString('en')}, ${connections} ${connections === 1 ? 'connection' : 'connections'}: median ÷ a bare route with the same ${bytes.length.toLocaleString('en')} bytes`,
      ...ratioOf(times, 'ours', 'bare'),
      ...(connections === 10 ? { goal: AIM } : {}),
      quality: `p95 ${slow.times}, ratio ${slow.ratio.toFixed(1)}`,
    })
  }
  await bare.close()
  return lines
}

const generator = fileURLToPath(new URL('http-load.ts', import.meta.url))

async function loaded(load: Load): Promise<Latencies> {
  const { stdout } = await promisify(execFile)(process.execPath, [generator, JSON.stringify(load)], { maxBuffer: 1 << 20 })
  return JSON.parse(stdout) as Latencies
}

/** Somebody who may read, signed in, with leave to open one dossier. */
async function signedIn(deps: { readonly store: Store } & Pick<Deps, 'clock' | 'chance'>): Promise<string> {
  return deps.store.tx(TENANT, async (tx) => {
    const now = deps.clock.now()
    const nothing = { password: undefined, totp: undefined, totpStep: undefined, oidc: undefined }
    await tx.addAccount({
      id: 'reader',
      email: 'reader@example.com',
      name: 'Reader',
      roles: ['investigator'],
      state: 'active',
      created: now,
      ...nothing,
    })
    const until = new Date(Date.parse(now) + 86_400_000).toISOString()
    await tx.addAccessGrant({
      grant: 'g',
      kind: 'requisition',
      id: 'o',
      account: 'reader',
      persona: OPENED,
      reason: 'bench',
      at: now,
      expires: until,
    })
    return (await startSession(tx, deps, { account: 'reader', by: 'password', full: true, device: undefined })).token
  })
}

/** Candidates as applications of them would leave: a name, a mailbox and a job each, and what was made of it. */
async function fill(connection: Connection): Promise<void> {
  const run = (text: string): Promise<unknown> =>
    connection.transaction(async (db) => {
      await db.execute(sql`select set_config('bonafide.tenant', ${TENANT}, true)`)
      await db.execute(sql.raw(text))
    })
  const at = `to_char(timestamp '2026-01-01' + n * interval '10 seconds', 'YYYY-MM-DD"T"HH24:MI:SS".000Z"')`
  const personas = `(select n, 'p-' || lpad(to_hex(n), 16, '0') as id, 'given' || n || ' family' || n % 5000 as name from generate_series(0::bigint, ${PERSONAS - 1}) n) w`
  await run(`insert into persona (tenant, id, source, received, status, requisition, retention, keep_until)
    select '${TENANT}', id, 'made', ${at}, 'open', null, 'candidate-open', '2027-06-01T00:00:00.000Z' from ${personas}`)
  for (const [i, [property, value]] of [
    ['person-name', `jsonb_build_object('full', name)`],
    ['email', `to_jsonb('made' || n || '@one.example.net')`],
    ['job', `jsonb_build_object('employer', 'Example ' || n % 9000, 'from', '2019-04')`],
  ].entries())
    await run(`insert into statement (tenant, id, subject, property, value, original, basis, artifact, at, role, held, read_by)
      select '${TENANT}', id || '.${i}', id, '${property}', ${value}, null, 'claimed', repeat('a', 64), 'line=${i + 1}', 'resume', '2026-01-01T00:00:00.000Z', 'bench@1' from ${personas}`)
  await run(
    `insert into name_word (tenant, word, persona) select '${TENANT}', word, id from ${personas}, unnest(string_to_array(name, ' ')) word`,
  )
  await run(`insert into assessment (tenant, persona, recommendation, outcomes, reasons)
    select '${TENANT}', id, case when n % 1000 = 0 then 'escalate' when n % 20 = 0 then 'ask' else 'clear' end, '{}', '[]' from ${personas}`)
  await run('analyze')
}
