import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { inTheme, RULES, wrongOn } from '../test/support/in-a-page.ts'
import { meet, statesOf, STOPS, type As, type State, type Stop } from '../test/support/tour.ts'
import { inFolder, screenExample, withConsole } from './example-console.ts'
import { ROOT } from './modules.ts'

/**
 * Writes docs/accessibility.md: what axe says of every page of the console in every state and both themes, and whether a page scrolls
 * sideways at twice and four times its size. On the example company, in a real browser.
 *
 *   npm run accessibility                     screens the example company first (some minutes)
 *   npm run accessibility -- --data <folder>  of a data folder that was screened already; makes accounts in it
 */
const { values: asked } = parseArgs({ options: { data: { type: 'string' } } })
const REPORT = join(ROOT, 'docs/accessibility.md')
const PORT = 8798
const WIDE = { width: 1440, height: 900 }
/** A window of 1280 at 200 %, and at 400 % (WCAG 1.4.10). */
const ZOOMED = [
  [200, { width: 640, height: 400 }],
  [400, { width: 320, height: 256 }],
] as const
const SETTLES_MS = 250

interface Looked {
  readonly name: string
  readonly state: State | 'empty'
  /** Rules that were checked and hold, in the light theme; how many depends on what stands on the page. */
  readonly held: number
  /** What is wrong, with the theme it is wrong in. */
  readonly wrong: readonly string[]
  /** Sizes in percent at which the page scrolls sideways. */
  readonly sideways: readonly number[]
}

/** A page that does not open is wrong too, and keeps none of the others from being looked at. */
const tried = (as: As, stop: Stop, state: Looked['state']): Promise<Looked> =>
  look(as, stop, state).catch((error: unknown) => ({
    name: stop.name,
    state,
    held: 0,
    wrong: [`was not there: ${error instanceof Error ? error.message.split('\n')[0] : String(error)}`],
    sideways: [],
  }))

async function look(as: As, stop: Stop, state: Looked['state']): Promise<Looked> {
  await (await as(stop.who)).setViewportSize(WIDE)
  let done: Looked | undefined
  await meet(as, stop, state === 'empty' ? 'full' : state, async (page) => {
    const held: number[] = []
    const wrong: string[] = []
    for (const colorScheme of ['light', 'dark'] as const) {
      await inTheme(page, colorScheme)
      await page.waitForTimeout(SETTLES_MS)
      const found = await wrongOn(page)
      held.push(found.looked)
      wrong.push(...found.wrong.map((what) => `${what.replaceAll(/\s+/g, ' ')} (${colorScheme})`))
    }
    const sideways: number[] = []
    for (const [percent, size] of ZOOMED) {
      await page.setViewportSize(size)
      await page.waitForTimeout(SETTLES_MS)
      if (await page.evaluate<boolean>('document.documentElement.scrollWidth > innerWidth')) sideways.push(percent)
    }
    done = { name: stop.name, state, held: held[0] ?? 0, wrong, sideways }
  })
  if (done === undefined) throw new Error(`${stop.name} was not looked at`)
  console.log(
    `${stop.name}, ${state}: ${done.held} rules hold, ${done.wrong.length} wrong${done.sideways.map((p) => `, sideways at ${p} %`).join('')}`,
  )
  return done
}

const looked: Looked[] = []
let browser = ''
await inFolder(async (folder) => {
  const data = asked.data ?? join(folder, 'example')
  if (asked.data === undefined) screenExample(data)
  await withConsole(data, PORT, async (open) => {
    browser = `Chromium ${open.browser.version()}`
    for (const stop of STOPS) for (const state of statesOf(stop)) looked.push(await tried(open.as, stop, state))
  })
  await withConsole(join(folder, 'nobody'), PORT, async (open) => {
    for (const stop of STOPS.filter((one) => one.canBeEmpty === true)) looked.push(await tried(open.as, stop, 'empty'))
  })
})
writeFileSync(REPORT, report())
console.log(`docs/accessibility.md: ${looked.length} pages in their states`)
if (looked.some(({ wrong, sideways }) => wrong.length + sideways.length > 0)) process.exitCode = 1

function report(): string {
  const { version } = JSON.parse(readFileSync(join(ROOT, 'node_modules/axe-core/package.json'), 'utf8')) as { readonly version: string }
  const faults = looked.flatMap(({ name, state, wrong }) => wrong.map((what) => `- ${name}, ${state}: ${what}`))
  const rows = looked.map(({ name, state, held, wrong, sideways }) => {
    const cells = [
      name,
      state,
      held,
      wrong.length === 0 ? 'none' : wrong.length,
      ...ZOOMED.map(([p]) => (sideways.includes(p) ? 'scrolls sideways' : 'fits')),
    ]
    return `| ${cells.join(' | ')} |`
  })
  return [
    '# Accessibility of the console',
    '',
    `Written by \`npm run accessibility\` on ${new Date().toISOString().slice(0, 10)}, with axe-core ${version} in ${browser}. The aim is WCAG 2.2 AA.`,
    '',
    `Every page was opened on the example company, or on an installation without anybody (*empty*), by somebody of a role that may see it; waiting for the service (*loading*) and told that it cannot answer (*failed*) by holding and refusing the page's own requests. axe ran its rules ${RULES.map((rule) => `\`${rule}\``).join(', ')} in the light and in the dark theme, on a window of ${WIDE.width} by ${WIDE.height}. *Rules that hold* are those that found something to check; what a page does not have is not counted.`,
    '',
    `**${looked.length} pages in their states, in two themes each: ${faults.length === 0 ? 'nothing wrong was found' : `${faults.length} ${faults.length === 1 ? 'fault' : 'faults'}`}.**`,
    '',
    ...(faults.length === 0 ? [] : [...faults, '']),
    '## What else is checked, and where',
    '',
    '| | how |',
    '| --- | --- |',
    '| keyboard | the three main tasks (from the inbox to the marked passage and a decision, a file handed in, a link judged) by keys alone, with a focus that is seen: `test/e2e/console-access.test.ts` |',
    '| 200 % | no page of the investigator is cut or scrolls sideways in a window of 640 points: the same file, and the table below for all pages |',
    '| stillness | with `prefers-reduced-motion` no animation and no transition lasts: the same file |',
    '| one-time links | the pages of the person concerned, in both themes and on a telephone: `test/e2e/console-cases.test.ts` |',
    '| contrast | of text by axe, in both themes |',
    '| map | the marks on the map of places are for eyes and mice; the same places stand beside it as a list of buttons with the same numbers |',
    '| persona graph | drawn without text for readers; *Links* and *Clusters* have the same in tables |',
    '',
    'For people to do, and **not yet done**: inbox, candidate and decision read aloud with NVDA and Firefox and with VoiceOver and Safari; Windows high contrast; text spacing (WCAG 1.4.12); voice control.',
    'Not checked: whether wording is understood by people with reading difficulties, beyond its grade; browsers other than Chromium by program.',
    '',
    '## Pages',
    '',
    `| page | state | rules that hold | wrong | ${ZOOMED.map(([p]) => `${p} %`).join(' | ')} |`,
    '| --- | --- | --- | --- | --- | --- |',
    ...rows,
    '',
  ].join('\n')
}
