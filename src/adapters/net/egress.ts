import { lookup } from 'node:dns/promises'
import { request as plainRequest, type IncomingHttpHeaders, type IncomingMessage, type RequestOptions } from 'node:http'
import { request as tlsRequest } from 'node:https'
import { connect, isIP, type Socket } from 'node:net'
import { AppError, badUsage, remote } from '../../model/errors.ts'
import { isPublic } from './addresses.ts'
import { faultOf } from './faults.ts'

export interface EgressSettings {
  /** Nothing leaves while it is false; the embedded product's default. */
  readonly on: boolean
  /** `host:port` in our own network that whoever runs this named: plain HTTP, private addresses and odd ports are allowed there. */
  readonly inside?: readonly string[]
  readonly limits?: Partial<typeof LIMITS>
  /** For tests: who answers for a name, and how a connection is made. */
  readonly resolve?: (host: string) => Promise<readonly string[]>
  readonly dial?: (address: string, port: number) => Socket
}

export interface Outgoing {
  readonly method: 'GET' | 'POST'
  readonly url: string
  readonly headers: Readonly<Record<string, string>>
  readonly body?: string
  readonly signal?: AbortSignal
}

export interface Answered {
  readonly status: number
  readonly headers: IncomingHttpHeaders
  readonly body: Buffer
}

/**
 * Everything that a person can make us send goes through here. HTTPS to a public address on a usual port; the name is asked for
 * once and the connection goes to what was answered, so a name that changes its mind leads nowhere else. Redirects are answers and not
 * followed. Throws `remote`, which says what was refused or failed.
 */
export interface Egress {
  send(outgoing: Outgoing): Promise<Answered>
  /** Throws `usage` for an address that nothing would ever be sent to; asks no name. */
  refuse(url: string): URL
}

/** Milliseconds for all of it, and bytes of an answer: receivers of events have little to say. */
const LIMITS = { total: 15_000, bytes: 64 << 10 }
const PORTS = new Set(['443', '8443'])

export function openEgress({ on, inside = [], limits, resolve = ask, dial = connectTo }: EgressSettings): Egress {
  const most = { ...LIMITS, ...limits }
  const named = new Set(inside.map((host) => host.toLowerCase()))
  const refuse = (address: string): URL => checked(address, named)
  return {
    refuse,
    async send(outgoing) {
      if (!on) throw remote('Sending to other machines is switched off here. Whoever runs this switches it on with BONAFIDE_EGRESS=on.')
      const url = refuse(outgoing.url)
      const abort = AbortSignal.any([AbortSignal.timeout(most.total), ...(outgoing.signal === undefined ? [] : [outgoing.signal])])
      try {
        const pinned = await pin(url, named.has(hostAndPort(url)), resolve)
        return await exchange(url, outgoing, { abort, bytes: most.bytes, socket: () => dial(pinned, Number(portOf(url))) })
      } catch (cause) {
        if (cause instanceof AppError) throw cause
        throw abort.aborted ? remote(`"${url.host}" did not answer within ${most.total / 1000} seconds.`, cause) : faultOf(url, cause)
      }
    },
  }
}

const portOf = (url: URL): string => (url.port !== '' ? url.port : url.protocol === 'https:' ? '443' : '80')
const bare = (url: URL): string => url.hostname.replace(/^\[|\]$/g, '').replace(/\.$/, '')
const hostAndPort = (url: URL): string => `${bare(url)}:${portOf(url)}`

function checked(address: string, named: ReadonlySet<string>): URL {
  const url = URL.parse(address)
  const no = (why: string): AppError => badUsage(`Nothing is sent to "${address.slice(0, 200).replace(/\/\/[^/@]*@/, '//…@')}": ${why}`)
  if (url === null) throw no('it is no address. One looks like https://hooks.example.com/bonafide.')
  if (url.username !== '' || url.password !== '') throw no('there is a user or a password in it.')
  if (named.has(hostAndPort(url)) && (url.protocol === 'https:' || url.protocol === 'http:')) return url
  if (url.protocol !== 'https:') throw no('only addresses that start with https:// are allowed.')
  if (!PORTS.has(portOf(url))) throw no('only the ports 443 and 8443 are allowed.')
  // The parser has turned 2130706433, 0x7f.1 and 0177.0.0.1 into what they mean.
  if (isIP(bare(url)) !== 0) throw no('it names its host by number. Use a name.')
  if (!bare(url).includes('.') || /\.(?:localhost|local|internal|intranet|lan|home|corp|arpa)$/.test(bare(url)))
    throw no('its host is in a network of its own. Whoever runs this can allow it with BONAFIDE_EGRESS_INSIDE.')
  return url
}

async function ask(host: string): Promise<readonly string[]> {
  return (await lookup(host, { all: true, verbatim: true })).map((found) => found.address)
}

/** One address, from one question. A name that leads partly into a private network is refused as a whole. */
async function pin(url: URL, isInside: boolean, resolve: NonNullable<EgressSettings['resolve']>): Promise<string> {
  const host = bare(url)
  const addresses = isIP(host) === 0 ? await resolve(host) : [host]
  const [first] = addresses
  if (first === undefined) throw remote(`The host "${host}" has no address.`)
  if (!isInside && !addresses.every(isPublic))
    throw remote(
      `The name "${host}" leads into a private network, so nothing was sent. Whoever runs this can allow it with BONAFIDE_EGRESS_INSIDE.`,
    )
  return first
}

const connectTo = (address: string, port: number): Socket => connect({ host: address, port })

interface Exchange {
  readonly abort: AbortSignal
  readonly bytes: number
  socket(): Socket
}

function exchange(url: URL, { method, headers, body }: Outgoing, { abort, bytes, socket }: Exchange): Promise<Answered> {
  const secure = url.protocol === 'https:'
  // Without an agent no connection is kept, and none that was made for another name is used.
  const options: RequestOptions = {
    method,
    agent: false,
    signal: abort,
    headers: { 'user-agent': 'bonafide', ...headers, ...(body === undefined ? {} : { 'content-length': String(Buffer.byteLength(body)) }) },
  }
  return new Promise((resolve, reject) => {
    const asked = secure
      ? tlsRequest(url, { ...options, socket: socket(), servername: bare(url) } as RequestOptions, (answer) =>
          collect(answer, bytes).then(resolve, reject),
        )
      : plainRequest(url, { ...options, createConnection: socket }, (answer) => collect(answer, bytes).then(resolve, reject))
    asked.once('error', reject)
    asked.end(body)
  })
}

async function collect(answer: IncomingMessage, most: number): Promise<Answered> {
  const parts: Buffer[] = []
  let size = 0
  for await (const part of answer as AsyncIterable<Buffer>) {
    size += part.length
    if (size > most) throw remote(`The answer is larger than ${most >> 10} KB. It was not read on.`)
    parts.push(part)
  }
  return { status: answer.statusCode ?? 0, headers: answer.headers, body: Buffer.concat(parts) }
}
