import type { FastifyInstance, FastifyRequest } from 'fastify'
import { collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client'
import { asAppError, forbidden } from '../../model/errors.ts'
import { callerOf } from './caller-of.ts'
import type { Parts } from './parts.ts'

const LOOPBACK = /^(127\.|::1$|::ffff:127\.)/
/** A tenant that nobody has, so that asking the database reads nobody's rows. */
const NOBODY = 'readiness'

/** The route as it is written, never the address: that holds ids, and what people typed. */
const routeOf = (request: FastifyRequest): string => request.routeOptions.url ?? 'none'

/** Health, measures and one line of log a request. None of it holds what was asked for or answered. */
export function addWatching(app: FastifyInstance, parts: Parts): void {
  const registry = new Registry()
  collectDefaultMetrics({ register: registry })
  const durations = new Histogram({
    name: 'bonafide_http_seconds',
    help: 'Time to answer, by route.',
    labelNames: ['method', 'route', 'status'] as const,
    buckets: [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10],
    registers: [registry],
  })
  const queue = new Gauge({
    name: 'bonafide_jobs',
    help: 'Jobs of the queue, by kind and state.',
    labelNames: ['job', 'state'] as const,
    registers: [registry],
    async collect() {
      for (const { name, ...states } of await parts.jobs.counts())
        for (const [state, count] of Object.entries(states)) this.set({ job: name, state }, count)
    },
  })
  app.addHook('onClose', async () => {
    queue.reset()
    registry.clear()
  })
  app.addHook('onResponse', async (request, reply) => {
    const { method } = request
    const seconds = reply.elapsedTime / 1_000
    durations.observe({ method, route: routeOf(request), status: String(reply.statusCode) }, seconds)
    request.log.info({ method, route: routeOf(request), status: reply.statusCode, ms: Math.round(reply.elapsedTime) }, 'answered')
  })

  app.get('/healthz', { schema: { hide: true } }, async () => 'ok\n')
  app.get('/readyz', { schema: { hide: true } }, async (_, reply) => {
    const why = parts.closing.aborted ? 'stopping' : await notReady(parts)
    return why === undefined ? 'ready\n' : reply.code(503).send(`${why}\n`)
  })
  app.get('/metrics', { schema: { hide: true } }, async (request, reply) => {
    await mayWatch(parts, request)
    return reply.type(registry.contentType).send(await registry.metrics())
  })
}

async function notReady({ deps }: Parts): Promise<string | undefined> {
  try {
    await deps.store.tx(NOBODY, (tx) => tx.auditHead())
    return undefined
  } catch (error) {
    return `the database does not answer (${asAppError(error).code})`
  }
}

/** From this machine itself, not through a proxy on it; or whoever runs the machine. */
async function mayWatch(parts: Parts, request: FastifyRequest): Promise<void> {
  const { headers, socket } = request
  const direct = headers['x-forwarded-for'] === undefined && headers.forwarded === undefined
  if (direct && LOOPBACK.test(socket.remoteAddress ?? '')) return
  const { caller } = await callerOf(parts, request)
  if (caller?.may.has('system:operate') !== true) throw forbidden('Measures are for whoever runs the machine.')
}
