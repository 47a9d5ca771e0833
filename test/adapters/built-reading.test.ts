import { mkdtemp, rm, stat, utimes, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { expect, onTestFinished, test } from 'vitest'
import { asThen, BUILT, builtOrSource } from '../../src/adapters/sandbox/built.ts'
import { FIXTURES } from '../support/sandboxes.ts'

const source = (path: string): URL => new URL(`../../src/${path}`, import.meta.url)
const entry = source('adapters/sandbox/child.ts')
const SHIPPED = { entry, readersModule: source('catalog/readers.gen.ts'), renderModule: source('catalog/readers/pdf/render.ts') }

test('reading children load the built files, and modules that nobody built as they are', async () => {
  const built = await builtOrSource(SHIPPED)
  for (const module of Object.values(built)) expect(module.href.startsWith(BUILT.href)).toBe(true)
  const fixtures = { entry, ...FIXTURES }
  expect(await builtOrSource(fixtures)).toEqual(fixtures)
})

test('a source that was edited, touched or removed since makes what was built count for nothing', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'bonafide-built-'))
  onTestFinished(() => rm(folder, { recursive: true, force: true }))
  const root = pathToFileURL(`${folder}/`)
  const path = join(folder, 'reader.ts')
  await writeFile(path, 'export const readers = []')
  const { size, mtimeMs } = await stat(path)
  const then = { 'reader.ts': [size, Math.trunc(mtimeMs)] } as const
  expect(await asThen(then, root)).toBe(true)
  await writeFile(path, 'export const readers = [0]')
  await utimes(path, mtimeMs / 1000, mtimeMs / 1000)
  expect(await asThen(then, root)).toBe(false)
  await writeFile(path, 'export const readers = []')
  await utimes(path, 1, 1)
  expect(await asThen(then, root)).toBe(false)
  await rm(path)
  expect(await asThen(then, root)).toBe(false)
})
