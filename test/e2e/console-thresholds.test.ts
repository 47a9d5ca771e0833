import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openConsole, type OpenConsole } from '../support/console.ts'
import { inTheme, wrongOn, enterWithPasskey } from '../support/in-a-page.ts'
import { wordsHandedIn } from '../support/words-handed-in.ts'

/** A number of a check is moved in a real browser: tried on the history, run in shadow, agreed to by a second person, and taken back. */

const CHECK = 'application/wording-without-detail'
const PHRASES = ['highly motivated', 'team player', 'results-driven', 'detail-oriented', 'quick learner']
/** Of so many candidates the first two use four stock phrases and the third five; shipped, five are needed. */
const CANDIDATES = 13

let console: OpenConsole
let ina: Page
let app: Page

const words = (i: number): string => {
  const stock = PHRASES.slice(0, i < 2 ? 4 : i === 2 ? 5 : 0).join(', ')
  return `I am an engineer${stock === '' ? '' : `, ${stock},`} who looks after the harbour clocks of town number ${i} and keeps them on time.`
}

/** Somebody hands these in, as on any day. */
async function handIn(from: number, to: number): Promise<readonly string[]> {
  const { deps, tenant } = console.service.parts
  const resumes = Array.from({ length: to - from }, (_, n) => [`p-${String(from + n).padStart(16, '0')}`, words(from + n)] as const)
  await wordsHandedIn(deps, tenant, Object.fromEntries(resumes))
  return resumes.map(([persona]) => persona)
}

async function found(personas: readonly string[]): Promise<readonly string[]> {
  const { deps, tenant } = console.service.parts
  const findings = await deps.store.tx(tenant, (tx) => tx.findings(personas))
  return findings.filter((f) => f.detector === CHECK).map((f) => f.persona)
}

beforeAll(async () => {
  console = await openConsole({ empty: true })
  ina = (await console.enter('Ina Vestigator', ['investigator'], { acceptDownloads: true })).page
  app = await enterByPasskey('App Rover')
})
afterAll(async () => {
  await console.close()
})

/** Whoever is the second person signs in with a passkey and with nothing less. */
async function enterByPasskey(name: string): Promise<Page> {
  const context = await console.context()
  const page = await context.newPage()
  await enterWithPasskey(page, (await console.link(name, 'approver')).address)
  await page.getByRole('heading', { level: 1, name: 'Inbox' }).waitFor()
  return page
}

/** What axe finds wrong in both themes, and whether the page fits a telephone. */
async function look(page: Page, name: string): Promise<void> {
  for (const colorScheme of ['light', 'dark'] as const) {
    await inTheme(page, colorScheme)
    const { looked, wrong } = await wrongOn(page)
    expect(looked, name).toBeGreaterThan(15)
    expect(wrong, `${name}, ${colorScheme}`).toEqual([])
    for (const width of [390, 1440]) {
      await page.setViewportSize({ width, height: width === 390 ? 844 : 900 })
      if (process.env['PICTURES'] !== undefined)
        await page.screenshot({ path: `${process.env['PICTURES']}/${name}-${width}-${colorScheme}.png`, fullPage: true })
      expect(await page.evaluate('document.documentElement.scrollWidth'), `${name} at ${width}`).toBeLessThanOrEqual(width)
    }
  }
  await page.emulateMedia({ colorScheme: null })
}

async function act(page: Page, button: string, reason: string): Promise<void> {
  await page.getByRole('button', { name: button, exact: true }).first().click()
  const dialog = page.getByRole('dialog', { name: button })
  await dialog.getByRole('textbox').fill(reason)
  await dialog.getByRole('button', { name: button, exact: true }).click()
  await dialog.waitFor({ state: 'hidden' })
}

test('a number is tried, runs in shadow, is agreed to by another person, changes findings, and is taken back', async () => {
  const before = await handIn(0, 3)
  expect(await found(before)).toEqual([before[2]])

  await ina.goto(`${console.origin}/detectors/${CHECK}`)
  const numbers = ina.getByRole('region', { name: 'Numbers', exact: true })
  await numbers.getByText('Now 5').waitFor()
  // By the keyboard alone: the field, the number, the button.
  await numbers.getByLabel('stock phrases').focus()
  await ina.keyboard.press('Control+A')
  await ina.keyboard.type('4')
  await ina.keyboard.press('Enter')
  await numbers.getByText('Starting …').waitFor()
  expect(await console.work()).toBe(1)
  await numbers.getByText('3 of 3 candidates had something to look at.').waitFor()
  await numbers.getByText('2 candidates it would newly speak about').waitFor()
  expect(await found(before)).toEqual([before[2]])
  await numbers.getByRole('button', { name: 'Show these candidates' }).click()
  await numbers.getByRole('table', { name: 'Candidates with another answer' }).waitFor()
  const saved = ina.waitForEvent('download')
  await numbers.getByRole('button', { name: 'Export' }).click()
  expect((await saved).suggestedFilename()).toBe('other-numbers.csv')
  await look(ina, 'tried')

  await act(ina, 'Run in shadow', 'Four phrases in a row are worth a question here.')
  await numbers.getByText('Had something to look at for 0 of at least 10 candidates.').waitFor()
  expect(await numbers.getByRole('button', { name: 'Ask to make active' }).isDisabled()).toBe(true)
  const later = await handIn(3, CANDIDATES)
  expect(await found(later)).toEqual([])
  await ina.reload()
  // Who came before is asked again where somebody new shares words with them.
  await numbers.getByText(/Had something to look at for 1[0-3] candidates\./).waitFor()
  await act(ina, 'Ask to make active', 'Two more candidates in the history, nobody new since.')
  await numbers.getByText('Somebody else than you has to agree.').waitFor()
  await look(ina, 'in-shadow')

  await app.goto(`${console.origin}/detectors/${CHECK}`)
  await app.getByText('Ina Vestigator asks to make these numbers active.').waitFor()
  await act(app, 'Make active', 'I looked at both candidates.')
  await app.getByText('Now 4').waitFor()
  await look(app, 'active')
  expect(await console.work()).toBe(1)
  expect([...(await found(before))].sort()).toEqual([...before].sort())

  await ina.getByText('Now 4').waitFor()
  await act(ina, 'Take back', 'One of them asked why.')
  await ina.getByText('Now 5').waitFor()
  expect(await console.work()).toBe(1)
  expect(await found(before)).toEqual([before[2]])
  expect(console.seen).toEqual({ violations: [], strangers: [], faults: [] })
})

test('whoever talks to candidates sees by which number a check asks, and no trial', async () => {
  const { page } = await console.enter('Rae Cruiter', ['recruiter'])
  await page.goto(`${console.origin}/detectors/${CHECK}`)
  const numbers = page.getByRole('region', { name: 'Numbers', exact: true })
  await numbers.getByText('Now 5').waitFor()
  expect(await numbers.getByRole('heading').allInnerTexts()).toEqual(['Numbers'])
  await page.goto(`${console.origin}/detectors/application/phone-shared`)
  await page.getByText('These numbers are fixed').waitFor()
})
