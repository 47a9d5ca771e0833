import type { FastifyRequest } from 'fastify'
import type { Caller } from '../../engine/people/caller.ts'
import { AppError, unauthenticated } from '../../model/errors.ts'
import type { Parts } from './parts.ts'
import { sessionCookie } from './session-cookie.ts'

const BEARER = /^bearer ([\w.-]{1,300})$/i

/** Who a request says it is from: the caller, or why there is none. */
export interface Known {
  readonly caller: Caller | undefined
  readonly refused: AppError | undefined
}

/** The session's token that the browser brought, whether it is worth anything or not. */
export const sessionOf = (parts: Parts, request: FastifyRequest): string | undefined => request.cookies[sessionCookie(parts.reach)]

/** By a key in the header `Authorization`, else by the session's cookie; a key that nobody has never falls back to the cookie. */
export async function callerOf(parts: Parts, request: FastifyRequest): Promise<Known> {
  const header = request.headers.authorization
  const token = header === undefined ? sessionOf(parts, request) : (BEARER.exec(header)?.[1] ?? '')
  if (token === undefined) return { caller: undefined, refused: unauthenticated() }
  try {
    return { caller: await parts.callers(token), refused: undefined }
  } catch (error) {
    if (error instanceof AppError && error.status === 401) return { caller: undefined, refused: error }
    throw error
  }
}
