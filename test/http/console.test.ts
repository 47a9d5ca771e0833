import { mkdtemp, mkdir, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gunzipSync } from 'node:zlib'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { loadConsole } from '../../src/surfaces/http/console.ts'
import { overHttp, type OverHttp } from '../support/over-http.ts'
import { closeSandbox, openWorkshop, type Workshop } from '../support/workshop.ts'

let shop: Workshop
let service: OverHttp
let folder: string
const SCRIPT = 'console.log("a page")'

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'bonafide-built-'))
  await mkdir(join(folder, 'assets'))
  await writeFile(join(folder, 'index.html'), '<script nonce="NONCE-OF-THE-ANSWER" src="/assets/page-1a2b.js"></script>')
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
    expect(body).toBe(`<script nonce="${nonce}" src="/assets/page-1a2b.js"></script>`)
    nonces.add(nonce)
  }
  expect(nonces.size).toBe(4)
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
