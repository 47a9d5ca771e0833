import { execFileSync, spawn, type ChildProcess } from 'node:child_process'
import { existsSync } from 'node:fs'
import { chmod, mkdir, mkdtemp, readFile, readdir, rm, stat, truncate, writeFile } from 'node:fs/promises'
import { hostname, tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { lockFolder } from '../../src/adapters/store-postgres/folder-lock.ts'
import { openEmbedded } from '../../src/adapters/store-postgres/index.ts'
import { putNewDatabase } from '../support/new-database.ts'
import { aPersona, NOON } from '../support/rows.ts'

const SCRIPT = join(import.meta.dirname, '..', 'support', 'store-child.ts')
const root = process.getuid?.() === 0

let folder: string
const children: ChildProcess[] = []
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'bonafide-folder-'))
})
afterEach(async () => {
  for (const child of children.splice(0)) child.kill('SIGKILL')
  await rm(folder, { recursive: true, force: true })
})

interface Child {
  readonly pid: number
  readonly lines: string[]
  /** Resolves with the first line that matches; rejects with what was said when it ends without one. */
  line(pattern: RegExp): Promise<string>
  kill(): Promise<void>
  /** The code it ended with; null when it was killed. */
  readonly ended: Promise<number | null>
  /** What it wrote to its error output. */
  complaint(): string
}

function child(what: string, place: string): Child {
  const process_ = spawn(process.execPath, [SCRIPT, what, place], { stdio: ['ignore', 'pipe', 'pipe'] })
  children.push(process_)
  const lines: string[] = []
  const waiting = new Set<() => void>()
  let over = false
  const ended = new Promise<number | null>((resolve) => {
    process_.once('close', (code) => {
      over = true
      for (const wake of waiting) wake()
      resolve(code)
    })
  })
  let complaint = ''
  process_.stderr.on('data', (chunk: Buffer) => void (complaint += chunk.toString()))
  createInterface({ input: process_.stdout }).on('line', (text) => {
    lines.push(text)
    for (const wake of waiting) wake()
  })
  return {
    pid: process_.pid ?? 0,
    lines,
    ended,
    complaint: () => complaint,
    line: (pattern) =>
      new Promise((resolve, reject) => {
        const look = (): void => {
          const found = lines.find((text) => pattern.test(text))
          if (found !== undefined) resolve(found)
          else if (over) reject(new Error(`the child ended after saying: ${lines.join(' | ')} ${complaint}`))
          else return
          waiting.delete(look)
        }
        waiting.add(look)
        look()
      }),
    async kill() {
      process_.kill('SIGKILL')
      await ended
    },
  }
}

