import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { inTheme, wrongOn } from '../support/in-a-page.ts'
import { openConsole, type Entered, type OpenConsole } from '../support/console.ts'
import { PASSWORD } from '../support/people.ts'

let console: OpenConsole
let ina: Entered

beforeAll(async () => {
  console = await openConsole()
  ina = await console.enter('Ina Vestigator', ['investigator'])
})
afterAll(async () => {
  await console.close()
})

/** Whoever opened nothing yet is asked what for. */
async function openFirst(page: Page): Promise<void> {
  await page.goto('/inbox')
  await page.getByRole('listitem').getByRole('link').first().click()
  await page.getByRole('heading', { level: 1 }).waitFor()
  const go = page.getByRole('button', { name: 'Open the dossier' })
  await go
    .or(page.getByRole('heading', { name: /For a closer look/ }))
    .first()
    .waitFor()
  if (await go.isVisible()) await go.click()
  await page.getByRole('heading', { name: /For a closer look/ }).waitFor()
}

describe('the console in a real browser', () => {
  test('what is hidden is shown on demand, with a reason', async () => {
    const { page } = ina
    await openFirst(page)
    await page.getByRole('button', { name: 'Show hidden fields' }).click()
    const dialog = page.getByRole('dialog')
    for (const box of await dialog.getByRole('checkbox').all()) await box.check()
    await dialog.getByLabel('Why do you need them?').fill('compare with the payroll')
    await dialog.getByRole('button', { name: 'Show' }).last().click()
    await page.getByRole('button', { name: 'Show hidden fields' }).waitFor({ state: 'detached' })
  })

  test('by the keyboard alone', async () => {
    const { page } = ina
    await page.goto('/candidates')
    await page.getByRole('table').waitFor()
    await page.keyboard.press('/')
    await page.keyboard.type('Cleo')
    await page.getByRole('row').filter({ hasText: 'Cleo Test' }).waitFor()
    await page.getByRole('row').filter({ hasText: 'Ada' }).waitFor({ state: 'detached' })
    await page.keyboard.press('Escape')
    await page.keyboard.press('g')
    await page.keyboard.press('i')
    await page.getByRole('heading', { level: 1, name: 'Inbox' }).waitFor()
    await page.getByRole('listitem').first().waitFor()
    await page.keyboard.press('j')
    await page.keyboard.press('Enter')
    await page.waitForURL(/\/candidates\/p/)
    await page.keyboard.press('?')
    await page.getByRole('dialog', { name: 'Keyboard' }).waitFor()
    await page.keyboard.press('Escape')
  })

  test('what was put aside comes back by one click', async () => {
    const { page } = ina
    await page.goto('/inbox')
    const lines = page.getByRole('listitem')
    await lines.first().waitFor()
    const before = await lines.count()
    await page
      .getByRole('button', { name: /Put aside until tomorrow/ })
      .first()
      .click()
    await expect.poll(() => lines.count()).toBe(before - 1)
    await page.getByRole('button', { name: 'Undo' }).click()
    await expect.poll(() => lines.count(), { timeout: 20_000 }).toBe(before)
  })

  test('out, and in again with password and code, to where one was going', async () => {
    const { page, email, key } = ina
    await page.getByRole('button', { name: /Your account/ }).click()
    await page.getByRole('menuitem', { name: 'Sign out' }).click()
    await page.getByRole('heading', { level: 1, name: 'Sign in' }).waitFor()
    await page.goto('/candidates')
    await page.getByLabel('E-mail').fill(email)
    await page.getByLabel('Password', { exact: true }).fill('not this one at all')
    await page.getByRole('button', { name: 'Go on' }).click()
    await page.getByRole('alert').waitFor()
    await page.getByLabel('Password', { exact: true }).fill(PASSWORD)
    await page.getByRole('button', { name: 'Go on' }).click()
    console.later(60_000)
    await page.getByLabel('Code').fill(console.codeOf(key))
    await page.getByRole('button', { name: 'Go on' }).click()
    await page.getByRole('heading', { level: 1, name: 'Candidates' }).waitFor()
  })

  test('in by a passkey, from the first link on', async () => {
    const context = await console.context()
    const page = await context.newPage()
    const devtools = await context.newCDPSession(page)
    await devtools.send('WebAuthn.enable')
    await devtools.send('WebAuthn.addVirtualAuthenticator', {
      options: { protocol: 'ctap2', transport: 'internal', hasResidentKey: true, hasUserVerification: true, isUserVerified: true },
    })
    const { address } = await console.link('Pat Key', 'approver')
    await page.goto(address)
    await page.getByRole('button', { name: /^Passkey/ }).click()
    expect(page.url()).not.toContain('#')
    await page.getByRole('button', { name: 'Go on' }).click()
    await page.getByRole('button', { name: 'Make the passkey' }).click()
    await page.getByRole('heading', { level: 1, name: 'Inbox' }).waitFor()
    await context.clearCookies()
    await page.goto('/inbox')
    await page.getByRole('button', { name: 'Use a passkey' }).click()
    await page.getByRole('heading', { level: 1, name: 'Inbox' }).waitFor()
    await context.close()
  })

  test.each(['light', 'dark'] as const)('everybody can use it in the %s theme', async (colorScheme) => {
    const { page } = ina
    await inTheme(page, colorScheme)
    const check = async (name: string): Promise<void> => {
      const { looked, wrong } = await wrongOn(page)
      expect(looked, name).toBeGreaterThan(15)
      expect(wrong, name).toEqual([])
    }
    await page.goto('/inbox')
    await page.getByRole('listitem').first().waitFor()
    await check('inbox')
    await page.goto('/candidates')
    await page.getByRole('row').nth(1).waitFor()
    await check('candidates')
    await openFirst(page)
    await check('persona')
    await page
      .getByRole('button', { name: /See the evidence/ })
      .first()
      .click()
    await page.getByRole('dialog').getByRole('img').first().waitFor()
    await check('evidence')
    const away = await (await console.context({ colorScheme })).newPage()
    for (const path of ['/sign-in', '/enter', '/nowhere']) {
      await away.goto(path)
      await away.getByRole('heading').first().waitFor()
      const { wrong } = await wrongOn(away)
      expect(wrong, path).toEqual([])
    }
    await away.context().close()
  })

  test('it fits a telephone', async () => {
    const { page } = ina
    await page.setViewportSize({ width: 390, height: 844 })
    for (const path of ['/inbox', '/candidates']) {
      await page.goto(path)
      await page.getByRole('heading', { level: 1 }).waitFor()
      expect(await page.evaluate('document.documentElement.scrollWidth'), path).toBeLessThanOrEqual(390)
    }
    await openFirst(page)
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(390)
  })

  test('on a telephone a menu leads everywhere, by keys too', async () => {
    const { page } = ina
    await page.setViewportSize({ width: 390, height: 844 })
    await page.goto('/candidates')
    await expect
      .poll(() => page.getByRole('navigation', { name: 'Main' }).getByRole('link').allInnerTexts())
      .toEqual(['Inbox', 'Candidates', 'Checks'])
    await page.getByRole('button', { name: 'Menu' }).focus()
    await page.keyboard.press('Enter')
    const menu = page.getByRole('dialog', { name: 'Menu' })
    for (const group of ['Work', 'Candidates', 'How it runs']) await menu.getByRole('group', { name: group }).waitFor()
    expect(await menu.getByRole('group', { name: 'Screening' }).count()).toBe(0)
    await menu.getByRole('link', { name: 'Oversight' }).focus()
    await page.keyboard.press('Enter')
    await page.getByRole('heading', { level: 1, name: 'Oversight' }).waitFor()
    await menu.waitFor({ state: 'hidden' })
    await page.setViewportSize({ width: 1280, height: 720 })
    await page.getByRole('navigation', { name: 'Main' }).getByRole('group', { name: 'Work' }).getByRole('link', { name: 'Inbox' }).click()
    await page.getByRole('heading', { level: 1, name: 'Inbox' }).waitFor()
  })

  test('help stands beside what it explains, and Escape leads back to it', async () => {
    const { page } = ina
    await openFirst(page)
    const help = page.getByRole('button', { name: 'Help: Why most of this is harmless' })
    await help.focus()
    await page.keyboard.press('Enter')
    const shown = page.getByRole('dialog').filter({ hasText: '5 of 1,000 applicants' })
    await shown.waitFor()
    const { wrong } = await wrongOn(page)
    expect(wrong).toEqual([])
    await page.keyboard.press('Escape')
    await shown.waitFor({ state: 'hidden' })
    await expect
      .poll(() => page.evaluate<string | null>(`document.activeElement.getAttribute('aria-label')`))
      .toBe('Help: Why most of this is harmless')
  })

  test('no page asked anybody else for anything, and none broke the policy', () => {
    expect(console.seen).toEqual({ violations: [], strangers: [], faults: [] })
  })

  test('the policy holds: no script of a page’s own, no markup out of text', async () => {
    const page = await (await console.context()).newPage()
    const answer = await page.goto('/sign-in')
    const policy = (await answer?.headerValue('content-security-policy')) ?? ''
    expect(policy).toMatch(/script-src 'nonce-[\w+/=]{24}' 'strict-dynamic'/)
    expect(policy).toContain("require-trusted-types-for 'script'")
    expect((await (await page.goto('/sign-in'))?.headerValue('content-security-policy')) ?? '').not.toBe(policy)
    const tried = await page.evaluate(`(() => {
      const refused = []
      try { document.body.innerHTML = '<img src=x onerror="document.title=1">' } catch (error) { refused.push(error.name) }
      try { document.createElement('script').text = 'document.title = 2' } catch (error) { refused.push(error.name) }
      return refused
    })()`)
    expect(tried).toEqual(['TypeError', 'TypeError'])
    await page.context().close()
  })
})
