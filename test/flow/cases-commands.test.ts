import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { bonafide, type Ran } from '../support/command-line.ts'

/** One person at one machine works cases, and cannot be their own second person. */

let folder: string
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'bonafide-cases-'))
  const text =
    'Rebuilt the timetable of the harbour ferries so that a late boat no longer made the next four late, and wrote down how for whoever comes after.'
  for (const [name, email] of [
    ['Ada Example', 'ada@example.com'],
    ['Bo Sample', 'bo@example.org'],
  ] as const)
    await writeFile(
      join(folder, `${email}.txt`),
      `${name}\n${email}\n+1 202 555 0141\n\nExperience\nEngineer, Northwind Example, 2019-03 to 2021-05\n${text}\n`,
    )
})
afterAll(() => rm(folder, { recursive: true, force: true }))

const run = (...args: string[]): Promise<Ran> => bonafide([...args], folder)

test('a case opens itself, is looked at and decided; what speaks against somebody waits for a second person', async () => {
  const screened = await run('screen', 'ada@example.com.txt', 'bo@example.org.txt', '--accept-no-network-isolation', '--json')
  expect(screened.stderr).not.toMatch(/error/i)
  const { items } = JSON.parse((await run('cases', 'list', '--json')).stdout) as {
    items: { id: string; about: string; rank: string; personas: string[] }[]
  }
  const [item] = items.filter((i) => i.about === 'case')
  const [id, persona] = [item?.id ?? '', item?.personas[0] ?? '']
  const { case: known } = JSON.parse((await run('cases', 'show', id, '--json')).stdout) as { case: { findings: string[] } }
  const [finding = ''] = known.findings

  const alone = await run('decide', persona, 'confirmed', '--reason', 'Both were asked, and it was not explained.')
  expect([alone.code, alone.stderr]).toEqual([64, expect.stringMatching(/needs a second person \(R-081\).*bonafide cases decide/)])
  expect((await run('show', persona)).stdout).not.toMatch(/confirmed/i)

  const decide = (kind: string, code: string) =>
    run(
      'cases',
      'decide',
      id,
      persona,
      kind,
      '--code',
      code,
      '--finding',
      finding,
      '--weighed',
      'confirmed',
      'cleared',
      '--reason',
      'Both were asked, and it was not explained.',
    )
  expect((await decide('confirmed', 'contradiction-stands')).stderr).toMatch(/was not opened by you/)
  expect((await run('cases', 'look', id, finding)).stdout).toMatch(/looked at for \d+ seconds/)
  const asked = await decide('confirmed', 'contradiction-stands')
  if (item?.rank === 'escalate') {
    expect(asked.stdout).toMatch(/Nothing is decided yet: approval \d+ .* second person\. Nobody here has an account that may approve/)
    const request = /approval (\d+)/.exec(asked.stdout)?.[1] ?? ''
    const refused = await run('cases', 'approve', id, request, '--reason', 'I agree.')
    expect([refused.code, refused.stderr]).toEqual([64, expect.stringMatching(/cannot tell\. Nobody here has an account/)])
  } else expect([asked.code, asked.stderr]).toEqual([64, expect.stringMatching(/escalate, or a check on record/)])

  await run('cases', 'note', id, 'Both were called.')
  expect((await run('cases', 'show', id)).stdout).toMatch(/noted by local-operator {2}text: Both were called\./)
}, 600_000)
