import { spawn, type ChildProcess } from 'node:child_process'
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { systemChance } from '../../src/adapters/chance/index.ts'
import { systemClock } from '../../src/adapters/clock/index.ts'
import { openEmbedded } from '../../src/adapters/store-postgres/index.ts'
import { openCase } from '../../src/engine/cases/open.ts'
import { invite } from '../../src/engine/people/accounts.ts'
import { makeKey } from '../../src/engine/people/api-keys.ts'
import { callerOfSession, startSession } from '../../src/engine/people/sessions.ts'
import type { Deps } from '../../src/engine/ports.ts'
import type { Permission, RoleName } from '../../src/model/access.ts'
import { aCaller } from '../support/callers.ts'
import { putNewDatabase } from '../support/new-database.ts'
import { aPersona } from '../support/rows.ts'

/** The command line against a server that really runs: `bonafide … --server URL`, with a key. */

const TENANT = 'local'
let folder: string
let server: ChildProcess
let url: string
let key: string

async function keyFor(deps: Pick<Deps, 'store' | 'clock' | 'chance'>, role: RoleName, scopes: readonly Permission[]): Promise<string> {
  const { account } = await invite(
    deps,
    { tenant: TENANT, id: 'local-operator' },
    { email: `${role}@example.com`, name: role, roles: [role] },
  )
  await deps.store.tx(TENANT, (tx) => tx.changeAccount(account, { state: 'active' }))
  const session = await deps.store.tx(TENANT, (tx) => startSession(tx, deps, { account, by: 'password', full: true, device: undefined }))
  const caller = await callerOfSession(deps, session.token)
  if (caller === undefined) throw new Error('The session lets nobody in.')
  const { token } = await makeKey(deps, caller, { name: 'a program', scopes, days: 1 })
  return token
}

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'bonafide-remote-'))
  const data = join(folder, 'data')
  await mkdir(data)
  await putNewDatabase(join(data, 'db'))
  const store = await openEmbedded(join(data, 'db'))
  const deps = { store, clock: systemClock, chance: systemChance }
  key = await keyFor(deps, 'investigator', ['persona:submit', 'persona:read', 'case:read'])
  await store.tx(TENANT, (tx) => tx.putPersona(aPersona('p-000000000000000a')))
  await openCase(deps as unknown as Deps, aCaller(TENANT, 'ines', 'investigator'), {
    room: 'identity',
    says: 'Two start dates do not fit.',
    personas: ['p-000000000000000a'],
  })
  await store.close()
  server = spawn(process.execPath, ['bin/bonafide.js', 'serve', '--data', data, '--port', '0', '--accept-no-network-isolation'], {
    stdio: ['ignore', 'pipe', 'ignore'],
  })
  url = await new Promise((resolve, reject) => {
    let said = ''
    server.stdout?.on('data', (part: Buffer) => {
      said += part.toString()
      const found = /answers at (http:\S+)\./.exec(said)?.[1]
      if (found !== undefined) resolve(found)
    })
    server.once('exit', () => reject(new Error(said)))
  })
}, 240_000)
afterAll(async () => {
  server?.kill('SIGKILL')
  await rm(folder, { recursive: true, force: true })
})

interface Ran {
  readonly code: number | null
  readonly stdout: string
  readonly stderr: string
}
const run = (args: readonly string[], as: string | undefined = key): Promise<Ran> =>
  new Promise((resolve) => {
    const { BONAFIDE_KEY: _, ...env } = process.env
    const started = spawn(process.execPath, ['bin/bonafide.js', ...args], {
      stdio: ['ignore', 'pipe', 'pipe'],
      env: { ...env, ...(as === undefined ? {} : { BONAFIDE_KEY: as }) },
    })
    let [stdout, stderr] = ['', '']
    started.stdout.on('data', (part: Buffer) => (stdout += part.toString()))
    started.stderr.on('data', (part: Buffer) => (stderr += part.toString()))
    started.once('close', (code) => resolve({ code, stdout, stderr }))
  })

const LONG = 240_000

test(
  'files are handed in, read and assessed there, and shown with what they rest on',
  async () => {
    const file = join(folder, 'robin.txt')
    await writeFile(file, 'Robin Vale\nrobin.vale@example.com\n\nExperience\nEngineer, Halyard Works, 2019 - 2023\n')
    const screened = await run(['screen', file, '--server', url, '--json'])
    expect([screened.code, screened.stderr]).toEqual([0, ''])
    const [one] = (JSON.parse(screened.stdout) as { screened: { persona: string; recommendation: string }[] }).screened
    expect(one?.recommendation).toMatch(/^(clear|ask|review|escalate)$/)
    const all = await run(['show', '--server', url])
    expect([all.code, all.stdout]).toEqual([0, expect.stringContaining(one?.persona ?? 'nobody') as string])
    expect(all.stdout).toContain('2 candidates.')
  },
  LONG,
)

test(
  'cases are those of the server',
  async () => {
    const listed = await run(['cases', 'list', '--all', '--server', url])
    expect([listed.code, listed.stdout]).toEqual([0, expect.stringContaining('Two start dates do not fit. p-000000000000000a') as string])
    const inbox = await run(['cases', 'list', '--server', url, '--json'])
    // Nothing in it waits for the holder of this key.
    expect([inbox.code, JSON.parse(inbox.stdout)]).toEqual([0, { items: [] }])
  },
  LONG,
)

test(
  'what is wrong is said: no key, a case that is not there, nobody who answers',
  async () => {
    const none = await run(['show', '--server', url], '')
    expect([none.code, none.stderr]).toEqual([64, expect.stringContaining('BONAFIDE_KEY') as string])
    const missing = await run(['cases', 'show', 'c-000000000000', '--server', url])
    expect([missing.code, missing.stderr]).toEqual([64, expect.stringContaining('c-000000000000') as string])
    const nobody = await run(['cases', 'list', '--server', 'http://127.0.0.1:1'])
    expect([nobody.code, nobody.stderr]).toEqual([1, expect.stringContaining('does not answer') as string])
  },
  LONG,
)
