import { mkdtemp, mkdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gunzipSync } from 'node:zlib'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { builtConsole } from '../../src/surfaces/cli/console.ts'
import { loadConsole } from '../../src/surfaces/http/console.ts'
import { overHttp, type OverHttp } from '../support/over-http.ts'
import { closeSandbox, openWorkshop, type Workshop } from '../support/workshop.ts'

let shop: Workshop
let service: OverHttp
let folder: string
const SCRIPT = 'console.log("a page")'
const ANNOUNCED = {
  '/cases': ['assets/Cases-3c4d.js'],
  '/cases/$case': ['assets/CasePage-5e6f.js', 'assets/CasePage-7a8b.css'],
  '/cases/closed': ['assets/Closed-9c0d.js'],
}

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'bonafide-built-'))
  await mkdir(join(folder, 'assets'))
  await writeFile(join(folder, 'index.html'), '<head><script nonce="NONCE-OF-THE-ANSWER" src="/assets/page-1a2b.js"></script></head>')
  await writeFile(join(folder, 'announced.json'), JSON.stringify(ANNOUNCED))
  await writeFile(join(folder, 'assets', 'page-1a2b.js'), SCRIPT)
  shop = await openWorkshop()
  service = await overHttp(shop, { console: await loadConsole(folder) })
})
afterAll(async () => {
  await service.close()
  await shop.close()
  await closeSandbox()
  await rm(folder, { recursive: true, force: true })
})

const get = (url: string, headers: Record<string, string> = {}) => service.call(undefined, { method: 'GET', url, headers })
const opens = { accept: 'text/html,application/xhtml+xml' }

test('every address that is opened as a page gets the document, with a nonce of its own, and no browser keeps it', async () => {
  const nonces = new Set<string>()
  for (const path of ['/', '/enter', '/candidates/p-1?finding=f.1', '/person/ask']) {
    const { statusCode, headers, body } = await get(path, opens)
    expect([statusCode, headers['cache-control']], path).toEqual([200, 'no-store'])
    const nonce = /script-src 'nonce-([^']+)' 'strict-dynamic'/.exec(String(headers['content-security-policy']))?.[1] ?? ''
    expect(body).toBe(`<head><script nonce="${nonce}" src="/assets/page-1a2b.js"></script></head>`)
    nonces.add(nonce)
  }
  expect(nonces.size).toBe(4)
})

test('the document names the files of the page that lies at the address, and no other', async () => {
  const named = async (path: string): Promise<readonly string[]> => {
    const { body } = await get(path, opens)
    return [...body.matchAll(/<link rel="(\w+)" crossorigin href="([^"]+)"/g)].map(([, as, file]) => `${as} ${file}`)
  }
  expect(await named('/cases?show=mine')).toEqual(['modulepreload /assets/Cases-3c4d.js'])
  expect(await named('/cases/c-1?finding=f.1')).toEqual(['modulepreload /assets/CasePage-5e6f.js', 'stylesheet /assets/CasePage-7a8b.css'])
  expect(await named('/cases/closed')).toEqual(['modulepreload /assets/Closed-9c0d.js'])
  for (const path of ['/', '/cases/c-1/decide', '/nowhere', '/__proto__']) expect(await named(path), path).toEqual([])
})

test('of the console as it is built, every page that is fetched later is announced at its address, with files that there are', async () => {
  const { announced, assets } = await builtConsole(() => undefined)
  const router = await readFile(new URL('../../src/surfaces/console/router.tsx', import.meta.url), 'utf8')
  const later = [...router.matchAll(/path: '([^']+)',\s*component: (?:pages|doors)\['([^']+)'\]/g)]
  expect(later.length).toBeGreaterThan(30)
  for (const [, path, page] of later) expect(page).toBe(path)
  expect(new Set(Object.keys(announced))).toEqual(new Set(['/', ...later.map(([, path]) => path)]))
  for (const [address, files] of Object.entries(announced)) {
    expect(files, address).not.toEqual([])
    expect(
      files.filter((file) => !assets.has(file)),
      address,
    ).toEqual([])
  }
})

test('files are named by their content and kept for ever, zipped for who takes that', async () => {
  const plain = await get('/assets/page-1a2b.js', { 'accept-encoding': 'identity' })
  expect(plain.body).toBe(SCRIPT)
  expect(plain.headers['content-type']).toContain('text/javascript')
  expect(plain.headers['cache-control']).toContain('immutable')
  const zipped = await get('/assets/page-1a2b.js', { 'accept-encoding': 'gzip, br' })
  expect(gunzipSync(zipped.rawPayload).toString()).toBe(SCRIPT)
  expect(zipped.headers['content-encoding']).toBe('gzip')
})

test('what is no page stays a problem: the API, a file that is not there, a way out of the folder', async () => {
  for (const path of ['/api/none', '/assets/none.js', '/assets/..%2findex.html', '/favicon.ico']) {
    const { statusCode, headers } = await get(path, opens)
    expect([statusCode, headers['content-type']], path).toEqual([404, 'application/problem+json'])
  }
  expect((await get('/candidates', { accept: 'application/json' })).statusCode).toBe(404)
})
