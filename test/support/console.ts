import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises'
import { createServer, type AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Browser, BrowserContext, BrowserContextOptions, Page } from 'playwright-core'
import { openEgress } from '../../src/adapters/net/egress.ts'
import { openSignIn } from '../../src/adapters/sign-in/index.ts'
import { invite } from '../../src/engine/people/accounts.ts'
import { callerOf } from '../../src/engine/people/caller-of.ts'
import type { RoleName } from '../../src/model/access.ts'
import { builtConsole } from '../../src/surfaces/cli/console.ts'
import { sessionCookie } from '../../src/surfaces/http/session-cookie.ts'
import { openChromium } from './chromium.ts'
import { codeAt } from './enter-console.ts'
import { overHttp, type OverHttp } from './over-http.ts'
import { letIn } from './people.ts'
import { smallFolder } from './small-folder.ts'
import { closeSandbox, openWorkshop, type Workshop } from './workshop.ts'

/** Somebody who has entered: their page, and what they sign in with. */
export interface Entered {
  readonly page: Page
  readonly context: BrowserContext
  readonly email: string
  /** Of the authenticator app. */
  readonly key: string
}

/** What pages did that they should not. */
export interface Seen {
  readonly violations: string[]
  readonly strangers: string[]
  readonly faults: string[]
}

export interface OpenConsole {
  readonly origin: string
  /** What the pages talk to, for what a test prepares or does in the background. */
  readonly service: OverHttp
  readonly browser: Browser
  /** Of all pages together. */
  readonly seen: Seen
  /** An address that lets a new account of these roles in, once. */
  link(name: string, ...roles: readonly RoleName[]): Promise<{ readonly address: string; readonly email: string }>
  context(options?: BrowserContextOptions): Promise<BrowserContext>
  /** To the inbox, as somebody who has made a password and an app; the pages on which they are made are tried in console-people.test.ts. */
  enter(name: string, roles: readonly RoleName[], options?: BrowserContextOptions): Promise<Entered>
  codeOf(key: string): string
  /** Does the intake jobs that wait, as a worker would; says how many. */
  work(): Promise<number>
  /** Moves the service's clock on, for the next code of an app. */
  later(ms: number): void
  close(): Promise<void>
}

/** The built console on the real service, with three invented candidates of whom two share their words and a telephone, or with nobody. */
export async function openConsole({ empty = false }: { readonly empty?: boolean } = {}): Promise<OpenConsole> {
  const home = await mkdtemp(join(tmpdir(), 'bonafide-console-'))
  const real = await openWorkshop()
  let moved = 0
  const clock = { now: () => new Date(Date.now() + moved).toISOString() }
  const shop = { ...real, deps: { ...real.deps, clock } }
  if (!empty) await screenSmall(shop, home)
  const port = await freePort()
  const origin = `http://localhost:${port}`
  const signIn = await openSignIn({ origin, keys: join(home, 'keys'), tenant: shop.actor.tenant, egress: openEgress({ on: true }) })
  const reach = { origin, proxies: [] }
  const service = await overHttp(shop, {
    callers: (token) => callerOf(shop.deps, token),
    signIn,
    reach,
    console: await builtConsole(() => undefined),
  })
  await service.app.listen({ port, host: '127.0.0.1' })
  const browser = await openChromium()
  const seen: Seen = { violations: [], strangers: [], faults: [] }
  let invited = 0

  async function context(options: BrowserContextOptions = {}): Promise<BrowserContext> {
    const made = await browser.newContext({ baseURL: origin, ...options })
    await made.exposeFunction('bonafideViolation', (what: string) => void seen.violations.push(what))
    await made.addInitScript(
      `document.addEventListener('securitypolicyviolation', (e) => bonafideViolation(e.effectiveDirective + ' ' + e.blockedURI + ' ' + e.sample))`,
    )
    made.on('request', (request) => {
      if (!request.url().startsWith(origin) && !request.url().startsWith(`blob:${origin}`)) seen.strangers.push(request.url())
    })
    made.on('weberror', (error) => void seen.faults.push(error.error().message))
    return made
  }
  async function link(name: string, ...roles: readonly RoleName[]) {
    const email = `person-${++invited}@example.com`
    const { token } = await invite(shop.deps, shop.actor, { email, name, roles })
    return { token, address: `${origin}/enter#${token}`, email }
  }

  return {
    origin,
    service,
    browser,
    seen,
    link,
    context,
    codeOf: (key) => codeAt(key, clock.now()),
    work: service.work,
    later: (ms) => void (moved += ms),
    async enter(name, roles, options) {
      const invited = await link(name, ...roles)
      const from = () => ({ address: '127.0.0.1', device: 'a browser' })
      const { token, key } = await letIn({ deps: { ...shop.deps, signIn }, from, now: clock.now }, invited.token)
      const within = await context(options)
      await within.addCookies([{ name: sessionCookie(reach), value: token, url: origin, httpOnly: true, sameSite: 'Strict' }])
      const page = await within.newPage()
      await page.goto('/inbox')
      await page.getByRole('heading', { level: 1, name: 'Inbox' }).waitFor()
      return { page, context: within, email: invited.email, key }
    },
    async close() {
      await browser.close()
      await service.close()
      await real.close()
      await closeSandbox()
      await rm(home, { recursive: true, force: true })
    },
  }
}

async function screenSmall(shop: Workshop, home: string): Promise<void> {
  const folder = await smallFolder(home)
  await shop.screen(
    ...(await readdir(folder, { withFileTypes: true, recursive: true }))
      .filter((entry) => entry.isFile())
      .map(({ parentPath, name }) => ({
        source: name,
        load: async () => ({ files: [{ path: name, name, bytes: await readFile(join(parentPath, name)) }], failures: [] }),
      })),
  )
}

/** Passkeys belong to an address, so it is known before the service listens. */
function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer()
    server.once('error', reject)
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address() as AddressInfo
      server.close(() => resolve(port))
    })
  })
}
