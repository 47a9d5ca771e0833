import { base64 } from '@scure/base'
import { z } from 'zod'
import type { Catalog } from '../../kit/catalog.ts'
import { AppError, badUsage, conflict, tooLarge, unsupported } from '../../model/errors.ts'
import { refuseWording } from '../../model/wording.ts'
import { unauthenticated } from '../../model/errors.ts'
import { openFromTip } from '../cases/open.ts'
import { newId } from '../id.ts'
import { handIn } from '../jobs/hand-in.ts'
import type { JobDeps } from '../jobs/runs.ts'
import { failureOf, type Failure } from '../read.ts'
import type { SharedSecrets } from './ports.ts'
import { signatureHolds } from './signature.ts'

/** A résumé, a letter and a photo, in base64; what is larger is handed in over the API. */
export const MOST_HOOK_BYTES = 16 << 20
/** Seconds by which the sender's clock may differ, and for which a copied request could be sent again if ids were not kept. */
const WINDOW = 300
const MOST_TIP = 8_000

export interface IncomingHook {
  readonly tenant: string
  readonly source: string
  /** `webhook-id`, `webhook-timestamp` and `webhook-signature`. */
  readonly headers: { readonly id: string; readonly timestamp: string; readonly signature: string }
  readonly body: Uint8Array
}

export interface TakenHook {
  /** Id of the run or the tip. */
  readonly became: string
  /** The source had sent this id before; nothing was done again. */
  readonly again: boolean
  readonly failures: readonly Failure[]
}

const id = z.string().regex(/^[\w.-]{1,128}$/)
const text = z.string().trim().min(1)
const message = z.discriminatedUnion('type', [
  z.strictObject({
    type: z.literal('candidate.submitted'),
    data: z.strictObject({
      /** How the sender names the application. */
      source: text.max(200),
      requisition: text.max(100).optional(),
      /** A file with its bytes, or only where it lies: that is told and never fetched. */
      files: z
        .array(
          z.union([
            z.strictObject({ name: text.max(200), content: z.base64() }),
            z.strictObject({ name: text.max(200), url: text.max(2_000) }),
          ]),
        )
        .min(1)
        .max(20),
    }),
  }),
  z.strictObject({
    type: z.literal('tip'),
    data: z.strictObject({ says: text.max(MOST_TIP), about: id.optional() }),
  }),
])
type Message = z.infer<typeof message>

export const secretOfSource = (
  secrets: SharedSecrets,
  tenant: string,
  { id, generation }: { id: string; generation: number },
): Uint8Array => secrets.of('source', tenant, id, generation)

/**
 * Takes what another system sends: signed with the secret that it was given, not older than five minutes, each id once. Throws
 * `unauthenticated` alike for an unknown source, a wrong signature and an old time, and says what is wrong with the rest.
 */
export async function takeHook(
  deps: JobDeps & { readonly secrets: SharedSecrets },
  catalog: Catalog,
  hook: IncomingHook,
): Promise<TakenHook> {
  if (hook.body.byteLength > MOST_HOOK_BYTES)
    throw tooLarge(`Up to ${MOST_HOOK_BYTES >> 20} MB are taken here. Hand large files in over the API.`)
  await authenticate(deps, hook)
  const given = messageOf(hook.body)
  const before = await deps.store.tx(hook.tenant, (tx) => tx.seen(hook.source, hook.headers.id))
  if (before !== undefined) return { became: before, again: true, failures: [] }
  try {
    return given.type === 'tip' ? await takeTip(deps, hook, given) : await takeCandidate(deps, catalog, hook, given)
  } catch (error) {
    // The same id came twice at one moment, and the other was first: what it became is the answer.
    if (!(error instanceof AppError) || error.code !== 'conflict') throw error
    const other = await deps.store.tx(hook.tenant, (tx) => tx.seen(hook.source, hook.headers.id))
    if (other === undefined) throw error
    return { became: other, again: true, failures: [] }
  }
}

