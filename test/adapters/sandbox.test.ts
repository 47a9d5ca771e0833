import { spawn } from 'node:child_process'
import { readdir, readFile } from 'node:fs/promises'
import sharp from 'sharp'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { encodeFrame, frameReader } from '../../src/adapters/sandbox/frames.ts'
import { findTools } from '../../src/adapters/sandbox/launch.ts'
import type { ReadingSandbox } from '../../src/adapters/sandbox/index.ts'
import type { Reading } from '../../src/kit/reader.ts'
import { FIXTURES, openFixtures, walls } from '../support/sandboxes.ts'

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text)
const texts = (reading: Reading): readonly string[] => reading.statements.map((s) => (s.value as { text: string }).text)
const here = walls.filter((wall) => wall.missing === undefined)

test('this machine has a way to isolate', () => {
  expect(here.length).toBeGreaterThan(0)
})

describe.each(here)('the port, behind $network', (wall) => {
  let sandbox: ReadingSandbox
  beforeAll(() => {
    sandbox = openFixtures(wall.options)
  })
  afterAll(async () => sandbox.close())

  test('reads: role, statements and places come over', async () => {
    const reading = await sandbox.read('lines', { bytes: bytes('one\nzwei ü\n三'), name: 'a.txt' })
    expect(reading.role).toBe('other')
    expect(texts(reading)).toEqual(['one', 'zwei ü', '三'])
    expect(reading.statements.map((s) => s.at)).toEqual(['line=1', 'line=2', 'line=3'])
    expect(reading.enclosed).toEqual([])
  })

  test('hands over name and options as they are', async () => {
    const options = { columns: { Phone: 'phone' }, skip: [1, 2] }
    expect(texts(await sandbox.read('name-and-options', { bytes: bytes(''), name: '../ä "b".csv', options }))).toEqual([
      '../ä "b".csv',
      JSON.stringify(options),
    ])
  })

  test('enclosed files come back byte for byte, the empty one too', async () => {
    const sent = Uint8Array.from({ length: 300_000 }, (_, i) => i % 251)
    const reading = await sandbox.read('encloses', { bytes: sent, name: 'a.bin' })
    expect(reading.enclosed.map(({ name, at, about, bytes }) => ({ name, at, about, size: bytes.byteLength }))).toEqual([
      { name: 'whole.bin', at: '/0', about: 'self', size: 300_000 },
      { name: 'empty.bin', at: '/1', about: 'row:2', size: 0 },
    ])
    expect(Buffer.from(reading.enclosed[0]?.bytes ?? []).equals(Buffer.from(sent))).toBe(true)
    expect(reading.notes).toEqual([{ kind: 'quality', says: 'Two files inside.', count: 2 }])
    expect(reading.rows).toBe(2)
  })

  test("a reader's own refusal comes back as it was thrown", async () => {
    await expect(sandbox.read('refuses', { bytes: bytes('x'), name: 'a' })).rejects.toMatchObject({
      name: 'AppError',
      code: 'unreadable',
      status: 422,
      title: 'Unreadable file',
      detail: 'The file ends in the middle of a page.',
      pointer: 'page=3',
    })
  })

  test('a reader that needs compiled libraries may load them', async () => {
    const png = await sharp({ create: { width: 7, height: 5, channels: 3, background: '#fff' } })
      .png()
      .toBuffer()
    expect(texts(await sandbox.read('compiled', { bytes: png, name: 'a.png' }))).toEqual(['7 × 5'])
  })

  test('renders the pages asked for', async () => {
    const pages = await sandbox.renderPages(bytes('pdf'), [2, 5], 3)
    expect([...pages.keys()]).toEqual([2, 5])
    expect((await sharp(pages.get(5)).metadata()).width).toBe(30)
  })

  test('one child serves one file: nothing is left of the one before', async () => {
    const many = await Promise.all(
      Array.from({ length: 8 }, async (_, i) => sandbox.read('counts', { bytes: bytes(String(i)), name: 'a' })),
    )
    expect(many.map((reading) => texts(reading))).toEqual(Array.from({ length: 8 }, (_, i) => [`file 1 of this process: ${i}`]))
  })

  test('children that wait warm the readers that were asked for lately', async () => {
    let found: readonly string[] = []
    // A child may be handed a file before it is warm; sooner or later one has waited long enough.
    for (let tries = 0; found[0] !== 'warm' && tries < 50; tries++) {
      found = texts(await sandbox.read('warms', { bytes: bytes(''), name: 'a' }))
      await new Promise((resolve) => setTimeout(resolve, 50 * tries))
    }
    expect(found).toEqual(['warm'])
  })

  test('an unknown reader is our fault, not the file’s', async () => {
    await expect(sandbox.read('no-such-reader', { bytes: bytes(''), name: 'a' })).rejects.toMatchObject({ code: 'internal' })
  })
})

