import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import type { Browser, BrowserContextOptions, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { clusterPage } from '../../src/surfaces/report/cluster-page.ts'
import { hubsPage } from '../../src/surfaces/report/hubs-page.ts'
import { linkPage } from '../../src/surfaces/report/link-page.ts'
import { openChromium } from '../support/chromium.ts'
import { LONG, sharedCluster } from '../support/shared-cluster.ts'
import { contrasts, openAll, outline } from './in-page.js'

/** Pages of clusters that the small folder does not have: many members, long values, every state of a link. */

const opened = await openChromium().catch((error: unknown) => String(error))
const why = typeof opened === 'string' ? opened : ''
const browser = opened as Browser
const MARKUP = '<img src=x onerror=alert(1)>'

let home: string
const PAGES = ['3.html', '24.html', '50.html', 'link.html', 'hubs.html']

beforeAll(async () => {
  home = await mkdtemp(join(tmpdir(), 'bonafide-clusters-'))
  for (const size of [3, 24, 50]) {
    const explained = sharedCluster(size)
    const names = new Map(explained.cluster.personas.map((id, i) => [id, i === 1 ? MARKUP : i === 2 ? LONG : `Person ${i} Sample`]))
    await writeFile(join(home, `${size}.html`), clusterPage(explained, new Map(), { names, pages: new Set() }))
    const [first] = explained.links
    if (first !== undefined)
      await writeFile(join(home, 'link.html'), linkPage(first, { names, sheets: new Map(), cluster: explained.cluster.id }))
    await writeFile(
      join(home, 'hubs.html'),
      hubsPage(
        explained.hubs.map((h) => h.hub),
        { cut: true },
      ),
    )
  }
})
afterAll(async () => {
  if (why === '') await browser.close()
  await rm(home, { recursive: true, force: true })
})

async function visit<T>(name: string, options: BrowserContextOptions, work: (page: Page) => Promise<T>): Promise<T> {
  const context = await browser.newContext(options)
  try {
    const page = await context.newPage()
    await page.goto(pathToFileURL(join(home, name)).href)
    return await work(page)
  } finally {
    await context.close()
  }
}

describe.skipIf(why !== '')(`pages of clusters in a browser${why === '' ? '' : ` (not run: ${why})`}`, () => {
  it('draw up to thirty members as numbers that the table explains, and more as tables alone', async () => {
    for (const [name, drawn] of [
      ['3.html', 3],
      ['24.html', 24],
      ['50.html', 0],
    ] as const)
      await visit(name, {}, async (page) => {
        expect(await page.locator('svg circle').count()).toBe(drawn)
        expect(await page.locator('svg text').allTextContents()).toEqual(Array.from({ length: drawn }, (_, i) => String(i + 1)))
        const rows = page.getByRole('table').first().getByRole('row')
        expect(await rows.count()).toBe(drawn === 0 ? 16 : drawn + 1)
        await page.evaluate(openAll, true)
        expect(await page.getByText('Person 0 Sample').first().isVisible()).toBe(true)
      })
    await visit('50.html', {}, async (page) => {
      const before = await page.getByText('Person 49 Sample').first().isVisible()
      await page.getByText('35 more', { exact: true }).click()
      expect([before, await page.getByRole('link', { name: 'Person 49 Sample' }).first().isVisible()]).toEqual([false, true])
    })
  })

  it('keep their parts apart: lines for each state, drawn within the picture', async () => {
    await visit('24.html', {}, async (page) => {
      for (const state of ['linked', 'proposed', 'apart']) expect(await page.locator(`svg line.${state}`).count()).toBeGreaterThan(5)
      const box = await page.locator('svg').boundingBox()
      for (const dot of await page.locator('svg circle').all()) {
        const at = await dot.boundingBox()
        if (box === null || at === null) throw new Error('nothing is drawn')
        expect(at.x).toBeGreaterThanOrEqual(box.x)
        expect(at.x + at.width).toBeLessThanOrEqual(box.x + box.width)
        expect(at.y + at.height).toBeLessThanOrEqual(box.y + box.height)
      }
    })
  })

  it.each(PAGES)('%s: landmarks, headings, contrast in both themes, and room on a phone whatever is long', async (name) => {
    expect(await visit(name, {}, (page) => page.evaluate(outline))).toMatchObject({
      mains: 1,
      firsts: 1,
      jumps: 0,
      unnamed: 0,
      unlabelled: 0,
      unscoped: 0,
      deadEnds: 0,
      twice: 0,
    })
    for (const colorScheme of ['light', 'dark'] as const)
      expect((await visit(name, { colorScheme }, (page) => page.evaluate(contrasts))).faint).toEqual([])
    for (const width of [1440, 390, 320])
      await visit(name, { viewport: { width, height: 800 }, isMobile: width < 500 }, async (page) => {
        for (const open of [false, true]) expect(await page.evaluate(openAll, open), `${width}`).toBeLessThanOrEqual(width)
        expect(await page.locator('img').count()).toBe(0)
      })
  })

  it('never blame: no word of the list stands on them', async () => {
    for (const name of PAGES)
      expect(await visit(name, {}, (page) => page.locator('body').innerText())).not.toMatch(
        /\b(?:rings?|gangs?|fraud\w*|suspects?|fake|criminals?)\b/i,
      )
  })
})
