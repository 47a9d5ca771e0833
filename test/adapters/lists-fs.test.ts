import { mkdtemp, readdir, readFile, rm, stat, truncate, utimes, writeFile, mkdir } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { openShelf } from '../../src/adapters/lists-fs/index.ts'
import { openReadingShelf } from '../../src/adapters/lists-fs/reading-shelf.ts'
import type { ListVersion, Shelf, VersionContent } from '../../src/engine/lists/ports.ts'
import { partyOf, someLines } from '../support/fixture-list.ts'

/** Versions of lists on disk: whole or not there, never changed, believed only while they are as they were kept. */

let folder: string
let shelf: Shelf
beforeEach(async () => {
  folder = join(await mkdtemp(join(tmpdir(), 'bonafide-shelf-')), 'lists')
  shelf = openShelf(folder)
})
afterEach(() => rm(folder, { recursive: true, force: true }))

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text)

function versionOf(n: number, more: Partial<ListVersion> = {}): { version: ListVersion; content: VersionContent } {
  const parties = someLines(n).map((line, i) => partyOf({ ...line, name: `${line.name} Ω\u2028"\\` }, `a.txt line ${i + 2}`))
  const file = bytes(`file of ${n}`)
  const version: ListVersion = {
    list: 'example-list',
    hash: shelf.sha256(`version ${n}`),
    imported: `2026-11-0${n}T10:00:00.000Z`,
    reader: 'example-list@1',
    format: 'alone',
    entries: n,
    names: n,
    notes: 1,
    files: [{ name: 'a.txt', size: file.length, sha256: shelf.sha256(file) }],
    ...more,
  }
  const notes = [{ kind: 'odd' as const, says: 'x', at: 'a.txt' }]
  return { version, content: { files: [{ name: 'a.txt', bytes: file }], parties, notes, index: bytes('index') } }
}

async function kept(n: number, more: Partial<ListVersion> = {}): Promise<ListVersion> {
  const { version, content } = versionOf(n, more)
  expect(await shelf.keep(version, content)).toBe(true)
  return version
}

const at = (version: ListVersion, ...names: string[]): string => join(folder, version.list, version.hash, ...names)

test('what was kept is read again, all of it and each part', async () => {
  const { content } = versionOf(5)
  const version = await kept(5)
  const reading = openReadingShelf(folder)
  expect(await reading.versions('example-list')).toEqual([version])
  expect(await reading.parties(version)).toEqual(content.parties)
  expect(await reading.rows(version, [4, 0, 2])).toEqual([4, 0, 2].map((row) => content.parties[row]))
  expect(await reading.notes(version)).toEqual(content.notes)
  expect(Buffer.from(await reading.index(version)).toString()).toBe('index')
  expect(Buffer.from(await reading.file(version, 'a.txt')).toString()).toBe('file of 5')
  await reading.check(version)
})

test('a version without entries is a version', async () => {
  const version = await kept(0 as number, { imported: '2026-11-01T10:00:00.000Z' })
  expect(await shelf.parties(version)).toEqual([])
})

test('it is in force only once it is put in force', async () => {
  const [one, two] = [await kept(1), await kept(2)]
  expect([await shelf.current('example-list'), await shelf.lists()]).toEqual([undefined, []])
  await shelf.use(one)
  expect([await shelf.current('example-list'), await shelf.lists()]).toEqual([one, ['example-list']])
  await shelf.use(two)
  expect(await openReadingShelf(folder).current('example-list')).toEqual(two)
})

test('the same twice is kept once and not written again', async () => {
  const version = await kept(3)
  const before = (await stat(at(version, 'version.json'))).mtimeMs
  const { content } = versionOf(3)
  expect(await shelf.keep({ ...version, imported: '2026-12-01T00:00:00.000Z' }, content)).toBe(false)
  expect((await stat(at(version, 'version.json'))).mtimeMs).toBe(before)
  expect(await shelf.versions('example-list')).toEqual([version])
})

test('versions come by their day, and by import within a day', async () => {
  const late = await kept(1, { published: '2026-10-01' })
  const early = await kept(2, { published: '2023-05-19' })
  const undated = await kept(3)
  const sameDay = await kept(4, { published: '2026-10-01' })
  expect((await shelf.versions('example-list')).map((v) => v.hash)).toEqual([early, late, sameDay, undated].map((v) => v.hash))
})

test('nobody else on the machine may read it', async () => {
  const version = await kept(2)
  await shelf.use(version)
  await shelf.noteFetched('example-list', { version: version.hash, checked: '2026-11-01T00:00:00.000Z', marks: [] })
  const modes: [string, number][] = []
  const walk = async (path: string): Promise<void> => {
    const found = await stat(path)
    modes.push([path, found.mode & 0o777])
    if (found.isDirectory()) for (const name of await readdir(path)) await walk(join(path, name))
  }
  await walk(folder)
  expect(modes.length).toBeGreaterThan(10)
  for (const [path, mode] of modes) expect([path, mode & 0o077]).toEqual([path, 0])
})

