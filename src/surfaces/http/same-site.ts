import type { IncomingHttpHeaders } from 'node:http'
import { AppError } from '../../model/errors.ts'
import type { Reach } from './parts.ts'

const LOOPBACK = /^(localhost|127\.0\.0\.1|\[::1\])(:\d{1,5})?$/

const hostOf = (origin: string): string | undefined => {
  try {
    return new URL(origin).host
  } catch {
    return undefined
  }
}

/**
 * Only the names this installation is known by are answered: a page whose name was pointed at this machine after it was loaded
 * (DNS rebinding) sends its own name, and gets nothing.
 */
export function checkHost(reach: Reach, host: string | undefined): void {
  if (host !== undefined && (host === hostOf(reach.origin) || LOOPBACK.test(host))) return
  throw new AppError({
    code: 'unknown-host',
    status: 421,
    title: 'Unknown host',
    detail: 'This service does not answer under that name. Use the address it was started with; `--origin` sets it.',
  })
}

/**
 * A call that a browser made for another site. Browsers of today say so in `Sec-Fetch-Site`; older ones send `Origin` with
 * everything that changes something. A program sends neither.
 */
export function foreign(reach: Reach, headers: IncomingHttpHeaders): boolean {
  const site = headers['sec-fetch-site']
  if (site !== undefined && site !== 'same-origin' && site !== 'none') return true
  const { origin } = headers
  if (origin === undefined) return false
  const host = hostOf(origin)
  return host === undefined || (host !== headers.host && host !== hostOf(reach.origin))
}
