import { mkdtemp, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import process from 'node:process'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { makeFolder } from '../../src/adapters/folders/index.ts'
import { makePrivateFolder } from '../../src/adapters/keys/durable-file.ts'
import { bonafide } from '../support/command-line.ts'

let cwd: string
beforeAll(async () => {
  cwd = await mkdtemp(join(tmpdir(), 'bonafide-folders-'))
  await writeFile(join(cwd, 'a-file'), 'x')
  await writeFile(join(cwd, 'map.yml'), 'id: id\ncolumns:\n  mail: email\n')
  await writeFile(join(cwd, 'in.csv'), 'id,mail\n1,a@example.com\n2,a@example.com\n')
  await writeFile(join(cwd, 'cv.txt'), 'Ada Example\nada@example.com\n')
})
afterAll(() => rm(cwd, { recursive: true, force: true }))

test('every missing folder is made, told once each, and what is there stays', async () => {
  const made: string[] = []
  const path = join(cwd, 'one', 'two', 'three')
  const making = { mode: 0o700, made: async (folder: string) => void made.push(folder) }
  expect(await makeFolder(path, making)).toBe(true)
  expect(made).toEqual([join(cwd, 'one'), join(cwd, 'one', 'two'), path])
  if (process.platform !== 'win32') for (const folder of made) expect((await stat(folder)).mode & 0o777, folder).toBe(0o700)
  expect(await makeFolder(path, making)).toBe(false)
  expect(made).toHaveLength(3)
  expect((await Promise.all(Array.from({ length: 8 }, () => makeFolder(join(cwd, 'at', 'once'))))).filter(Boolean)).toHaveLength(1)
})

/** Where nothing can be made: below a file, and where the system says "no such file" whatever stands above. */
const NOWHERE = ['a-file/out', 'a-file', ...(process.platform === 'linux' ? ['/proc/bonafide/out', '/proc/bonafide'] : [])]

describe.each(NOWHERE)('a folder at %s', (path) => {
  test('is refused at once by what the system says', async () => {
    const full = path.startsWith('/') ? path : join(cwd, path)
    await expect(makeFolder(full)).rejects.toMatchObject({ code: expect.stringMatching(/^(?:ENOTDIR|EEXIST|ENOENT)$/) })
    await expect(makePrivateFolder(full)).rejects.toMatchObject({ code: 'storage' })
  })

  test.each([
    ['link', ['link', '--input', 'in.csv', '--map', 'map.yml', '--out', path], /output folder.*--out/],
    ['dedupe-text', ['dedupe-text', 'cv.txt', '--out', path], /results could not be written.*--out/],
    ['screen', ['screen', 'cv.txt', '--data', path], /data folder.*--data/],
  ])('is refused by %s with what to do', async (_, args, says) => {
    const ran = await bonafide(args, cwd)
    expect([ran.code, ran.signal], ran.stderr).toEqual([1, null])
    expect(ran.stderr.replaceAll('\n', ' ')).toContain(`"${path}"`)
    expect(ran.stderr.replaceAll('\n', ' ')).toMatch(says)
  })
})
