import { execFile } from 'node:child_process'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { asOneName } from '../../src/surfaces/cli/names/one-name.ts'
import { bonafide, plainEnvironment } from '../support/command-line.ts'

/** `names screen NAME` by the file that is built for it, beside the whole program. */

const LIST = `id,name,type,birth
1,"EXAMPLE, Adalbert Quill",person,1980-04-13
2,Józef Sämple,person,
3,Николай Пример,person,
`
const BONAFIDE = join(import.meta.dirname, '..', '..', 'bin', 'bonafide.js')
let cwd: string
beforeAll(async () => {
  cwd = await mkdtemp(join(tmpdir(), 'bonafide-one-name-'))
  await writeFile(join(cwd, 'list.csv'), LIST)
  expect((await bonafide(['lists', 'import', 'list.csv', '--as', 'own-watch', '--data', 'data'], cwd)).code).toBe(0)
})
afterAll(() => rm(cwd, { recursive: true, force: true }))

const quickly = async (...words: string[]): Promise<string> =>
  (
    await promisify(execFile)(process.execPath, [BONAFIDE, 'names', 'screen', ...words, '--data', 'data'], {
      cwd,
      env: plainEnvironment({}),
    })
  ).stdout
// A list by name is for the whole program to read.
const wholly = async (...words: string[]): Promise<string> =>
  (await bonafide(['names', 'screen', ...words, '--data', 'data', '--list', 'own-watch'], cwd)).stdout

test.each([['Adalbert Example'], ['Jozef Sample'], ['Nikolai Primer'], ['Nobody At All']])('%s: the same answer', async (name) => {
  expect(JSON.parse(await quickly(name, '--json'))).toEqual(JSON.parse(await wholly(name, '--json')))
  expect(await quickly(name, '--limit', '2')).toBe(await wholly(name, '--limit', '2'))
})

test('the built file holds none of the commands', async () => {
  const built = new URL('../../build/one-name/', import.meta.url)
  const { sources } = JSON.parse(await readFile(new URL('built.json', built), 'utf8')) as { sources: Record<string, unknown> }
  const paths = Object.keys(sources)
  expect(paths).toContain('src/compute/name-index/query.ts')
  expect(paths.filter((path) => /commander|pglite|\/zod\//.test(path))).toEqual([])
})

test('a line with anything else in it is left to the program', () => {
  expect(asOneName(['Ada', '--json', '--limit', '3'])).toEqual({
    name: 'Ada',
    options: { data: '.bonafide', limit: '3', mode: 'standard', json: true },
  })
  for (const words of [
    [],
    ['Ada', 'Example'],
    ['--help'],
    ['Ada', '--list', 'a'],
    ['--query', 'f.csv'],
    ['Ada', '--limit'],
    ['Ada', '--limit', '--json'],
  ])
    expect(asOneName(words)).toBeUndefined()
})
