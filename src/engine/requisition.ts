import { conflict, notFound } from '../model/errors.ts'
import type { Requisition } from '../model/persona.ts'
import type { PersonaId, Role } from '../model/statement.ts'
import { refuseWording } from '../model/wording.ts'
import type { Actor } from './access.ts'
import type { Deps, Tx } from './ports.ts'
import { canonicalJson } from './statement-id.ts'

const PAGE = 1000

/** Adds or changes an opening. With candidates on it a change needs a reason: some would be asked for other things than others. */
export async function putRequisition(
  deps: Pick<Deps, 'store' | 'clock'>,
  actor: Actor,
  { opening, reason }: { readonly opening: Requisition; readonly reason?: string | undefined },
): Promise<void> {
  const { id, title, documents, questions } = opening
  // Asked of everybody, so held to what a rule is held to.
  for (const [i, question] of questions.entries()) refuseWording(question, 'rule', `/questions/${i}`)
  // These name a post and a place, as a note may; they are no condition.
  refuseWording(title, 'note', '/title')
  refuseWording(id.replace(/[-_.]+/g, ' '), 'note', '/id')
  if (reason !== undefined) refuseWording(reason, 'reason', '/reason')
  await deps.store.tx(actor.tenant, async (tx) => {
    const before = await tx.requisition(id)
    const changes =
      before !== undefined &&
      canonicalJson(before) !== canonicalJson(opening) &&
      (await tx.personasByArrival({ requisition: id, limit: 1 })).length > 0
    if (changes && !reason?.trim())
      throw conflict(
        `The opening "${id}" has candidates already, who were asked for something else. Add another opening, or say why it is changed with a reason (--reason).`,
      )
    await tx.putRequisition(opening)
    const why = changes ? { reasonLength: reason?.length ?? 0 } : {}
    await tx.appendAudit(
      { actor: actor.id, action: 'requisition', subject: id, detail: { documents, questions: questions.length, ...why } },
      deps.clock.now(),
    )
  })
}

export interface OnRequisition {
  readonly persona: PersonaId
  readonly status: 'open' | 'withdrawn'
  /** Documents still to be asked for. */
  readonly lacking: readonly Role[]
}

/** Who is on an opening, newest first, and which of its documents they have not handed in. Throws not-found. */
export async function onRequisition(tx: Tx, id: string): Promise<readonly OnRequisition[]> {
  const opening = await tx.requisition(id)
  if (opening === undefined) throw notFound('requisition', id)
  const found: OnRequisition[] = []
  for (let after: { received: string; id: string } | undefined; ;) {
    const page = await tx.personasByArrival({ requisition: id, after, limit: PAGE })
    const submissions = Map.groupBy(await tx.submissions(page.map((p) => p.id)), (s) => s.persona)
    for (const { id: persona, status } of page) {
      const have = new Set((submissions.get(persona) ?? []).flatMap((s) => (s.read?.outcome === 'read' ? [s.read.role] : [])))
      found.push({ persona, status, lacking: opening.documents.filter((role) => !have.has(role)) })
    }
    const last = page.at(-1)
    if (last === undefined || page.length < PAGE) return found
    after = last
  }
}
