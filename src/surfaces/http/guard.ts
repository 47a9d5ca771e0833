import type { FastifyRequest } from 'fastify'
import { demand, type Caller } from '../../engine/people/caller.ts'
import { AppError, forbidden, unauthenticated } from '../../model/errors.ts'
import { callerOf } from './caller-of.ts'
import type { Parts } from './parts.ts'
import type { Route } from './route.ts'
import { foreign } from './same-site.ts'

/** Long enough to say why, and not to tell a story. */
const PURPOSE = { least: 3, most: 300 } as const

/** What was found out of a request before its body is read. */
export interface Admitted {
  readonly caller: Caller | undefined
  readonly purpose: string
}

/** Counts a call; throws `too-many` where it is one too many. */
export type Count = (route: Route, request: FastifyRequest, caller: Caller | undefined) => Promise<void>

/** Lets a request in or throws why not: who it is, where it comes from, whether they may, and what for, in this order. */
export async function admit(parts: Parts, route: Route, request: FastifyRequest, count: Count): Promise<Admitted> {
  const { caller, refused } = await callerOf(parts, request)
  // Whoever tries keys is counted by where they come from.
  await count(route, request, caller)
  // Signing somebody in by another site's form is an attack too, so those without a session are checked as well.
  if (route.method !== 'GET' && request.headers.authorization === undefined && foreign(parts.reach, request.headers))
    throw forbidden('This call was started by another site. Open the page here and do it there.')
  if (route.may === 'anybody') return { caller, purpose: '' }
  if (caller === undefined) throw refused ?? unauthenticated()
  if (route.may !== 'signed-in') demand(caller, route.may)
  return { caller, purpose: route.purpose === true ? purposeOf(request) : '' }
}

function purposeOf(request: FastifyRequest): string {
  const header = request.headers['bonafide-purpose']
  const purpose = decoded(typeof header === 'string' ? header : '').trim()
  if (purpose.length >= PURPOSE.least && purpose.length <= PURPOSE.most) return purpose
  throw new AppError({
    code: 'needs-purpose',
    status: 403,
    title: 'Say what for',
    detail: `Whoever opens a candidate's dossier says why: send ${PURPOSE.least} to ${PURPOSE.most} letters in the header Bonafide-Purpose, percent-encoded. It is written into the log.`,
  })
}

/** Headers hold no more than Latin letters, so a browser encodes what is written in others. */
function decoded(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return ''
  }
}
