import { digest } from '../../compute/digest.ts'
import { badUsage, notFound } from '../../model/errors.ts'
import { MASKED, type Mask } from '../../model/mask.ts'
import type { ArtifactId } from '../../model/statement.ts'
import { demand, type Caller } from '../people/caller.ts'
import type { Tx } from '../ports.ts'
import type { Needs } from './change.ts'

export interface MaskAsked {
  readonly artifact: ArtifactId
  readonly page: number
  readonly box: readonly [left: number, top: number, right: number, bottom: number]
  readonly what: string
}

/** Covers a box of a page for the hiring side. By whoever may see what is under it. */
export async function maskPage(deps: Needs, caller: Caller, asked: MaskAsked): Promise<Mask> {
  demand(caller, 'persona:unmask')
  const what = MASKED.find((kind) => kind === asked.what)
  if (what === undefined) throw badUsage(`"${asked.what}" is nothing that is covered: ${MASKED.join(', ')}.`)
  const [left, top, right, bottom] = asked.box
  if (
    !(
      Number.isInteger(asked.page) &&
      asked.page >= 1 &&
      left >= 0 &&
      top >= 0 &&
      right > left &&
      bottom > top &&
      right < 20_000 &&
      bottom < 20_000
    )
  )
    throw badUsage('A box is left, top, right, bottom in points of the page, from its top left; pages are counted from 1.')
  const at = deps.clock.now()
  const { artifact, page, box } = asked
  const mask: Mask = {
    id: digest([artifact, page, box, what, at].join(' ')).slice(0, 16),
    artifact,
    page,
    box,
    what,
    by: caller.id,
    at,
    lifted: false,
  }
  return deps.store.tx(caller.tenant, async (tx) => {
    if ((await tx.artifacts([artifact])).length === 0) throw notFound('artifact', artifact)
    await tx.putMask(mask)
    await tx.appendAudit({ actor: caller.id, action: 'page-masked', subject: artifact, detail: { page, what } }, at)
    return mask
  })
}

/** Takes the cover away again: another act. */
export async function liftMask(deps: Needs, caller: Caller, of: { readonly artifact: ArtifactId; readonly id: string }): Promise<void> {
  demand(caller, 'persona:unmask')
  const at = deps.clock.now()
  await deps.store.tx(caller.tenant, async (tx) => {
    const found = standing(await tx.masksOf(of.artifact)).find((mask) => mask.id === of.id)
    if (found === undefined) throw notFound('mask', of.id)
    await tx.putMask({ ...found, by: caller.id, at, lifted: true })
    await tx.appendAudit(
      { actor: caller.id, action: 'mask-lifted', subject: of.artifact, detail: { page: found.page, what: found.what } },
      at,
    )
  })
}

/** Boxes that cover this page now. */
export async function boxesOf(tx: Tx, artifact: ArtifactId, page: number): Promise<readonly Mask['box'][]> {
  return standing(await tx.masksOf(artifact))
    .filter((mask) => mask.page === page)
    .map((mask) => mask.box)
}

function standing(masks: readonly Mask[]): readonly Mask[] {
  const lifted = new Set(masks.filter((mask) => mask.lifted).map((mask) => mask.id))
  return masks.filter((mask) => !lifted.has(mask.id))
}
