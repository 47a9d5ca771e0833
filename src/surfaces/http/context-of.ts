import type { FastifyReply, FastifyRequest } from 'fastify'
import type { Caller } from '../../engine/people/caller.ts'
import { callerOf, sessionOf } from './caller-of.ts'
import type { Context } from './context.ts'
import type { Parts } from './parts.ts'
import { clearSession, setSession } from './session-cookie.ts'
import { Spool } from './spool.ts'
import { formOf, uploadOf } from './upload.ts'

/** What a handler works with for one request. */
export function contextOf(
  parts: Parts,
  caller: Caller | undefined,
  request: FastifyRequest,
  reply: FastifyReply,
): Context<Caller | undefined> {
  const spool = new Spool()
  return {
    deps: parts.deps,
    catalog: parts.catalog,
    clock: parts.deps.clock,
    parts,
    caller,
    address: request.ip,
    session: sessionOf(parts, request),
    device: request.headers['user-agent'],
    get signal() {
      return request.signal
    },
    again: async () => (await callerOf(parts, request)).caller,
    closing: parts.closing,
    lastEvent: textIn(request.headers['last-event-id']),
    ifMatch: unquoted(request.headers['if-match']),
    etag: (version) => void reply.header('etag', `"${version}"`),
    location: (path) => void reply.header('location', path),
    startSession: (token, until) => setSession(reply, parts.reach, { token, until }),
    endSession: () => clearSession(reply, parts.reach),
    get raw() {
      return {
        body: request.body instanceof Uint8Array ? request.body : new Uint8Array(),
        header: (name: string) => String(request.headers[name] ?? ''),
      }
    },
    upload: () => uploadOf({ limits: parts.limits, request, spool }),
    form: () => formOf({ limits: parts.limits, request, spool }),
    answered: () => spool.end(),
  }
}

const textIn = (header: string | string[] | undefined): string | undefined => (typeof header === 'string' ? header : undefined)

const unquoted = (header: string | undefined): string | undefined => header?.replace(/^(?:W\/)?"(.*)"$/, '$1')
