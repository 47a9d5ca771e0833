import { z } from 'zod'
import { addEndpoint, changeEndpoint } from '../../../engine/hooks/endpoints.ts'
import { MOST_HOOK_BYTES, takeHook } from '../../../engine/hooks/in.ts'
import { addSource, changeSource } from '../../../engine/hooks/sources.ts'
import { notFound } from '../../../model/errors.ts'
import { HOOK_EVENTS, type Delivery, type Endpoint, type HookEvent, type HookSource } from '../../../model/hook.ts'
import type { Context } from '../context.ts'
import { route } from '../route.ts'
import { failure, failureOf, instant } from './shapes.ts'

/** Other systems: who is told of what happens here, and who may send us candidates and tips. */

const EVENTS = Object.keys(HOOK_EVENTS) as [HookEvent, ...HookEvent[]]
const to = z.enum(['on', 'off', 'new-secret'])
/** Told once; a new one takes its place. */
const secret = z.string()

const endpoint = z
  .object({
    endpoint: z.string(),
    url: z.string(),
    events: z.array(z.enum(EVENTS)),
    /** `broken`: switched off because nothing was taken there for too long. */
    state: z.enum(['on', 'off', 'broken']),
    by: z.string(),
    made: instant,
  })
  .meta({ id: 'Endpoint' })
const endpointOf = ({ id, url, events, state, by, made }: Endpoint): z.infer<typeof endpoint> => ({
  endpoint: id,
  url,
  events: [...events],
  state,
  by,
  made,
})

const source = z
  .object({ source: z.string(), name: z.string(), state: z.enum(['on', 'off']), by: z.string(), made: instant })
  .meta({ id: 'HookSource' })
const sourceOf = ({ id, name, state, by, made }: HookSource): z.infer<typeof source> => ({ source: id, name, state, by, made })

const delivery = z.object({
  delivery: z.string(),
  event: z.string(),
  subject: z.string(),
  at: instant,
  state: z.enum(['waiting', 'delivered', 'given-up']),
  tries: z.number().int(),
  /** What was answered, or the code of what went wrong. */
  answer: z.string().optional(),
})
const deliveryOf = ({ id, endpoint: _, ...rest }: Delivery): z.infer<typeof delivery> => ({ delivery: id, ...rest })

const hookDeps = ({ deps, parts: { secrets, egress } }: Context) => ({ ...deps, secrets, egress })
const endpointParams = z.object({ endpoint: z.string().max(100) })
const sourceParams = z.object({ source: z.string().max(100) })

const endpoints = route({
  method: 'GET',
  path: '/api/endpoints',
  says: 'Where other systems are told of what happens here.',
  may: 'settings:manage',
  reply: z.object({ items: z.array(endpoint) }),
  async handle({ deps, caller }) {
    return { items: (await deps.store.tx(caller.tenant, (tx) => tx.endpoints())).map(endpointOf) }
  },
})

const endpointAdded = route({
  method: 'POST',
  path: '/api/endpoints',
  says: 'Tells another system of these events from now on, by kind and id and nothing more. The secret it can check them by is told now and never again.',
  may: 'settings:manage',
  once: false,
  body: z.strictObject({ url: z.string().max(2_000), events: z.array(z.enum(EVENTS)).min(1) }),
  example: { url: 'https://hooks.example.com/bonafide', events: ['case.opened'] },
  status: 201,
  reply: z.object({ endpoint, secret }),
  async handle(context, { body }) {
    const made = await addEndpoint(hookDeps(context), context.caller, body)
    context.location(`/api/endpoints/${made.endpoint.id}`)
    return { endpoint: endpointOf(made.endpoint), secret: made.secret }
  },
})

const endpointChanged = route({
  method: 'POST',
  path: '/api/endpoints/:endpoint',
  says: 'Switches an endpoint on or off, or gives it a new secret; the old one stops at once.',
  may: 'settings:manage',
  once: false,
  params: endpointParams,
  body: z.strictObject({ to }),
  example: { to: 'off' },
  reply: z.object({ endpoint, secret: secret.optional() }),
  async handle(context, { params, body }) {
    const changed = await changeEndpoint(hookDeps(context), context.caller, { id: params.endpoint, ...body })
    return { endpoint: endpointOf(changed.endpoint), secret: changed.secret }
  },
})

