import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openConsole, type Entered, type OpenConsole } from '../support/console.ts'
import { drop, enterByLink, withAuthenticator, wrongOn } from '../support/in-a-page.ts'
import { smallFolder } from '../support/small-folder.ts'

/** Typed into every field of these pages: wherever it is shown, it is shown as text. */
const MARKUP = `<img src=x onerror="document.title='ran'"><script>document.title='ran'</script>`

let console: OpenConsole
let home: string
let folder: string
let rex: Entered
let ina: Entered
let aud: Page
/** Administers people, and signs in with a passkey alone. */
let ada: Page

beforeAll(async () => {
  home = await mkdtemp(join(tmpdir(), 'bonafide-people-'))
  folder = await smallFolder(home)
  console = await openConsole({ empty: true })
  rex = await console.enter('Rex Recruiter', ['recruiter'])
})
afterAll(async () => {
  await console.close()
  await rm(home, { recursive: true, force: true })
})

/** A sign-in is fresh for ten minutes. */
const STALE_MS = 11 * 60_000

describe('handing in', () => {
  test('from an empty inbox to the first own candidates in four steps, a torn file among them', async () => {
    const { page } = rex
    await page.getByRole('heading', { name: 'Start here' }).waitFor()
    await page.getByRole('main').getByRole('link', { name: 'Add candidates' }).click()
    await page.getByRole('heading', { level: 1, name: 'Add candidates' }).waitFor()
    await drop(page, 'Drop files or folders here', folder)
    await page.getByRole('button', { name: 'Screen all 5' }).click()
    const progress = page.getByRole('region', { name: 'Progress' })
    await expect
      .poll(
        async () => {
          await console.work()
          return progress.getByRole('heading').innerText()
        },
        { timeout: 120_000, interval: 500 },
      )
      .toBe('4 are ready, 1 needs something from you')
    const torn = progress.getByRole('listitem').filter({ hasText: 'torn.pdf' }).first()
    expect(await torn.innerText()).toContain('Could not be read')
    expect(await torn.getByRole('listitem').first().innerText()).toMatch(/torn\.pdf: Unreadable file\..{20}/)
    await progress.getByRole('link', { name: 'See the candidates' }).click()
    const row = page.getByRole('row').filter({ hasText: 'Ada Example' })
    await row.waitFor()
    expect(await row.innerText()).toMatch(/Clear|Ask|Review|Escalate/)
  })

  test('what is no file of a candidate is refused with words, and left out with a click', async () => {
    const { page } = rex
    await page.goto('/intake')
    const strange = join(home, 'program.bin')
    await writeFile(strange, Uint8Array.from([0x7f, 0x45, 0x4c, 0x46, 1, 2, 3, 4]))
    const input = page.locator('input[type=file]').first()
    await input.setInputFiles([strange, join(folder, 'cleo.pdf')])
    await page.getByRole('button', { name: 'Leave out: cleo.pdf' }).click()
    await page.getByRole('button', { name: 'Screen it' }).click()
    const progress = page.getByRole('region', { name: 'Progress' })
    await progress.getByText('Not taken').waitFor()
    expect(await progress.innerText()).toContain('program.bin')
    await progress.getByRole('button', { name: 'Clear' }).click()
    await progress.waitFor({ state: 'detached' })
  })
})

