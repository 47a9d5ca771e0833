import { execFile } from 'node:child_process'
import { cp, mkdir, mkdtemp, readdir, rm, stat } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openEmbedded } from '../../src/adapters/store-postgres/index.ts'
import { verifyAudit } from '../../src/engine/audit.ts'
import { everyPersona } from '../../src/engine/rebuild.ts'
import { putNewDatabase } from '../support/new-database.ts'

/** The disk is full in the middle of decisions: what was answered stands, the one that was refused is not there, and the rest go on. */

const CHILD = join(import.meta.dirname, '../support/deciding-child.ts')
const TENANT = 'local'
/** More than there is room for. */
const MANY = 60
/** Beside what the database has: what it wants to be free before it begins a change, and a little. */
const ROOM_MB = 48 + 6
const run = promisify(execFile)
/** Runs in a mount namespace of its own, so that a small file system changes nothing on this machine. */
const IN_OWN_MOUNTS = ['--user', '--map-root-user', '--mount', 'sh', '-c']

let folder: string
let canMount: boolean
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'bonafide-full-'))
  await putNewDatabase(join(folder, 'made', 'db'))
  for (const name of ['disk', 'saved']) await mkdir(join(folder, name))
  canMount = await run('unshare', [...IN_OWN_MOUNTS, 'mount -t tmpfs none "$0"', tmpdir()]).then(
    () => true,
    () => false,
  )
})
afterAll(() => rm(folder, { recursive: true, force: true }))

async function counted(db: string) {
  const store = await openEmbedded(db)
  try {
    const actor = { tenant: TENANT, id: 'x' }
    const personas = await everyPersona({ store }, actor)
    const found = await store.tx(TENANT, async (tx) => ({
      decided: (await tx.dispositions(personas)).map((one) => one.persona).sort(),
      inCases: (await tx.casesOfPersonas(personas)).flatMap((c) => c.decisions.map((d) => d.record.persona)).sort(),
      audited: (await tx.auditRows(0, 100_000)).filter((row) => row.action === 'decided').map((row) => row.subject),
    }))
    const { faults } = await verifyAudit({ store }, actor)
    // A decision is in its case, beside the persona and in the log, or in none of them.
    expect(faults).toEqual([])
    expect(found.inCases).toEqual(found.decided)
    expect(found.audited.toSorted()).toEqual(found.decided)
    return found.decided
  } finally {
    await store.close()
  }
}

async function bytesOf(at: string): Promise<number> {
  let sum = 0
  for (const entry of await readdir(at, { recursive: true, withFileTypes: true }))
    sum += entry.isFile() ? Math.ceil((await stat(join(entry.parentPath, entry.name))).size / 4096) * 4096 : 4096
  return sum
}

test('on a disk that is full', { timeout: 600_000 }, async ({ skip }) => {
  if (!canMount) skip('this machine lets no test mount a small file system of its own (user namespaces are off)')
  const megabytes = Math.ceil((await bytesOf(join(folder, 'made'))) / 2 ** 20) + ROOM_MB
  const { stdout } = await run(
    'unshare',
    [
      ...IN_OWN_MOUNTS,
      `mount -t tmpfs -o size=${megabytes}m none disk && cp -a made/. disk/ && "$0" "$@"; code=$?; rm -f disk/others; cp -a disk/. saved/; exit $code`,
      process.execPath,
      CHILD,
      'disk/db',
      String(MANY),
      'disk/others',
    ],
    { cwd: folder },
  )
  const said = stdout.trim().split('\n')
  expect(said.at(-1)).toBe('refused storage')
  const answered = said.slice(0, -1).map((line) => line.replace('decided ', ''))
  expect(answered.length).toBeGreaterThan(0)
  expect(answered.length).toBeLessThan(MANY)
  await cp(join(folder, 'saved', 'db'), join(folder, 'looked', 'db'), { recursive: true })
  expect(await counted(join(folder, 'looked', 'db'))).toEqual(answered)

  // With room again, the same decisions are asked for again.
  const again = await run(process.execPath, [CHILD, join(folder, 'saved', 'db'), String(MANY)])
  expect(again.stdout.trim().split('\n')).toHaveLength(MANY - answered.length + 1)
  expect(await counted(join(folder, 'saved', 'db'))).toHaveLength(MANY)
})
