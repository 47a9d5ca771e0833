import { randomBytes } from 'node:crypto'
import { readdir, readFile } from 'node:fs/promises'
import { extname, join } from 'node:path'
import { gzipSync } from 'node:zlib'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'

interface Asset {
  readonly type: string
  readonly bytes: Buffer
  readonly zipped: Buffer
}

/** The built console, in memory: some hundred kilobytes that every start of a page asks for. */
export interface Console {
  readonly document: string
  /** By the address of a page (`/cases/$case`), the files it needs beside those that the document names itself. */
  readonly announced: Readonly<Record<string, readonly string[]>>
  /** By the path under `/`. */
  readonly assets: ReadonlyMap<string, Asset>
}

const TYPES: Readonly<Record<string, string>> = {
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.json': 'application/json',
}

/** As the build writes it; see `console/vite.config.ts`. */
const NONCE = /NONCE-OF-THE-ANSWER/g

/** Reads a built console. Throws what the file system throws where there is none. */
export async function loadConsole(folder: string): Promise<Console> {
  const document = await readFile(join(folder, 'index.html'), 'utf8')
  const announced = JSON.parse(await readFile(join(folder, 'announced.json'), 'utf8')) as Console['announced']
  const names = await readdir(join(folder, 'assets'))
  const assets = await Promise.all(
    names.map(async (name): Promise<[string, Asset]> => {
      const bytes = await readFile(join(folder, 'assets', name))
      return [`assets/${name}`, { type: TYPES[extname(name)] ?? 'application/octet-stream', bytes, zipped: gzipSync(bytes) }]
    }),
  )
  return { document, announced, assets: new Map(assets) }
}

/** Serves the console's document at its own addresses and its files by the hash in their names. */
export function addConsole(app: FastifyInstance, console: Console): void {
  app.get('/', { schema: { hide: true } }, (_, reply) => sendDocument(reply, console))
  app.get('/assets/:name', { schema: { hide: true } }, (request, reply) => {
    const asset = console.assets.get(`assets/${(request.params as { name: string }).name}`)
    if (asset === undefined) return reply.callNotFound()
    const zipped = request.headers['accept-encoding']?.includes('gzip') === true
    return reply
      .type(asset.type)
      .header('cache-control', 'public, max-age=31536000, immutable')
      .header('vary', 'accept-encoding')
      .headers(zipped ? { 'content-encoding': 'gzip' } : {})
      .send(zipped ? asset.zipped : asset.bytes)
  })
}

/** Somebody opens a page in a browser: which addresses there are, the console knows. */
export const opensPage = ({ method, url, headers }: FastifyRequest): boolean =>
  method === 'GET' && !url.startsWith('/api/') && headers.accept?.includes('text/html') === true && !/\.\w+$/.test(url.split('?')[0] ?? '')

/**
 * What this page may do: run its own scripts (by a nonce, good for this answer), talk to this service, show pictures it was given,
 * and nothing else. Text becomes markup or script nowhere, which `require-trusted-types-for` has the browser see to.
 */
const policy = (nonce: string): string =>
  [
    `default-src 'none'`,
    `script-src 'nonce-${nonce}' 'strict-dynamic'`,
    `style-src 'self' 'nonce-${nonce}'`,
    `img-src 'self' blob:`,
    `connect-src 'self'`,
    `base-uri 'none'`,
    `form-action 'none'`,
    `require-trusted-types-for 'script'`,
    `trusted-types default`,
    `frame-ancestors 'none'`,
  ].join('; ')

/** The document, with the files of the page that lies at this address: they are fetched along with the first ones, not after them. */
export function sendDocument(reply: FastifyReply, console: Console): FastifyReply {
  const document = console.document.replace('</head>', `${announce(console, reply.request.url)}</head>`)
  const nonce = randomBytes(18).toString('base64')
  return reply
    .type('text/html; charset=utf-8')
    .header('content-security-policy', policy(nonce))
    .header('cache-control', 'no-store')
    .send(document.replace(NONCE, nonce))
}

function announce({ announced }: Console, url: string): string {
  const [path = ''] = url.split(/[?#]/)
  const files = announced[path] ?? Object.entries(announced).find(([address]) => isAt(path, address))?.[1] ?? []
  return files.map(linkTo).join('')
}

/** Whether a path is one of this address: `/cases/c-1` of `/cases/$case`. */
function isAt(path: string, address: string): boolean {
  const [has, wants] = [path.split('/'), address.split('/')]
  return has.length === wants.length && wants.every((part, i) => part.startsWith('$') || part === has[i])
}

const linkTo = (file: string): string =>
  file.endsWith('.css')
    ? `<link rel="stylesheet" crossorigin href="/${file}">`
    : `<link rel="modulepreload" crossorigin href="/${file}" nonce="NONCE-OF-THE-ANSWER">`
