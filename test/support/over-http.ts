import type { FastifyInstance, InjectOptions, LightMyRequestResponse } from 'fastify'
import { catalog } from '../../src/catalog/index.gen.ts'
import type { Caller } from '../../src/engine/people/caller.ts'
import type { Deps } from '../../src/engine/ports.ts'
import { permissionsOf, type RoleName } from '../../src/model/access.ts'
import { unauthenticated } from '../../src/model/errors.ts'
import { httpApp } from '../../src/surfaces/http/app.ts'
import { LIMITS, type Parts } from '../../src/surfaces/http/parts.ts'
import type { Route } from '../../src/surfaces/http/route.ts'

/** Keys that these callers have, made up for a test: `key(caller)` is what they send. */
interface Keys {
  readonly callers: Parts['callers']
  give(caller: Partial<Caller> & Pick<Caller, 'tenant'>): string
}

function keyring(): Keys {
  const known = new Map<string, Caller>()
  return {
    async callers(token) {
      const caller = known.get(token)
      if (caller === undefined) throw unauthenticated()
      return caller
    },
    give(caller) {
      const token = `key-${known.size + 1}`
      const roles = caller.roles ?? []
      known.set(token, {
        id: `person-${known.size + 1}`,
        session: undefined,
        freshUntil: undefined,
        by: 'key',
        roles,
        may: permissionsOf(roles),
        ...caller,
      })
      return token
    },
  }
}

export interface TestService {
  readonly app: FastifyInstance
  /** A key for somebody of this tenant with these roles. */
  key(tenant: string, ...roles: readonly RoleName[]): string
  call(key: string | undefined, options: InjectOptions & { readonly url: string }): Promise<LightMyRequestResponse>
  close(): Promise<void>
}

/** The whole app with callers made up, and everything else real. */
export async function openService(deps: Deps, more: Partial<Parts> & { readonly routes?: readonly Route[] } = {}): Promise<TestService> {
  const { routes, ...parts } = more
  const keys = keyring()
  const app = await httpApp(
    {
      deps,
      catalog,
      version: '0.0.0',
      callers: keys.callers,
      reach: { origin: 'http://localhost:80', proxies: [] },
      limits: { ...LIMITS, perMinute: 100_000 },
      ...parts,
    },
    routes,
  )
  return {
    app,
    key: (tenant, ...roles) => keys.give({ tenant, roles }),
    call: (key, options) =>
      app.inject({ ...options, headers: { ...(key === undefined ? {} : { authorization: `Bearer ${key}` }), ...options.headers } }),
    close: () => app.close(),
  }
}
