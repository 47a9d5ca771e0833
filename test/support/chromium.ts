import sparticuz from '@sparticuz/chromium'
import { chromium, type Browser } from 'playwright-core'

/** What the package switches off for servers, and what a test of a page must have on: the web's own walls. */
const NOT_THESE = new Set([
  '--disable-web-security',
  '--allow-running-insecure-content',
  '--single-process',
  '--ignore-gpu-blocklist',
  '--use-angle=swiftshader',
])
/** Pages are drawn by the processor, and only what is drawn in WebGL by an emulated graphics card; the package draws everything by the latter, which costs more. */
const AND_THIS = '--use-angle=swiftshader-webgl'

/**
 * A real browser, without a download: the Chromium inside an npm package (Linux), or an installed Chrome or Edge elsewhere.
 * Throws with every reason when none starts.
 */
export async function openChromium(): Promise<Browser> {
  const ways: readonly (() => Promise<Browser>)[] = [
    async () =>
      chromium.launch({
        executablePath: await sparticuz.executablePath(),
        args: [...sparticuz.args.filter((arg) => !NOT_THESE.has(arg)), AND_THIS],
      }),
    () => chromium.launch({ channel: 'chrome' }),
    () => chromium.launch({ channel: 'msedge' }),
  ]
  const why: string[] = []
  for (const way of process.platform === 'linux' ? ways : ways.slice(1)) {
    try {
      return await way()
    } catch (error) {
      why.push(error instanceof Error ? (error.message.split('\n')[0] ?? '') : String(error))
    }
  }
  throw new Error(`No Chromium starts here: ${why.join('; ')}`)
}
