import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { bonafide } from '../support/command-line.ts'

/** Every run opens a database, which takes a loaded machine long. */
vi.setConfig({ testTimeout: 300_000 })

let cwd: string
beforeAll(async () => {
  cwd = await mkdtemp(join(tmpdir(), 'bonafide-people-'))
})
afterAll(() => rm(cwd, { recursive: true, force: true }))

const people = (...args: string[]) => bonafide(['people', ...args], cwd)

test('whoever runs the machine lets people in: a link once on standard output, and nothing of it in the list', async () => {
  const invited = await people('invite', 'Ada@Example.com', '--name', 'Ada', '--role', 'investigator', '--role', 'recruiter')
  expect(invited.code).toBe(0)
  expect(invited.stdout).toMatch(/^http:\/\/localhost:8787\/enter#local\.[0-9a-f]{16}\.[0-9a-f]{64}\n$/)
  const list = await people('list')
  expect(list.stdout).toMatch(/^u-[a-z2-7]{16} {2}invited {2}ada@example\.com \(Ada\) {2}investigator, recruiter {2}–\n$/)
  // Somebody who never entered has nothing to be replaced.
  expect(await people('reset', 'ada@example.com')).toMatchObject({ code: 64, stdout: '' })
  expect(await people('reset', 'nobody@example.com')).toMatchObject({ code: 64, stdout: '' })
  const mixed = await people('invite', 'b@example.com', '--name', 'B', '--role', 'sysadmin', '--role', 'compliance')
  expect(mixed).toMatchObject({ code: 64, stdout: '', stderr: expect.stringContaining('account of its own') })
  expect(await people('invite', 'b@example.com', '--name', 'B', '--role', 'king')).toMatchObject({
    code: 64,
    stderr: expect.stringContaining('"king" is no role'),
  })
})
