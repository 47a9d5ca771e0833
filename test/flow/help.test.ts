import { readFile } from 'node:fs/promises'
import { expect, test } from 'vitest'
import { program } from '../../src/surfaces/cli/program.ts'

const root = program({
  open: () => Promise.reject(new Error('nothing is opened')),
  openReading: () => Promise.reject(new Error('nothing is opened')),
  catalog: () => Promise.reject(new Error('nothing is opened')),
  lists: () => Promise.reject(new Error('nothing is opened')),
})

/** `--help` prints a file, so that it is instant. After a change of the commands: `npx vitest run test/flow/help.test.ts -u`. */
test('the help file is what the program would print', async () => {
  const help = root.configureOutput({ getOutHasColors: () => false, getOutHelpWidth: () => 100 }).helpInformation()
  expect(root.commands.length).toBeGreaterThan(10)
  for (const command of root.commands) expect(help).toContain(command.name())
  await expect(help).toMatchFileSnapshot('../../src/surfaces/cli/help.txt')
})

test('the version is the package’s', async () => {
  expect(root.version()).toBe(
    (JSON.parse(await readFile(new URL('../../package.json', import.meta.url), 'utf8')) as { version: string }).version,
  )
})
