import rateLimit from '@fastify/rate-limit'
import type { FastifyInstance, FastifyRequest } from 'fastify'
import { tooMany } from '../../model/errors.ts'
import type { Count } from './guard.ts'
import type { Parts } from './parts.ts'
import type { Route } from './route.ts'

/** Callers remembered at a time; the one not seen for longest is forgotten first. */
const REMEMBERED = 20_000

/**
 * Calls a minute, of a caller where one is known and else of an address. Counted in this process: of several processes each lets
 * as many through. Guessing of passwords and links is held back by their own counts, which stand in the database.
 */
export async function countingOf(app: FastifyInstance, parts: Parts): Promise<Count> {
  await app.register(rateLimit, { global: false, cache: REMEMBERED })
  const keyed = new WeakMap<FastifyRequest, string>()
  const limit = (max: number) =>
    app.createRateLimit({ max, timeWindow: 60_000, keyGenerator: (request) => keyed.get(request) ?? request.ip })
  const common = limit(parts.limits.perMinute)
  const own = new Map<Route, ReturnType<typeof limit>>()
  return async (route, request, caller) => {
    const who = caller === undefined ? `address ${request.ip}` : `caller ${caller.tenant} ${caller.id}`
    let check = common
    if (route.perMinute === undefined) keyed.set(request, who)
    else {
      check = own.get(route) ?? limit(route.perMinute)
      own.set(route, check)
      keyed.set(request, `${route.method} ${route.path} ${who}`)
    }
    const found = await check(request)
    if (!found.isAllowed && found.isExceeded)
      throw tooMany(`More calls than are answered in a minute. Wait ${found.ttlInSeconds} seconds and go on.`)
  }
}
