import type { FastifyRequest } from 'fastify'
import { demand, type Caller } from '../../engine/people/caller.ts'
import { forbidden, unauthenticated } from '../../model/errors.ts'
import { callerOf } from './caller-of.ts'
import type { Parts } from './parts.ts'
import type { Route } from './route.ts'
import { foreign } from './same-site.ts'

/** Counts a call; throws `too-many` where it is one too many. */
export type Count = (route: Route, request: FastifyRequest, caller: Caller | undefined) => Promise<void>

/** Lets a request in or throws why not: who it is, where it comes from, whether they may, in this order. */
export async function admit(parts: Parts, route: Route, request: FastifyRequest, count: Count): Promise<Caller | undefined> {
  const { caller, refused } = await callerOf(parts, request)
  // Whoever tries keys is counted by where they come from.
  await count(route, request, caller)
  // Signing somebody in by another site's form is an attack too, so those without a session are checked as well.
  if (route.method !== 'GET' && request.headers.authorization === undefined && foreign(parts.reach, request.headers))
    throw forbidden('This call was started by another site. Open the page here and do it there.')
  if (route.may === 'anybody') return caller
  if (caller === undefined) throw refused ?? unauthenticated()
  if (route.may !== 'signed-in') demand(caller, route.may)
  return caller
}
