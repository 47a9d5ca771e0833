import { asAppError, remote } from '../../model/errors.ts'
import type { Delivery, Endpoint, Occurrence } from '../../model/hook.ts'
import type { TenantId } from '../../model/statement.ts'
import { newId } from '../id.ts'
import type { Jobs } from '../jobs/ports.ts'
import type { Deps, Tx } from '../ports.ts'
import { secretOfEndpoint, type HookDeps } from './endpoints.ts'
import { signatureOf } from './signature.ts'

/** Deliveries in a row, each tried for over a day, after which nobody is there any more. */
const GONE_AFTER = 3

/** Sends word of something to those who want it, in the transaction it happens in. Of the sanctions room and of quiet cases, to nobody. */
export async function announce(
  deps: Pick<Deps, 'clock' | 'chance'> & { readonly jobs: Jobs },
  tx: Tx,
  occurrence: Occurrence,
): Promise<void> {
  if (occurrence.room === 'sanctions' || occurrence.quiet) return
  for (const endpoint of await tx.endpoints()) {
    if (endpoint.state !== 'on' || !endpoint.events.includes(occurrence.event)) continue
    const id = newId(deps.chance, 'd')
    const { event, subject } = occurrence
    await tx.putDelivery({ id, endpoint: endpoint.id, event, subject, at: deps.clock.now(), state: 'waiting', tries: 0, answer: undefined })
    await deps.jobs.send(tx, 'hook', { tenant: tx.tenant, delivery: id }, { key: id })
  }
}

export interface DeliverWork {
  readonly tenant: TenantId
  readonly delivery: string
  /** When this fails there is no other try. */
  readonly last: boolean
  readonly signal: AbortSignal
  /** An endpoint was switched off: somebody should know. */
  noteBroken(tx: Tx, endpoint: Endpoint): Promise<void>
}

/**
 * One try to deliver an event: ids and kind, nothing else. Throws `remote` when it did not arrive, so that the job is tried again. What
 * arrived and was not written down as such is sent again under the same id.
 */
export async function deliver(deps: HookDeps, work: DeliverWork): Promise<void> {
  const found = await deps.store.tx(work.tenant, async (tx) => {
    const delivery = await tx.delivery(work.delivery)
    const endpoint = delivery === undefined ? undefined : await tx.endpoint(delivery.endpoint)
    return delivery?.state === 'waiting' && endpoint !== undefined ? { delivery, endpoint } : undefined
  })
  if (found === undefined) return
  if (found.endpoint.state !== 'on') return settle(deps, work, found.delivery, { state: 'given-up', answer: 'switched off' })
  const answer = await attempt(deps, work, found)
  if (answer === 'delivered') return settle(deps, work, found.delivery, { state: 'delivered', answer })
  if (answer === '410') return settle(deps, work, found.delivery, { state: 'given-up', answer })
  await settle(deps, work, found.delivery, { state: work.last ? 'given-up' : 'waiting', answer })
  if (!work.last) throw remote(`The endpoint ${found.endpoint.id} did not take the event: ${answer}.`)
}

/** Number of the answer, or the code of the fault. */
async function attempt(
  deps: HookDeps,
  work: DeliverWork,
  { delivery, endpoint }: { delivery: Delivery; endpoint: Endpoint },
): Promise<string> {
  const body = JSON.stringify({ type: delivery.event, timestamp: delivery.at, data: { id: delivery.subject } })
  const marks = { id: delivery.id, timestamp: Math.floor(Date.parse(deps.clock.now()) / 1000) }
  const signature = signatureOf(secretOfEndpoint(deps.secrets, work.tenant, endpoint), marks, body)
  try {
    const { status } = await deps.egress.send({
      method: 'POST',
      url: endpoint.url,
      headers: {
        'content-type': 'application/json',
        'webhook-id': marks.id,
        'webhook-timestamp': String(marks.timestamp),
        'webhook-signature': signature,
      },
      body,
      signal: work.signal,
    })
    return status >= 200 && status < 300 ? 'delivered' : String(status)
  } catch (error) {
    return asAppError(error).code
  }
}

/** Writes down what came of a try, and switches an endpoint off that answers 410 or that has not taken anything for long. */
async function settle(
  deps: HookDeps,
  work: DeliverWork,
  delivery: Delivery,
  to: { readonly state: Delivery['state']; readonly answer: string },
): Promise<void> {
  await deps.store.tx(work.tenant, async (tx) => {
    await tx.putDelivery({ ...delivery, ...to, tries: delivery.tries + 1 })
    const endpoint = await tx.endpoint(delivery.endpoint)
    if (endpoint?.state !== 'on' || to.state === 'waiting') return
    const lost = to.state === 'delivered' ? 0 : endpoint.lost + 1
    const broken = to.answer === '410' || lost >= GONE_AFTER
    if (lost !== endpoint.lost || broken) await tx.putEndpoint({ ...endpoint, lost, state: broken ? 'broken' : 'on' })
    if (!broken) return
    const detail = { answer: to.answer, lost }
    await tx.appendAudit({ actor: 'worker', action: 'endpoint-broken', subject: endpoint.id, detail }, deps.clock.now())
    await work.noteBroken(tx, endpoint)
  })
}
