import { execFile, spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import { chmod, mkdtemp, readdir, readFile, rename, rm, stat, truncate, utimes, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { keyIdOf } from '../../src/adapters/blobs-fs/blob-file.ts'
import { openBlobs, type FileBlobs } from '../../src/adapters/blobs-fs/index.ts'

let base: string
beforeEach(async () => {
  base = await mkdtemp(join(tmpdir(), 'bonafide-blobs-'))
})
afterEach(async () => rm(base, { recursive: true, force: true }))

const opened = async (tenant = 'local'): Promise<FileBlobs> => openBlobs({ folder: join(base, 'blobs'), keys: join(base, 'keys'), tenant })
const bytes = (text: string): Uint8Array => new TextEncoder().encode(text)
const sha256 = (data: Uint8Array): string => createHash('sha256').update(data).digest('hex')

/** Every file under a folder. */
async function files(under: string): Promise<readonly string[]> {
  const entries = await readdir(under, { recursive: true, withFileTypes: true })
  return entries.filter((e) => e.isFile()).map((e) => join(e.parentPath, e.name))
}
const blobFile = async (id: string): Promise<string> => (await files(join(base, 'blobs'))).find((f) => f.endsWith(id)) ?? ''
const keyFile = (name: string): string => join(base, 'keys', name)

describe('the port', () => {
  test('what was put is got, under the SHA-256 of the plain bytes', async () => {
    const blobs = await opened()
    for (const data of [bytes('hello'), new Uint8Array(), new Uint8Array(3_000_000).fill(5)]) {
      const id = await blobs.put(data)
      expect(id).toBe(sha256(data))
      expect(await blobs.idOf(data)).toBe(id)
      expect(Buffer.from(await blobs.get(id)).equals(Buffer.from(data))).toBe(true)
    }
    expect(await blobs.idOf(bytes('never put'))).toBe(sha256(bytes('never put')))
    expect(await blobs.has(sha256(bytes('never put')))).toBe(false)
  })

  test('twice the same bytes is one blob, also at the same time', async () => {
    const blobs = await opened()
    const ids = await Promise.all(Array.from({ length: 10 }, async () => blobs.put(bytes('same'))))
    expect(new Set(ids).size).toBe(1)
    expect((await files(join(base, 'blobs'))).length).toBe(1)
  })

  test('deleted is gone; deleting twice is no fault', async () => {
    const blobs = await opened()
    const id = await blobs.put(bytes('x'))
    await blobs.delete(id)
    await blobs.delete(id)
    await blobs.delete(sha256(bytes('never there')))
    expect(await blobs.has(id)).toBe(false)
    await expect(blobs.get(id)).rejects.toMatchObject({ code: 'not-found', status: 404 })
    expect(await files(join(base, 'blobs'))).toEqual([])
  })

  test('an id that is no hash is not found and touches no file', async () => {
    const blobs = await opened()
    for (const id of ['', '../../keys/master.json', 'A'.repeat(64), `${'a'.repeat(63)}/`]) {
      await expect(blobs.get(id)).rejects.toMatchObject({ code: 'not-found' })
      expect(await blobs.has(id)).toBe(false)
      await blobs.delete(id)
    }
    expect(await files(join(base, 'keys'))).toContain(keyFile('master.json'))
  })

  test('opens again and reads what was stored before', async () => {
    const id = await (await opened()).put(bytes('kept'))
    expect(Buffer.from(await (await opened()).get(id)).toString()).toBe('kept')
  })
})

describe('at rest', () => {
  test('neither the bytes nor a key stand anywhere in the folder of files', async () => {
    const secret = bytes('a line that would be recognised in a résumé')
    await (await opened()).put(secret)
    const all = Buffer.concat(await Promise.all((await files(join(base, 'blobs'))).map(async (f) => readFile(f))))
    expect(all.byteLength).toBeGreaterThan(secret.byteLength)
    expect(all.includes(Buffer.from(secret))).toBe(false)
    const master = JSON.parse(await readFile(keyFile('master.json'), 'utf8')) as { keys: { key: string }[] }
    expect(all.includes(Buffer.from(master.keys[0]?.key ?? '', 'base64'))).toBe(false)
  })

  test('the same bytes of two tenants are two files that do not open for each other', async () => {
    const [a, b] = [await opened('a'), await opened('b')]
    const id = await a.put(bytes('x'))
    await expect(b.get(id)).rejects.toMatchObject({ code: 'not-found' })
    await b.put(bytes('x'))
    const [first, second] = (await files(join(base, 'blobs'))).filter((f) => f.endsWith(id))
    await rename(first ?? '', second ?? '')
    const outcomes = await Promise.allSettled([a.get(id), b.get(id)])
    expect(outcomes.map((o) => (o.status === 'rejected' ? (o.reason as { code: string }).code : 'read')).sort()).toEqual([
      'not-found',
      'storage',
    ])
  })

  test('folders are 700 and files 600', async () => {
    await (await opened()).put(bytes('x'))
    for (const path of [...(await files(base)), join(base, 'keys'), join(base, 'keys/tenants'), join(base, 'blobs')]) {
      expect(((await stat(path)).mode & 0o077).toString(8), path).toBe('0')
    }
  })

  test.each([
    [
      'one bit changed',
      async (path: string) => {
        const file = await readFile(path)
        file[file.length - 20]! ^= 1
        await writeFile(path, file)
      },
    ],
    ['cut short', async (path: string) => truncate(path, 30)],
    ['cut to nothing', async (path: string) => truncate(path, 0)],
    [
      'another blob under its name',
      async (path: string) => {
        const other = await (await opened()).put(bytes('other'))
        await rename(await blobFile(other), path)
      },
    ],
  ])('%s: a storage fault that names the file; handing in the original mends it', async (_, damage) => {
    const blobs = await opened()
    const id = await blobs.put(bytes('a text of some length'))
    const path = await blobFile(id)
    await damage(path)
    await expect(blobs.get(id)).rejects.toMatchObject({ code: 'storage', detail: expect.stringContaining(path) })
    await blobs.put(bytes('a text of some length'))
    expect(Buffer.from(await blobs.get(id)).toString()).toBe('a text of some length')
  })
})

describe('keys', () => {
  test.each([
    ['keys', 0o750],
    ['keys/master.json', 0o640],
    ['keys/tenants', 0o705],
  ])('%s with mode %o is refused, and the fault says what to run', async (path, mode) => {
    await opened()
    await chmod(join(base, path), mode)
    await expect(opened()).rejects.toMatchObject({ code: 'storage', detail: expect.stringMatching(/chmod [67]00 /) })
  })

  test('a missing master key is not silently replaced', async () => {
    await (await opened()).put(bytes('x'))
    await rm(keyFile('master.json'))
    await expect(opened()).rejects.toMatchObject({ code: 'storage', detail: expect.stringContaining('missing') })
    expect(await files(join(base, 'keys'))).not.toContain(keyFile('master.json'))
  })

  test('another key folder is refused when files are there', async () => {
    await (await opened()).put(bytes('x'))
    await expect(openBlobs({ folder: join(base, 'blobs'), keys: join(base, 'other'), tenant: 'local' })).rejects.toMatchObject({
      code: 'storage',
      detail: expect.stringContaining('backup'),
    })
    // Nor on the second try, when the other folder has keys by now.
    await expect(openBlobs({ folder: join(base, 'blobs'), keys: join(base, 'other'), tenant: 'local' })).rejects.toMatchObject({
      code: 'storage',
    })
  })

  test('a wrong master key and a damaged key file are said to be that', async () => {
    await opened()
    const file = JSON.parse(await readFile(keyFile('master.json'), 'utf8')) as { keys: { key: string }[] }
    const wrong = { ...file, keys: [{ ...file.keys[0], key: Buffer.alloc(32).toString('base64') }] }
    await writeFile(keyFile('master.json'), JSON.stringify(wrong))
    await expect(opened()).rejects.toMatchObject({ code: 'storage', detail: expect.stringContaining('does not open') })
    await writeFile(keyFile('master.json'), '{"format":1')
    await expect(opened()).rejects.toMatchObject({ code: 'storage', detail: expect.stringContaining('damaged') })
  })

  test('several first starts at once agree on one key', async () => {
    const all = await Promise.all(Array.from({ length: 8 }, async () => opened()))
    const ids = await Promise.all(all.map(async (blobs, i) => blobs.put(bytes(String(i)))))
    const later = await opened()
    for (const [i, id] of ids.entries()) expect(Buffer.from(await later.get(id)).toString()).toBe(String(i))
  })
})

describe('rotation', () => {
  const keyIds = async (): Promise<ReadonlySet<string | undefined>> => {
    const blobs = (await files(join(base, 'blobs'))).filter((f) => /[0-9a-f]{64}$/.test(f))
    return new Set(await Promise.all(blobs.map(async (f) => keyIdOf(await readFile(f)))))
  }
  const fill = async (blobs: FileBlobs, many: number): Promise<readonly string[]> =>
    Promise.all(Array.from({ length: many }, async (_, i) => blobs.put(bytes(`blob ${i}`))))
  const expectAll = async (blobs: FileBlobs, ids: readonly string[]): Promise<void> => {
    for (const [i, id] of ids.entries()) expect(Buffer.from(await blobs.get(id)).toString()).toBe(`blob ${i}`)
  }
  const masterKeys = async (): Promise<readonly { id: string; key: string }[]> =>
    (JSON.parse(await readFile(keyFile('master.json'), 'utf8')) as { keys: { id: string; key: string }[] }).keys

  test('every file is encrypted anew, the old keys are gone, other tenants still read', async () => {
    const [blobs, other] = [await opened(), await opened('other')]
    const ids = await fill(blobs, 20)
    const theirs = await other.put(bytes('theirs'))
    const [before, master] = [await keyIds(), await masterKeys()]
    const reported: number[] = []
    await blobs.rotate((done) => reported.push(done))
    expect(reported.at(-1)).toBe(20)
    const after = [...(await keyIds())].filter((id) => !before.has(id))
    expect(after.length).toBe(1)
    expect((await masterKeys()).length).toBe(1)
    expect((await masterKeys())[0]?.key).not.toBe(master[0]?.key)
    for (const store of [blobs, await opened()]) await expectAll(store, ids)
    expect(Buffer.from(await (await opened('other')).get(theirs)).toString()).toBe('theirs')
    // The old key folder opens nothing any more.
    const text = await Promise.all((await files(join(base, 'keys'))).map(async (f) => readFile(f, 'utf8')))
    expect(text.join('')).not.toContain(`"wrappedBy": "${master[0]?.id}"`)
    expect(text.join('')).not.toContain(master[0]?.key)
  })

  test('what is put, read and deleted meanwhile is kept, read and gone', async () => {
    const blobs = await opened()
    const ids = await fill(blobs, 40)
    const rotating = blobs.rotate()
    const gone = ids.slice(30)
    const [added] = await Promise.all([
      Promise.all(Array.from({ length: 40 }, async (_, i) => blobs.put(bytes(`new ${i}`)))),
      Promise.all(gone.map(async (id) => blobs.delete(id))),
      expectAll(blobs, ids.slice(0, 30)),
    ])
    await rotating
    const later = await opened()
    await expectAll(later, ids.slice(0, 30))
    for (const [i, id] of added.entries()) expect(Buffer.from(await later.get(id)).toString()).toBe(`new ${i}`)
    for (const id of gone) expect(await later.has(id)).toBe(false)
    expect((await keyIds()).size).toBe(1)
  })

  test.each([0, 1, 17, 30])('killed after %i of 30 files: all are readable, and the next rotation ends it', async (at) => {
    const ids = await fill(await opened(), 30)
    const [old] = [...(await keyIds())]
    const program = `
      import { openBlobs } from ${JSON.stringify(new URL('../../src/adapters/blobs-fs/index.ts', import.meta.url).href)}
      const blobs = await openBlobs({ folder: ${JSON.stringify(join(base, 'blobs'))}, keys: ${JSON.stringify(join(base, 'keys'))}, tenant: 'local' })
      await blobs.rotate((done) => { if (done === ${at}) process.kill(process.pid, 'SIGKILL') })`
    const main = spawn(process.execPath, ['--input-type=module', '--eval', program], { stdio: 'inherit' })
    expect(await new Promise((resolve) => main.once('exit', (_, signal) => resolve(signal)))).toBe('SIGKILL')
    expect((await masterKeys()).length).toBe(2)
    const blobs = await opened()
    await expectAll(blobs, ids)
    await blobs.rotate()
    expect((await masterKeys()).length).toBe(1)
    expect((await keyIds()).has(old)).toBe(false)
    expect((await keyIds()).size).toBe(1)
    await expectAll(await opened(), ids)
  })

  test('a damaged file does not stop the others, is named, and keeps the old keys', async () => {
    const blobs = await opened()
    const ids = await fill(blobs, 5)
    const path = await blobFile(ids[2] ?? '')
    await truncate(path, 30)
    await expect(blobs.rotate()).rejects.toMatchObject({ code: 'storage', detail: expect.stringContaining(path) })
    expect((await masterKeys()).length).toBe(2)
    await blobs.put(bytes('blob 2'))
    await blobs.rotate()
    expect((await masterKeys()).length).toBe(1)
    await expectAll(await opened(), ids)
  })
})

describe('kill and full disk', () => {
  test('what was acknowledged before a kill is there, and nothing half-written is', async () => {
    const program = `
      import { writeSync } from 'node:fs'
      import { openBlobs } from ${JSON.stringify(new URL('../../src/adapters/blobs-fs/index.ts', import.meta.url).href)}
      const blobs = await openBlobs({ folder: ${JSON.stringify(join(base, 'blobs'))}, keys: ${JSON.stringify(join(base, 'keys'))}, tenant: 'local' })
      for (let i = 0; ; i++) writeSync(1, await blobs.put(new TextEncoder().encode(String(i).repeat(50_000))) + '\\n')`
    const main = spawn(process.execPath, ['--input-type=module', '--eval', program], { stdio: ['ignore', 'pipe', 'inherit'] })
    let said = ''
    main.stdout.on('data', (chunk: Buffer) => {
      said += chunk.toString()
      if (said.split('\n').length > 10) main.kill('SIGKILL')
    })
    await new Promise((resolve) => main.once('close', resolve))
    const acknowledged = said.split('\n').filter((line) => line.length === 64)
    expect(acknowledged.length).toBeGreaterThanOrEqual(10)
    const blobs = await opened()
    for (const id of acknowledged) expect(sha256(await blobs.get(id))).toBe(id)
    const present = (await files(join(base, 'blobs'))).map((f) => f.split('/').at(-1) ?? '').filter((f) => !f.endsWith('.tmp'))
    for (const id of present) expect(sha256(await blobs.get(id))).toBe(id)
  })

  test('leftovers of a killed process are swept, those of a living one are not', async () => {
    await (await opened()).put(bytes('x'))
    const wip = join((await readdir(join(base, 'blobs'))).map((name) => join(base, 'blobs', name))[0] ?? '', 'wip')
    await writeFile(join(wip, 'old.tmp'), 'x')
    await utimes(join(wip, 'old.tmp'), 1, 1)
    await writeFile(join(wip, 'new.tmp'), 'x')
    await opened()
    expect(await readdir(wip)).toEqual(['new.tmp'])
  })

  /** Runs in mount namespace of its own, so that a small or read-only file system can be had without touching this machine's. */
  async function inOwnMounts(mount: string, program: string): Promise<{ code: string; detail: string; ok: number }> {
    const script = `import { openBlobs } from ${JSON.stringify(new URL('../../src/adapters/blobs-fs/index.ts', import.meta.url).href)}
      const open = (folder) => openBlobs({ folder, keys: ${JSON.stringify(join(base, 'keys'))}, tenant: 'local' })
      const base = ${JSON.stringify(base)}
      let ok = 0
      try { ${program} } catch ({ code, detail }) { console.log(JSON.stringify({ code, detail, ok })) }`
    const { stdout } = await promisify(execFile)(
      'unshare',
      [
        '--user',
        '--map-root-user',
        '--mount',
        'sh',
        '-c',
        `${mount} && exec "$0" --input-type=module --eval "$1"`,
        process.execPath,
        script,
      ],
      { cwd: base },
    )
    return JSON.parse(stdout) as { code: string; detail: string; ok: number }
  }
  const canMount = promisify(execFile)('unshare', ['--user', '--map-root-user', '--mount', 'mount', '-t', 'tmpfs', 'none', tmpdir()]).then(
    () => true,
    () => false,
  )

  test('a full disk is said to be that; what was acknowledged is readable', async ({ skip }) => {
    if (!(await canMount)) skip('this machine lets no test mount a small file system of its own (user namespaces are off)')
    const said = await inOwnMounts(
      'mkdir small && mount -t tmpfs -o size=400k none small',
      `
      const blobs = await open(base + '/small')
      const ids = []
      try { for (;;) { ids.push(await blobs.put(new TextEncoder().encode(String(ok).repeat(20_000)))); ok++ } }
      finally { for (const id of ids) await blobs.get(id) }`,
    )
    expect(said).toMatchObject({ code: 'storage', detail: expect.stringMatching(/disk .* is full.*Free some space/) })
    expect(said.ok).toBeGreaterThan(0)
  })

  test('a read-only folder is said to be that', async ({ skip }) => {
    if (!(await canMount)) skip('this machine lets no test mount a read-only file system of its own (user namespaces are off)')
    const id = await (await opened()).put(bytes('x'))
    const readOnly = 'mount --bind blobs blobs && mount -o remount,bind,ro blobs'
    const put = await inOwnMounts(
      readOnly,
      `const blobs = await open(base + '/blobs'); await blobs.get(${JSON.stringify(id)}); ok++; await blobs.put(new Uint8Array([1]))`,
    )
    expect(put).toMatchObject({ code: 'storage', ok: 1, detail: expect.stringContaining('can only be read') })
    const remove = await inOwnMounts(readOnly, `await (await open(base + '/blobs')).delete(${JSON.stringify(id)})`)
    expect(remove).toMatchObject({ code: 'storage', detail: expect.stringContaining('can only be read') })
  })
})
