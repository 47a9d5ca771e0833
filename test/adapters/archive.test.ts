import { randomBytes } from 'node:crypto'
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { checkArchive, readArchive, writeArchive } from '../../src/adapters/archive/index.ts'

let folder: string
const key = randomBytes(32)
const large = randomBytes((2 << 20) + 7)
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'bonafide-archive-'))
  await writeArchive(join(folder, 'a'), key, async (archive) => {
    await archive.add('empty', new Uint8Array())
    await archive.add('blobs/large', large)
    await archive.add('words', Buffer.from('a name that stands nowhere in clear'))
    return { made: 'today' }
  })
})
afterAll(() => rm(folder, { recursive: true, force: true }))

test('comes back as it was put, and nothing of it can be read without the key', async () => {
  const found = new Map<string, Buffer>()
  for await (const { name, bytes } of readArchive(join(folder, 'a'), key)) found.set(name, bytes)
  expect([...found.keys()]).toEqual(['empty', 'blobs/large', 'words', 'manifest.json'])
  expect(found.get('blobs/large')?.equals(large)).toBe(true)
  expect(found.get('empty')).toHaveLength(0)
  expect(await checkArchive(join(folder, 'a'), key)).toMatchObject({
    about: { made: 'today' },
    files: [{ size: 0 }, { size: large.length }, {}],
  })
  const raw = await readFile(join(folder, 'a'), 'latin1')
  for (const word of ['a name that stands nowhere', 'manifest.json', 'blobs/large']) expect(raw).not.toContain(word)
  await expect(checkArchive(join(folder, 'a'), randomBytes(32))).rejects.toThrow('The key does not open')
})

test('a bit that was changed, a frame left out, moved or cut off, and something behind the end are all seen', async () => {
  const whole = await readFile(join(folder, 'a'))
  const head = whole.indexOf('\n') + 1
  const frames: Buffer[] = []
  for (let at = head; at < whole.length;) {
    const end = at + 4 + whole.readUInt32BE(at)
    frames.push(whole.subarray(at, end))
    at = end
  }
  expect(frames.length).toBe(6)
  const flipped = Buffer.from(whole)
  flipped[head + 2_000] = (flipped[head + 2_000] ?? 0) ^ 1
  const of = (list: readonly Buffer[]): Buffer => Buffer.concat([whole.subarray(0, head), ...list])
  const [one, two, three, ...rest] = frames as [Buffer, Buffer, Buffer, ...Buffer[]]
  const bad = {
    flipped,
    cut: whole.subarray(0, -1),
    'without its end': of(frames.slice(0, -1)),
    'without one': of([one, three, ...rest]),
    moved: of([one, three, two, ...rest]),
    twice: of([one, two, two, three, ...rest]),
    longer: Buffer.concat([whole, Buffer.from('x')]),
    'no backup': Buffer.from(`PK\u0003\u0004 ${'and so on '.repeat(20)}`),
    'endless frame': Buffer.concat([whole.subarray(0, head), Buffer.from([255, 255, 255, 255])]),
  }
  for (const [name, bytes] of Object.entries(bad)) {
    await writeFile(join(folder, 'bad'), bytes)
    await expect(checkArchive(join(folder, 'bad'), key), name).rejects.toMatchObject({ code: name === 'no backup' ? 'usage' : 'storage' })
  }
})

test('one that fails in the middle leaves nothing', async () => {
  await expect(
    writeArchive(join(folder, 'b'), key, async (archive) => {
      await archive.add('a', Buffer.from('a'))
      throw new Error('the disk is gone')
    }),
  ).rejects.toThrow('the disk is gone')
  expect((await readdir(folder)).sort()).toEqual(['a', 'bad'])
})
