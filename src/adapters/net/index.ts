import type { Readable } from 'node:stream'
import { createBrotliDecompress, createGunzip, createInflate } from 'node:zlib'
import type { Fetched, FetchRequest, Net, Validators } from '../../engine/lists/ports.ts'
import { AppError, badUsage, cancelled, remote } from '../../model/errors.ts'
import type { Egress, Opened } from './egress.ts'
import { faultOf } from './faults.ts'

export interface NetOptions {
  /** Addresses whose hosts (name and port) may be asked: what the catalogue names, and what the person named. */
  readonly to: readonly string[]
  readonly egress: Egress
  readonly limits?: Partial<Limits>
}

interface Limits {
  /** Milliseconds without a byte after which the other side counts as gone. */
  readonly idle: number
  /** Milliseconds for all of it: a server that drips a byte a minute never idles. */
  readonly total: number
  readonly bytes: number
  readonly redirects: number
}

/** The largest list today has 120 MB; a text of more than 512 MB is more than one string can hold. */
const LIMITS: Limits = { idle: 60_000, total: 3_600_000, bytes: 400 << 20, redirects: 5 }

/**
 * Publishers ask programs to say what they are; nothing in it tells who runs it. Not compressed: so the length that is announced can
 * be held against what came, while a compressed file that was cut off before it was served unpacks without a word.
 */
const HEADERS = { accept: '*/*', 'accept-encoding': 'identity' }

/** GET of large files over the one way out: what is refused there is refused here, redirects too. */
export function openNet({ to, egress, limits }: NetOptions): Net {
  const most = { ...LIMITS, ...limits }
  const hosts = new Set(to.map((address) => urlOf(address).host))
  return {
    async get(request) {
      const first = urlOf(request.url)
      if (!hosts.has(first.host)) throw remote(`"${first.host}" is not among the hosts that may be asked for this. Nothing was sent.`)
      const watch = watchOver(most, request)
      try {
        return await receive(await follow(first, { request, watch, egress, redirects: most.redirects }), { first, request, watch, most })
      } catch (cause) {
        throw cause instanceof AppError ? cause : (watch.fault() ?? faultOf(first, cause))
      } finally {
        watch.end()
      }
    },
  }
}

function urlOf(address: string): URL {
  const url = URL.parse(address)
  if (url === null || (url.protocol !== 'https:' && url.protocol !== 'http:'))
    throw badUsage(`"${address.slice(0, 200)}" is no address that starts with https:// or http://.`)
  if (url.username !== '' || url.password !== '')
    throw badUsage(`The address of "${url.host}" has a user or password in it. Lists are fetched without signing in; take it out.`)
  return url
}

interface Watch {
  readonly signal: AbortSignal
  /** Something came; the idle time begins again. */
  alive(): void
  /** Why the watch itself ended it, where it did. */
  fault(): AppError | undefined
  end(): void
}

function watchOver({ idle, total }: Limits, { url, signal }: FetchRequest): Watch {
  const abort = new AbortController()
  let why: AppError | undefined
  const stop = (fault: AppError): void => {
    why ??= fault
    abort.abort()
  }
  const { host } = new URL(url)
  const slow = (): void => stop(remote(`"${host}" sent nothing for ${seconds(idle)}. Try again later; what was there before is kept.`))
  let idling = setTimeout(slow, idle)
  const ending = setTimeout(
    () => stop(remote(`"${host}" had not sent all of "${url}" after ${seconds(total)}. Try again later; what was there before is kept.`)),
    total,
  )
  const onStop = (): void => stop(cancelled())
  if (signal?.aborted === true) onStop()
  signal?.addEventListener('abort', onStop, { once: true })
  return {
    signal: abort.signal,
    alive() {
      clearTimeout(idling)
      idling = setTimeout(slow, idle)
    },
    fault: () => why,
    end() {
      clearTimeout(idling)
      clearTimeout(ending)
      signal?.removeEventListener('abort', onStop)
    },
  }
}

const seconds = (ms: number): string => `${ms / 1000} seconds`

interface Following {
  readonly request: FetchRequest
  readonly watch: Watch
  readonly egress: Egress
  readonly redirects: number
}

