import { spawnSync } from 'node:child_process'
import { mkdtemp, readdir, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import type { Browser, BrowserContextOptions, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openChromium } from '../support/chromium.ts'
import { smallFolder } from '../support/small-folder.ts'
import { breakIn, contrasts, focus, openAll, outline, pictureWidth } from './in-page.js'

/** The report as people get it: written by the real command, opened in a real browser. */

const opened = await openChromium().catch((error: unknown) => String(error))
const why = typeof opened === 'string' ? opened : ''
const browser = opened as Browser
const COMMAND = resolve(import.meta.dirname, '../../bin/bonafide.js')

let home: string
let pages: readonly string[]
const urlOf = (page: string): string => pathToFileURL(join(home, 'report', page)).href

beforeAll(async () => {
  home = await mkdtemp(join(tmpdir(), 'bonafide-report-'))
  const folder = await smallFolder(home)
  const run = spawnSync(
    process.execPath,
    [COMMAND, 'screen', folder, '--data', join(home, 'kept'), '--report', join(home, 'report'), '--accept-no-network-isolation'],
    { encoding: 'utf8' },
  )
  expect(run.status, run.stderr).toBe(2)
  pages = (await readdir(join(home, 'report'))).filter((name) => name.endsWith('.html'))
  expect(pages.map((name) => name.replace(/[0-9a-f]{16}/g, '')).toSorted()).toEqual([
    'c-.html',
    'hubs.html',
    'index.html',
    'link-p--p-.html',
    ...Array.from({ length: 4 }, () => 'p-.html'),
  ])
})
afterAll(async () => {
  if (why === '') await browser.close()
  await rm(home, { recursive: true, force: true })
})

/** Opens a page of the report and gives every request and every dialog that it caused. */
async function visit<T>(
  name: string,
  options: BrowserContextOptions,
  work: (page: Page, asked: readonly string[]) => Promise<T>,
): Promise<T> {
  const context = await browser.newContext(options)
  const asked: string[] = []
  try {
    const page = await context.newPage()
    page.on('request', (request) => asked.push(request.url()))
    page.on('dialog', (dialog) => {
      asked.push(`dialog: ${dialog.message()}`)
      void dialog.dismiss()
    })
    await page.goto(urlOf(name))
    return await work(page, asked)
  } finally {
    await context.close()
  }
}

/** The page of one candidate, by the name that the index gives. */
async function pageOf(candidate: string): Promise<string> {
  const address = await visit('index.html', {}, (page) =>
    page.getByRole('cell').getByRole('link', { name: candidate, exact: true }).first().getAttribute('href'),
  )
  if (address === null) throw new Error(`the index does not lead to ${candidate}`)
  return address
}

describe.skipIf(why !== '')(`the report in a browser${why === '' ? '' : ` (not run: ${why})`}`, () => {
  it('asks nobody for anything and runs nothing, whatever the files say', async () => {
    for (const name of pages) {
      const asked = await visit(name, {}, async (page, seen) => {
        await page.waitForLoadState('networkidle')
        expect(await page.locator('script, iframe, object, form, main img').count()).toBe(0)
        return seen.filter((url) => !url.startsWith('data:'))
      })
      expect(asked).toEqual([urlOf(name)])
    }
    await visit(await pageOf('Dan Field'), {}, async (page) => {
      expect(await page.getByText('<img src=x onerror=alert(1)>').count()).toBeGreaterThan(0)
    })
  })

  it('has a policy that stops a script and a request even when they get in', async () => {
    await visit('index.html', {}, async (page, asked) => {
      const refused: string[] = []
      page.on('requestfailed', (request) => refused.push(`${request.url()} ${request.failure()?.errorText ?? ''}`))
      const { violations, title } = await page.evaluate(breakIn)
      expect(new Set(violations.map((v) => v.split('-')[0]))).toEqual(new Set(['img', 'script']))
      expect(title).toBe('Screening report')
      // The browser tells of the request that it did not make.
      expect(asked.filter((url) => url.startsWith('http'))).toEqual(['http://192.0.2.1/x.png'])
      expect(refused).toEqual(['http://192.0.2.1/x.png csp'])
    })
  })

  it('leads from the recommendation to the marked place on the page of the file, and to the bytes', async () => {
    await visit(await pageOf('Ada Example'), { viewport: { width: 1280, height: 900 } }, async (page) => {
      const card = page.getByRole('article').filter({ hasText: '+12025550101 also stands on Ben Sample' })
      const picture = card.getByRole('img', { name: /resume\.pdf/ }).first()
      const [around, mark] = [await picture.boundingBox(), await picture.locator('i').first().boundingBox()]
      if (around === null || mark === null) throw new Error('no marked picture is shown')
      expect(mark.x).toBeGreaterThanOrEqual(around.x)
      expect(mark.x + mark.width).toBeLessThanOrEqual(around.x + around.width)
      expect(mark.y).toBeGreaterThanOrEqual(around.y)
      expect(mark.y + mark.height).toBeLessThanOrEqual(around.y + around.height)
      expect(await picture.evaluate(pictureWidth)).toBeGreaterThan(500)
      const place = card.locator('details.place').first()
      await place.locator('summary').click()
      await expect(place.innerText()).resolves.toMatch(/sha256 [0-9a-f]{64}\s+page=1&box=/)
    })
  })

  it('names the other candidate and leads there; files that could not be used stand on the index', async () => {
    await visit('index.html', {}, async (page) => {
      const row = page
        .getByRole('row')
        .filter({ has: page.getByRole('link', { name: 'Ada Example', exact: true }) })
        .first()
      await row.getByRole('link', { name: 'Ben Sample' }).click()
      expect(await page.getByRole('heading', { level: 1 }).innerText()).toBe('Ben Sample')
      await page.getByRole('link', { name: 'All candidates' }).click()
      expect(await page.getByRole('heading', { name: '1 file could not be used' }).count()).toBe(1)
      expect(await page.getByText('torn.pdf').count()).toBe(1)
    })
  })

  it('leads from a persona by "Why linked" to the place in the file of either side, and to everybody who shares it', async () => {
    await visit(await pageOf('Ada Example'), {}, async (page) => {
      // In the order of their ids, which hang on the bytes of the files.
      const both = /^Why (?:Ada Example and Ben Sample|Ben Sample and Ada Example)\b/
      await page.getByRole('link', { name: 'Why linked with Ben Sample' }).click()
      expect(await page.getByRole('heading', { level: 1 }).innerText()).toMatch(both)
      const card = page.getByRole('article').filter({ hasText: 'Both have the same phone number' })
      for (const [name, file] of [
        ['Ada Example', 'resume.pdf'],
        ['Ben Sample', 'ben.pdf'],
      ] as const) {
        const side = card.locator('.two > div').filter({ has: page.getByRole('link', { name, exact: true }) })
        expect(await side.getByText('+12025550101').count()).toBeGreaterThan(0)
        const mark = side.getByRole('img', { name: new RegExp(file) }).first()
        expect(await mark.locator('i').count()).toBeGreaterThan(0)
        await side.locator('details.place summary').first().click()
        await expect(side.locator('details.place').first().innerText()).resolves.toMatch(/sha256 [0-9a-f]{64}\s+page=1&box=/)
      }
      const summary = await page.getByRole('region', { name: 'Summary' }).innerText()
      for (const part of ['If the link is wrong', 'What alone would end it', 'It is no likelihood', 'bonafide judge p-'])
        expect(summary).toContain(part)
      await page.getByRole('link', { name: 'All personas that share this' }).click()
      expect(await page.getByRole('heading', { level: 1 }).innerText()).toBe('2 personas that share a phone number and résumé text')
      expect(await page.getByRole('img', { name: '2 personas as numbered dots and 1 link between' }).count()).toBe(1)
      expect(await page.getByText('honest applicant waits').count()).toBe(1)
      await page.getByRole('link', { name: both }).click()
      expect(await page.getByRole('heading', { level: 1 }).innerText()).toMatch(both)
    })
  })

  it('names those who share something on the index; who shares nothing and what nobody shares is said', async () => {
    await visit('index.html', {}, async (page) => {
      await page.getByRole('link', { name: '2 personas that share a phone number and résumé text' }).click()
      await page.getByRole('link', { name: 'All candidates' }).click()
      await page.getByRole('link', { name: 'Values that many hold' }).click()
      expect(await page.getByText('No value is held by so many.').count()).toBe(1)
    })
    await visit(await pageOf('Cleo Test'), {}, async (page) => {
      expect(await page.getByRole('heading', { name: 'Shares with others (0)' }).count()).toBe(1)
      expect(await page.getByText('Nothing that counts stands on anybody else here.').count()).toBe(1)
    })
  })

  it('can be walked by keyboard, and the place of the focus is seen', async () => {
    const shared = pages.filter((name) => /^(?:c|link|hubs)\b/.test(name))
    expect(shared.length).toBe(3)
    for (const name of ['index.html', await pageOf('Ada Example'), ...shared]) {
      await visit(name, {}, async (page) => {
        const reachable = await page.locator('a, summary').filter({ visible: true }).count()
        expect(reachable).toBeGreaterThan(name === 'hubs.html' ? 0 : 3)
        for (let i = 0; i < reachable; i++) {
          await page.keyboard.press('Tab')
          const at = await page.evaluate(focus)
          expect(['A', 'SUMMARY']).toContain(at.tag)
          expect(at.outlineStyle).toBe('solid')
          expect(at.width).toBeGreaterThanOrEqual(2)
        }
      })
    }
  })

  it('has landmarks, an order of headings, names for pictures and links, and ids that stand once', async () => {
    for (const name of pages) {
      const found = await visit(name, {}, (page) => page.evaluate(outline))
      expect(found, name).toEqual({
        lang: 'en',
        titled: true,
        mains: 1,
        firsts: 1,
        jumps: 0,
        unnamed: 0,
        unlabelled: 0,
        unscoped: 0,
        deadEnds: 0,
        twice: 0,
      })
    }
  })

  it.each(['light', 'dark'] as const)('can be read in the %s theme: every text has a contrast of 4.5 or more', async (colorScheme) => {
    const grounds = new Set<string>()
    for (const name of pages) {
      const { texts, faint, ground } = await visit(name, { colorScheme }, (page) => page.evaluate(contrasts))
      expect(texts).toBeGreaterThan(name === 'hubs.html' ? 3 : 20)
      expect(faint, name).toEqual([])
      grounds.add(ground)
    }
    expect([...grounds]).toEqual([colorScheme === 'dark' ? 'rgb(20, 21, 26)' : 'rgb(246, 246, 244)'])
  })

  it.each([390, 320])('fits a screen of %i pixels, opened out too', async (width) => {
    for (const name of pages) {
      await visit(name, { viewport: { width, height: 800 }, isMobile: true }, async (page) => {
        for (const open of [false, true])
          expect(await page.evaluate(openAll, open), `${name}, ${open ? 'open' : 'closed'}`).toBeLessThanOrEqual(width)
      })
    }
  })
})
