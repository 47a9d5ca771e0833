import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { bonafide, type Ran } from '../support/command-line.ts'
import { putNewDatabase } from '../support/new-database.ts'

/** An opening asks every candidate the same, and asks for nothing that may not be weighed. */
let cwd: string
const run = (...args: string[]): Promise<Ran> => bonafide(args, cwd)
const add = (...args: string[]): Promise<Ran> => run('requisition', 'add', ...args)

beforeAll(async () => {
  cwd = await mkdtemp(join(tmpdir(), 'bonafide-opening-'))
  await putNewDatabase(join(cwd, '.bonafide', 'db'))
  await writeFile(
    join(cwd, 'ada.txt'),
    'Ada Example\nada@example.com\n\nExperience\n\nEngineer, Norrport Freight\nJan 2019 – Mar 2022\n- Rebuilt the freight invoicing so that depots settle nightly.\n',
  )
})
afterAll(() => rm(cwd, { recursive: true, force: true }))

test('is not added with a question, title or id that asks for what may not be weighed', async () => {
  for (const args of [
    ['a-1', '--title', 'Engineer', '--question', 'Where are you really from?'],
    ['a-1', '--title', 'Young female engineer'],
    ['native-speakers', '--title', 'Engineer'],
  ]) {
    const ran = await add(...args)
    expect([ran.code, ran.stderr], args.join(' ')).toEqual([64, expect.stringContaining('Refused wording')])
  }
  expect((await run('requisition', 'list')).stdout).toBe('')
}, 300_000)

test('changes freely while nobody is on it, and with a reason afterwards', async () => {
  expect((await add('depot-1', '--title', 'Depot engineer')).code).toBe(0)
  expect((await add('depot-1', '--title', 'Depot engineer', '--document', 'resume', 'photo')).code).toBe(0)
  expect((await run('screen', '--accept-no-network-isolation', 'ada.txt', '--requisition', 'depot-1')).code).toBe(0)
  // The same again is no change.
  expect((await add('depot-1', '--title', 'Depot engineer', '--document', 'resume', 'photo')).code).toBe(0)
  const more = ['depot-1', '--title', 'Depot engineer', '--question', 'What do you do when a depot settles twice?']
  const refused = await add(...more)
  expect([refused.code, refused.stderr]).toEqual([64, expect.stringContaining('--reason')])
  expect((await add(...more, '--reason', 'Too many foreign candidates applied')).code).toBe(64)
  expect((await run('requisition', 'list')).stdout).toContain('; 0 questions')
  expect((await add(...more, '--reason', 'The team asks about settlements now')).code).toBe(0)
  expect((await run('requisition', 'list')).stdout).toContain('; 1 questions')
  expect((await run('audit', 'verify')).code).toBe(0)
}, 300_000)
