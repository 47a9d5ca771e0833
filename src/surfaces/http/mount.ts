import { Readable } from 'node:stream'
import type { FastifyInstance, FastifyReply, FastifyRequest, FastifySchema } from 'fastify'
import { z } from 'zod'
import type { Caller } from '../../engine/people/caller.ts'
import { contextOf } from './context-of.ts'
import { admit, type Count } from './guard.ts'
import { once } from './once.ts'
import type { Parts } from './parts.ts'
import { problem, PROBLEM_TYPE } from './problem.ts'
import type { FileReply, Route, SentFile } from './route.ts'

const isFile = (reply: Route['reply']): reply is FileReply => reply !== undefined && 'file' in reply

const statusOf = (route: Route): number => route.status ?? (route.reply === undefined ? 204 : 200)

/** What routes still work for, whether or not whoever called is still there. */
export type UnderWay = Set<Promise<unknown>>

interface Around {
  readonly count: Count
  readonly underWay: UnderWay
}

/** Puts a route into the app: what it takes and gives is checked, who calls is admitted, what goes wrong is a problem. */
export function mount(app: FastifyInstance, parts: Parts, route: Route, around: Around): void {
  const { raw } = route
  if (raw === undefined) return add(app, parts, route, around)
  void app.register(async (scope) => {
    scope.removeContentTypeParser('application/json')
    scope.addContentTypeParser('application/json', { parseAs: 'buffer', bodyLimit: raw }, (_, body, done) => done(null, body))
    add(scope as FastifyInstance, parts, route, around)
  })
}

function add(app: FastifyInstance, parts: Parts, route: Route, { count, underWay }: Around): void {
  const admitted = new WeakMap<FastifyRequest, Caller>()
  app.route({
    method: route.method,
    url: route.path,
    schema: schemaOf(route),
    config: { route },
    async onRequest(request) {
      const caller = await admit(parts, route, request, count)
      if (caller !== undefined) admitted.set(request, caller)
    },
    async handler(request, reply) {
      const caller = admitted.get(request)
      const { params, query, body } = request
      const run = async (deps: Parts['deps']): Promise<unknown> => {
        const context = contextOf({ ...parts, deps }, caller, request, reply)
        try {
          return await route.handle(context as never, { params, query, body } as never)
        } finally {
          await context.answered()
        }
      }
      reply.code(statusOf(route))
      const working =
        route.method === 'POST' && route.once !== false && !isFile(route.reply) && caller !== undefined
          ? once({ deps: parts.deps, caller, request, reply, run })
          : run(parts.deps)
      underWay.add(working)
      const answer = await working.finally(() => underWay.delete(working))
      return isFile(route.reply) ? sendFile(reply, route.reply, answer as SentFile) : reply.send(answer)
    },
  })
}

/** Saved and never shown: what a candidate sent may hold anything, and a browser that runs it does so as nobody. */
function sendFile(reply: FastifyReply, { file }: FileReply, { name, content }: SentFile): FastifyReply {
  if (file === 'text/event-stream')
    return reply
      .type(file)
      .header('x-accel-buffering', 'no')
      .send(Readable.from(content as AsyncIterable<string>))
  const plain = name.replaceAll(/[^\w.-]+/g, '_').slice(-100)
  return reply
    .type(file)
    .header('content-disposition', `attachment; filename="${plain}"; filename*=UTF-8''${encodeURIComponent(name)}`)
    .header('content-security-policy', "sandbox; default-src 'none'")
    .send(content instanceof Uint8Array ? Buffer.from(content.buffer, content.byteOffset, content.byteLength) : Readable.from(content))
}

function schemaOf(route: Route): FastifySchema {
  const content = isFile(route.reply) ? { [route.reply.file]: { schema: z.string() } } : undefined
  const success = content === undefined ? (route.reply ?? z.undefined()) : { description: 'The file.', content }
  return {
    summary: route.says,
    operationId: `${route.method.toLowerCase()}${route.path.replace('/api', '').replaceAll(/[/:.-]+(\w?)/g, (_, c: string) => c.toUpperCase())}`,
    tags: [route.path.split('/')[2] ?? ''],
    ...(route.may === 'anybody' ? {} : { security: [{ session: [] }, { key: [] }] }),
    ...(route.params === undefined ? {} : { params: route.params }),
    ...(route.query === undefined ? {} : { querystring: route.query }),
    ...(route.body === undefined ? {} : { body: route.body }),
    response: {
      [statusOf(route)]: success,
      default: { description: 'A problem.', content: { [PROBLEM_TYPE]: { schema: problem } } },
    },
  } as FastifySchema
}