describe('openings', () => {
  test('one is added, somebody applies, and a change is explained', async () => {
    const { page } = rex
    await page.goto('/openings')
    await page.getByRole('button', { name: 'Add an opening' }).click()
    const dialog = page.getByRole('dialog')
    await dialog.getByLabel('Title').fill(`Platform engineer ${MARKUP}`)
    await dialog.getByLabel('Short name').fill('platform')
    await dialog.getByLabel('Cover letter').check()
    await dialog.getByLabel('Questions').fill(`Which part did you write yourself?\n${MARKUP}`)
    await dialog.getByRole('button', { name: 'Add an opening' }).click()
    await page.getByRole('heading', { level: 1, name: /^Platform engineer <img/ }).waitFor()
    expect(await page.getByRole('listitem').filter({ hasText: MARKUP }).innerText()).toBe(MARKUP)

    await page.goto('/intake')
    await page.locator('input[type=file]').first().setInputFiles(join(folder, 'cleo.pdf'))
    await page.getByPlaceholder('None yet').click()
    await page.getByRole('option', { name: /Platform engineer/ }).click()
    await page.getByRole('button', { name: 'Screen it' }).click()
    const see = page.getByRole('link', { name: 'See the candidate' })
    await expect
      .poll(
        async () => {
          await console.work()
          return see.count()
        },
        { timeout: 120_000, interval: 500 },
      )
      .toBe(1)

    await page.goto('/openings/platform')
    const row = page.getByRole('row').filter({ hasText: 'Cleo Test' })
    await row.waitFor()
    expect(await row.innerText()).toContain('Cover letter')
    await page.getByRole('button', { name: 'Change' }).click()
    await page.getByRole('dialog').getByLabel('Cover letter').uncheck()
    await page.getByRole('dialog').getByLabel('Why is it changed?').fill(`Nobody reads them. ${MARKUP}`)
    await page.getByRole('dialog').getByRole('button', { name: 'Save' }).click()
    await row.filter({ hasText: 'Nothing' }).waitFor()
  })
})

describe('people', () => {
  test('an administrator enters with a passkey and invites somebody, who enters by the link', async () => {
    const context = await console.context()
    ada = await context.newPage()
    await withAuthenticator(ada)
    await ada.goto((await console.link('Ada Ministrator', 'tenant-admin')).address)
    await ada.getByRole('button', { name: /^Passkey/ }).click()
    await ada.getByRole('button', { name: 'Go on' }).click()
    await ada.getByRole('button', { name: 'Make the passkey' }).click()
    await ada.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: 'People' }).click()
    await ada.getByRole('button', { name: 'Invite somebody' }).click()
    const dialog = ada.getByRole('dialog')
    await dialog.getByLabel('Name').fill(MARKUP)
    await dialog.getByLabel('E-mail').fill('new@example.com')
    await dialog.getByLabel('Auditor', { exact: true }).check()
    expect(await dialog.getByLabel('Operator', { exact: true }).isDisabled()).toBe(true)
    await dialog.getByRole('button', { name: 'Make the link' }).click()
    const link = await dialog.getByLabel('One-time link').innerText()
    await dialog.getByRole('button', { name: 'I have it' }).click()
    await dialog.waitFor({ state: 'detached' })
    await ada.getByRole('row').filter({ hasText: MARKUP }).filter({ hasText: 'Invited' }).waitFor()
    expect((await ada.content()).includes(link.split('#')[1] ?? '')).toBe(false)

    const page = await (await console.context()).newPage()
    await enterByLink(page, link, console.codeOf)
    await page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: 'Log' }).waitFor()
    expect(await page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: 'People' }).count()).toBe(0)
    aud = page
  })

  test('roles change after a confirmation where the sign-in is old, and the change is taken back by one click', async () => {
    await console.link('Rita Roles', 'recruiter')
    console.later(STALE_MS)
    await ada.reload()
    const row = ada.getByRole('row').filter({ hasText: 'Rita Roles' })
    await row.getByRole('button').click()
    const drawer = ada.getByRole('dialog', { name: 'Rita Roles' })
    await drawer.getByLabel('Verifier', { exact: true }).check()
    await drawer.getByRole('button', { name: 'Save roles' }).click()
    await ada.getByRole('dialog', { name: 'Confirm that it is you' }).getByRole('button', { name: 'Use a passkey' }).click()
    await row.filter({ hasText: 'Verifier' }).waitFor()
    await ada.getByRole('button', { name: 'Undo' }).click()
    await row.filter({ hasText: 'Verifier' }).waitFor({ state: 'detached' })
    await ada.keyboard.press('Escape')
  })

  test('a closed account stays out, and opens again', async () => {
    const { address } = await console.link('Cora Closed', 'responder')
    await ada.reload()
    await ada.getByRole('row').filter({ hasText: 'Cora Closed' }).getByRole('button').click()
    await ada.getByRole('dialog').getByRole('button', { name: 'Close the account' }).click()
    const row = ada.getByRole('row').filter({ hasText: 'Cora Closed' })
    await row.filter({ hasText: 'Closed' }).first().waitFor()
    const page = await (await console.context()).newPage()
    await page.goto(address)
    await page.getByRole('alert').waitFor()
    await page.context().close()
    await ada.getByRole('dialog').getByRole('button', { name: 'Open the account' }).click()
    await row.getByText('Invited').waitFor()
    await ada.keyboard.press('Escape')
  })
})

