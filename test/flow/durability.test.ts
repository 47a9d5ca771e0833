import { execFile } from 'node:child_process'
import { chmod, cp, mkdir, mkdtemp, readdir, rm, stat, writeFile } from 'node:fs/promises'
import { availableParallelism, tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openBlobs } from '../../src/adapters/blobs-fs/index.ts'
import { openEmbedded } from '../../src/adapters/store-postgres/index.ts'
import { verifyAudit } from '../../src/engine/audit.ts'
import { everyPersona } from '../../src/engine/rebuild.ts'
import { bonafideAlone, documentOf, startBonafide, type Running } from '../support/command-line.ts'
import { putNewDatabase } from '../support/new-database.ts'

/** What is kept when the program is stopped, killed, or has no room, through the real program. */
const WIDTH = Math.max(2, availableParallelism())
const CANDIDATES = WIDTH + 10
const SCREEN = ['screen', 'in', '--json', '--accept-no-network-isolation']
const actor = { tenant: 'local', id: 'tester' }

const resume = (i: number): string =>
  `Candidate ${String.fromCharCode(65 + (i % 26))}${i}\nperson${i}@example.com | +1 202 555 01${i % 4 === 0 ? '99' : 10 + i}\n\nExperience\n\nBackend Engineer, Depot ${i} Freight\nJan 2019 – Mar 2022\n- Moved ledger number ${i} of depot ${i} to a small service that settles nightly instead of weekly.\n`

let base: string
let undisturbed: string
beforeAll(async () => {
  base = await mkdtemp(join(tmpdir(), 'bonafide-durable-'))
  await mkdir(join(base, 'in'))
  for (let i = 0; i < CANDIDATES; i++) await writeFile(join(base, 'in', `candidate-${String(i).padStart(3, '0')}.txt`), resume(i))
  const ran = await bonafideAlone(SCREEN, await place('undisturbed'))
  expect([ran.code, ran.stderr.match(/ at /)]).toEqual([0, null])
  undisturbed = ran.stdout
  const { screened } = documentOf(ran)
  expect(screened).toHaveLength(CANDIDATES)
  // Something to compare: the shared number is found between different people.
  expect(screened.flatMap((s) => s.findings).length).toBeGreaterThan(0)
}, 600_000)
afterAll(() => rm(base, { recursive: true, force: true }))

/** A folder to run in, with the candidates and a new database in it. */
async function place(name: string): Promise<string> {
  const folder = join(base, name)
  await cp(join(base, 'in'), join(folder, 'in'), { recursive: true })
  await putNewDatabase(join(folder, '.bonafide', 'db'))
  return folder
}

async function blobFiles(data: string): Promise<string[]> {
  const all = await readdir(join(data, 'blobs'), { recursive: true }).catch(() => [])
  return all.filter((name) => /[0-9a-f]{64}$/.test(name))
}

/**
 * Waits until so many files are stored that at least one candidate is taken in and read: each of the `WIDTH` takers stores its
 * next candidate's file only when it is done with the one before. Then ends the program with the signal.
 */
async function interrupt(running: Running, data: string, signal: NodeJS.Signals): Promise<void> {
  while ((await blobFiles(data)).length <= WIDTH && running.process.exitCode === null)
    await new Promise((resolve) => setTimeout(resolve, 2))
  running.process.kill(signal)
}

/** What a data folder holds: who is acknowledged as received and read, and whether their bytes and the log are whole. */
async function looked(data: string) {
  const store = await openEmbedded(join(data, 'db'))
  try {
    const blobs = await openBlobs({ folder: join(data, 'blobs'), keys: join(data, 'keys'), tenant: actor.tenant })
    const personas = await everyPersona({ store }, actor)
    const submissions = await store.tx(actor.tenant, (tx) => tx.submissions(personas))
    for (const { artifact } of submissions) expect((await blobs.get(artifact)).length).toBeGreaterThan(0)
    const statements = await store.tx(actor.tenant, (tx) => tx.statementsOf(personas))
    const { rows, faults } = await verifyAudit({ store }, actor)
    expect([faults, rows > 0]).toEqual([[], true])
    const received = await store.tx(actor.tenant, async (tx) =>
      (await tx.auditRows(0, 1000)).filter((row) => row.action === 'received').map((row) => row.subject),
    )
    return {
      personas,
      read: submissions.filter((s) => s.read?.outcome === 'read').map((s) => s.persona),
      statements: statements.map((s) => s.id),
      received,
    }
  } finally {
    await store.close()
  }
}

describe('an interrupted screening', () => {
  test('killed during intake loses nothing that was received, and a rerun gives what an undisturbed run gives', async () => {
    const cwd = await place('killed')
    const data = join(cwd, '.bonafide')
    const running = startBonafide(SCREEN, cwd)
    await interrupt(running, data, 'SIGKILL')
    const died = await running.ended
    expect([died.signal, died.stdout]).toEqual(['SIGKILL', ''])
    const before = await looked(data)
    expect(before.personas.length).toBeGreaterThan(0)
    expect(before.personas.length).toBeLessThan(CANDIDATES)
    // Whom the log says was received is there, and of whom was read the statements are.
    expect(before.received.toSorted()).toEqual(before.personas)
    expect(before.read.length).toBeGreaterThan(0)
    expect(before.statements.length).toBeGreaterThan(before.read.length)
    const again = await bonafideAlone(SCREEN, cwd)
    expect([again.code, again.stdout]).toEqual([0, undisturbed])
    const after = await looked(data)
    expect(after.personas).toHaveLength(CANDIDATES)
    expect(before.statements.filter((id) => !after.statements.includes(id))).toEqual([])
    expect(after.received).toHaveLength(CANDIDATES)
  }, 600_000)

  test('stopped by Ctrl-C says so, ends with 130 and goes on where it was', async () => {
    const cwd = await place('stopped')
    const running = startBonafide(SCREEN, cwd)
    await interrupt(running, join(cwd, '.bonafide'), 'SIGINT')
    const stopped = await running.ended
    expect([stopped.code, stopped.stdout]).toEqual([130, ''])
    expect(stopped.stderr).toMatch(/Stopping after the files under way/)
    expect(stopped.stderr).toMatch(/Cancelled: .*run the same command again to go on/)
    const before = await looked(join(cwd, '.bonafide'))
    expect(before.personas.length).toBeGreaterThan(0)
    expect(before.personas.length).toBeLessThan(CANDIDATES)
    // What was under way was brought to its end: nobody is received and not read.
    expect(before.read.toSorted()).toEqual(before.personas)
    const again = await bonafideAlone(SCREEN, cwd)
    expect([again.code, again.stdout]).toEqual([0, undisturbed])
  }, 600_000)
})

