import { lookup } from 'node:dns/promises'
import { request as plainRequest, type IncomingHttpHeaders, type IncomingMessage, type RequestOptions } from 'node:http'
import { request as tlsRequest } from 'node:https'
import { connect, isIP, type Socket } from 'node:net'
import { AppError, badUsage, remote } from '../../model/errors.ts'
import { isPublic } from './addresses.ts'
import { faultOf } from './faults.ts'
import { throughProxy } from './proxy.ts'

export interface EgressSettings {
  /** Nothing leaves while it is false; the embedded product's default. */
  readonly on: boolean
  /** `host:port` in our own network that whoever runs this named: plain HTTP, private addresses and odd ports are allowed there. */
  readonly inside?: readonly string[]
  /** `http://host:port` of a proxy that connects us: it asks for the name, and where that may lead is its policy. Hosts inside are reached without it. */
  readonly proxy?: string | undefined
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

export interface Opened {
  readonly status: number
  readonly headers: IncomingHttpHeaders
  /** As it comes. */
  readonly body: IncomingMessage
}

export interface Answered {
  readonly status: number
  readonly headers: IncomingHttpHeaders
  readonly body: Buffer
}

/**
 * Everything that leaves this machine goes through here, mails aside. HTTPS to a public address on a usual port; the name is
 * asked for once and the connection goes to what was answered, so a name that changes its mind leads nowhere else. Redirects are answers
 * and not followed.
 */
export interface Egress {
  /** Within our limits of time and size. Throws `remote`, which says what was refused or failed. */
  send(outgoing: Outgoing): Promise<Answered>
  /** For large answers: how long and how much is up to the caller, who ends it by the signal. Throws what Node threw, and what `refuse` does. */
  open(outgoing: Outgoing & { readonly signal: AbortSignal }): Promise<Opened>
  /** Throws `usage` for an address that nothing would be sent to; asks no name. */
  refuse(url: string): URL
}

/** Milliseconds for all of it, and bytes of an answer: receivers of events have little to say. */
const LIMITS = { total: 15_000, bytes: 64 << 10 }
const PORTS = new Set(['443', '8443'])

export function openEgress({ on, inside = [], proxy, limits, resolve = ask, dial = connectTo }: EgressSettings): Egress {
  const most = { ...LIMITS, ...limits }
  const named = new Set(inside.map((host) => host.toLowerCase()))
  const refuse = (address: string): URL => {
    if (!on) throw badUsage('Sending to other machines is switched off here. Whoever runs this switches it on with BONAFIDE_EGRESS=on.')
    return checked(address, named)
  }
  const reach = async (url: URL, signal: AbortSignal): Promise<() => Socket> => {
    const isInside = named.has(hostAndPort(url))
    const port = Number(portOf(url))
    if (proxy !== undefined && !isInside) {
      const tunnel = await throughProxy(proxy, `${bare(url)}:${port}`, signal)
      return () => tunnel
    }
    const pinned = await pin(url, isInside, resolve)
    return () => dial(pinned, port)
  }
  const open: Egress['open'] = async (outgoing) => {
    const { signal } = outgoing
    const url = refuse(outgoing.url)
    signal.throwIfAborted()
    // Asking for a name cannot be stopped, but waited for it need not be.
    const stopped = new Promise<never>((_, reject) =>
      signal.addEventListener('abort', () => reject(signal.reason as Error), { once: true }),
    )
    return exchange(url, outgoing, await Promise.race([reach(url, signal), stopped]))
  }
  return {
    refuse,
    open,
    async send(outgoing) {
      const url = refuse(outgoing.url)
      const signal = AbortSignal.any([AbortSignal.timeout(most.total), ...(outgoing.signal === undefined ? [] : [outgoing.signal])])
      try {
        return await collect(await open({ ...outgoing, signal }), most.bytes)
      } catch (cause) {
        if (cause instanceof AppError) throw cause
        throw signal.aborted ? remote(`"${url.host}" did not answer within ${most.total / 1000} seconds.`, cause) : faultOf(url, cause)
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

function exchange(url: URL, { method, headers, body, signal }: Outgoing, socket: () => Socket): Promise<Opened> {
  const secure = url.protocol === 'https:'
  // Without an agent no connection is kept, and none that was made for another name is used.
  const options: RequestOptions = {
    method,
    agent: false,
    signal,
    headers: { 'user-agent': 'bonafide', ...headers, ...(body === undefined ? {} : { 'content-length': String(Buffer.byteLength(body)) }) },
  }
  return new Promise((resolve, reject) => {
    const taken = (answer: IncomingMessage): void => resolve({ status: answer.statusCode ?? 0, headers: answer.headers, body: answer })
    const asked = secure
      ? tlsRequest(url, { ...options, socket: socket(), servername: bare(url) } as RequestOptions, taken)
      : plainRequest(url, { ...options, createConnection: socket }, taken)
    // Kept after the answer began: a connection that breaks then is told by the answer, and by this event too.
    asked.on('error', reject)
    asked.end(body)
  })
}

async function collect({ status, headers, body }: Opened, most: number): Promise<Answered> {
  const parts: Buffer[] = []
  let size = 0
  for await (const part of body as AsyncIterable<Buffer>) {
    size += part.length
    if (size > most) throw remote(`The answer is larger than ${most >> 10} KB. It was not read on.`)
    parts.push(part)
  }
  return { status, headers, body: Buffer.concat(parts) }
}
