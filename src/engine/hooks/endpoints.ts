import { badUsage, notFound } from '../../model/errors.ts'
import { HOOK_EVENTS, type Endpoint, type HookEvent } from '../../model/hook.ts'
import type { Actor } from '../access.ts'
import { newId } from '../id.ts'
import type { Deps } from '../ports.ts'
import type { SharedSecrets } from './ports.ts'
import { secretWord } from './signature.ts'

export interface HookDeps extends Deps {
  readonly secrets: SharedSecrets
  readonly egress: EgressPort
}

/** What of the way out the engine sees. */
export interface EgressPort {
  /** Throws `usage` for an address that nothing would ever be sent to. */
  refuse(url: string): unknown
  send(outgoing: {
    readonly method: 'POST'
    readonly url: string
    readonly headers: Readonly<Record<string, string>>
    readonly body: string
    readonly signal: AbortSignal
  }): Promise<{ readonly status: number }>
}

/** A tenant with more than this has a program that adds them. */
const MOST = 20

export const secretOfEndpoint = (
  secrets: SharedSecrets,
  tenant: string,
  { id, generation }: Pick<Endpoint, 'id' | 'generation'>,
): Uint8Array => secrets.of('endpoint', tenant, id, generation)

/** The secret is told now; it can be asked for again only by making a new one. */
export async function addEndpoint(
  deps: HookDeps,
  actor: Actor,
  asked: { readonly url: string; readonly events: readonly HookEvent[] },
): Promise<{ readonly endpoint: Endpoint; readonly secret: string }> {
  deps.egress.refuse(asked.url)
  const unknown = asked.events.find((event) => !Object.hasOwn(HOOK_EVENTS, event))
  if (unknown !== undefined || asked.events.length === 0)
    throw badUsage(`Name at least one event out of ${Object.keys(HOOK_EVENTS).join(', ')}.`)
  const now = deps.clock.now()
  const endpoint: Endpoint = {
    id: newId(deps.chance, 'e'),
    url: asked.url,
    events: [...new Set(asked.events)].sort(),
    state: 'on',
    generation: 1,
    lost: 0,
    by: actor.id,
    made: now,
  }
  await deps.store.tx(actor.tenant, async (tx) => {
    if ((await tx.endpoints()).filter((one) => one.state !== 'off').length >= MOST)
      throw badUsage(`There are ${MOST} endpoints already. Switch one off first.`)
    await tx.putEndpoint(endpoint)
    await tx.appendAudit({ actor: actor.id, action: 'endpoint-added', subject: endpoint.id, detail: { events: endpoint.events } }, now)
  })
  return { endpoint, secret: secretWord(secretOfEndpoint(deps.secrets, actor.tenant, endpoint)) }
}

/** Switches it on or off, or gives it a new secret, which is told; the old one stops at once. */
export async function changeEndpoint(
  deps: HookDeps,
  actor: Actor,
  asked: { readonly id: string; readonly to: 'on' | 'off' | 'new-secret' },
): Promise<{ readonly endpoint: Endpoint; readonly secret: string | undefined }> {
  const endpoint = await deps.store.tx(actor.tenant, async (tx) => {
    const found = await tx.endpoint(asked.id)
    if (found === undefined) throw notFound('endpoint', asked.id)
    const changed: Endpoint =
      asked.to === 'new-secret' ? { ...found, generation: found.generation + 1 } : { ...found, state: asked.to, lost: 0 }
    await tx.putEndpoint(changed)
    await tx.appendAudit({ actor: actor.id, action: 'endpoint-changed', subject: found.id, detail: { to: asked.to } }, deps.clock.now())
    return changed
  })
  const told = asked.to === 'new-secret' ? secretWord(secretOfEndpoint(deps.secrets, actor.tenant, endpoint)) : undefined
  return { endpoint, secret: told }
}
