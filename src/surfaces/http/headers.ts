import helmet from '@fastify/helmet'
import type { FastifyInstance } from 'fastify'
import type { Reach } from './parts.ts'
import { isSecure } from './session-cookie.ts'

/**
 * What every answer tells browsers: run nothing, be framed by nobody, tell no other site where one came from, guess no types,
 * keep no copies. The console brings a policy of its own for its pages. `upgrade-insecure-requests` is not among them: it would
 * break an installation that is reached over plain HTTP in a local network.
 */
export async function addHeaders(app: FastifyInstance, reach: Reach): Promise<void> {
  await app.register(helmet, {
    contentSecurityPolicy: {
      useDefaults: false,
      directives: { 'default-src': ["'none'"], 'frame-ancestors': ["'none'"], 'base-uri': ["'none'"], 'form-action': ["'none'"] },
    },
    crossOriginEmbedderPolicy: false,
    crossOriginOpenerPolicy: { policy: 'same-origin' },
    crossOriginResourcePolicy: { policy: 'same-origin' },
    referrerPolicy: { policy: 'no-referrer' },
    strictTransportSecurity: isSecure(reach) ? { maxAge: 31_536_000, includeSubDomains: false } : false,
    xFrameOptions: { action: 'deny' },
    xXssProtection: false,
  })
  app.addHook('onSend', async (_, reply) => {
    if (!reply.hasHeader('cache-control')) reply.header('cache-control', 'no-store')
  })
}
