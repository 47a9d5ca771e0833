import { writeSync } from 'node:fs'
import { defineReader, type Incoming, type Reader, type Reading } from '../../src/kit/reader.ts'
import type { AnyDraft } from '../../src/model/statement.ts'
import { unreadable } from '../../src/model/errors.ts'

/**
 * Readers for the tests of the sandbox: honest small ones, and one for each thing that a reader taken over by a hostile
 * file would try. Each attempt says in its reading what came of it, so that a test can tell "refused" from "not tried".
 */

const text = (incoming: Incoming): string => new TextDecoder().decode(incoming.bytes)
const option = (incoming: Incoming, name: string): string => String((incoming.options as Record<string, unknown> | undefined)?.[name])

const passage = (line: string, at: string): AnyDraft => ({
  about: 'self',
  property: 'passage',
  value: { text: line, kind: 'line' },
  basis: 'claimed',
  at,
})
const reading = (lines: readonly string[]): Reading => ({
  role: 'other',
  statements: lines.map((line, i) => passage(line, `line=${i + 1}`)),
  enclosed: [],
  notes: [],
})

const fixture = (id: string, read: (incoming: Incoming) => Promise<Reading> | Reading, more: Partial<Reader> = {}): Reader =>
  defineReader({
    id,
    version: 1,
    title: `Fixture: ${id}`,
    extensions: ['.fixture'],
    recognise: () => 'no',
    read: async (incoming) => read(incoming),
    ...more,
  })

/** What came of an attempt: `done`, or the code or name of the error. */
async function attempt(what: string, action: () => unknown): Promise<string> {
  try {
    await action()
    return `${what}: done`
  } catch (error) {
    const { code, name, cause } = error as { code?: string; name: string; cause?: { code?: string } }
    return `${what}: ${code ?? cause?.code ?? name}`
  }
}

async function connect(to: { port: number; host: string } | { path: string }): Promise<void> {
  const net = await import('node:net')
  await new Promise<void>((resolve, reject) => net.connect(to).once('connect', resolve).once('error', reject))
}

let warmed = 'cold'
let files = 0

const honest: readonly Reader[] = [
  fixture('lines', (incoming) => reading(text(incoming).split('\n'))),
  fixture('counts', (incoming) => {
    files += 1
    return reading([`file ${files} of this process: ${text(incoming)}`])
  }),
  fixture('name-and-options', (incoming) => reading([incoming.name, JSON.stringify(incoming.options ?? null)])),
  fixture('warms', () => reading([warmed]), {
    warm: async () => {
      warmed = 'warm'
      await Promise.resolve()
    },
  }),
  fixture('encloses', (incoming) => ({
    ...reading([]),
    enclosed: [
      { name: 'whole.bin', bytes: incoming.bytes, at: '/0', about: 'self' },
      { name: 'empty.bin', bytes: new Uint8Array(), at: '/1', about: 'row:2' },
    ],
    notes: [{ kind: 'quality', says: 'Two files inside.', count: 2 }],
    rows: 2,
  })),
  fixture('refuses', () => {
    throw unreadable('The file ends in the middle of a page.', { pointer: 'page=3' })
  }),
  fixture(
    'compiled',
    async (incoming) => {
      const sharp = (await import('sharp')).default
      const { width, height } = await sharp(incoming.bytes).metadata()
      return reading([`${width} × ${height}`])
    },
    { native: true },
  ),
  fixture('compiled-without-leave', async () => {
    process.dlopen({ exports: {} }, '/nowhere/some.node')
    return reading([])
  }),
]