describe('my account', () => {
  test('a passkey is added and lets in; a key is shown once and taken back', async () => {
    ina = await console.enter('Ina Vestigator', ['investigator'])
    const { page } = ina
    await withAuthenticator(page)
    await page.getByRole('button', { name: /Your account/ }).click()
    await page.getByRole('menuitem', { name: 'My account' }).click()
    await page.getByRole('button', { name: 'Add a passkey' }).click()
    await page.getByRole('dialog').getByLabel('What do you call this device?').fill(MARKUP.slice(0, 80))
    await page.getByRole('dialog').getByRole('button', { name: 'Make the passkey' }).click()
    await page
      .getByRole('listitem')
      .filter({ hasText: MARKUP.slice(0, 80) })
      .waitFor()

    await page.getByRole('button', { name: 'Make a key' }).click()
    const dialog = page.getByRole('dialog')
    await dialog.getByLabel('What uses it?').fill(MARKUP.slice(0, 80))
    await dialog.getByLabel('Hand in candidates’ files').check()
    expect(await dialog.getByLabel('Propose decisions').count()).toBe(0)
    await dialog.getByRole('button', { name: 'Make a key' }).click()
    const token = await dialog.getByLabel('API key').innerText()
    const asked = { headers: { authorization: `Bearer ${token}` } }
    expect((await fetch(`${console.origin}/api/runs`, asked)).status).toBe(200)
    await dialog.getByRole('button', { name: 'I have it' }).click()
    await page.getByRole('button', { name: /^Take back/ }).click()
    await dialog.getByRole('button', { name: 'Take back' }).click()
    await page.getByText('None yet.', { exact: true }).waitFor()
    expect((await fetch(`${console.origin}/api/runs`, asked)).status).toBe(401)

    await ina.context.clearCookies()
    await page.goto('/account')
    await page.getByRole('button', { name: 'Use a passkey' }).click()
    await page.getByRole('heading', { level: 1, name: 'My account' }).waitFor()
    await page.getByText('With a passkey,').first().waitFor()
  })
})

describe('settings', () => {
  test('scoring is stopped with its consequences said, everybody is told, and it starts again', async () => {
    await ada.goto('/settings')
    await ada.getByRole('button', { name: 'Stop all scoring' }).click()
    const dialog = ada.getByRole('dialog', { name: 'Stop all scoring?' })
    await dialog.getByText('Nobody is assessed, and nobody is flagged.').waitFor()
    expect(await dialog.getByRole('button', { name: 'Stop all scoring' }).isDisabled()).toBe(true)
    await dialog.getByLabel('Your reason').fill(`A check is wrong. ${MARKUP}`)
    await dialog.getByRole('button', { name: 'Stop all scoring' }).click()
    await ada.getByText(`A check is wrong. ${MARKUP}`).waitFor()
    await ina.page.goto('/intake')
    await ina.page.getByText('Scoring is stopped').waitFor()
    await ada.getByRole('button', { name: 'Start scoring' }).click()
    await ada.getByRole('dialog').getByLabel('Your reason').fill('It is mended.')
    await ada.getByRole('dialog').getByRole('button', { name: 'Start scoring' }).click()
    await ada.getByText('Runs', { exact: true }).waitFor()
    await ina.page.goto('/intake')
    await ina.page.getByText('Drop files or folders here').waitFor()
    expect(await ina.page.getByText('Scoring is stopped').count()).toBe(0)
  })

  test('the organisation’s sign-in is set and taken away; a planted application that nobody knows is refused with words', async () => {
    await ada.getByRole('button', { name: 'Set it up' }).click()
    const dialog = ada.getByRole('dialog')
    await dialog.getByLabel('Address of the provider (issuer)').fill('https://id.example.com')
    await dialog.getByLabel('Client ID').fill(MARKUP)
    await dialog.getByLabel('Client secret').fill('a secret of the client')
    await dialog.getByRole('button', { name: 'Save' }).click()
    await ada.getByText(MARKUP, { exact: true }).waitFor()
    await ada.getByRole('button', { name: 'Take it away' }).click()
    await ada.getByRole('dialog').getByRole('button', { name: 'Take it away' }).click()
    await ada.getByText('Not set up.').waitFor()
    await ada.getByLabel('Number of the candidate').fill(MARKUP)
    await ada.getByRole('button', { name: 'Note it' }).click()
    await ada.getByRole('alert').filter({ hasText: MARKUP }).waitFor()
  })
})

