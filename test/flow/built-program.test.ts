import { spawnSync } from 'node:child_process'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { asThen, type Built } from '../../src/adapters/sandbox/built.ts'

/** The program as `npm ci` builds it: it is what runs, and all of it can be loaded. */

const ROOT = join(import.meta.dirname, '../..')
const BUILT = join(ROOT, 'build/program')

test('it is taken: the sources are as it was built from', async () => {
  const { made, sources } = JSON.parse(readFileSync(join(BUILT, 'built.json'), 'utf8')) as Built
  expect(made).toEqual({ 'src/main.ts': 'main.js' })
  expect(Object.keys(sources).length).toBeGreaterThan(1_000)
  expect(await asThen(sources)).toBe(true)
})

test('every part of it is loaded without a fault, also those that few commands ask for', () => {
  // The first file is the program itself, and would run.
  const parts = readdirSync(BUILT).filter((name) => name.endsWith('.js') && name !== 'main.js')
  expect(parts.length).toBeGreaterThan(100)
  const load = `for (const name of ${JSON.stringify(parts)}) await import(new URL(name, process.argv[1]))\nprocess.exit(0)`
  const { status, stderr } = spawnSync(process.execPath, ['--input-type=module', '--eval', load, `file://${BUILT}/`], { encoding: 'utf8' })
  expect([status, stderr]).toEqual([0, ''])
})