const hostile: readonly Reader[] = [
  fixture('starts-a-program', async (incoming) => {
    const { spawnSync } = await import('node:child_process')
    spawnSync(process.execPath, ['-e', `require('fs').writeFileSync(${JSON.stringify(option(incoming, 'folder'))} + '/x', '')`])
    return reading(['started'])
  }),
  fixture('fork-bomb', async () => {
    const { spawn } = await import('node:child_process')
    const { Worker } = await import('node:worker_threads')
    const { default: cluster } = await import('node:cluster')
    return reading([
      await attempt('spawn', () => Array.from({ length: 100 }, () => spawn(process.execPath))),
      await attempt('thread', () => new Worker('while (true) {}', { eval: true })),
      await attempt('cluster', () => cluster.fork()),
    ])
  }),
  fixture('calls-home', async (incoming) => {
    const port = Number(option(incoming, 'port'))
    return reading([
      await attempt('tcp', async () => connect({ port, host: '127.0.0.1' })),
      await attempt('tcp6', async () => connect({ port, host: '::1' })),
      await attempt('fetch', async () => fetch(`http://127.0.0.1:${port}/`)),
      await attempt('unix socket', async () => connect({ path: option(incoming, 'socket') })),
      await attempt('name', async () => (await import('node:dns/promises')).lookup('candidate.example.com')),
    ])
  }),
  fixture('fetches', async (incoming) => {
    await fetch(`http://127.0.0.1:${option(incoming, 'port')}/`)
    return reading(['fetched'])
  }),
  fixture('writes', async (incoming) => {
    const { writeFileSync, mkdirSync } = await import('node:fs')
    const folder = option(incoming, 'folder')
    return reading([
      await attempt('write', () => writeFileSync(`${folder}/written`, 'x')),
      await attempt('folder', () => mkdirSync(`${folder}/made`)),
      await attempt('own code', () => writeFileSync(new URL(import.meta.url), 'x', { flag: 'a' })),
    ])
  }),
  fixture('looks-around', async (incoming) => {
    const { readFileSync, readdirSync } = await import('node:fs')
    return reading([
      await attempt('file', () => readFileSync(option(incoming, 'file'))),
      await attempt('passwd', () => readFileSync('/etc/passwd')),
      await attempt('root', () => readdirSync('/')),
      `env: ${Object.keys(process.env).sort().join(' ')}`,
    ])
  }),
  fixture('signals', async () => {
    return reading([
      await attempt('parent', () => process.kill(process.ppid > 1 ? process.ppid : 2, 0)),
      await attempt('group', () => process.kill(0, 'SIGKILL')),
    ])
  }),
  fixture('loops', () => {
    for (;;);
  }),
  fixture('never-answers', async () => new Promise<Reading>(() => setInterval(() => undefined, 1000))),
  fixture('heap-hog', () => {
    const held: number[][] = []
    for (;;) held.push(Array.from({ length: 10_000 }, (_, i) => i * 1.1))
  }),
  fixture('buffer-hog', () => {
    const held: Buffer[] = []
    for (;;) held.push(Buffer.alloc(8_000_000, 1))
  }),
  fixture('giant-answer', () => reading(Array.from({ length: 200 }, () => 'x'.repeat(20_000)))),
  fixture('giant-enclosed', () => ({
    ...reading([]),
    enclosed: [{ name: 'big', bytes: new Uint8Array(4_000_000), at: '/', about: 'self' }],
  })),
  fixture('exits', () => process.exit(0)),
  fixture('aborts', () => process.abort()),
  fixture('throws-a-string', () => {
    // oxlint-disable-next-line typescript/only-throw-error -- the point of this reader
    throw 'a string'
  }),
  fixture('throws-nothing', () => {
    // oxlint-disable-next-line typescript/only-throw-error -- the point of this reader
    throw undefined
  }),
  fixture('throws-late', async () => {
    setTimeout(() => {
      throw new TypeError('later')
    }, 1)
    return new Promise<Reading>(() => setInterval(() => undefined, 1000))
  }),
  fixture('rejects-unseen', async () => {
    void Promise.reject(new RangeError('unseen'))
    return new Promise<Reading>(() => setInterval(() => undefined, 1000))
  }),
  fixture('noisy', (incoming) => {
    for (let i = 0; i < 2000; i++) {
      // oxlint-disable-next-line eslint/no-console -- the point of this reader
      console.log('{"reading":{"role":"resume"}}', i)
      // oxlint-disable-next-line eslint/no-console -- the point of this reader
      console.error('noise', i)
    }
    return reading([text(incoming)])
  }),
  fixture('forges-the-wire', () => {
    writeSync(3, Buffer.from([0, 0, 0, 2, 0x7b, 0x5d]))
    return reading(['after'])
  }),
  fixture('forges-a-length', () => {
    writeSync(3, Buffer.from([0xff, 0xff, 0xff, 0xff]))
    for (;;) writeSync(3, Buffer.alloc(65_536))
  }),
  fixture('wrong-shape', () => ({ role: 'suspect', statements: 'none' }) as unknown as Reading),
  fixture('wrong-role', () => ({ ...reading([]), role: 'suspect' }) as unknown as Reading),
  fixture('unknown-property', () => ({
    ...reading([]),
    statements: [{ ...passage('x', 'line=1'), property: 'nationality' } as unknown as AnyDraft],
  })),
  // oxlint-disable-next-line typescript/no-implied-eval -- the point of this reader
  fixture('makes-functions', async () => reading([await attempt('function', () => new Function('return 1'))])),
]

export const readers: readonly Reader[] = [...honest, ...hostile]
