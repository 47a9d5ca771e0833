import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { approve } from '../../src/engine/cases/approve.ts'
import type { Caller } from '../../src/engine/people/caller.ts'
import { everyPersona } from '../../src/engine/rebuild.ts'
import { permissionsOf } from '../../src/model/access.ts'
import { UNWATCHED } from '../../src/surfaces/http/unwatched.ts'
import { inTheme, wrongOn } from '../support/in-a-page.ts'
import { openConsole, type Entered, type OpenConsole } from '../support/console.ts'

let console: OpenConsole
let ina: Entered

beforeAll(async () => {
  console = await openConsole()
  ina = await console.enter('Ina Vestigator', ['investigator'])
})
afterAll(async () => {
  await console.close()
})

/** The dossier of somebody who shares a telephone and a text with somebody else. */
async function openShared(page: Page): Promise<void> {
  await page.goto('/inbox')
  await page.getByRole('listitem').getByRole('link').first().click()
  const go = page.getByRole('button', { name: 'Open the dossier' })
  const who = page.getByRole('heading', { name: /Who else/ })
  await go.or(who).first().waitFor()
  if (await go.isVisible()) await go.click()
  await who.waitFor()
}

const panel = (page: Page) => page.getByRole('region', { name: 'What is chosen' })

async function say(page: Page, kind: 'Same' | 'Different' | 'Unsure', reason: string): Promise<void> {
  await panel(page).getByRole('radio', { name: kind }).check()
  await panel(page).getByLabel('Your reason').fill(reason)
  await panel(page).getByRole('button', { name: 'Save the judgement' }).click()
}

/** The second person agrees to every export that is asked for; says to how many. */
async function approveExports(): Promise<number> {
  const { deps, tenant, catalog } = console.service.parts
  const second: Caller = {
    tenant,
    id: 'second',
    roles: ['approver'],
    may: permissionsOf(['approver']),
    session: undefined,
    freshUntil: '2100-01-01T00:00:00.000Z',
    by: 'passkey',
  }
  const personas = await everyPersona(deps, { tenant, id: second.id })
  const cases = await deps.store.tx(tenant, (tx) => tx.casesOfPersonas(personas))
  const asked = cases.flatMap((c) => c.requests.filter((r) => r.what === 'export').map((r) => ({ case: c.id, request: r.request })))
  for (const one of asked) await approve(deps, catalog, second, { ...one, reason: 'Counsel needs it.', watch: UNWATCHED })
  return asked.length
}

