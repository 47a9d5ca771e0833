import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Locator, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openConsole, type OpenConsole } from '../support/console.ts'
import { smallFolder } from '../support/small-folder.ts'

/** The three tasks that are done most often, measured in clicks and not in seconds. */

/** Clicks and counts: nothing else than these moves a task on. */
function counting(): { readonly click: (of: Locator) => Promise<void>; readonly clicks: () => number } {
  let made = 0
  return {
    clicks: () => made,
    async click(of) {
      made++
      await of.click()
    },
  }
}

describe('steps where candidates are', () => {
  let console: OpenConsole
  let ina: Page

  beforeAll(async () => {
    console = await openConsole()
    ina = (await console.enter('Ina Vestigator', ['investigator'])).page
  })
  afterAll(() => console.close())

  test('from the inbox to the decisive passage: three', async () => {
    const { click, clicks } = counting()
    await click(ina.getByRole('listitem').getByRole('link').first())
    await click(ina.getByRole('button', { name: 'Open the dossier' }))
    await click(ina.getByRole('button', { name: /See the evidence/ }).first())
    const drawer = ina.getByRole('dialog', { name: 'Evidence' })
    const sheet = drawer.getByRole('img', { name: /with the passage marked/ }).first()
    await sheet.waitFor()
    expect(await sheet.evaluate((image) => (image as unknown as { naturalWidth: number }).naturalWidth)).toBeGreaterThan(800)
    const mark = drawer.locator('figure i').first()
    const [spot, whole] = [await mark.boundingBox(), await sheet.boundingBox()]
    expect(spot?.width).toBeGreaterThan(10)
    expect(spot?.y).toBeGreaterThan(whole?.y ?? 0)
    expect((spot?.y ?? 0) + (spot?.height ?? 0)).toBeLessThan((whole?.y ?? 0) + (whole?.height ?? 0))
    expect(clicks()).toBeLessThanOrEqual(3)
    await ina.keyboard.press('Escape')
    await drawer.waitFor({ state: 'hidden' })
  })

  test('from a candidate to who else, and why: two', async () => {
    const { click, clicks } = counting()
    const name = await ina.getByRole('heading', { level: 1 }).innerText()
    const other = name === 'Ada Example' ? 'Ben Sample' : 'Ada Example'
    await click(ina.getByRole('link', { name: /^Who else: \d/ }))
    const title = ina.getByRole('heading', { name: /^Who else/ })
    await expect.poll(async () => (await title.boundingBox())?.y ?? -1).toBeLessThan(720)
    await click(ina.getByRole('link', { name: `Why linked: ${other}` }))
    const chosen = ina.getByRole('region', { name: 'What is chosen' })
    await chosen.getByRole('heading', { name: new RegExp(`${name} and ${other}|${other} and ${name}`) }).waitFor()
    await chosen.getByRole('heading', { name: 'What they share' }).waitFor()
    expect(clicks()).toBeLessThanOrEqual(2)
  })

  test('a candidate leads to the case, to a question and to an explanation, in one click each', async () => {
    await ina.goBack()
    const ways = ina.getByRole('group', { name: 'Where to go on' })
    for (const [way, title] of [
      [/^Go to the case/, /Example|Sample/],
      ['Ask a question', /^Ask /],
      ['Explain to them', /^Explain to /],
    ] as const) {
      await ways.getByRole('link', { name: way }).click()
      await ina.waitForURL(way === 'Ask a question' ? /\/ask/ : way === 'Explain to them' ? /\/explain/ : /\/cases\//)
      await ina.getByRole('heading', { level: 1, name: title }).waitFor()
      await ina.goBack()
      await ways.waitFor()
    }
  })
})

describe('steps where nobody is yet', () => {
  let console: OpenConsole
  let home: string

  beforeAll(async () => {
    home = await mkdtemp(join(tmpdir(), 'bonafide-steps-'))
    console = await openConsole({ empty: true })
  })
  afterAll(async () => {
    await console.close()
    await rm(home, { recursive: true, force: true })
  })

  test('from nothing to the first own candidate, screened: four', async () => {
    const { page } = await console.enter('Rex Cruiter', ['recruiter'])
    const folder = await smallFolder(home)
    const { click, clicks } = counting()
    await page.getByRole('heading', { name: 'Start here' }).waitFor()
    await click(page.getByRole('main').getByRole('link', { name: 'Add candidates' }))
    const [chooser] = await Promise.all([page.waitForEvent('filechooser'), click(page.getByRole('button', { name: 'Choose files' }))])
    await chooser.setFiles(join(folder, 'cleo.pdf'))
    await click(page.getByRole('button', { name: /^Screen/ }))
    const progress = page.getByRole('region', { name: 'Progress' })
    await expect
      .poll(
        async () => {
          await console.work()
          return progress.getByRole('heading').innerText()
        },
        { timeout: 120_000, interval: 500 },
      )
      .toMatch(/ready/)
    await click(progress.getByRole('link', { name: /^See / }))
    // Whoever opens a dossier says what for; that a recommendation is there is seen before.
    await page
      .getByRole('heading', { level: 1, name: 'What do you open this for?' })
      .or(page.getByRole('heading', { name: 'What to do next' }))
      .first()
      .waitFor()
    expect(clicks()).toBeLessThanOrEqual(4)
    await page.goto('/candidates')
    expect(await page.getByRole('row').nth(1).innerText()).toMatch(/Clear|Ask|Review|Escalate/)
  })
})
