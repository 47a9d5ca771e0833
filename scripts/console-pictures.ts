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
const SIZES = [
  { width: 1440, height: 900 },
  { width: 390, height: 844 },
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
      await page.getByRole('dialog').waitFor()
      await page.waitForLoadState('networkidle')
    },
  ],
  ['help', (page) => page.keyboard.press('Escape').then(() => page.keyboard.press('?'))],
  ['not-found', (page) => page.goto(`${ORIGIN}/nowhere`)],
]

/** One that nobody has opened yet. */
let opened = 0
async function first(page: Page): Promise<void> {
  await page.goto(`${ORIGIN}/inbox`)
  await page.getByRole('listitem').nth(opened++).getByRole('link').click()
}

/** Drawers slide in, and pictures fade. */
const SETTLES_MS = 600

async function shoot(page: Page, name: string): Promise<void> {
  await page.waitForTimeout(SETTLES_MS)
  await page.screenshot({ path: join(PICTURES, `${name}.png`) })
  console.log(`build/pictures/${name}.png`)
}

async function shootAll(browser: Browser, address: string): Promise<void> {
  const entering = await browser.newContext()
  const page = await entering.newPage()
  await page.goto(address)
  await page.getByRole('button', { name: 'Go on' }).waitFor()
  await shoot(page, 'enter-1440-light')
  await enterConsole(page, { address, password: PASSWORD, now: () => new Date().toISOString() })
  const storageState = await entering.storageState()
  for (const viewport of SIZES)
    for (const colorScheme of ['light', 'dark'] as const) {
      const within = await browser.newContext({ viewport, colorScheme, storageState })
      const shown = await within.newPage()
      for (const [name, go] of WAYS) {
        await go(shown)
        await shoot(shown, `${name}-${viewport.width}-${colorScheme}`)
      }
      await within.clearCookies()
      await shown.goto(`${ORIGIN}/sign-in`)
      await shown.getByRole('button', { name: 'Go on' }).waitFor()
      await shoot(shown, `sign-in-${viewport.width}-${colorScheme}`)
      await within.close()
    }
}

const work = mkdtempSync(join(tmpdir(), 'bonafide-pictures-'))
try {
  const data = process.argv[2] ?? join(work, 'data')
  if (process.argv[2] === undefined) run('screen', 'examples/halyard/applicants.csv', '--data', data, '--accept-no-network-isolation')
  const email = `pictures-${Date.now()}@example.com`
  const link = run(
    'people',
    'invite',
    email,
    '--name',
    'Ina Vestigator',
    '--role',
    'investigator',
    '--origin',
    ORIGIN,
    '--data',
    data,
  ).trim()
  const server = spawn(process.execPath, bonafide('serve', '--data', data, '--port', String(PORT), '--accept-no-network-isolation'), {
    cwd: ROOT,
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  try {
    await new Promise<void>((resolve, reject) => {
      server.stdout.on('data', (chunk: Buffer) => chunk.includes('answers at') && resolve())
      server.once('close', (code) => reject(new Error(`the service ended with ${code}`)))
    })
    mkdirSync(PICTURES, { recursive: true })
    const browser = await openChromium()
    await shootAll(browser, link)
    await browser.close()
  } finally {
    server.kill('SIGTERM')
  }
} finally {
  rmSync(work, { recursive: true, force: true })
}