describe('who shares what with whom', () => {
  test('from a candidate to why another is linked in one click, judged there and taken back', async () => {
    const { page } = ina
    await openShared(page)
    await page.getByRole('link', { name: /^Why linked: (Ada Example|Ben Sample)/ }).click()
    await panel(page)
      .getByRole('heading', { name: /Ada Example and Ben Sample|Ben Sample and Ada Example/ })
      .waitFor()
    for (const part of ['What they share', 'What speaks against it', 'What single fact would end it', 'What it costs if it is wrong'])
      await panel(page).getByRole('heading', { name: part }).waitFor()
    await say(page, 'Different', 'Both were met in person on one day.')
    await panel(page).getByText('Kept apart', { exact: true }).waitFor()
    await page.getByRole('button', { name: 'Undo' }).click()
    await panel(page).getByText('Linked', { exact: true }).waitFor()
    expect(await panel(page).getByText('took the last judgement back').count()).toBe(1)
    await say(page, 'Same', 'The candidate says that both applications are theirs.')
    await panel(page).getByText('A person judged them the same.', { exact: true }).waitFor()
    await panel(page).getByRole('button', { name: 'Take it back' }).click()
    await panel(page).getByText('A person judged them the same.', { exact: true }).waitFor({ state: 'detached' })
  })

  test('two side by side: shared values in rows, passages aligned with the same words marked', async () => {
    const { page } = ina
    await openShared(page)
    await page
      .getByRole('link', { name: /^Compare: / })
      .first()
      .click()
    const open = page.getByRole('button', { name: 'Open the dossier' })
    await open
      .or(page.getByRole('heading', { name: 'Side by side' }))
      .first()
      .waitFor()
    if (await open.isVisible()) {
      await page.getByLabel('Your reason').fill('To compare the two.')
      await open.click()
    }
    await page.getByRole('heading', { name: /Passages, aligned/ }).waitFor()
    await page
      .getByRole('row', { name: /a phone number/ })
      .first()
      .waitFor()
    const marked = page.locator('mark').filter({ hasText: 'freight invoicing pipeline' })
    await expect.poll(() => marked.count()).toBeGreaterThanOrEqual(2)
  })

  test('a cluster is opened on the map, and taken out with a purpose that somebody else agreed to', async () => {
    const { page } = ina
    await page.goto('/network')
    const map = page.getByRole('img', { name: /Map of one cluster/ })
    await map.waitFor()
    // The one cluster lies in the middle. Drawing takes some frames, and tells nobody when it is done.
    const box = await map.boundingBox()
    for (let tries = 0; tries < 8 && !(await panel(page).isVisible()); tries++) {
      await page.mouse.click((box?.x ?? 0) + (box?.width ?? 0) / 2, (box?.y ?? 0) + (box?.height ?? 0) / 2)
      await page.waitForTimeout(1_500)
    }
    await panel(page).getByText('Formed').first().waitFor()
    await panel(page).getByRole('button', { name: 'Close on the map' }).waitFor()
    await panel(page).getByRole('button', { name: 'Export' }).click()
    await page.getByLabel('What is it for?').fill('For counsel, who advises on the contracts.')
    await page.getByRole('button', { name: 'Ask for a second person' }).click()
    await page.getByText('Somebody else has to approve it in the case.').waitFor()
    expect(await approveExports()).toBe(1)
    await page.getByRole('button', { name: 'Save the archive' }).waitFor()
    const [saved] = await Promise.all([page.waitForEvent('download'), page.getByRole('button', { name: 'Save the archive' }).click()])
    expect(saved.suggestedFilename()).toMatch(/^c-[0-9a-f]{16}\.tar$/)
    await page.getByRole('dialog').waitFor({ state: 'detached' })
    await page.keyboard.press('Escape')
    await panel(page).waitFor({ state: 'detached' })
  })

  test('without a map and without a mouse', async () => {
    const { page } = ina
    await page.goto('/network?view=links')
    await page.getByRole('row').nth(1).waitFor()
    await page.keyboard.press('j')
    await page.keyboard.press('Enter')
    await panel(page).getByRole('heading', { name: 'What they share' }).waitFor()
    await page.keyboard.press('Escape')
    await panel(page).waitFor({ state: 'detached' })
  })

  test('whoever may not judge sees why, and no way to judge', async () => {
    const { page, context } = await console.enter('Rae Cruiter', ['recruiter'])
    await page.goto('/network?view=links')
    await page.getByRole('row').nth(1).getByRole('link').click()
    await panel(page).getByRole('heading', { name: 'What they share' }).waitFor()
    expect(await panel(page).getByRole('radio').count()).toBe(0)
    expect(await page.getByText('Hubs', { exact: true }).count()).toBe(0)
    await context.close()
  })

  test.each(['light', 'dark'] as const)('everybody can use it in the %s theme, on a telephone too', async (colorScheme) => {
    const { page } = ina
    await inTheme(page, colorScheme)
    await page.setViewportSize({ width: 1280, height: 800 })
    const check = async (name: string): Promise<void> => {
      await page.setViewportSize({ width: 390, height: 844 })
      expect(await page.evaluate('document.documentElement.scrollWidth'), name).toBeLessThanOrEqual(390)
      await page.setViewportSize({ width: 1280, height: 800 })
      const { looked, wrong } = await wrongOn(page)
      expect(looked, name).toBeGreaterThan(15)
      expect(wrong, name).toEqual([])
    }
    await page.goto('/network')
    await page.getByRole('img', { name: /Map of/ }).waitFor()
    await check('map')
    await page.goto('/network?view=clusters')
    await page.getByRole('row').nth(1).getByRole('link').click()
    await panel(page).getByText('Formed').first().waitFor()
    await check('cluster')
    await page.goto('/network?view=links')
    await page.getByRole('row').nth(1).getByRole('link').click()
    await panel(page).getByRole('heading', { name: 'What they share' }).waitFor()
    await check('link')
    await panel(page).getByRole('link', { name: 'Compare side by side' }).click()
    await page.getByRole('heading', { name: /Passages, aligned/ }).waitFor()
    await check('compare')
  })

  test('no page asked anybody else for anything, and none broke the policy', () => {
    expect(console.seen).toEqual({ violations: [], strangers: [], faults: [] })
  })
})
