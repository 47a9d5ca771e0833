import { randomBytes } from 'node:crypto'
import { existsSync } from 'node:fs'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { request } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { systemChance } from '../../src/adapters/chance/index.ts'
import { systemClock } from '../../src/adapters/clock/index.ts'
import { openServer, type OpenStore } from '../../src/adapters/store-postgres/index.ts'
import { invite } from '../../src/engine/people/accounts.ts'
import { startSession } from '../../src/engine/people/sessions.ts'
import { noServerHere, startServer, type TestServer } from '../support/postgres-server.ts'
import { serveHttp, type Serving } from '../support/serve-http.ts'

/** Many large files that come side by side wait on disk and not in memory: measured at the process that answers. */

const TENANT = 'local'
const OPERATOR = { tenant: TENANT, id: 'local-operator' }
const MB = 2 ** 20
const UPLOADS = 24
const SIZE = 16 * MB
/**
 * Of what is sent so much may stand in memory beside what the process has at rest. Held whole it would be all of it, and its copies; what a
 * busy machine has not yet collected came to a half at the most (24 × 16 MB: 78, 103 and 180 MB in three runs).
 */
const MOST_GROWTH = (UPLOADS * SIZE * 2) / 3

const notHere =
  noServerHere() ?? (existsSync('/proc/self/clear_refs') ? undefined : 'this system does not tell the most memory a process had')

let server: TestServer
let data: string
let store: OpenStore
let serving: Serving
let cookie: string
beforeAll(async () => {
  if (notHere !== undefined) return
  server = await startServer()
  const database = await server.database()
  data = await mkdtemp(join(tmpdir(), 'bonafide-upload-memory-'))
  store = await openServer(database)
  const deps = { store, clock: systemClock, chance: systemChance }
  const { account } = await invite(deps, OPERATOR, { email: 'ines@example.com', name: 'Ines', roles: ['investigator'] })
  const { token } = await store.tx(TENANT, async (tx) => {
    await tx.changeAccount(account, { state: 'active' })
    return startSession(tx, deps, { account, by: 'password', full: true, device: undefined })
  })
  cookie = `bonafide=${token}`
  serving = await serveHttp({ database, data })
}, 300_000)
afterAll(async () => {
  await serving?.kill()
  await store?.close()
  await server?.stop()
  if (data !== undefined) await rm(data, { recursive: true, force: true })
})

/** Bytes. `VmHWM` is the most it had since that was last forgotten. */
async function memory(name: 'VmRSS' | 'VmHWM'): Promise<number> {
  const status = await readFile(`/proc/${serving.process.pid}/status`, 'utf8')
  return Number(new RegExp(`${name}:\\s+(\\d+) kB`).exec(status)?.[1]) * 1024
}

/** Sends a file that begins as a PDF does, all but its end, so that all can be under way at one moment. */
function upload(n: number): { readonly under: Promise<void>; readonly status: Promise<number>; end(): void } {
  const border = `border-${n}`
  const head = `--${border}\r\nContent-Disposition: form-data; name="file"; filename="${n}.pdf"\r\n\r\n%PDF-1.7\n`
  const call = request(`${serving.url}/api/submissions?as=one&source=form-${n}`, {
    method: 'POST',
    headers: { cookie, 'content-type': `multipart/form-data; boundary=${border}` },
  })
  const status = new Promise<number>((resolve, reject) => {
    call.once('error', reject)
    call.once('response', (answer) => answer.resume().once('end', () => resolve(answer.statusCode ?? 0)))
  })
  const written = (part: string | Buffer): Promise<void> => new Promise((resolve) => call.write(part, () => resolve()))
  const under = (async () => {
    await written(head)
    for (let sent = 0; sent < SIZE; sent += MB) await written(randomBytes(MB))
  })()
  return { under, status, end: () => void call.end(`\r\n--${border}--\r\n`) }
}

test(`${UPLOADS} uploads of ${SIZE / MB} MB side by side are not held in memory`, { timeout: 600_000 }, async ({ skip }) => {
  if (notHere !== undefined) skip(notHere)
  const first = upload(0)
  await first.under
  first.end()
  expect(await first.status).toBe(202)
  const rest = await memory('VmRSS')
  await writeFile(`/proc/${serving.process.pid}/clear_refs`, '5')
  const sent = Array.from({ length: UPLOADS }, (_, n) => upload(n + 1))
  await Promise.all(sent.map((one) => one.under))
  for (const one of sent) one.end()
  expect(await Promise.all(sent.map((one) => one.status))).toEqual(sent.map(() => 202))
  const growth = (await memory('VmHWM')) - rest
  process.stdout.write(`${UPLOADS} × ${SIZE / MB} MB: ${Math.round(growth / MB)} MB over ${Math.round(rest / MB)} MB at rest\n`)
  expect(growth).toBeLessThan(MOST_GROWTH)
  // All of it is there: a file of its own for each.
  const kept = await store.tx(TENANT, async (tx) => tx.submissions((await tx.personas({ limit: 100 })).map((one) => one.id)))
  expect(new Set(kept.map((one) => one.artifact)).size).toBe(UPLOADS + 1)
})
