import { spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import type { Browser } from 'playwright-core'
import sharp from 'sharp'
import { openChromium } from '../test/support/chromium.ts'
import { ROOT } from './modules.ts'

/**
 * The pictures of the report in the README and the guides: screens the example company as `npm start` does, opens the report in a
 * real browser and writes docs/pictures/*.png. Everybody in them is invented.
 *
 *   node scripts/readme-pictures.ts              screen first (a few minutes)
 *   node scripts/readme-pictures.ts <report>     of a report that is there already
 */

const PICTURES = join(ROOT, 'docs/pictures')
/** A README is also read on a train. */
const MOST_BYTES = 300_000

interface Shot {
  readonly name: string
  readonly page: string
  readonly width: number
  readonly height: number
}

function screenExample(folder: string): string {
  const report = join(folder, 'report')
  const asked = ['screen', 'examples/halyard/applicants.csv', '--data', folder, '--report', report, '--accept-no-network-isolation']
  const run = spawnSync(process.execPath, [join(ROOT, 'bin/bonafide.js'), ...asked], { cwd: ROOT, stdio: 'inherit' })
  if (run.status !== 0) throw new Error(`screening the example company ended with ${run.status}`)
  return report
}

/** The candidate with the most to show: put up for a decision, with pages of files that carry marks. */
function mostTelling(report: string): string {
  const pages = readdirSync(report).filter((name) => name.startsWith('p-'))
  const weigh = (name: string): number => {
    const text = readFileSync(join(report, name), 'utf8')
    return (text.includes('summary escalate') ? 1000 : 0) + Math.min(20, text.split('role="img"').length - 1)
  }
  const [best] = pages.toSorted((a, b) => weigh(b) - weigh(a) || (a < b ? -1 : 1))
  if (best === undefined) throw new Error(`no candidate has a page in ${report}`)
  return best
}

/** The cluster with the most people in its drawing. */
function mostDrawn(report: string): string {
  const circles = (name: string): number => readFileSync(join(report, name), 'utf8').split('<circle').length
  const [best] = readdirSync(report)
    .filter((name) => name.startsWith('c-'))
    .toSorted((a, b) => circles(b) - circles(a) || (a < b ? -1 : 1))
  if (best === undefined) throw new Error(`no cluster has a page in ${report}`)
  return best
}

async function take(browser: Browser, report: string, shot: Shot): Promise<Buffer> {
  const page = await browser.newPage({ viewport: { width: shot.width, height: shot.height }, colorScheme: 'light' })
  try {
    await page.goto(pathToFileURL(join(report, shot.page)).href)
    return await page.screenshot()
  } finally {
    await page.close()
  }
}

const work = mkdtempSync(join(tmpdir(), 'bonafide-pictures-'))
try {
  const report = process.argv[2] ?? screenExample(join(work, 'example'))
  const candidate = mostTelling(report)
  const shots: readonly Shot[] = [
    { name: 'report', page: 'index.html', width: 1440, height: 1180 },
    { name: 'candidate', page: candidate, width: 1440, height: 1380 },
    { name: 'cluster', page: mostDrawn(report), width: 1440, height: 1240 },
  ]
  const browser = await openChromium()
  mkdirSync(PICTURES, { recursive: true })
  for (const shot of shots) {
    const png = await sharp(await take(browser, report, shot))
      .png({ palette: true, effort: 10 })
      .toBuffer()
    if (png.length > MOST_BYTES) throw new Error(`${shot.name} has ${png.length} bytes; at most ${MOST_BYTES}`)
    writeFileSync(join(PICTURES, `${shot.name}.png`), png)
    console.log(`docs/pictures/${shot.name}.png  ${Math.round(png.length / 1024)} KB`)
  }
  await browser.close()
} finally {
  rmSync(work, { recursive: true, force: true })
}
