import { readFile } from 'node:fs/promises'
import type { BrowserContextOptions, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { RoleName } from '../../src/model/access.ts'
import { openConsole, type OpenConsole } from '../support/console.ts'
import { inTheme, wrongOn, enterWithPasskey } from '../support/in-a-page.ts'

/** Asked, answered, decided by two, contested and put right: everything through the screens. */

let console: OpenConsole
let ina: Page
let una: Page
let rita: Page
/** The person concerned, who has links and no account. */
let theirs: Page
/** Address of the case. */
let theCase = ''

const STILL: BrowserContextOptions = { reducedMotion: 'reduce', permissions: ['clipboard-read', 'clipboard-write'] }
const QUESTION = 'Could you tell us about one project that you know best?'
const ANSWER = 'I wrote the invoicing part myself. My friend copied my text into his own letter.'
const WISH = 'By telephone, please; reading is hard for me.'
const APPEAL = 'The text is mine, and the number was my old one. My employer can say so.'
const UPHELD = 'Your employer told us that you wrote the text, and the number was given to somebody else last year.'

beforeAll(async () => {
  console = await openConsole()
  ina = (await console.enter('Ina Vestigator', ['investigator'], STILL)).page
  una = (await console.enter('Una Second', ['investigator'], STILL)).page
  rita = (await console.enter('Rita Cruiter', ['recruiter'], STILL)).page
  theirs = await (await console.context(STILL)).newPage()
})
afterAll(async () => {
  await console.close()
})

async function enterByPasskey(name: string, role: RoleName): Promise<Page> {
  const context = await console.context(STILL)
  const page = await context.newPage()
  await enterWithPasskey(page, (await console.link(name, role)).address)
  await page.getByRole('heading', { level: 1, name: 'Inbox' }).waitFor()
  return page
}

const WIDE = { width: 1440, height: 900 }
const PHONE = { width: 390, height: 844 }

/** The page as it stands is usable by everybody, in both themes, and fits a telephone. */
async function fine(page: Page, name: string): Promise<void> {
  await page.setViewportSize(WIDE)
  for (const colorScheme of ['light', 'dark'] as const) {
    await inTheme(page, colorScheme)
    const found = await wrongOn(page)
    expect(found.looked, name).toBeGreaterThan(12)
    expect.soft(found.wrong, `${name}, ${colorScheme}`).toEqual([])
    await page.setViewportSize(PHONE)
    expect.soft(await page.evaluate('document.documentElement.scrollWidth'), `${name}, phone`).toBeLessThanOrEqual(PHONE.width)
    await page.setViewportSize(WIDE)
  }
  await inTheme(page, 'light')
}

/** Opens a one-time link as somebody does who was sent it. */
async function follow(address: string): Promise<void> {
  await theirs.goto('about:blank')
  await theirs.goto(address)
}

const linkOn = (page: Page): Promise<string> => page.locator('[data-link]').innerText()

/** Fills the dialog that asks why, and does it. */
async function saying(page: Page, reason: string, go: string): Promise<void> {
  const dialog = page.getByRole('dialog')
  await dialog.getByLabel('Why', { exact: true }).fill(reason)
  await dialog.getByRole('button', { name: go, exact: true }).click()
  await dialog.waitFor({ state: 'hidden' })
}

describe('an applicant whose story falls apart', () => {
  test('stands in a case, which somebody takes, and gives back by one click', async () => {
    await ina.goto('/cases')
    await ina.getByRole('table', { name: 'Cases' }).waitFor()
    await fine(ina, 'cases')
    await ina.getByRole('link', { name: 'Ada Example' }).click()
    await ina.getByRole('heading', { level: 1, name: 'Ada Example' }).waitFor()
    theCase = ina.url()
    await ina.getByRole('button', { name: 'Take it', exact: true }).click()
    await ina.getByRole('button', { name: 'Give it back' }).waitFor()
    await ina.getByRole('button', { name: 'Undo' }).click()
    await ina.getByRole('button', { name: 'Take it', exact: true }).click()
    await ina.getByRole('button', { name: 'Give it back' }).waitFor()
    await ina.getByLabel('Write a note').fill('The two letters have three sentences in common.')
    await ina.getByRole('button', { name: 'Add the note' }).click()
    await ina.getByRole('listitem').filter({ hasText: 'wrote a note' }).waitFor()
    await fine(ina, 'case')
  })

  test('is asked one neutral question, under a link that is shown once', async () => {
    await ina.getByRole('link', { name: 'Ask', exact: true }).click()
    await ina.getByRole('button', { name: 'Open the dossier' }).click()
    await ina.getByRole('heading', { level: 1, name: 'Ask Ada Example' }).waitFor()
    await ina
      .getByRole('button', { name: /^Use this/ })
      .first()
      .click()
    const box = ina.getByLabel('Your question')
    expect(await box.inputValue()).toMatch(/^Could you .+\?$/)
    await fine(ina, 'ask')
    await box.fill(QUESTION)
    await ina.getByRole('button', { name: 'Make the link' }).click()
    const address = await linkOn(ina)
    await ina.getByRole('button', { name: 'Copy the link' }).click()
    expect(await ina.evaluate('navigator.clipboard.readText()')).toBe(address)
    await fine(ina, 'ask made')

    await follow(address)
    await theirs.getByText(QUESTION).waitFor()
    expect(theirs.url()).not.toContain('#')
    await fine(theirs, 'question')
    await theirs.getByText('I would like to do this another way').click()
    await theirs.getByLabel('What would work for you?').fill(WISH)
    await theirs.getByRole('button', { name: 'Ask for another way' }).click()
    await theirs.getByText('You asked for another way').waitFor()
    await theirs.getByLabel('Your answer').fill(ANSWER)
    await theirs
      .locator('input[type=file]')
      .setInputFiles({ name: 'note.txt', mimeType: 'text/plain', buffer: Buffer.from('My own draft.') })
    await theirs.getByText('note.txt').waitFor()
    await theirs.getByRole('button', { name: 'Send my answer' }).click()
    await theirs.getByRole('heading', { name: 'Thank you' }).waitFor()
    await follow(address)
    await theirs.getByRole('heading', { name: 'This link does not work any more' }).waitFor()
  })

  test('asked for another way, which those who handle it see and who reviews does not', async () => {
    await rita.goto('/other-ways')
    await rita.getByRole('link', { name: WISH }).waitFor()
    await fine(rita, 'other ways')
    await rita.getByRole('link', { name: WISH }).click()
    await rita.getByLabel('What you agreed with them').fill('We talk by telephone on Tuesday.')
    await rita.getByRole('button', { name: 'Write it down' }).click()
    await rita.getByRole('heading', { name: 'Nobody waits' }).waitFor()
    expect(await ina.getByRole('link', { name: 'Other ways' }).count()).toBe(0)
    await ina.goto('/other-ways')
    await ina.getByText('Your role does not let you do this').waitFor()
  })

  test('is decided about by two people, who opened what the decision rests on', async () => {
    await ina.goto(theCase)
    await ina.getByRole('heading', { name: 'An answer came' }).waitFor()
    await ina.getByRole('link', { name: 'Read the answer' }).click()
    await ina.getByText(ANSWER).waitFor()
    await ina.goto(theCase)
    await ina.getByRole('button', { name: 'Mark as read' }).click()
    await saying(ina, 'The friend is not known to anybody we asked.', 'Mark as read')
    await ina.getByRole('link', { name: 'Decide', exact: true }).click()
    await ina.getByRole('heading', { level: 1, name: 'Decide about Ada Example' }).waitFor()
    await ina.getByText('Not opened yet').first().waitFor()
    for (const open of (await ina.getByRole('button', { name: /^Open: / }).all()).slice(0, 2)) {
      await open.click()
      await ina.getByRole('dialog', { name: 'Evidence' }).waitFor()
      // A look takes three seconds; the one who decides reads.
      await ina.waitForTimeout(3_600)
      await ina.keyboard.press('Escape')
      await ina.getByRole('dialog').waitFor({ state: 'hidden' })
    }
    await expect.poll(() => ina.getByText(/^Opened by you, \d+ s$/).count(), { timeout: 30_000 }).toBeGreaterThanOrEqual(2)
    await ina.getByLabel('Confirmed').check()
    await ina.getByRole('group', { name: 'What else did you weigh?' }).getByLabel('Left open').check()
    await ina.getByLabel(/^Facts exclude each other/).check()
    const rests = ina.getByRole('group', { name: 'It rests on' }).getByRole('checkbox')
    await rests.first().check()
    expect(await rests.last().isDisabled()).toBe((await rests.count()) > 2)
    await ina
      .getByLabel('In your own words')
      .fill('The same three sentences and the same number stand in another application. It was not explained.')
    await fine(ina, 'decide')
    await ina.getByRole('button', { name: 'Ask a second person' }).click()
    await ina.getByText('You asked. Now somebody else has to say yes or no').waitFor()
    expect(await ina.getByRole('button', { name: 'Approve', exact: true }).count()).toBe(0)

    // A second person has signed in within the last minutes.
    const pat = await enterByPasskey('Pat Prover', 'approver')
    // An approval is given on the case, so the inbox leads there and not to the candidate.
    const waits = pat.getByRole('listitem').filter({ hasText: 'Approval' })
    await waits.getByRole('link', { name: 'Ada Example' }).click()
    await pat.waitForURL(theCase)
    await pat.getByText('Ina Vestigator asked, and waits for a second person. You can be the one.').waitFor()
    await fine(pat, 'case waiting')
    await pat.getByRole('button', { name: 'Approve', exact: true }).click()
    await saying(pat, 'I read both letters and the answer.', 'Approve')
    await pat.getByText('decided by Ina Vestigator, approved by you').waitFor()
  })

  test('reads why, says what is wrong, is answered by somebody else, and wins', async () => {
    await ina.goto(theCase)
    await ina.getByRole('link', { name: 'Explain', exact: true }).click()
    await ina.getByRole('heading', { level: 1, name: 'Explain to Ada Example' }).waitFor()
    await ina.getByRole('button', { name: 'Make the link' }).click()
    const address = await linkOn(ina)
    await fine(ina, 'explain')

    await follow(address)
    await theirs.getByRole('heading', { name: /^Point 1/ }).waitFor()
    await theirs.getByText('They found that at least one point stands.').waitFor()
    await fine(theirs, 'explanation')
    await theirs.getByLabel('The decision is wrong').check()
    for (const point of await theirs.getByLabel(/^Point \d/).all()) await point.check()
    await theirs.getByLabel('What is wrong, in your own words').fill(APPEAL)
    await theirs.getByRole('button', { name: 'Send', exact: true }).click()
    await theirs.getByRole('heading', { name: 'It has arrived' }).waitFor()

    await ina.goto('/reviews')
    await ina.getByRole('link', { name: APPEAL }).click()
    await ina.getByLabel('It stays as it is').check()
    await ina.getByLabel('Your reasons').fill('Nothing new was said.')
    await ina.getByRole('button', { name: 'Answer', exact: true }).click()
    await ina.getByText('You have decided about this person before').waitFor()

    await una.goto('/reviews')
    await una.getByRole('link', { name: APPEAL }).waitFor()
    await fine(una, 'reviews')
    await una.getByRole('link', { name: APPEAL }).click()
    await una.getByLabel('They are right').check()
    await una.getByLabel('Your reasons').fill(UPHELD)
    await fine(una, 'review')
    await una.getByRole('button', { name: 'Answer', exact: true }).click()
    await follow(await linkOn(una))
    await theirs.getByText('You were right.').waitFor()
    await theirs.getByText('What was decided against you is taken back.').waitFor()
    await theirs.getByText(UPHELD).waitFor()
    await fine(theirs, 'outcome')
    const [copy] = await Promise.all([theirs.waitForEvent('download'), theirs.getByRole('button', { name: 'Save the copy' }).click()])
    const held = await readFile(await copy.path(), 'utf8')
    expect(held).toContain('ada@example.com')
    expect(held).not.toContain('Ben Sample')

    await ina.goto(theCase)
    await ina.getByText('Not decided').waitFor()
    await ina.getByRole('listitem').filter({ hasText: 'Una Second took the decision back' }).waitFor()
  })

  test('leaves a case file that can be printed, with every act in it', async () => {
    await ina.emulateMedia({ media: 'print', colorScheme: 'light' })
    const acts = ina.getByRole('region', { name: 'What happened' }).getByRole('listitem')
    const hidden = ina.getByRole('button', { name: 'More' })
    expect(await hidden.isVisible()).toBe(false)
    for (const act of await acts.all()) expect(await act.isVisible()).toBe(true)
    expect(await acts.count()).toBeGreaterThan(12)
    await ina.emulateMedia({ media: 'screen' })
  })

  test('no page asked anybody else for anything, and none broke the policy', () => {
    expect(console.seen).toEqual({ violations: [], strangers: [], faults: [] })
  })
})
