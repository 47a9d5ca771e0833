import { randomUUID } from 'node:crypto'
import cookie from '@fastify/cookie'
import multipart from '@fastify/multipart'
import fastify, { LogController, type FastifyInstance } from 'fastify'
import { serializerCompiler, validatorCompiler } from 'fastify-type-provider-zod'
import { AppError } from '../../model/errors.ts'
import { addConsole, opensPage, sendDocument } from './console.ts'
import { countingOf } from './counting.ts'
import { addDocument } from './document.ts'
import { addHeaders } from './headers.ts'
import { mount, type UnderWay } from './mount.ts'
import type { Parts } from './parts.ts'
import { sendProblem } from './problem.ts'
import type { Route } from './route.ts'
import { addWatching } from './watching.ts'
import { routes } from './routes/index.ts'
import { checkHost } from './same-site.ts'

/** Longer than any honest call's headers and JSON take to arrive; uploads keep sending. */
const REQUEST_TIMEOUT_MS = 120_000

/** The HTTP surface, put together and listening nowhere yet. */
export async function httpApp(parts: Parts, mounted: readonly Route[] = routes): Promise<FastifyInstance> {
  const app = fastify({
    ...(parts.log === undefined ? {} : { loggerInstance: parts.log }),
    logController: new LogController({ disableRequestLogging: true }),
    bodyLimit: parts.limits.body,
    requestTimeout: REQUEST_TIMEOUT_MS,
    trustProxy: [...parts.reach.proxies],
    exposeHeadRoutes: false,
    genReqId: () => randomUUID(),
    // A request that waits for its answer at a shutdown gets it; one that comes later is told to go elsewhere.
    return503OnClosing: true,
    forceCloseConnections: 'idle',
  })
  app.setValidatorCompiler(validatorCompiler)
  app.setSerializerCompiler(serializerCompiler)
  app.setErrorHandler(sendProblem)
  app.removeContentTypeParser('text/plain')
  addWatching(app, parts)
  app.addHook('onRequest', async (request) => {
    // Probes come by an address.
    if (!PROBES.has(request.url)) checkHost(parts.reach, request.headers.host)
  })
  const underWay: UnderWay = new Set()
  closeInTime(app, parts.limits.stop, underWay)
  await addHeaders(app, parts.reach)
  await app.register(cookie)
  await app.register(multipart, {
    // A field may hold what a person writes to us: 5,000 characters, of four bytes at most.
    limits: { fieldSize: 20_000, fields: 20, files: parts.limits.files + 1, parts: parts.limits.files + 21, fileSize: parts.limits.upload },
    throwFileSizeLimit: false,
  })
  await addDocument(app, parts.version)
  const count = await countingOf(app, parts)
  app.setNotFoundHandler(async (request, reply) => {
    if (parts.console !== undefined && opensPage(request)) return sendDocument(reply, parts.console)
    await sendProblem(noSuchAddress(`${request.method} ${request.url.split('?')[0]}`), request, reply)
    return reply
  })
  for (const route of mounted) mount(app, parts, route, { count, underWay })
  if (parts.console === undefined) addWords(app)
  else addConsole(app, parts.console)
  app.get('/api/openapi.json', { schema: { hide: true } }, () => app.swagger())
  return app
}

const IDLE_LOOKED_MS = 100

/**
 * A connection whose answer was under way when the closing began would be kept for the next request, which never comes. Somebody who
 * does not take an answer, or sends no more of a request, is waited for so many milliseconds and no longer. What is being done for a
 * call comes to its end all the same: whoever closes the app may close the store behind it.
 */
function closeInTime(app: FastifyInstance, most: number, underWay: UnderWay): void {
  app.addHook('preClose', async () => {
    const looking = setInterval(() => app.server.closeIdleConnections(), IDLE_LOOKED_MS)
    const over = setTimeout(() => app.server.closeAllConnections(), most)
    // Hooks of closing run before the server has closed.
    const done = (): void => {
      clearInterval(looking)
      clearTimeout(over)
    }
    if (app.server.listening) app.server.once('close', done)
    else done()
  })
  app.addHook('onClose', async () => void (await Promise.allSettled(underWay)))
}

const PROBES = new Set(['/healthz', '/readyz'])

/** Where the console was left out, a browser is told in plain text what there is. */
function addWords(app: FastifyInstance): void {
  app.get('/', { schema: { hide: true } }, (_, reply) => reply.type('text/plain; charset=utf-8').send(WELCOME))
  app.get('/enter', { schema: { hide: true } }, (_, reply) => reply.type('text/plain; charset=utf-8').send(ENTER))
}

const WELCOME = 'Bonafide. The API is described at /api/openapi.json.\n'

/** Where one-time links lead. The part behind # never leaves the browser, so a page without a program can only say what to do with it. */
const ENTER =
  'There is no page here yet. What stands behind # in the address is a token, good once: POST {"link": "…"} to /api/enter/look to see what it is for, and to /api/enter, with a password of your own, to use it. /api/openapi.json describes both.\n'

const noSuchAddress = (asked: string): AppError =>
  new AppError({
    code: 'not-found',
    status: 404,
    title: 'Not found',
    detail: `Nothing answers to "${asked}". /api/openapi.json lists what does.`,
  })
