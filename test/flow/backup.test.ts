import { spawnSync } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openBeside } from '../../src/adapters/beside/index.ts'
import { openBlobs, type FileBlobs } from '../../src/adapters/blobs-fs/index.ts'
import { openJobs } from '../../src/adapters/jobs/index.ts'
import { openEmbedded, openServer, type OpenStore } from '../../src/adapters/store-postgres/index.ts'
import { catalog } from '../../src/catalog/index.gen.ts'
import type { Deps } from '../../src/engine/ports.ts'
import { restoreFiles, restoreRows, settleRestored } from '../../src/surfaces/backup/restore.ts'
import { writeBackup, type BackupAbout } from '../../src/surfaces/backup/write.ts'
import { noServerHere, startServer, type TestServer } from '../support/postgres-server.ts'
import { UNWATCHED } from '../../src/surfaces/http/unwatched.ts'
import { aPersona, aPhone, NOON, putJobRows } from '../support/rows.ts'
import { closeSandbox, openWorkshop } from '../support/workshop.ts'

/** Backed up, destroyed, restored: the same rows, the same log, and nobody back who was forgotten since. */

const TENANTS = ['local', 'it’s another "one"']
const key = randomBytes(32)

/** Two tenants with a candidate to keep, one to forget, two on legal hold, a stored file, a job, and rows in the other tables. */
async function fill(store: OpenStore, data: string): Promise<void> {
  const jobs = await openJobs(store)
  for (const tenant of TENANTS) {
    const blobs = await openBlobs({ folder: join(data, 'blobs'), keys: join(data, 'keys'), tenant })
    const artifact = await blobs.put(new TextEncoder().encode(`a letter of ${tenant}`))
    await store.tx(tenant, async (tx) => {
      for (const id of ['p-kept', 'p-gone', 'p-held', 'p-held-by-case', 'p-back'])
        await tx.putPersona(aPersona(id, id === 'p-held' ? { retention: 'evidence-legal-hold' } : {}))
      await tx.putHold({ persona: 'p-held-by-case', by: 'me', at: NOON, reason: 'an order of a court' })
      await tx.addArtifact({ id: artifact, name: 'letter “final”.txt\n', size: 10, received: NOON, reliability: 'F', credibility: '6' })
      await tx.addSubmission({ persona: 'p-kept', artifact, parent: undefined, row: undefined })
      await tx.addStatements([aPhone(`s-${tenant}`, 'p-kept')])
      await putJobRows(tx)
      await tx.appendAudit({ actor: 'me', action: 'received', subject: 'p-kept', detail: { n: 1.5, text: 'a\\b "c"\n' } }, NOON)
      await jobs.send(tx, 'sweep', { tenant, slot: 'x' }, { after: '2999-01-01T00:00:00.000Z' })
    })
  }
  await jobs.close()
}

async function everything(store: OpenStore): Promise<unknown> {
  return Promise.all(
    TENANTS.map((tenant) =>
      store.tx(tenant, async (tx) => ({
        personas: await tx.personas({ limit: 100 }),
        statements: await tx.statementsOf(['p-kept']),
        runs: await tx.runs(10),
        roots: await tx.auditRoots(0, 10),
        deliveries: await tx.deliveries('e-1', 10),
        audit: await tx.auditRows(0, 100),
        hash: await tx.derivedHash(),
      })),
    ),
  )
}

let folder: string
let server: TestServer | undefined
let before: unknown
let about: BackupAbout
let base: Deps
const out = (): string => join(folder, 'backup')
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'bonafide-backup-'))
  base = (await openWorkshop()).deps
  if (noServerHere() === undefined) server = await startServer()
  const store = await openEmbedded('memory')
  const data = join(folder, 'live')
  await fill(store, data)
  before = await everything(store)
  const written = await writeBackup({ store, data, beside: join(data, 'beside'), out: out(), key, now: NOON, watch: UNWATCHED })
  about = written.about
  await store.close()
  await rm(data, { recursive: true })
})
afterAll(async () => {
  await server?.stop()
  await closeSandbox()
  await rm(folder, { recursive: true, force: true })
})

