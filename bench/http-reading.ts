import type { AddressInfo } from 'node:net'
import type { FastifyInstance } from 'fastify'
import { catalog } from '../src/catalog/index.gen.ts'
import { callerOf } from '../src/engine/people/caller-of.ts'
import type { Deps } from '../src/engine/ports.ts'
import { httpApp } from '../src/surfaces/http/app.ts'
import { LIMITS, type Parts } from '../src/surfaces/http/parts.ts'

/** The product's app, listening on loopback, without the common limit of calls a minute. */
export async function openReading(some: Pick<Deps, 'store' | 'clock' | 'chance'>): Promise<FastifyInstance> {
  const deps = some as Deps
  const parts = {
    deps,
    catalog,
    version: '0.0.0',
    callers: (token: string) => callerOf(deps, token),
    reach: { origin: 'http://127.0.0.1', proxies: [] },
    limits: { ...LIMITS, perMinute: Number.MAX_SAFE_INTEGER },
    closing: new AbortController().signal,
  }
  // The routes that are measured need no queue, lists or keys.
  return listening(await httpApp(parts as unknown as Parts))
}

export async function listening(app: FastifyInstance): Promise<FastifyInstance> {
  await app.listen({ port: 0, host: '127.0.0.1' })
  return app
}

export const urlOf = (app: FastifyInstance): string => `http://127.0.0.1:${(app.server.address() as AddressInfo).port}`
