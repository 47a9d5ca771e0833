import { spawn, spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Browser, Page } from 'playwright-core'
import { openChromium } from '../test/support/chromium.ts'
import { enterConsole } from '../test/support/enter-console.ts'
import { ROOT } from './modules.ts'

/**
 * Pictures of every page of the console, at two widths and in both themes, for people to look at: the example company on the real
 * service, in a real browser. They go to build/pictures.
 *
 *   npm run pictures                 screens the example company first (some minutes)
 *   npm run pictures -- <data>       of a data folder that was screened already; makes an account in it
 */

const PICTURES = join(ROOT, 'build/pictures')
const PORT = 8799
const ORIGIN = `http://localhost:${PORT}`
const PASSWORD = 'walrus teapot ladder 9'
const WIDE = { width: 1440, height: 900 }
const NARROW = { width: 390, height: 844 }
const LOOKS = [
  { viewport: WIDE, colorScheme: 'light' },
  { viewport: WIDE, colorScheme: 'dark' },
  { viewport: NARROW, colorScheme: 'light' },
  { viewport: NARROW, colorScheme: 'dark' },
] as const

const bonafide = (...args: readonly string[]) => [join(ROOT, 'bin/bonafide.js'), ...args]

function run(...args: readonly string[]): string {
  const done = spawnSync(process.execPath, bonafide(...args), { cwd: ROOT, encoding: 'utf8', stdio: ['ignore', 'pipe', 'inherit'] })
  // Files that cannot be read are among the example, and end a screening with 1.
  if (done.status !== 0 && done.status !== 1) throw new Error(`bonafide ${args[0]} ended with ${done.status}`)
  return done.stdout
}

/** Every page by its name, and the way to it. */
const WAYS: readonly (readonly [name: string, go: (page: Page) => Promise<unknown>])[] = [
  ['inbox', (page) => page.goto(`${ORIGIN}/inbox`).then(() => page.getByRole('listitem').first().waitFor())],
  ['candidates', (page) => page.goto(`${ORIGIN}/candidates`).then(() => page.getByRole('row').nth(1).waitFor())],
  ['purpose', (page) => first(page).then(() => page.getByRole('button', { name: 'Open the dossier' }).waitFor())],
  [
    'candidate',
    async (page) => {
      await page.getByRole('button', { name: 'Open the dossier' }).click()
      await page.getByRole('heading', { name: /For a closer look/ }).waitFor()
    },
  ],
  [
    'evidence',
    async (page) => {
      await page
        .getByRole('button', { name: /See the evidence/ })
        .first()
        .click()
      await page.getByRole('dialog').getByRole('img').first().waitFor()
    },
  ],
  ['help', (page) => page.keyboard.press('Escape').then(() => page.keyboard.press('?'))],
  ['not-found', (page) => page.goto(`${ORIGIN}/nowhere`)],
]

async function first(page: Page): Promise<void> {
  await page.goto(`${ORIGIN}/inbox`)
  await page.getByRole('listitem').first().getByRole('link').click()
}

/** Drawers slide in, and pictures fade. */
const SETTLES_MS = 600

async function shoot(page: Page, name: string): Promise<void> {
  await page.waitForTimeout(SETTLES_MS)
  await page.screenshot({ path: join(PICTURES, `${name}.png`) })
  console.log(`build/pictures/${name}.png`)
}

/** By an account of its own, which has opened nothing yet. */
async function shootAll(browser: Browser, address: string, { viewport, colorScheme }: (typeof LOOKS)[number]): Promise<void> {
  const within = await browser.newContext({ viewport, colorScheme })
  const page = await within.newPage()
  const take = (name: string): Promise<void> => shoot(page, `${name}-${viewport.width}-${colorScheme}`)
  await page.goto(address)
  await page.getByRole('button', { name: 'Go on' }).waitFor()
  await take('enter')
  await page.goto(`${ORIGIN}/sign-in`)
  await page.getByRole('button', { name: 'Go on' }).waitFor()
  await take('sign-in')
  await enterConsole(page, { address, password: PASSWORD, now: () => new Date().toISOString() })
  for (const [name, go] of WAYS) {
    await go(page)
    await take(name)
  }
  await within.close()
}

const work = mkdtempSync(join(tmpdir(), 'bonafide-pictures-'))
try {
  const data = process.argv[2] ?? join(work, 'data')
  if (process.argv[2] === undefined) run('screen', 'examples/halyard/applicants.csv', '--data', data, '--accept-no-network-isolation')
  const links = LOOKS.map((_, i) => {
    const email = `pictures-${Date.now()}-${i}@example.com`
    return run('people', 'invite', email, '--name', 'Ina Vestigator', '--role', 'investigator', '--origin', ORIGIN, '--data', data).trim()
  })
  const server = spawn(process.execPath, bonafide('serve', '--data', data, '--port', String(PORT), '--accept-no-network-isolation'), {
    cwd: ROOT,
    stdio: ['ignore', 'pipe', 'ignore'],
  })
  try {
    await new Promise<void>((resolve, reject) => {
      server.stdout.on('data', (chunk: Buffer) => chunk.includes('answers at') && resolve())
      server.once('close', (code) => reject(new Error(`the service ended with ${code}`)))
    })
    mkdirSync(PICTURES, { recursive: true })
    const browser = await openChromium()
    for (const [i, look] of LOOKS.entries()) await shootAll(browser, links[i] ?? '', look)
    await browser.close()
  } finally {
    server.kill('SIGTERM')
  }
} finally {
  rmSync(work, { recursive: true, force: true })
}
