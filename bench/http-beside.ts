import { execFile } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import fastify, { type FastifyInstance } from 'fastify'
import { listening, urlOf } from './http-reading.ts'
import type { Latencies, Load } from './http-load.ts'
import { alternate, ratioOf, type Measured } from './measure.ts'

const ROUNDS = 3
const SECONDS = 4
const AIM = 5

export interface Endpoint {
  readonly name: string
  readonly method: string
  readonly path: string
  readonly body?: string
}

/** How long an endpoint takes beside a bare route with the same bytes, with as many connections as tokens. Both listen in this process; the load comes from another. */
export async function beside(
  app: FastifyInstance,
  { name, method, path, body }: Endpoint,
  { of, tokens }: { readonly of: number; readonly tokens: readonly string[] },
): Promise<Measured> {
  const sent = body === undefined ? {} : { body }
  const headers = { authorization: `Bearer ${tokens[0]}`, ...(body === undefined ? {} : { 'content-type': 'application/json' }) }
  const first = await fetch(urlOf(app) + path, { method, headers, ...sent })
  const bytes = await first.text()
  if (!first.ok) throw new Error(`${path} answered ${first.status}: ${bytes}`)
  const bare = fastify()
  bare.route({ method, url: '*', handler: (_, reply) => reply.type('application/json; charset=utf-8').send(bytes) })
  await listening(bare)
  const p95: Record<string, number[]> = { ours: [], bare: [] }
  const asked = (which: 'ours' | 'bare', to: FastifyInstance) => async (): Promise<number> => {
    const found = await loaded({ url: urlOf(to) + path, method, tokens, seconds: SECONDS, ...sent })
    if (found.refused > 0) throw new Error(`${path} refused ${found.refused} of ${found.calls} calls.`)
    p95[which]?.push(found.p95)
    return found.median
  }
  const times = await alternate({ ours: asked('ours', app), bare: asked('bare', bare) }, ROUNDS)
  await bare.close()
  const [found, slow] = [ratioOf(times, 'ours', 'bare'), ratioOf(p95, 'ours', 'bare')]
  const connections = tokens.length
  process.stderr.write(`http: ${name}, ${connections}: ${found.times}\n`)
  return {
    job: 'http',
    what: `${name} of ${of.toLocaleString('en')}, ${connections} ${connections === 1 ? 'connection' : 'connections'}: median ÷ a bare route with the same ${bytes.length.toLocaleString('en')} bytes`,
    ...found,
    ...(connections === 10 ? { goal: AIM } : {}),
    quality: `p95 ${slow.times}, ratio ${slow.ratio.toFixed(1)}`,
  }
}

export const generator = fileURLToPath(new URL('http-load.ts', import.meta.url))

async function loaded(load: Load): Promise<Latencies> {
  const { stdout } = await promisify(execFile)(process.execPath, [generator, JSON.stringify(load)], { maxBuffer: 1 << 20 })
  return JSON.parse(stdout) as Latencies
}
