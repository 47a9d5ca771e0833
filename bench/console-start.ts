import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
import react from '@vitejs/plugin-react'
import Fastify from 'fastify'
import type { Browser } from 'playwright-core'
import { build } from 'vite'
import { ROOT } from '../scripts/modules.ts'
import { builtConsole } from '../src/surfaces/cli/console.ts'
import { addConsole, loadConsole, opensPage, sendDocument, type Console } from '../src/surfaces/http/console.ts'
import { openChromium } from '../test/support/chromium.ts'
import { alternate, ratioOf, type Measured } from './measure.ts'

const ROUNDS = 31
const MOST_MS = 60_000

/** The sign-in as one would write it with React and Mantine and nothing else. */
const BARE = `import '@mantine/core/styles.css'
import { Button, MantineProvider, PasswordInput, TextInput, Title } from '@mantine/core'
import { createRoot } from 'react-dom/client'
const nonce = document.querySelector('script[nonce]')?.nonce
// Mantine fills its style elements as if they were markup, which the policy of both lets nobody else do.
globalThis.trustedTypes?.createPolicy('default', { createHTML: (text) => text })
createRoot(document.getElementById('root')).render(
  <MantineProvider getStyleNonce={() => nonce}>
    <form><Title order={1}>Sign in</Title><TextInput label="E-mail" /><PasswordInput label="Password" /><Button type="submit">Go on</Button></form>
  </MantineProvider>,
)`
const DOCUMENT = `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Bare</title><script type="module" src="./main.jsx"></script></head><body><div id="root"></div></body></html>`

/** Notes when the form is there and the page has time for whoever types into it. */
const WATCH = `new MutationObserver((_, watch) => {
  if (document.querySelector('form input') === null) return
  watch.disconnect()
  requestAnimationFrame(() => setTimeout(() => interactiveNow(performance.now())))
}).observe(document, { childList: true, subtree: true })`

/** From an empty cache to a form that can be typed into: the console's sign-in beside a bare page of the same packages, served alike. */
export async function consoleStart(): Promise<Measured[]> {
  const ours = await serve(await builtConsole((line) => console.log(line)))
  const bare = await serve(await bareConsole())
  const browser = await openChromium()
  try {
    const start = (address: string) => () => interactiveAt(browser, address)
    const contenders = { ours: start(`${ours.address}/sign-in`), bare: start(`${bare.address}/sign-in`) }
    // What the browser itself starts slowly the first time is nobody's.
    for (const warm of Object.values(contenders)) await warm()
    const times = await alternate(contenders, ROUNDS)
    return [
      {
        job: 'console-start',
        what: 'the sign-in of the console until it can be typed into ÷ a bare page of React and Mantine',
        ...ratioOf(times, 'ours', 'bare'),
        goal: 1.5,
        quality: 'a fresh context of the browser each time, so nothing is cached; both served gzipped from memory under one policy',
      },
    ]
  } finally {
    await browser.close()
    await Promise.all([ours.close(), bare.close()])
  }
}

/** Milliseconds from the start of the navigation. */
async function interactiveAt(browser: Browser, address: string): Promise<number> {
  const context = await browser.newContext()
  try {
    const at = new Promise<number>((resolve) => void context.exposeFunction('interactiveNow', resolve))
    const page = await context.newPage()
    await page.addInitScript(WATCH)
    await page.goto(address)
    return await Promise.race([at, tooLong()])
  } finally {
    await context.close()
  }
}

const tooLong = (): Promise<never> =>
  delay(MOST_MS, undefined, { ref: false }).then(() => {
    throw new Error(`No form came within ${MOST_MS / 1000} s.`)
  })

/** Built as the console is, from the same packages. */
async function bareConsole(): Promise<Console> {
  await mkdir(join(ROOT, 'build'), { recursive: true })
  // Beside node_modules, where the packages are found.
  const folder = await mkdtemp(join(ROOT, 'build/bare-'))
  try {
    await writeFile(join(folder, 'index.html'), DOCUMENT)
    await writeFile(join(folder, 'main.jsx'), BARE)
    await build({
      configFile: false,
      root: folder,
      logLevel: 'error',
      plugins: [react()],
      html: { cspNonce: 'NONCE-OF-THE-ANSWER' },
      build: { target: 'es2023', assetsInlineLimit: 0, modulePreload: { polyfill: false }, outDir: 'built' },
      define: { 'process.env.NODE_ENV': '"production"' },
    })
    await writeFile(join(folder, 'built/announced.json'), '{}')
    return await loadConsole(join(folder, 'built'))
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

/** As the service does for somebody who is not signed in. */
async function serve(console: Console): Promise<{ readonly address: string; close(): Promise<void> }> {
  const app = Fastify()
  addConsole(app, console)
  app.setNotFoundHandler((request, reply) =>
    opensPage(request)
      ? sendDocument(reply, console)
      : reply.status(401).send({ code: 'unauthenticated', status: 401, title: 'Not signed in', detail: 'Sign in first.' }),
  )
  await app.listen({ port: 0, host: '127.0.0.1' })
  return { address: `http://localhost:${(app.server.address() as AddressInfo).port}`, close: () => app.close() }
}