describe.each([
  ['PGlite', undefined, () => openEmbedded('memory')],
  ['PostgreSQL', noServerHere(), async () => openServer((await server?.database()) ?? '')],
] as const)('restored into %s', (name, skip, open) => {
  if (skip !== undefined) {
    test.skip(`not here: ${skip}`)
    return
  }
  let store: OpenStore
  const data = (): string => join(folder, `restored-${name}`)
  const restore = { keys: '', key, data: '', file: '' }
  beforeAll(async () => {
    store = await open()
    Object.assign(restore, { file: out(), keys: `${out()}.keys`, data: data() })
  })
  afterAll(() => store?.close())

  test('everything is as it was, of every tenant, and what was to be done is to be done', async () => {
    expect(await restoreFiles(restore)).toEqual(about)
    await restoreRows(store, restore, about)
    expect(await everything(store)).toEqual(before)
    const jobs = await openJobs(store)
    expect((await jobs.counts()).find((row) => row.name === 'sweep')?.waiting).toBe(2)
    await jobs.close()
  })

  test('not into a folder or a database that holds something', async () => {
    await expect(restoreFiles(restore)).rejects.toMatchObject({ code: 'conflict' })
    await expect(restoreRows(store, restore, about)).rejects.toMatchObject({ code: 'conflict' })
    expect(await everything(store)).toEqual(before)
  })

  test('who was forgotten since is forgotten again; who came anew stays; who is on hold is named; missing files are counted', async () => {
    const list = openBeside(join(folder, `beside-${name}`))
    const after = '2026-06-01T00:00:00.000Z'
    for (const persona of ['p-gone', 'p-held', 'p-held-by-case', 'p-nobody'])
      await list.noteForgotten({ tenant: 'local', persona, at: after })
    // Forgotten before it was handed in again.
    await list.noteForgotten({ tenant: 'local', persona: 'p-back', at: '2020-01-01T00:00:00.000Z' })
    const deps = { ...base, store }
    const settled = await settleRestored(deps, catalog, {
      about,
      data: data(),
      more: await list.forgotten(),
      signal: new AbortController().signal,
    })
    expect(settled).toMatchObject({ tenants: 2, forgotten: ['p-gone'], held: ['p-held', 'p-held-by-case'], missing: 0 })
    const left = await store.tx('local', (tx) => tx.personas({ limit: 10 }))
    expect(left.map((persona) => persona.id)).toEqual(['p-back', 'p-held', 'p-held-by-case', 'p-kept'])
    expect(await store.tx(TENANTS[1] ?? '', (tx) => tx.personas({ limit: 10 }))).toHaveLength(5)
    // From now on the restored folder's own list knows it too.
    expect((await openBeside(join(data(), 'beside')).forgotten()).map((entry) => entry.persona)).toEqual(['p-gone'])
  })

  test('the stored files open with the restored keys', async () => {
    for (const tenant of TENANTS) {
      const blobs: FileBlobs = await openBlobs({ folder: join(data(), 'blobs'), keys: join(data(), 'keys'), tenant })
      const id = await blobs.idOf(new TextEncoder().encode(`a letter of ${tenant}`))
      expect(new TextDecoder().decode(await blobs.get(id))).toBe(`a letter of ${tenant}`)
    }
  })
})

test('with another key, a damaged file or without the keys nothing is put anywhere', async () => {
  const to = { file: out(), keys: `${out()}.keys`, key, data: join(folder, 'nowhere') }
  await expect(restoreFiles({ ...to, key: randomBytes(32) })).rejects.toThrow('does not open')
  await expect(restoreFiles({ ...to, keys: join(folder, 'no-keys') })).rejects.toMatchObject({ code: 'storage' })
  await writeFile(join(folder, 'half'), (await import('node:fs')).readFileSync(out()).subarray(0, 5_000))
  await expect(restoreFiles({ ...to, file: join(folder, 'half') })).rejects.toMatchObject({ code: 'storage' })
  expect((await readdir(folder)).includes('nowhere')).toBe(false)
})

test('the drill passes on the command line', { timeout: 900_000 }, () => {
  const drill = join(import.meta.dirname, '../../scripts/drill.ts')
  const done = spawnSync(process.execPath, [drill, '--candidates', '20'], { encoding: 'utf8' })
  expect(done.stderr).toBe('')
  expect(done.stdout).toMatch(
    /^same end of the log: .+\nsame rebuild hash: [0-9a-f]{64}\nbacked up: 23 candidates in [\d.]+ s, [\d.]+ MB\nrestored, .+ in [\d.]+ s \(RTO\)\nlost: .+ 1 candidate .+\nforgotten after the backup, and not back: p-[0-9a-f]{16}\n$/,
  )
})
