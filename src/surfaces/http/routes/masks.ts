import { z } from 'zod'
import { burnIn } from '../../../adapters/page-image/index.ts'
import { boxesOf, liftMask, maskPage } from '../../../engine/cases/masks.ts'
import { enterDossier } from '../../../engine/people/purpose.ts'
import type { Caller } from '../../../engine/people/caller.ts'
import type { Tx } from '../../../engine/ports.ts'
import { notFound } from '../../../model/errors.ts'
import { MASKED, type Mask } from '../../../model/mask.ts'
import { fileReply, route } from '../route.ts'
import { instant, personaParams } from './shapes.ts'

const params = personaParams.extend({ artifact: z.string().max(100) })
const page = z.coerce.number().int().min(1).max(5_000)
/** Pixels per point, as the page is drawn for those who see it whole. */
const SCALE = 2

const mask = z
  .object({ id: z.string(), page: z.number().int(), box: z.array(z.number()).length(4), what: z.enum(MASKED), by: z.string(), at: instant })
  .meta({ id: 'Mask' })
const maskOf = ({ id, page: of, box, what, by, at }: Mask): z.infer<typeof mask> => ({ id, page: of, box: [...box], what, by, at })

/** The file of this persona alone; of a table that others stand in too there is no page. */
async function ownFile(tx: Tx, { persona, artifact }: { readonly persona: string; readonly artifact: string }): Promise<void> {
  const submissions = await tx.submissions([persona])
  if (!submissions.some((s) => s.artifact === artifact && s.row === undefined)) throw notFound('file', artifact)
}

const covered = route({
  method: 'POST',
  path: '/api/personas/:persona/artifacts/:artifact/masks',
  says: 'Covers a box of a page for the hiring side: a birth date, a photo, the number of a document. Points from the page’s top left.',
  may: 'persona:unmask',
  params,
  body: z.strictObject({
    page: z.number().int().min(1).max(5_000),
    box: z.tuple([z.number(), z.number(), z.number(), z.number()]),
    what: z.enum(MASKED),
  }),
  example: { page: 1, box: [40, 40, 120, 60], what: 'birth-date' },
  reply: mask,
  status: 201,
  async handle({ deps, caller }, { params: { persona, artifact }, body }) {
    await deps.store.tx(caller.tenant, (tx) => ownFile(tx, { persona, artifact }))
    return maskOf(await maskPage(deps, caller, { artifact, ...body }))
  },
})

const lifted = route({
  method: 'DELETE',
  path: '/api/personas/:persona/artifacts/:artifact/masks/:mask',
  says: 'Takes a cover away again.',
  may: 'persona:unmask',
  params: params.extend({ mask: z.string().max(40) }),
  async handle({ deps, caller }, { params: asked }) {
    await deps.store.tx(caller.tenant, (tx) => ownFile(tx, asked))
    await liftMask(deps, caller, { artifact: asked.artifact, id: asked.mask })
  },
})

/** A page that nobody has prepared is not shown: what is on it is not known to be covered. */
const coveredPage = route({
  method: 'GET',
  path: '/api/personas/:persona/artifacts/:artifact/covered-pages/:page',
  says: 'A page as the hiring side sees it: a picture with black boxes in it. There is none of a page on which nobody has covered anything.',
  may: 'persona:read',
  purpose: true,
  params: params.extend({ page }),
  reply: fileReply('image/png'),
  async handle({ deps, caller, clock }, { params: asked }) {
    const boxes = await deps.store.tx(caller.tenant, (tx) => boxesFor(tx, caller, asked, clock.now()))
    const pages = await deps.sandbox.renderPages(await deps.blobs.get(asked.artifact), [asked.page], SCALE)
    const picture = pages.get(asked.page)
    if (picture === undefined) throw notFound('page', String(asked.page))
    return { name: `${asked.artifact.slice(0, 16)}-${asked.page}.png`, content: await burnIn(picture, boxes, SCALE) }
  },
})

async function boxesFor(
  tx: Tx,
  caller: Caller,
  asked: { readonly persona: string; readonly artifact: string; readonly page: number },
  now: string,
): Promise<readonly Mask['box'][]> {
  await enterDossier(tx, caller, asked.persona, now)
  await ownFile(tx, asked)
  const boxes = await boxesOf(tx, asked.artifact, asked.page)
  if (boxes.length === 0) throw notFound('page', String(asked.page))
  return boxes
}

export const maskRoutes = [covered, lifted, coveredPage] as const
