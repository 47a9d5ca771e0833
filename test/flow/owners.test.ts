import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { bonafide } from '../support/command-line.ts'

/** `bonafide owners` through the real program. */
let cwd: string
beforeAll(async () => {
  cwd = await mkdtemp(join(tmpdir(), 'bonafide-owners-'))
  await writeFile(
    join(cwd, 'owners.csv'),
    'owner,owned,share,from,to,source\nPerson X,Alder,25,,,register\nPerson Y,Alder,25,,,register\nAlder,Birch,half,,,\nAlder,Cedar,\u001b[2J10,,,\n',
  )
  await writeFile(join(cwd, 'blocked.csv'), 'party,from\nPerson X,2020-01-01\nPerson Y,2024-01-01\n')
  await writeFile(join(cwd, 'wide.csv'), new Uint8Array([0xff, 0xfe, 0x41, 0x00]))
})
afterAll(() => rm(cwd, { recursive: true, force: true }))

test('says who is blocked with the record under it, and tells bad rows by line', async () => {
  const { code, stdout, stderr } = await bonafide(['owners', 'owners.csv', '--blocked', 'blocked.csv', '--as-of', '2024-06-30'], cwd)
  expect(stdout).toContain('Alder is blocked by the 50 % rule on 2024-06-30: blocked persons own 50 % of it.')
  expect(stdout).toContain('Person X (listed) holds 25 % (line 2, register); Person Y (listed) holds 25 % (line 3, register)')
  expect(stdout).toContain('Control is not ownership')
  expect(stderr).toContain('owners.csv line 4 has a share that is none: "half"')
  expect(`${stdout}${stderr}`).not.toContain('\u001b')
  // Rows were left out.
  expect(code).toBe(2)
})

test('as of a day before one of them was blocked it is not', async () => {
  const { stdout } = await bonafide(['owners', 'owners.csv', '--blocked', 'blocked.csv', '--as-of', '2023-06-30', '--json'], cwd)
  const { answers } = JSON.parse(stdout) as { answers: { entity: string; standing: string; share: number; explanation: string[] }[] }
  expect(answers.find((one) => one.entity === 'Alder')).toMatchObject({ standing: 'below', share: 25 })
  expect(answers.find((one) => one.entity === 'Alder')?.explanation[0]).toContain('25 % short of half')
})

test.each([
  ['none.csv', 'blocked.csv', '2024-06-30', 'There is no file or folder'],
  ['wide.csv', 'blocked.csv', '2024-06-30', 'is not in UTF-8'],
  ['blocked.csv', 'blocked.csv', '2024-06-30', 'needs the columns owner and owned'],
  ['owners.csv', 'blocked.csv', 'yesterday', 'is no date'],
])('%s, %s, %s ends in words', async (owns, blocked, day, says) => {
  const { code, stdout, stderr } = await bonafide(['owners', owns, '--blocked', blocked, '--as-of', day], cwd)
  expect([code, stdout]).toEqual([64, ''])
  expect(stderr).toContain(says)
})