describe('damage is seen and said', () => {
  const FILES = ['parties.jsonl', 'offsets', 'notes.json', 'names.index', 'version.json', 'files/a.txt']

  test.each(FILES)('a byte of %s', async (name) => {
    const version = await kept(3)
    const path = at(version, name)
    const content = await readFile(path)
    content[Math.floor(content.length / 2)]! ^= 1
    await writeFile(path, content)
    await expect(shelf.check(version)).rejects.toMatchObject({ code: 'storage', detail: expect.stringContaining(path) as string })
    expect(await shelf.find('example-list', version.hash)).toBeUndefined()
  })

  test.each(FILES)('%s cut off, and gone', async (name) => {
    const version = await kept(3)
    await truncate(at(version, name), 3)
    await expect(shelf.check(version)).rejects.toThrow(/missing, or was changed or damaged/)
    await rm(at(version, name))
    await expect(shelf.check(version)).rejects.toThrow(/missing, or was changed or damaged/)
  })

  test('in one line: that entry is refused and the others are read', async () => {
    const version = await kept(3)
    const content = await readFile(at(version, 'parties.jsonl'))
    content[10]! ^= 1
    await writeFile(at(version, 'parties.jsonl'), content)
    await expect(shelf.rows(version, [0])).rejects.toThrow(/damaged/)
    expect((await shelf.rows(version, [1, 2])).map((party) => party.id)).toEqual(['p-0002', 'p-0003'])
    await expect(shelf.parties(version)).rejects.toThrow(/damaged/)
  })

  test('in the place of a line: nothing else is handed out for it', async () => {
    const version = await kept(3)
    for (const wrong of [Number.NaN, -1, 1e300]) {
      const offsets = await readFile(at(version, 'offsets'))
      offsets.writeDoubleLE(wrong, 16)
      await writeFile(at(version, 'offsets'), offsets)
      await expect(shelf.rows(version, [1])).rejects.toThrow(/damaged/)
    }
    await expect(shelf.rows(version, [99])).rejects.toThrow(/damaged/)
  })

  test('a version in the folder of another is not that version', async () => {
    const [one, two] = [await kept(1), await kept(2)]
    await writeFile(at(one, 'version.json'), await readFile(at(two, 'version.json')))
    await shelf.use(one)
    await expect(shelf.current('example-list')).rejects.toThrow(/damaged/)
  })

  test('a `current` that names nothing', async () => {
    const version = await kept(1)
    await shelf.use(version)
    for (const text of ['', 'x', '../../etc', 'f'.repeat(64)]) {
      await writeFile(join(folder, 'example-list', 'current'), text)
      await expect(shelf.current('example-list')).rejects.toMatchObject({ code: 'storage' })
    }
  })

  test('keeping the same version again mends it', async () => {
    const version = await kept(3)
    await rm(at(version, 'parties.jsonl'))
    expect(await shelf.keep(version, versionOf(3).content)).toBe(true)
    await shelf.check(version)
  })
})

describe('a process that was killed while it wrote', () => {
  test('leaves nothing that is taken for a version, and is swept up later', async () => {
    const version = await kept(1)
    await shelf.use(version)
    const left = join(folder, 'example-list', '.new-0123456789abcdef')
    const fresh = join(folder, 'example-list', '.new-fedcba9876543210')
    for (const path of [left, fresh]) {
      await mkdir(path)
      await writeFile(join(path, 'parties.jsonl'), '{"half')
    }
    await utimes(left, new Date(0), new Date(0))
    expect(await shelf.versions('example-list')).toEqual([version])
    await kept(2)
    const there = await readdir(join(folder, 'example-list'))
    expect([there.includes('.new-0123456789abcdef'), there.includes('.new-fedcba9876543210')]).toEqual([false, true])
  })

  test('and a version that cannot be written to its end leaves nothing', async () => {
    const { version, content } = versionOf(2)
    const files = [...content.files, { name: '../outside', bytes: bytes('x') }]
    await expect(shelf.keep(version, { ...content, files })).rejects.toThrow(/cannot be the name of a file/)
    expect(await readdir(join(folder, 'example-list'))).toEqual([])
  })
})

test.each(['', '..', 'A', 'a/b', 'a b', '-a', 'a-', 'x'.repeat(65)])('"%s" names no list', async (list) => {
  const { version, content } = versionOf(1, { list })
  await expect(shelf.keep(version, content)).rejects.toThrow(/cannot name a list/)
  expect(await shelf.current(list)).toBeUndefined()
  expect(await shelf.versions(list)).toEqual([])
})

test('what is noted of the last fetch is read again, and is no loss when it is damaged', async () => {
  const state = {
    version: 'f'.repeat(64),
    checked: '2026-11-01T00:00:00.000Z',
    marks: [{ url: 'https://lists.example.com/a', sha256: 'x', etag: '"e"' }],
  }
  expect(await shelf.fetched('example-list')).toBeUndefined()
  await shelf.noteFetched('example-list', state)
  expect(await shelf.fetched('example-list')).toEqual(state)
  for (const text of ['{', 'null', '[]', '{"version":"x"}']) {
    await writeFile(join(folder, 'example-list', 'fetched.json'), text)
    expect(await shelf.fetched('example-list')).toBeUndefined()
  }
})