describe('a data folder', () => {
  test('that is in use by another process is refused, with who has it and what to do', async () => {
    const cwd = await place('busy')
    const store = await openEmbedded(join(cwd, '.bonafide', 'db'))
    try {
      const second = await bonafideAlone(SCREEN, cwd)
      expect([second.code, second.stdout]).toEqual([1, ''])
      expect(second.stderr).toMatch(
        new RegExp(
          `Already in use: .*in use by another Bonafide process \\(number ${process.pid}\\).*Wait until it is done or stop it, or name another folder with --data`,
        ),
      )
    } finally {
      await store.close()
    }
  }, 120_000)

  /** Runs the program in a mount namespace of its own, so that a small or read-only file system changes nothing on this machine. */
  const inOwnMounts = (mount: string): string[] => [
    'unshare',
    '--user',
    '--map-root-user',
    '--mount',
    'sh',
    '-c',
    `${mount} && exec "$0" "$@"`,
  ]
  const canMount = promisify(execFile)('unshare', ['--user', '--map-root-user', '--mount', 'mount', '-t', 'tmpfs', 'none', tmpdir()]).then(
    () => true,
    () => false,
  )

  test('that can only be read is said to be that, and nothing is written', async ({ skip }) => {
    if (!(await canMount)) skip('this machine lets no test mount a read-only file system of its own (user namespaces are off)')
    const cwd = await place('read-only')
    await mkdir(join(cwd, 'data'))
    const ran = await bonafideAlone(
      [...SCREEN, '--data', 'data'],
      cwd,
      inOwnMounts('mount --bind data data && mount -o remount,bind,ro data'),
    )
    expect([ran.code, ran.stdout]).toEqual([1, ''])
    expect(ran.stderr).toMatch(/Cannot store: .*read-only disk.*--data/)
    expect(await readdir(join(cwd, 'data'))).toEqual([])
  }, 120_000)

  test('that this user may not write to is said to be that', async ({ skip }) => {
    if (process.getuid?.() === 0) skip('root may write everywhere')
    const cwd = await place('forbidden')
    await mkdir(join(cwd, 'data'), { mode: 0o500 })
    const ran = await bonafideAlone([...SCREEN, '--data', 'data'], cwd)
    await chmod(join(cwd, 'data'), 0o700)
    expect([ran.code, ran.stdout]).toEqual([1, ''])
    expect(ran.stderr).toMatch(/Cannot store: .*cannot be made or written.*--data/)
  }, 120_000)

  test.for([
    ['before the database is made', 8],
    ['in the middle of the work', 0],
  ] as const)(
    'on a disk that is full %s says so, and what was received is whole',
    { timeout: 600_000 },
    async ([, megabytes], { skip }) => {
      if (!(await canMount)) skip('this machine lets no test mount a small file system of its own (user namespaces are off)')
      const cwd = await place(`full-${megabytes}`)
      await mkdir(join(cwd, 'disk'))
      await mkdir(join(cwd, 'saved'))
      // The second kind: a folder made beforehand, and room for only a little more than it has.
      if (megabytes === 0) await putNewDatabase(join(cwd, 'made', 'db'))
      const size = megabytes === 0 ? Math.ceil((await sizeOf(join(cwd, 'made'))) / 2 ** 20) + 1 : megabytes
      const fill =
        megabytes === 0
          ? 'cp -a made/. disk/ && { dd if=/dev/zero of=disk/ballast bs=64k count=10000 2>/dev/null; truncate -s -512K disk/ballast; } && '
          : ''
      const mounts = `mount -t tmpfs -o size=${size}m none disk && ${fill}true`
      const ran = await bonafideAlone([...SCREEN, '--data', 'disk'], cwd, [
        'unshare',
        '--user',
        '--map-root-user',
        '--mount',
        'sh',
        '-c',
        `${mounts} && { "$0" "$@"; code=$?; rm -f disk/ballast; cp -a disk/. saved/; exit $code; }`,
      ])
      expect([ran.code, ran.stdout, ran.stderr]).toEqual([
        1,
        '',
        expect.stringMatching(/Cannot store: .*disk.* full.*run the same command again/s),
      ])
      if (megabytes > 0) return expect(await readdir(join(cwd, 'saved', 'db')).catch(() => [])).not.toContain('database')
      const again = await bonafideAlone([...SCREEN, '--data', 'saved'], cwd)
      expect([again.code, again.stdout]).toEqual([0, undisturbed])
    },
  )
})

async function sizeOf(folder: string): Promise<number> {
  let sum = 0
  for (const entry of await readdir(folder, { recursive: true, withFileTypes: true }))
    sum += entry.isFile() ? Math.ceil((await stat(join(entry.parentPath, entry.name))).size / 4096) * 4096 : 4096
  return sum
}