describe('the log', () => {
  test('is filtered, opened, and verified', async () => {
    const page = aud
    await page.goto('/audit')
    await page.getByRole('row').filter({ hasText: 'Scoring started' }).waitFor()
    await page.getByLabel('What was done').fill('roles-changed')
    await page.getByRole('row').filter({ hasText: 'Scoring started' }).waitFor({ state: 'detached' })
    await page.getByRole('button', { name: 'Roles changed' }).first().click()
    expect(await page.getByRole('dialog').innerText()).toContain('recruiter')
    await page.keyboard.press('Escape')
    await page.getByRole('button', { name: 'Verify the log' }).click()
    await page.getByText(/All \d+ rows are as they were written/).waitFor()
    const saved = page.waitForEvent('download')
    await page.getByRole('button', { name: 'Whole log with hashes' }).click()
    const lines = (await readFile(await (await saved).path(), 'utf8')).trim().split('\n')
    expect(lines.length).toBeGreaterThan(20)
    const [first, second] = lines
      .slice(1, 3)
      .map((line) => (JSON.parse(line) as { row: { seq: number; previous: string; hash: string } }).row)
    expect(second).toMatchObject({ seq: 2, previous: first?.hash })
    await page.getByLabel('On what').fill(MARKUP)
    await page.getByRole('heading', { name: 'Nothing fits' }).waitFor()
  })
})

describe('oversight', () => {
  test('groups that are too small have no rate, and why is said; files are taken out', async () => {
    const page = aud
    await page.goto('/oversight')
    await page.getByText('Against the recommendation', { exact: true }).waitFor()
    const counts = [
      ['First', '200', '180'],
      ['Second', '100', '60'],
      [MARKUP, '12', '3'],
    ] as const
    await page.getByRole('button', { name: 'Add a group' }).click()
    for (const [i, [group, applied, on]] of counts.entries()) {
      await page.getByLabel(`Group ${i + 1}`, { exact: true }).fill(group)
      await page.getByLabel(`Applied ${i + 1}`).fill(applied)
      await page.getByLabel(`Went on ${i + 1}`).fill(on)
    }
    await page.getByRole('button', { name: 'Work it out' }).click()
    await page.getByText('12 applied: too few for a rate.').waitFor()
    await page.getByText('Under four fifths of the best (0.67)').waitFor()
    await page.getByText(/Groups under 30 have no rate/).waitFor()
    const saved = page.waitForEvent('download')
    await page.getByRole('button', { name: 'Corrections and appeals' }).click()
    expect((await readFile(await (await saved).path(), 'utf8')).length).toBeGreaterThan(20)
  })
})

