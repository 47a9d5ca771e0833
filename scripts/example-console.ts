import { spawn, spawnSync, type ChildProcess } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Browser, Page } from 'playwright-core'
import { openChromium } from '../test/support/chromium.ts'
import { codeAt } from '../test/support/enter-console.ts'
import { enterByLink, enterWithPasskey } from '../test/support/in-a-page.ts'
import type { As, Who } from '../test/support/tour.ts'
import { ROOT } from './modules.ts'

/** The console on the example company, or on nobody, in a real browser: what pictures are made of and checks look at. */
export interface ExampleConsole {
  readonly browser: Browser
  /** A page of somebody of this role, signed in; always the same one. */
  readonly as: As
}

const NAMES: Readonly<Record<Who, string>> = {
  nobody: '',
  investigator: 'Ina Vestigator',
  recruiter: 'Rita Cruiter',
  'tenant-admin': 'Ada Ministrator',
  auditor: 'Aud Itor',
  compliance: 'Cy Pliance',
}
const ADMIN = 'tenant-admin'
const PROGRAM = join(ROOT, 'bin/bonafide.js')

function run(...args: readonly string[]): string {
  const done = spawnSync(process.execPath, [PROGRAM, ...args], { cwd: ROOT, encoding: 'utf8', stdio: ['ignore', 'pipe', 'inherit'] })
  // Files that cannot be read are among the example, and end a screening with 2.
  if (done.status !== 0 && done.status !== 2) throw new Error(`bonafide ${args[0]} ended with ${done.status}`)
  return done.stdout
}

/** Invented, like the applicants it names, so that the sanctions room has something to show. */
const OWN_WATCH = `id,name,type,birth,phone,remarks
W-1,"Shimizu, Kenji",person,1991-02-03,+1 202 555 0144,"Invented, for the pictures of the program."
W-2,Harbour Trading Example,organisation,,,
`

/** Screens the example company into a folder of its own, and it against an invented list; some minutes. */
export function screenExample(data: string): void {
  run('screen', 'examples/halyard/applicants.csv', '--data', data, '--accept-no-network-isolation')
  const list = `${data}-own-watch.csv`
  writeFileSync(list, OWN_WATCH)
  run('lists', 'import', list, '--as', 'own-watch', '--data', data)
}

/** Serves a data folder with an account for each role, and has `work` look at it. An absent folder is an installation without anybody. */
export async function withConsole(data: string, port: number, work: (console: ExampleConsole) => Promise<void>): Promise<void> {
  const origin = `http://localhost:${port}`
  const made = Date.now()
  const email = (who: Who): string => `${who}-${made}@example.com`
  // While it is served a folder is nobody else's; the first account, which invites the others, is made before.
  const first = run('people', 'invite', email(ADMIN), '--name', NAMES[ADMIN], '--role', ADMIN, '--origin', origin, '--data', data).trim()
  const server = await serve(data, port)
  const browser = await openChromium()
  const pages = new Map<Who, Page>()

  async function as(who: Who): Promise<Page> {
    const known = pages.get(who)
    if (known !== undefined) return known
    const link = who === 'nobody' ? undefined : who === ADMIN ? first : await invite(who)
    const context = await browser.newContext({ baseURL: origin, reducedMotion: 'reduce' })
    const page = await context.newPage()
    if (link !== undefined) await enter(page, who, link)
    pages.set(who, page)
    return page
  }
  async function invite(who: Who): Promise<string> {
    const admin = await as(ADMIN)
    const answer = await admin.request.post('/api/accounts', { data: { email: email(who), name: NAMES[who], roles: [who] } })
    if (!answer.ok()) throw new Error(`${who} could not be invited: ${await answer.text()}`)
    return ((await answer.json()) as { readonly link: string }).link
  }

  try {
    await work({ browser, as })
  } finally {
    await browser.close()
    await stop(server)
  }
}

async function enter(page: Page, who: Who, link: string): Promise<void> {
  if (who === 'compliance') await enterWithPasskey(page, link)
  else await enterByLink(page, link, (key) => codeAt(key, new Date().toISOString()))
  await page.getByRole('navigation').first().waitFor()
}

async function serve(data: string, port: number): Promise<ChildProcess> {
  const server = spawn(process.execPath, [PROGRAM, 'serve', '--data', data, '--port', String(port), '--accept-no-network-isolation'], {
    cwd: ROOT,
    // It says there what it answered, line by line.
    stdio: ['ignore', 'pipe', 'ignore'],
  })
  await new Promise<void>((resolve, reject) => {
    server.stdout.on('data', (chunk: Buffer) => chunk.includes('answers at') && resolve())
    server.once('close', (code) => reject(new Error(`the service ended with ${code}`)))
  })
  return server
}

function stop(server: ChildProcess): Promise<void> {
  if (server.exitCode !== null) return Promise.resolve()
  return new Promise((resolve) => {
    server.once('close', () => resolve())
    server.kill('SIGTERM')
  })
}

/** A folder that is gone when `work` has ended. */
export async function inFolder(work: (folder: string) => Promise<void>): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'bonafide-console-'))
  try {
    await work(folder)
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}
