import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import type { Page } from 'playwright-core'
import { PASSWORD } from './people.ts'

const require = createRequire(import.meta.url)
const AXE = require.resolve('axe-core/axe.min.js')

/** Of axe: WCAG 2.2 A and AA, and what its makers call good practice. */
export const RULES = ['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa', 'best-practice'] as const

/** What axe finds wrong on a page as it stands, a line each; an empty page would have nothing to find. */
export async function wrongOn(page: Page): Promise<{ readonly looked: number; readonly wrong: readonly string[] }> {
  await page.evaluate(await readFile(AXE, 'utf8'))
  return page.evaluate(`axe.run(document, { runOnly: ${JSON.stringify(RULES)} }).then((found) => ({
    looked: found.passes.length,
    wrong: found.violations.flatMap((rule) => rule.nodes.map((node) => rule.id + ': ' + node.target.join(' ') + ' ' + node.failureSummary)),
  }))`)
}

/** Lets files and folders of the disk go over what has these words, as a mouse does. */
export async function drop(page: Page, words: string, ...files: readonly string[]): Promise<void> {
  const box = await page.getByText(words).boundingBox()
  const [x, y] = [(box?.x ?? 0) + 5, (box?.y ?? 0) + 5]
  const devtools = await page.context().newCDPSession(page)
  for (const type of ['dragEnter', 'dragOver', 'drop'] as const)
    await devtools.send('Input.dispatchDragEvent', { type, x, y, data: { items: [], files: [...files], dragOperationsMask: 1 } })
}

/** Gives a page a passkey device of its own, which its owner unlocks without being asked. */
export async function withAuthenticator(page: Page): Promise<void> {
  const devtools = await page.context().newCDPSession(page)
  await devtools.send('WebAuthn.enable')
  await devtools.send('WebAuthn.addVirtualAuthenticator', {
    options: { protocol: 'ctap2', transport: 'internal', hasResidentKey: true, hasUserVerification: true, isUserVerified: true },
  })
}

/** Enters by a one-time link with a passkey, which approvers, compliance and whoever runs the machine must. */
export async function enterWithPasskey(page: Page, link: string): Promise<void> {
  await withAuthenticator(page)
  await page.goto(link)
  await page.getByRole('button', { name: /^Passkey/ }).click()
  await page.getByRole('button', { name: 'Go on' }).click()
  await page.getByRole('button', { name: 'Make the passkey' }).click()
}

/** Enters by a one-time link with a password and an app, wherever one's roles lead then. */
export async function enterByLink(page: Page, link: string, codeOf: (key: string) => string): Promise<void> {
  await page.goto(link)
  await page.getByRole('button', { name: /Password and authenticator app/ }).click()
  await page.getByLabel('A new password').fill(PASSWORD)
  await page.getByRole('button', { name: 'Go on' }).click()
  const key = (await page.locator('p.mono').innerText()).replaceAll(' ', '')
  await page.getByLabel('The six digits it shows').fill(codeOf(key))
  await page.getByRole('button', { name: 'Connect' }).click()
  await page.getByRole('button', { name: 'I have kept them' }).click()
}

/** Draws the page in a theme, and waits until it is drawn: colours that change are between two themes for some frames. */
export async function inTheme(page: Page, colorScheme: 'light' | 'dark'): Promise<void> {
  await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' })
  await page.waitForFunction(
    (theme) => (globalThis as unknown as Shown).document.documentElement.dataset['mantineColorScheme'] === theme,
    colorScheme,
  )
  await page.evaluate('new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn)))')
  await page.evaluate(
    'Promise.all(document.getAnimations().filter((one) => one.effect.getComputedTiming().endTime < Infinity).map((one) => one.finished.catch(() => 0)))',
  )
  await page.evaluate('new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn)))')
}
interface Shown {
  readonly document: { readonly documentElement: { readonly dataset: Readonly<Record<string, string>> } }
}