describe('without network isolation', () => {
  test('files are refused unless the operator accepts it, and the refusal says what to do', async () => {
    const none = walls.find((wall) => wall.network === 'none')
    const sandbox = openFixtures({ ...none?.options, acceptNoNetworkIsolation: false })
    await expect(sandbox.read('lines', { bytes: bytes('x'), name: 'a' })).rejects.toMatchObject({
      code: 'no-isolation',
      status: 503,
      detail: expect.stringContaining('bubblewrap'),
    })
    await expect(sandbox.renderPages(bytes('x'), [1], 1)).rejects.toMatchObject({ code: 'no-isolation' })
    expect((await sandbox.isolation()).tried.map((t) => t.by)).toContain('bubblewrap')
    await sandbox.close()
  })

  test('a machine without even a shell reads behind the permission model alone', async () => {
    const nothing = Object.fromEntries(Object.keys(await findTools()).map((name) => [name, undefined])) as unknown as Awaited<
      ReturnType<typeof findTools>
    >
    const sandbox = openFixtures({ tools: nothing, acceptNoNetworkIsolation: true })
    expect(await sandbox.isolation()).toMatchObject({ network: 'none', readOnly: 'permission-model', kernelLimits: false })
    expect(texts(await sandbox.read('lines', { bytes: bytes('x'), name: 'a' }))).toEqual(['x'])
    await sandbox.close()
  })
})

describe('ends', () => {
  test('close ends the children and what waits for them', async () => {
    const sandbox = openFixtures({ caps: { seconds: 600, startSeconds: 600 } })
    await sandbox.read('lines', { bytes: bytes('x'), name: 'a' })
    const waiting = Array.from({ length: 4 }, async () => sandbox.read('never-answers', { bytes: bytes(''), name: 'a' }))
    const settled = Promise.allSettled(waiting)
    await new Promise((resolve) => setTimeout(resolve, 50))
    await sandbox.close()
    for (const result of await settled) expect(result).toMatchObject({ status: 'rejected', reason: { code: 'cancelled' } })
    expect(await childrenWith(process.pid)).toEqual([])
  })

  // Only Linux lists processes in /proc and ends children with their parent.
  test.skipIf(process.platform !== 'linux')('a killed main process leaves no child behind, not even one in an endless loop', async () => {
    const program = `
      import { openSandbox } from ${JSON.stringify(new URL('../../src/adapters/sandbox/index.ts', import.meta.url).href)}
      const sandbox = openSandbox({ readersModule: new URL(${JSON.stringify(FIXTURES.readersModule.href)}), renderModule: new URL(${JSON.stringify(FIXTURES.renderModule.href)}), caps: { seconds: 600 }, acceptNoNetworkIsolation: true })
      sandbox.read('loops', { bytes: new Uint8Array(), name: 'x' }).catch(() => undefined)
      await sandbox.read('lines', { bytes: new Uint8Array(), name: 'x' })
      console.log('reading')`
    const main = spawn(process.execPath, ['--input-type=module', '--eval', program], { stdio: ['ignore', 'pipe', 'inherit'] })
    await new Promise((resolve) => main.stdout.once('data', resolve))
    const children = await childrenWith(main.pid ?? 0)
    expect(children.length).toBeGreaterThan(0)
    const gone = new Promise((resolve) => main.once('exit', resolve))
    main.kill('SIGKILL')
    await gone
    let left = children
    for (let tries = 0; left.length > 0 && tries < 100; tries++) {
      await new Promise((resolve) => setTimeout(resolve, 50))
      left = await running(left)
    }
    expect(left).toEqual([])
  })
})

describe('frames', () => {
  test('come out whole however the bytes are cut', () => {
    const parts = [new Uint8Array([1, 2, 3]), new Uint8Array(), new Uint8Array(1000).fill(7)]
    const wire = Buffer.concat([...encodeFrame({ head: { a: 'ä' }, parts }), ...encodeFrame({ head: { b: 2 }, parts: [] })])
    for (const step of [1, 3, 64, wire.byteLength]) {
      const reader = frameReader()
      const frames = Array.from({ length: Math.ceil(wire.byteLength / step) }, (_, i) =>
        reader.push(wire.subarray(i * step, (i + 1) * step)),
      ).flat()
      expect(frames.map((f) => f.head)).toMatchObject([{ a: 'ä' }, { b: 2 }])
      expect(frames[0]?.parts.map((p) => [...p])).toEqual(parts.map((p) => [...p]))
    }
  })

  test('bytes that are no frame are an error', () => {
    for (const head of ['[1]', '{"parts":[-1]}', '{"parts":"x"}', '{', 'null']) {
      const length = Buffer.alloc(4)
      length.writeUInt32BE(head.length)
      expect(() => frameReader().push(Buffer.concat([length, Buffer.from(head)]))).toThrow()
    }
  })
})

/** Process ids of sandbox children anywhere under a process. */
async function childrenWith(ancestor: number): Promise<readonly number[]> {
  const parents = new Map<number, number>()
  const sandboxed = new Set<number>()
  for (const name of (await readdir('/proc')).filter((n) => /^\d+$/.test(n))) {
    const status = await readFile(`/proc/${name}/status`, 'utf8').catch(() => '')
    const command = await readFile(`/proc/${name}/cmdline`, 'utf8').catch(() => '')
    parents.set(Number(name), Number(/^PPid:\s+(\d+)$/m.exec(status)?.[1] ?? 0))
    if (command.includes('sandbox/child.ts') && !/^State:\s+Z/m.test(status)) sandboxed.add(Number(name))
  }
  const under = (pid: number): boolean => pid === ancestor || (pid > 1 && under(parents.get(pid) ?? 0))
  return [...sandboxed].filter((pid) => under(pid))
}

async function running(pids: readonly number[]): Promise<readonly number[]> {
  const states = await Promise.all(pids.map(async (pid) => readFile(`/proc/${pid}/status`, 'utf8').catch(() => 'State:\tZ')))
  return pids.filter((_, i) => !/^State:\s+Z/m.test(states[i] ?? ''))
}
