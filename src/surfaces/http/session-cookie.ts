import type { FastifyReply } from 'fastify'
import type { Instant } from '../../model/statement.ts'
import type { Reach } from './parts.ts'

export const isSecure = (reach: Reach): boolean => reach.origin.startsWith('https:')

/** With `__Host-` a browser takes the cookie over HTTPS only, for the whole host and no other, whoever sets it. */
export const sessionCookie = (reach: Reach): string => (isSecure(reach) ? '__Host-bonafide' : 'bonafide')

const attributes = (reach: Reach) => ({ path: '/', httpOnly: true, sameSite: 'strict', secure: isSecure(reach) }) as const

export function setSession(reply: FastifyReply, reach: Reach, session: { readonly token: string; readonly until: Instant }): void {
  reply.setCookie(sessionCookie(reach), session.token, { ...attributes(reach), expires: new Date(session.until) })
}

export function clearSession(reply: FastifyReply, reach: Reach): void {
  reply.clearCookie(sessionCookie(reach), attributes(reach))
}