async function follow(first: URL, { request: { known }, watch, egress, redirects }: Following): Promise<Opened> {
  const headers = {
    ...HEADERS,
    ...(known?.etag === undefined ? {} : { 'if-none-match': known.etag }),
    ...(known?.lastModified === undefined ? {} : { 'if-modified-since': known.lastModified }),
  }
  let url = first
  for (let hop = 0; ; hop++) {
    const answer = await egress.open({ method: 'GET', url: url.href, headers, signal: watch.signal })
    const { location } = answer.headers
    if (![301, 302, 303, 307, 308].includes(answer.status) || location === undefined) return answer
    answer.body.destroy()
    if (hop === redirects)
      throw remote(`"${first.host}" redirects more than ${redirects} times. Look at "${first.href}" in a browser; nothing was taken in.`)
    url = nextOf(url, location, egress)
  }
}

/** A publisher may move a file to a store elsewhere, but not to plain text, and not to where nothing may be sent. */
function nextOf(from: URL, location: string, egress: Egress): URL {
  const url = URL.parse(location, from.href)
  const said = `"${from.host}" redirects to "${location.slice(0, 200)}"`
  if (url === null || url.username !== '' || url.password !== '')
    throw remote(`${said}, which is no address to go to. Nothing was taken in.`)
  const within = url.host === from.host && (url.protocol === 'https:' || url.protocol === from.protocol)
  if (!within && url.protocol !== 'https:')
    throw remote(`${said}. Only redirects to HTTPS or within the same host are followed. Nothing was taken in.`)
  try {
    return egress.refuse(url.href)
  } catch (cause) {
    throw remote(`${said}, where nothing may be sent. Nothing was taken in.`, cause)
  }
}

interface Receiving {
  readonly first: URL
  readonly request: FetchRequest
  readonly watch: Watch
  readonly most: Limits
}

async function receive(answer: Opened, { first, request, watch, most }: Receiving): Promise<Fetched> {
  const { status, headers, body } = answer
  if (status !== 200) body.destroy()
  if (status === 304) return { kind: 'unchanged' }
  if (status === 404 || status === 410) return { kind: 'missing' }
  if (status === 401 || status === 403 || status === 451)
    throw remote(
      `"${first.host}" refuses to hand out "${first.href}" (${status}). It may block this network; fetch it in a browser and import the file.`,
    )
  if (status !== 200)
    throw remote(`"${first.host}" answered ${status} for "${first.href}". Try again later; what was there before is kept.`)
  const plain = unpacked(answer)
  // Some compress all the same. Of a compressed answer the length is that of the compressed bytes.
  const length = plain === body ? Number(headers['content-length'] ?? Number.NaN) : Number.NaN
  const total = Number.isNaN(length) ? undefined : length
  const tooMuch = remote(`"${first.href}" is larger than ${most.bytes >> 20} MB, which no list is. Nothing was taken in.`)
  if (total !== undefined && total > most.bytes) {
    body.destroy()
    throw tooMuch
  }
  const parts: Uint8Array[] = []
  let done = 0
  for await (const part of plain as AsyncIterable<Uint8Array>) {
    watch.alive()
    parts.push(part)
    done += part.byteLength
    if (done > most.bytes) throw tooMuch
    request.progress?.(done, total)
  }
  if (total !== undefined && done !== total)
    throw remote(`"${first.href}" was cut off: ${done} of ${total} bytes came. Try again; what was there before is kept.`)
  return { kind: 'fetched', bytes: Buffer.concat(parts), validators: validatorsOf(headers) }
}

const UNPACKED: Readonly<Record<string, () => ReturnType<typeof createGunzip> | ReturnType<typeof createBrotliDecompress>>> = {
  gzip: createGunzip,
  deflate: createInflate,
  br: createBrotliDecompress,
}

function unpacked({ headers, body }: Opened): Readable {
  const unpack = UNPACKED[headers['content-encoding'] ?? '']?.()
  if (unpack === undefined) return body
  body.on('error', (error) => unpack.destroy(error))
  unpack.on('close', () => body.destroy())
  return body.pipe(unpack)
}

function validatorsOf({ etag, 'last-modified': lastModified }: Opened['headers']): Validators {
  return { ...(etag === undefined ? {} : { etag }), ...(lastModified === undefined ? {} : { lastModified }) }
}
