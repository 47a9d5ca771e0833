import { createHash } from 'node:crypto'
import type { FastifyReply, FastifyRequest } from 'fastify'
import type { OnceCall, StoredAnswer } from '../../engine/once/ports.ts'
import type { Caller } from '../../engine/people/caller.ts'
import type { Deps, Store, Tx } from '../../engine/ports.ts'
import { AppError, asAppError, badUsage, conflict } from '../../model/errors.ts'
import type { Instant } from '../../model/statement.ts'

/** An answer is told again for so long; then the key is free. */
const KEPT_MS = 24 * 3_600_000
/** Longer than any call takes: one that wrote nothing by then has died with its process, and may be made anew. */
const LONGEST_CALL_MS = 5 * 60_000
const KEY = /^[\x21-\x7E]{8,100}$/
const TOLD_AGAIN = ['location', 'etag'] as const

const earlier = (now: Instant, ms: number): Instant => new Date(Date.parse(now) - ms).toISOString()

export interface OnceWork {
  readonly deps: Deps
  readonly caller: Caller
  readonly request: FastifyRequest
  readonly reply: FastifyReply
  /** Does what was asked for, with these parts. */
  run(deps: Deps): Promise<unknown>
}

/**
 * Does a call that carries an `Idempotency-Key` once. The first transaction that writes to the log marks the call as acted, so a
 * process that dies in the middle leaves no doubt: nothing was done, and the call may be sent again; or something was, and whoever
 * sends it again is told so instead of doing it twice. A call that was refused is forgotten and may be sent again, mended.
 */
export async function once({ deps, caller, request, reply, run }: OnceWork): Promise<unknown> {
  const key = keyOf(request)
  if (key === undefined) return run(deps)
  const now = deps.clock.now()
  const call: OnceCall = { caller: caller.id, key, asked: askedOf(request), at: now, state: 'begun', answer: undefined }
  const known = await deps.store.tx(caller.tenant, (tx) => begin(tx, call))
  if (known !== undefined) return replay(known, reply)
  let acted = false
  try {
    const result = await run({ ...deps, store: marking(deps.store, call, () => (acted = true)) })
    const answer = answerOf(reply, result)
    await deps.store.tx(caller.tenant, (tx) => tx.changeOnce(call, { state: 'answered', answer }))
    return result
  } catch (error) {
    const again = !acted || asAppError(error).status < 500
    // Where the database is what fails, the call's age frees it; the first fault is the one to tell.
    if (again) await deps.store.tx(caller.tenant, (tx) => tx.endOnce(call)).catch(() => undefined)
    throw error
  }
}

function keyOf(request: FastifyRequest): string | undefined {
  const key = request.headers['idempotency-key']
  if (key === undefined) return undefined
  if (typeof key === 'string' && KEY.test(key)) return key
  throw badUsage('An Idempotency-Key has 8 to 100 printable characters without spaces; a random one for every act is best.')
}

/** Files are not hashed here: the same files are one candidate anyway. */
function askedOf({ method, url, body }: FastifyRequest): string {
  return createHash('sha256')
    .update(JSON.stringify([method, url, body ?? null]))
    .digest('hex')
}

/** Returns the answer that stands; undefined where the call is to be made now. Throws why it is neither. */
async function begin(tx: Tx, call: OnceCall): Promise<StoredAnswer | undefined> {
  await tx.sweepOnce(earlier(call.at, KEPT_MS))
  const known = await tx.beginOnce(call)
  if (known === undefined) return undefined
  if (known.asked !== call.asked)
    throw new AppError({
      code: 'key-used',
      status: 422,
      title: 'Key already used',
      detail: 'That Idempotency-Key was sent with another call within the last day. Use a new one for every act.',
    })
  if (known.answer !== undefined) return known.answer
  const over = known.at < earlier(call.at, LONGEST_CALL_MS)
  if (known.state === 'begun' && over) {
    await tx.changeOnce(call, { at: call.at })
    return undefined
  }
  if (!over) throw conflict('The same call is under way. Wait for its answer, or send it again in some minutes.')
  throw conflict('That was done, but its answer was lost. Look at what it was about before you do it again with a new key.')
}

/** A store whose first write to the log says that the call has acted, in the same transaction. */
function marking(store: Store, call: OnceCall, acted: () => void): Store {
  return {
    look: (tenant, work) => store.look(tenant, work),
    close: () => store.close(),
    tx: (tenant, work) =>
      store.tx(tenant, async (tx) => {
        let wrote = false
        const append = tx.appendAudit.bind(tx)
        // Changed in its place: the queue knows a transaction by the object.
        const marked = Object.assign(tx, {
          appendAudit(...row: Parameters<Tx['appendAudit']>) {
            wrote = true
            return append(...row)
          },
        })
        const result = await work(marked)
        if (!wrote) return result
        await tx.changeOnce(call, { state: 'acted' })
        acted()
        return result
      }),
  }
}

function answerOf(reply: FastifyReply, result: unknown): StoredAnswer {
  const headers: Record<string, string> = {}
  for (const name of TOLD_AGAIN) {
    const value = reply.getHeader(name)
    if (typeof value === 'string') headers[name] = value
  }
  return { status: reply.statusCode, headers, body: result === undefined ? undefined : JSON.stringify(result) }
}

function replay({ status, headers, body }: StoredAnswer, reply: FastifyReply): unknown {
  reply.code(status).headers({ ...headers, 'idempotency-replayed': 'true' })
  return body === undefined ? undefined : (JSON.parse(body) as unknown)
}
