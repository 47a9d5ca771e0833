import { base32nopad } from '@scure/base'
import type { Page } from 'playwright-core'
import { oneTimeCode, stepAt } from '../../src/compute/one-time-code.ts'

/** What an authenticator app shows at a moment. */
export const codeAt = (key: string, instant: string): string => oneTimeCode(base32nopad.decode(key), stepAt(Date.parse(instant)))

/** Through a one-time link with a password and an app, as a person does, to the inbox. Returns the app's key. */
async function enterConsole(
  page: Page,
  { address, password, now }: { readonly address: string; readonly password: string; now(): string },
): Promise<string> {
  await page.goto(address)
  await page.getByRole('button', { name: /Password and authenticator app/ }).click()
  await page.getByLabel('A new password').fill(password)
  await page.getByRole('button', { name: 'Go on' }).click()
  const key = (await page.locator('p.mono').innerText()).replaceAll(' ', '')
  await page.getByLabel('The six digits it shows').fill(codeAt(key, now()))
  await page.getByRole('button', { name: 'Connect' }).click()
  await page.getByRole('button', { name: 'I have kept them' }).click()
  await page.getByRole('heading', { level: 1, name: 'Inbox' }).waitFor()
  return key
}
