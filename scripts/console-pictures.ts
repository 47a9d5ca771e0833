import { mkdirSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import type { Page } from 'playwright-core'
import sharp from 'sharp'
import { inTheme } from '../test/support/in-a-page.ts'
import { meet, statesOf, STOPS, type As, type State, type Stop } from '../test/support/tour.ts'
import { inFolder, screenExample, withConsole, type ExampleConsole } from './example-console.ts'
import { ROOT } from './modules.ts'

/**
 * Pictures of every page of the console, at two widths and in both themes, for people to look at: with what it shows, waiting, failed,
 * and of an installation without anybody; the real service in a real browser.
 *
 *   npm run pictures                          screens the example company first (some minutes); into build/pictures
 *   npm run pictures -- --data <folder>       of a data folder that was screened already; makes accounts in it
 *   npm run pictures -- --out <folder>        elsewhere
 *   npm run pictures -- --only network,audit  only pages whose names begin so
 *   npm run pictures -- --readme              only those of the README, into docs/pictures
 */
const { values: asked } = parseArgs({
  options: { data: { type: 'string' }, out: { type: 'string' }, only: { type: 'string' }, readme: { type: 'boolean' } },
})
const README = join(ROOT, 'docs/pictures')
const PORT = 8799
const SIZES = [
  { width: 1440, height: 900 },
  { width: 390, height: 844 },
] as const
const THEMES = ['light', 'dark'] as const
type Look = readonly [size: (typeof SIZES)[number], theme: (typeof THEMES)[number]]
const LOOKS: readonly Look[] = SIZES.flatMap((size) => THEMES.map((theme) => [size, theme] as const))
/** The map of the network is drawn anew within it. */
const SETTLES_MS = 250

/** What the README shows: page, name, and how it is looked at. */
const SHOWN: readonly (readonly [stop: string, name: string, look: Look])[] = [
  ['inbox', 'console-inbox', [SIZES[0], 'light']],
  ['candidate', 'console-candidate', [SIZES[0], 'light']],
  ['candidate', 'console-candidate-dark', [SIZES[0], 'dark']],
  ['evidence', 'console-evidence', [SIZES[0], 'light']],
  ['timeline-and-places', 'console-places', [SIZES[0], 'light']],
  ['network-cluster', 'console-network', [SIZES[0], 'light']],
  ['inbox', 'console-phone', [SIZES[1], 'dark']],
]
/** A README is also read on a train. */
const MOST_BYTES = 300_000

const wanted = (stop: Stop): boolean =>
  asked.readme === true
    ? SHOWN.some(([name]) => name === stop.name)
    : asked.only === undefined || asked.only.split(',').some((start) => stop.name.startsWith(start))
const out = asked.readme === true ? README : resolve(asked.out ?? join(ROOT, 'build/pictures'))
mkdirSync(out, { recursive: true })

async function look(page: Page, [size, colorScheme]: Look): Promise<Buffer> {
  await page.setViewportSize(size)
  await inTheme(page, colorScheme)
  await page.waitForTimeout(SETTLES_MS)
  return page.screenshot()
}

async function keep(name: string, picture: Buffer): Promise<void> {
  const png = asked.readme === true ? await sharp(picture).png({ palette: true, effort: 10 }).toBuffer() : picture
  if (asked.readme === true && png.length > MOST_BYTES) throw new Error(`${name} has ${png.length} bytes; at most ${MOST_BYTES}`)
  writeFileSync(join(out, `${name}.png`), png)
  console.log(`${join(out, name)}.png  ${Math.round(png.length / 1024)} KB`)
}

async function shoot(as: As, stop: Stop, state: State | 'empty'): Promise<void> {
  const page = await as(stop.who)
  await page.setViewportSize(SIZES[0])
  await page.emulateMedia({ colorScheme: THEMES[0], reducedMotion: 'reduce' })
  await meet(as, stop, state === 'empty' ? 'full' : state, async () => {
    if (asked.readme === true)
      for (const [of, name, how] of SHOWN) {
        if (of === stop.name) await keep(name, await look(page, how))
      }
    else
      for (const how of LOOKS)
        await keep([stop.name, ...(state === 'full' ? [] : [state]), how[0].width, how[1]].join('-'), await look(page, how))
  })
}

/** Pages that could not be pictured; the others are made all the same. */
const missing: string[] = []
async function tryTo(what: string, work: () => Promise<void>): Promise<void> {
  try {
    await work()
  } catch (error) {
    missing.push(`${what}: ${error instanceof Error ? error.message.split('\n')[0] : String(error)}`)
  }
}

async function full(console: ExampleConsole): Promise<void> {
  for (const stop of STOPS.filter(wanted))
    for (const state of asked.readme === true ? (['full'] as const) : statesOf(stop))
      await tryTo(`${stop.name}, ${state}`, () => shoot(console.as, stop, state))
}

async function empty(console: ExampleConsole): Promise<void> {
  for (const stop of STOPS.filter((one) => wanted(one) && one.canBeEmpty === true))
    await tryTo(`${stop.name}, empty`, () => shoot(console.as, stop, 'empty'))
}

await inFolder(async (folder) => {
  const data = asked.data ?? join(folder, 'example')
  if (asked.data === undefined) screenExample(data)
  await withConsole(data, PORT, full)
  if (asked.readme !== true) await withConsole(join(folder, 'nobody'), PORT, empty)
})
for (const line of missing) console.error(`no picture of ${line}`)
if (missing.length > 0) process.exitCode = 1