describe('known-bad identifiers', () => {
  test('a list shows whom it touches before anything is accepted', async () => {
    const { page } = ina
    await page.goto('/indicators')
    await page.getByRole('button', { name: 'Import a list' }).click()
    const drawer = page.getByRole('dialog', { name: 'Import a list' })
    const list = join(home, 'list.csv')
    const quoted = MARKUP.replaceAll('"', '""')
    await writeFile(list, `kind,value,note\nphone,+12025550101,seen\nemail,nobody@example.com,"${quoted}"\nname,Ada,x\n`)
    await drawer.locator('input[type=file]').setInputFiles(list)
    await drawer.getByLabel('Who published it?').fill('Example Exchange')
    await drawer.getByRole('button', { name: 'Import and show whom it touches' }).click()
    await expect.poll(() => console.work(), { timeout: 30_000 }).toBe(1)
    await drawer.getByRole('heading', { name: '2 values were read' }).waitFor()
    await drawer.getByRole('heading', { name: 'It touches 2 candidates' }).waitFor()
    await drawer.getByRole('heading', { name: 'Left out, and notes' }).waitFor()
    await drawer.getByRole('button', { name: 'Decide later' }).click()
    await page.getByRole('button', { name: '+12025550101' }).click()
    const one = page.getByRole('dialog', { name: 'Telephone' })
    await one.getByLabel('Your reason').fill(`Seen by two others. ${MARKUP}`)
    await one.getByRole('button', { name: 'Accept' }).click()
    await page.getByRole('row').filter({ hasText: '+12025550101' }).waitFor({ state: 'detached' })
    await page.getByLabel('Choose: nobody@example.com').check()
    await page.getByRole('button', { name: 'Decide on 1' }).click()
    await page.getByRole('dialog').getByLabel('Your reason').fill('Nobody has it.')
    await page.getByRole('dialog').getByRole('button', { name: 'Refuse' }).click()
    await page.getByRole('heading', { name: 'Nothing waits' }).waitFor()
  })

  test('a look back names who had a value, and imports nothing', async () => {
    const { page } = ina
    await page.getByRole('tab', { name: 'Look back' }).click()
    await page.getByLabel('Values, one a line').fill(MARKUP)
    await page.getByRole('button', { name: 'Look back' }).click()
    await page.getByRole('alert').filter({ hasText: 'is no question' }).waitFor()
    await page.getByLabel('Values, one a line').fill('+1 202 555 0107')
    await page.getByRole('button', { name: 'Look back' }).click()
    await page.getByRole('heading', { name: 'It touches 1 candidate' }).waitFor()
  })
})

describe('all of these pages', () => {
  const pages = () =>
    [
      [rex.page, ['/intake', '/openings', '/openings/platform', '/inbox']],
      [ina.page, ['/indicators?state=accepted', '/indicators?view=look-back', '/second-looks', '/account']],
      [ada, ['/people', '/settings']],
      [aud, ['/oversight', '/audit']],
    ] as const
  const settled = async (page: Page, path: string): Promise<void> => {
    await page.goto(path)
    await page.getByRole('heading', { level: 1 }).waitFor()
    await page
      .getByRole('status')
      .filter({ hasText: /^Loading$/ })
      .first()
      .waitFor({ state: 'detached' })
  }

  test.each(['light', 'dark'] as const)('everybody can use them in the %s theme', async (colorScheme) => {
    for (const [page, paths] of pages()) {
      await page.emulateMedia({ colorScheme })
      for (const path of paths) {
        await settled(page, path)
        const { looked, wrong } = await wrongOn(page)
        expect(looked, path).toBeGreaterThan(15)
        expect(wrong, path).toEqual([])
      }
    }
  })

  test('they fit a telephone', async () => {
    for (const [page, paths] of pages()) {
      await page.setViewportSize({ width: 390, height: 844 })
      for (const path of paths) {
        await settled(page, path)
        expect(await page.evaluate('document.documentElement.scrollWidth'), path).toBeLessThanOrEqual(390)
      }
    }
  })

  test('nothing that was typed ran, nobody else was asked for anything, no page broke the policy', async () => {
    expect(console.seen).toEqual({ violations: [], strangers: [], faults: [] })
    for (const [page] of pages()) {
      expect(await page.title()).not.toBe('ran')
      expect(await page.locator('img[src=x]').count()).toBe(0)
    }
  })
})
