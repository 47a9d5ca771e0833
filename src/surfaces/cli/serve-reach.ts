import { badUsage } from '../../model/errors.ts'
import type { Reach } from '../http/parts.ts'

export interface ReachOptions {
  readonly host: string
  readonly port: string
  readonly origin?: string
  readonly proxy?: readonly string[]
  readonly withoutHttps?: boolean
}

export interface Listening extends Reach {
  readonly host: string
  readonly port: number
  /** Others than this machine can reach it. */
  readonly exposed: boolean
}

const LOOPBACK = new Set(['localhost', '127.0.0.1', '::1'])

/**
 * Where to listen, and under which name people come. Beyond this machine only behind a proxy that speaks HTTPS, or where somebody says
 * in so many words that passwords may cross the network in plain (R-135).
 */
export function reachOf({ host, port: written, origin: given, proxy = [], withoutHttps = false }: ReachOptions): Listening {
  const port = Number(written)
  if (!Number.isInteger(port) || port < 0 || port > 65_535) throw badUsage(`--port takes a number from 0 to 65535; "${written}" is none.`)
  const local = LOOPBACK.has(host)
  const origin = given === undefined ? `http://${host.includes(':') ? `[${host}]` : host}:${port}` : originIn(given)
  const exposed = !local || !LOOPBACK.has(new URL(origin).hostname.replace(/^\[|\]$/g, ''))
  if (!exposed) return { host, port, origin, proxies: proxy, exposed }
  if (given === undefined) throw badUsage('Say with --origin under which address people reach this, such as https://bonafide.example.com.')
  if (!origin.startsWith('https:') && !withoutHttps)
    throw badUsage(
      'Others could read passwords and candidates’ files on their way. Put a proxy in front that speaks HTTPS and name its address (--origin https://…), or say --without-https.',
    )
  return { host, port, origin, proxies: proxy, exposed }
}

function originIn(text: string): string {
  const url = URL.parse(text)
  if (url === null || (url.protocol !== 'https:' && url.protocol !== 'http:') || url.pathname !== '/')
    throw badUsage(`--origin takes an address such as https://bonafide.example.com; "${text}" is none.`)
  return url.origin
}