/** What the child failed with. */
async function failure(of: Child): Promise<{ code: string; detail: string }> {
  return JSON.parse(await of.line(/^\{/)) as { code: string; detail: string }
}

describe('a data folder', () => {
  test('is made private, keeps what was stored, and is given back on closing', async () => {
    const place = join(folder, 'new', 'data')
    const first = await openEmbedded(place)
    await first.tx('t', (tx) => tx.putPersona(aPersona('p-1')))
    await first.close()
    expect((await stat(place)).mode & 0o077).toBe(0)
    expect(await readdir(place)).toEqual(['database'])
    const again = await openEmbedded(place)
    expect(await again.tx('t', (tx) => tx.persona('p-1'))).toEqual(aPersona('p-1'))
    await again.close()
  })

  test('is refused to a second opener: in this process, and in another, which is named', async () => {
    await putNewDatabase(folder)
    const store = await openEmbedded(folder)
    await expect(openEmbedded(folder)).rejects.toMatchObject({
      code: 'in-use',
      detail: expect.stringContaining('already open in this process'),
    })
    const other = await failure(child('hold', folder))
    expect(other.code).toBe('in-use')
    expect(other.detail).toContain(String(process.pid))
    await store.close()
  })

  test('loses nothing that was acknowledged when its process is killed, and opens again', async () => {
    await putNewDatabase(folder)
    for (const round of [3, 17]) {
      const writer = child('write', folder)
      await writer.line(new RegExp(`^stored p-0000${String(round).padStart(2, '0')}$`))
      await writer.kill()
      const acknowledged = writer.lines.filter((line) => line.startsWith('stored ')).map((line) => line.slice(7))
      expect(acknowledged.length).toBeGreaterThan(round)
      const store = await openEmbedded(folder)
      await store.tx('t', async (tx) => {
        for (const id of acknowledged) expect(await tx.persona(id)).toBeDefined()
        expect(await tx.statementsOf(acknowledged)).toHaveLength(20 * acknowledged.length)
        const subjects = new Set((await tx.auditRows(0, 10_000)).map((row) => row.subject))
        expect(acknowledged.filter((id) => !subjects.has(id))).toEqual([])
      })
      await store.close()
    }
  })

  test('is made anew when its process was killed while making it', async () => {
    const maker = child('hold', folder)
    while (!existsSync(join(folder, 'database.making', 'PG_VERSION'))) await new Promise((resolve) => setTimeout(resolve, 5))
    await maker.kill()
    expect(maker.lines).toEqual([])
    expect(existsSync(join(folder, 'database'))).toBe(false)
    const store = await openEmbedded(folder)
    await store.tx('t', (tx) => tx.putPersona(aPersona('p-1')))
    await store.close()
    expect(await readdir(folder)).toEqual(['database'])
  })
})

test('in memory keeps what was stored until it is closed', async () => {
  const store = await openEmbedded('memory')
  await store.tx('t', (tx) => tx.putPersona(aPersona('p-1')))
  expect(await store.tx('t', (tx) => tx.persona('p-1'))).toEqual(aPersona('p-1'))
  await store.close()
})

describe('the lock', () => {
  const lock = (): string => join(folder, 'in-use.lock')

  test('of a killed process is taken over', async () => {
    const holder = child('lock', folder)
    await holder.line(/^locked$/)
    await expect(lockFolder(folder)).rejects.toMatchObject({ code: 'in-use', detail: expect.stringContaining(String(holder.pid)) })
    await holder.kill()
    const taken = await lockFolder(folder)
    expect(JSON.parse(await readFile(lock(), 'utf8'))).toMatchObject({ pid: process.pid })
    await taken.release()
    expect(await readdir(folder)).toEqual([])
  })

  test.runIf(existsSync('/proc/self/stat'))('of a process whose number now belongs to another one is taken over', async () => {
    await writeFile(lock(), JSON.stringify({ pid: process.ppid, started: 'long ago', host: hostname() }))
    await (await lockFolder(folder)).release()
  })

  test('of another machine is believed, and the file to delete is named', async () => {
    await writeFile(lock(), JSON.stringify({ pid: 1, started: '', host: 'elsewhere.example.com' }))
    await expect(lockFolder(folder)).rejects.toMatchObject({ code: 'in-use', detail: expect.stringContaining(lock()) })
  })

  test('that makes no sense holds nothing', async () => {
    await writeFile(lock(), '{"pid":')
    await (await lockFolder(folder)).release()
  })

  test('left by a dead process goes to exactly one of many who want it', async () => {
    await writeFile(lock(), JSON.stringify({ pid: 2 ** 22 + 1, started: '', host: hostname() }))
    const wanting = Array.from({ length: 8 }, () => child('lock', folder))
    const answers = await Promise.all(wanting.map((one) => one.line(/^locked$|^\{/)))
    expect(answers.filter((answer) => answer === 'locked')).toHaveLength(1)
    expect(answers.filter((answer) => answer.includes('in-use'))).toHaveLength(7)
  })
})

describe('a folder that cannot be used', () => {
  test('because it is read-only says so', async () => {
    await chmod(folder, 0o555)
    // Root may write everywhere, so it becomes somebody else.
    const error = await failure(child(root ? 'as-nobody' : 'hold', folder))
    expect(error).toEqual({ code: 'storage', detail: expect.stringMatching(/cannot be written.*--data/) })
  })

  test('because its path runs through a file says so', async () => {
    await writeFile(join(folder, 'file'), '')
    await expect(openEmbedded(join(folder, 'file', 'data'))).rejects.toMatchObject({
      code: 'storage',
      detail: expect.stringContaining('part of its path is a file'),
    })
  })

  test('because it is damaged says so, and leaves the files as they are', async () => {
    await putNewDatabase(folder)
    const control = join(folder, 'database', 'global', 'pg_control')
    await truncate(control, 100)
    await expect(openEmbedded(folder)).rejects.toMatchObject({ code: 'storage', detail: expect.stringMatching(/damaged.*backup/) })
    expect((await stat(control)).size).toBe(100)
    expect(await readdir(folder)).toEqual(['database'])
  })

  test('because it was deleted meanwhile says so', async () => {
    await putNewDatabase(folder)
    const store = await openEmbedded(folder)
    await rm(folder, { recursive: true, force: true })
    await expect(store.tx('t', (tx) => tx.putPersona(aPersona('p-1')))).rejects.toMatchObject({
      code: 'storage',
      detail: expect.stringContaining('is gone'),
    })
  })

  test('because what is called the database is something else says so, and touches nothing', async () => {
    await mkdir(join(folder, 'database'))
    await writeFile(join(folder, 'database', 'letter.txt'), 'mine')
    await expect(openEmbedded(folder)).rejects.toMatchObject({ code: 'storage' })
    expect(await readdir(join(folder, 'database'))).toEqual(['letter.txt'])
  })
})

describe('a full disk', () => {
  const disk = (): string => join(folder, 'disk')

  /** A file system of so many megabytes; undefined where this process may not mount one. */
  async function smallDisk(megabytes: number): Promise<boolean> {
    await mkdir(disk())
    try {
      execFileSync('mount', ['-t', 'tmpfs', '-o', `size=${megabytes}m`, 'tmpfs', disk()], { stdio: 'ignore' })
      return true
    } catch {
      return false
    }
  }

  afterEach(() => {
    try {
      execFileSync('umount', ['-l', disk()], { stdio: 'ignore' })
    } catch {
      // It was never mounted.
    }
  })

  test('stops storing with a message, and what was acknowledged is there when there is room again', async ({ skip }) => {
    if (!(await smallDisk(120))) skip('this process may not mount a small file system')
    const writer = child('fill', join(disk(), 'data'))
    const error = await failure(writer)
    expect(error).toEqual({ code: 'storage', detail: expect.stringMatching(/disk is.* full/) })
    await writer.ended
    const acknowledged = writer.lines.filter((line) => line.startsWith('stored ')).map((line) => line.slice(7))
    expect(acknowledged.length).toBeGreaterThan(0)
    execFileSync('mount', ['-o', 'remount,size=400m', disk()])
    const store = await openEmbedded(join(disk(), 'data'))
    await store.tx('t', async (tx) => {
      expect(await tx.statementsOf(acknowledged)).toHaveLength(5_000 * acknowledged.length)
      await tx.appendAudit({ actor: 'me', action: 'received', subject: 'p', detail: {} }, NOON)
    })
    await store.close()
  })

  test('in the middle of a change ends it, or the process when the database can only be ended, and keeps what was acknowledged', async ({
    skip,
  }) => {
    if (!(await smallDisk(110))) skip('this process may not mount a small file system')
    const writer = child('flood', join(disk(), 'data'))
    expect([74, 0]).toContain(await writer.ended)
    expect(`${writer.lines.slice(-1).join()} ${writer.complaint()}`).toMatch(/disk is.* full/)
    expect(writer.lines).toContain('stored p-first')
    execFileSync('mount', ['-o', 'remount,size=400m', disk()])
    const store = await openEmbedded(join(disk(), 'data'))
    expect(await store.tx('t', (tx) => tx.persona('p-first'))).toBeDefined()
    expect(await store.tx('t', (tx) => tx.statementsOf(['p-first']))).toEqual([])
    await store.close()
  })

  test('before anything is stored says so', async ({ skip }) => {
    if (!(await smallDisk(10))) skip('this process may not mount a small file system')
    await expect(openEmbedded(join(disk(), 'data'))).rejects.toMatchObject({
      code: 'storage',
      detail: expect.stringMatching(/disk is.* full/),
    })
  })
})