async function authenticate(
  deps: JobDeps & { readonly secrets: SharedSecrets },
  { tenant, source, headers, body }: IncomingHook,
): Promise<void> {
  const found = await deps.store.tx(tenant, (tx) => tx.hookSource(source))
  const timestamp = /^\d{1,12}$/.test(headers.timestamp) ? Number(headers.timestamp) : Number.NaN
  const off = Math.abs(Date.parse(deps.clock.now()) / 1000 - timestamp)
  // Computed for an unknown source too, so that how long it takes tells nobody whether there is one.
  const secret = secretOfSource(deps.secrets, tenant, found ?? { id: source, generation: 0 })
  const holds = signatureHolds(secret, { id: headers.id, timestamp }, { body: new TextDecoder().decode(body), header: headers.signature })
  if (!holds || found?.state !== 'on' || !(off <= WINDOW) || !id.safeParse(headers.id).success) throw unauthenticated()
}

function messageOf(body: Uint8Array): Message {
  let json: unknown
  try {
    json = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(body))
  } catch {
    throw badUsage('The body is no JSON in UTF-8.')
  }
  const found = message.safeParse(json)
  if (found.success) return found.data
  const [first] = found.error.issues
  throw badUsage(
    `Accepted are "candidate.submitted" and "tip". At "${first?.path.join('/') ?? ''}": ${first?.message ?? 'not understood'}.`,
  )
}

async function takeTip(deps: JobDeps, hook: IncomingHook, { data }: Extract<Message, { type: 'tip' }>): Promise<TakenHook> {
  refuseWording(data.says, 'note', '/data/says')
  const tip = newId(deps.chance, 't')
  const now = deps.clock.now()
  const by = `hook:${hook.source}`
  await deps.store.tx(hook.tenant, async (tx) => {
    once(await tx.addSeen({ source: hook.source, id: hook.headers.id, at: now, became: tip }))
    const about = data.about === undefined ? undefined : (await tx.persona(data.about))?.id
    const from = await tx.hookSource(hook.source)
    if (from === undefined) throw unauthenticated()
    await tx.putTip({ id: tip, source: hook.source, about, says: data.says, at: now, state: 'taken-up' })
    await openFromTip(tx, now, { by, from, says: data.says, about })
    await tx.appendAudit({ actor: by, action: 'tip-received', subject: tip, detail: {} }, now)
  })
  // Whether the persona is known is told to nobody outside.
  return { became: tip, again: false, failures: [] }
}

async function takeCandidate(
  deps: JobDeps,
  catalog: Catalog,
  hook: IncomingHook,
  { data }: Extract<Message, { type: 'candidate.submitted' }>,
): Promise<TakenHook> {
  const elsewhere = data.files.flatMap((file) =>
    'url' in file
      ? [failureOf(file.name, unsupported(`"${file.name}" was only named by an address. Nothing is fetched; send its bytes.`))]
      : [],
  )
  const files = data.files.flatMap((file) =>
    'content' in file ? [{ path: file.name, name: file.name, bytes: base64.decode(file.content) }] : [],
  )
  const actor = { tenant: hook.tenant, id: `hook:${hook.source}` }
  const { taken, failures } = await handIn(deps, catalog, actor, {
    source: data.source,
    files,
    ...(data.requisition === undefined ? {} : { requisition: data.requisition }),
    also: async (tx, run) => once(await tx.addSeen({ source: hook.source, id: hook.headers.id, at: deps.clock.now(), became: run })),
  })
  const all = [...failures, ...elsewhere]
  if (taken === undefined) throw badUsage(`None of the files could be taken. ${all.map((failure) => failure.detail).join(' ')}`)
  return { became: taken.run, again: false, failures: all }
}

function once(fresh: boolean): void {
  if (!fresh) throw conflict('This id was sent before.')
}
