import { chmod, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { clockSource, inWords } from '../../src/adapters/clock/source.ts'

/** What a machine's programs say of its clock; they stand in for those that are not on every machine, and say what those say. */

let folder: string
const PATH = process.env['PATH']
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'bonafide-clock-'))
  process.env['PATH'] = folder
})
afterEach(async () => {
  process.env['PATH'] = PATH
  await rm(folder, { recursive: true, force: true })
})

async function says(program: string, line: string): Promise<void> {
  await writeFile(join(folder, program), `#!/bin/sh\necho '${line}'\n`)
  await chmod(join(folder, program), 0o755)
}
const TRACKING = 'CB00710F,ntp1.example.com,2,1790000000.44,-0.000034451,0.000012,0.00002,-8.2,0.001,0.03,0.004,0.0005,64.7'

test.skipIf(process.platform === 'win32')('chrony names its source and how far the clock is off', async () => {
  await says('chronyc', `${TRACKING},Normal`)
  await says('timedatectl', 'yes')
  expect(await clockSource()).toEqual({ ntp: 'chrony: ntp1.example.com', offset_ms: 0.034 })
  expect(inWords(await clockSource())).toMatch(/synchronised \(chrony: ntp1\.example\.com, off by 0\.034 ms\)/)
})

test.skipIf(process.platform === 'win32').each([
  ['chrony that has no source', `${TRACKING},Not synchronised`],
  ['chrony that says something else', '506 Cannot talk to daemon'],
])('%s: then systemd is asked', async (_, line) => {
  await says('chronyc', line)
  await says('timedatectl', 'no')
  expect(await clockSource()).toEqual({ ntp: null, offset_ms: null })
  await says('timedatectl', 'yes')
  expect(await clockSource()).toEqual({ ntp: 'systemd', offset_ms: null })
})

test('where nothing is there to ask, that is said', async () => {
  expect(await clockSource()).toEqual({ ntp: null, offset_ms: null })
  expect(inWords(await clockSource())).toContain('Nothing on this machine says that its clock is synchronised')
})