const deliveries = route({
  method: 'GET',
  path: '/api/endpoints/:endpoint/deliveries',
  says: 'What was sent there and what became of it, newest first.',
  may: 'settings:manage',
  params: endpointParams,
  query: z.object({ limit: z.coerce.number().int().min(1).max(200).default(50) }),
  reply: z.object({ items: z.array(delivery) }),
  async handle({ deps, caller }, { params: { endpoint: id }, query }) {
    return deps.store.tx(caller.tenant, async (tx) => {
      if ((await tx.endpoint(id)) === undefined) throw notFound('endpoint', id)
      return { items: (await tx.deliveries(id, query.limit)).map(deliveryOf) }
    })
  },
})

const sources = route({
  method: 'GET',
  path: '/api/hook-sources',
  says: 'Other systems that may send candidates and tips.',
  may: 'settings:manage',
  reply: z.object({ items: z.array(source) }),
  async handle({ deps, caller }) {
    return { items: (await deps.store.tx(caller.tenant, (tx) => tx.hookSources())).map(sourceOf) }
  },
})

const sourceAdded = route({
  method: 'POST',
  path: '/api/hook-sources',
  says: 'Lets another system send candidates and tips to `/api/hooks/in/…`. The secret it signs with is told now and never again.',
  may: 'settings:manage',
  once: false,
  body: z.strictObject({ name: z.string().min(1).max(100) }),
  example: { name: 'careers page' },
  status: 201,
  reply: z.object({ source, address: z.string(), secret }),
  async handle(context, { body }) {
    const { tenant } = context.caller
    const made = await addSource(hookDeps(context), context.caller, body.name)
    const suffix = tenant === context.parts.tenant ? '' : `?tenant=${encodeURIComponent(tenant)}`
    const address = `${context.parts.reach.origin}/api/hooks/in/${made.source.id}${suffix}`
    return { source: sourceOf(made.source), address, secret: made.secret }
  },
})

const sourceChanged = route({
  method: 'POST',
  path: '/api/hook-sources/:source',
  says: 'Switches a source on or off, or gives it a new secret; the old one stops at once.',
  may: 'settings:manage',
  once: false,
  params: sourceParams,
  body: z.strictObject({ to }),
  example: { to: 'off' },
  reply: z.object({ source, secret: secret.optional() }),
  async handle(context, { params, body }) {
    const changed = await changeSource(hookDeps(context), context.caller, { id: params.source, ...body })
    return { source: sourceOf(changed.source), secret: changed.secret }
  },
})

const received = route({
  method: 'POST',
  path: '/api/hooks/in/:source',
  says: 'Takes `candidate.submitted` with the bytes of its files, or `tip`, from a system that was let in: signed as Standard Webhooks are, not older than five minutes, each id once.',
  // Whoever sends it proves who they are by the signature over the bytes.
  may: 'anybody',
  once: false,
  perMinute: 120,
  raw: MOST_HOOK_BYTES,
  params: sourceParams,
  query: z.object({ tenant: z.string().max(100).optional() }),
  status: 202,
  reply: z.object({ became: z.string(), again: z.boolean(), failures: z.array(failure) }),
  async handle({ deps, catalog, parts, raw }, { params, query }) {
    const { became, again, failures } = await takeHook({ ...deps, jobs: parts.jobs, secrets: parts.secrets }, catalog, {
      tenant: query.tenant ?? parts.tenant,
      source: params.source,
      headers: {
        id: raw.header('webhook-id'),
        timestamp: raw.header('webhook-timestamp'),
        signature: raw.header('webhook-signature'),
      },
      body: raw.body,
    })
    return { became, again, failures: failures.map(failureOf) }
  },
})

const tips = route({
  method: 'GET',
  path: '/api/tips',
  says: 'What other systems reported, newest first. Nothing follows from it until a person reads it.',
  may: 'case:work',
  query: z.object({ limit: z.coerce.number().int().min(1).max(200).default(50) }),
  reply: z.object({
    items: z.array(z.object({ tip: z.string(), source: z.string(), about: z.string().optional(), says: z.string(), at: instant })),
  }),
  async handle({ deps, caller }, { query }) {
    const rows = await deps.store.tx(caller.tenant, (tx) => tx.tips(query.limit))
    return { items: rows.map(({ id, source: from, about, says, at }) => ({ tip: id, source: from, about, says, at })) }
  },
})

export const hookRoutes = [
  endpoints,
  endpointAdded,
  endpointChanged,
  deliveries,
  sources,
  sourceAdded,
  sourceChanged,
  received,
  tips,
] as const
