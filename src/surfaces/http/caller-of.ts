import type { FastifyRequest } from 'fastify'
import type { Caller } from '../../engine/people/caller.ts'
import { unauthenticated } from '../../model/errors.ts'
import type { Parts } from './parts.ts'
import { sessionCookie } from './session-cookie.ts'

const BEARER = /^bearer ([\w.-]{1,300})$/i

/**
 * Who calls: by a key in the header `Authorization`, else by the session's cookie. A key that nobody has is an error and never
 * falls back to the cookie; a cookie that nobody has is nobody, so that signing in again works.
 */
export async function callerOf(parts: Parts, request: FastifyRequest): Promise<Caller | undefined> {
  const header = request.headers.authorization
  if (header === undefined) {
    const token = request.cookies[sessionCookie(parts.reach)]
    return token === undefined ? undefined : parts.callers.ofSession(token)
  }
  const token = BEARER.exec(header)?.[1]
  const caller = token === undefined ? undefined : await parts.callers.ofKey(token)
  if (caller === undefined) throw unauthenticated('The key in the header Authorization is not known here, or no longer.')
  return caller
}
