import { z } from 'zod'
import type { Caller } from '../../../engine/people/caller.ts'
import { enterDossier } from '../../../engine/people/purpose.ts'
import { stillIn } from '../../../engine/people/sessions.ts'
import type { Tx } from '../../../engine/ports.ts'
import { notFound } from '../../../model/errors.ts'
import type { Artifact } from '../../../model/persona.ts'
import type { Instant } from '../../../model/statement.ts'
import { fileReply, route } from '../route.ts'
import { personaParams } from './shapes.ts'

const params = personaParams.extend({ artifact: z.string().max(100) })

/** Pixels per point: a printed page is read well at 144 dots an inch. */
const SCALE = 2
const MOST_PAGES = 5_000

/** A file shows everything, so whoever opens one unmasks, and it is written down. Of files that others stand in too there is none. */
async function fileOf(
  tx: Tx,
  caller: Caller,
  { persona, artifact }: { readonly persona: string; readonly artifact: string },
  now: Instant,
): Promise<Artifact> {
  await stillIn(tx, caller)
  await enterDossier(tx, caller, persona, now)
  const submissions = await tx.submissions([persona])
  const [file] = submissions.some((s) => s.artifact === artifact && s.row === undefined) ? await tx.artifacts([artifact]) : []
  if (file === undefined) throw notFound('file', artifact)
  await tx.appendAudit({ actor: caller.id, action: 'file-opened', subject: persona, detail: { artifact } }, now)
  return file
}

const download = route({
  method: 'GET',
  path: '/api/personas/:persona/artifacts/:artifact',
  says: 'A file as it was received. Open it with care: it may hold anything.',
  may: 'persona:unmask',
  purpose: true,
  params,
  reply: fileReply('application/octet-stream'),
  async handle({ deps, caller, clock }, { params: asked }) {
    const file = await deps.store.tx(caller.tenant, (tx) => fileOf(tx, caller, asked, clock.now()))
    return { name: file.name, content: await deps.blobs.get(file.id) }
  },
})

const page = route({
  method: 'GET',
  path: '/api/personas/:persona/artifacts/:artifact/pages/:page',
  says: 'A page of a PDF as a picture, drawn where nothing in it can do harm.',
  may: 'persona:unmask',
  purpose: true,
  params: params.extend({ page: z.coerce.number().int().min(1).max(MOST_PAGES) }),
  reply: fileReply('image/png'),
  async handle({ deps, caller, clock }, { params: asked }) {
    const file = await deps.store.tx(caller.tenant, (tx) => fileOf(tx, caller, asked, clock.now()))
    const pages = await deps.sandbox.renderPages(await deps.blobs.get(file.id), [asked.page], SCALE)
    const picture = pages.get(asked.page)
    if (picture === undefined) throw notFound('page', String(asked.page))
    return { name: `${file.id.slice(0, 16)}-${asked.page}.png`, content: picture }
  },
})

export const fileRoutes = [download, page] as const
