import process from 'node:process'
import { isDeepStrictEqual } from 'node:util'
import type { Tx } from '../../engine/ports.ts'
import { everyPersona } from '../../engine/rebuild.ts'
import { badUsage, conflict } from '../../model/errors.ts'
import type { Requisition } from '../../model/persona.ts'
import { ROLES, type PersonaId, type Role } from '../../model/statement.ts'
import { refuseWording } from '../../model/wording.ts'
import { plain } from './plain.ts'
import { EXIT, inWorkplace, type DataOptions } from './session.ts'
import type { Entry } from './workplace.ts'

export interface RequisitionOptions extends DataOptions {
  readonly title: string
  readonly question?: readonly string[]
  readonly document?: readonly string[]
  readonly reason?: string
}

export async function requisitionAddCommand(entry: Entry, id: string, options: RequisitionOptions): Promise<void> {
  await inWorkplace(entry, options, async ({ deps, actor }) => {
    const documents = (options.document ?? ['resume']).map((name): Role => {
      const role = ROLES.find((r) => r === name)
      if (role === undefined) throw badUsage(`"${name}" is not a kind of document. Kinds: ${ROLES.join(', ')}.`)
      return role
    })
    const questions = options.question ?? []
    // Asked of everybody, so held to what a rule is held to.
    for (const [i, question] of questions.entries()) refuseWording(question, 'rule', `/questions/${i}`)
    // These name a post and a place, as a note may; they are no condition.
    refuseWording(options.title, 'note', '/title')
    refuseWording(id.replace(/[-_.]+/g, ' '), 'note', '/id')
    if (options.reason !== undefined) refuseWording(options.reason, 'reason', '/reason')
    const opening: Requisition = { id, title: options.title, documents, questions }
    const all = await everyPersona(deps, actor)
    await deps.store.tx(actor.tenant, async (tx) => {
      const changes = await changesForCandidates(tx, opening, all)
      if (changes && !options.reason?.trim())
        throw conflict(
          `The opening "${id}" has candidates already, who were asked for something else. Add another opening, or say why it is changed with --reason.`,
        )
      await tx.putRequisition(opening)
      await tx.appendAudit(
        {
          actor: actor.id,
          action: 'requisition',
          subject: id,
          detail: { documents, questions: questions.length, ...(changes ? { reasonLength: options.reason?.length ?? 0 } : {}) },
        },
        deps.clock.now(),
      )
    })
    process.stdout.write(
      `Opening ${plain(`${id}: ${options.title}`)}. Every candidate is asked for ${documents.join(', ')} and ${questions.length} questions of its own.\n`,
    )
    return EXIT.done
  })
}

/** Whether this would ask some candidates of an opening for other things than the ones before them (R-011). */
async function changesForCandidates(tx: Tx, opening: Requisition, personas: readonly PersonaId[]): Promise<boolean> {
  const before = await tx.requisition(opening.id)
  if (before === undefined || isDeepStrictEqual({ ...before }, opening)) return false
  for (const id of personas) if ((await tx.persona(id))?.requisition === opening.id) return true
  return false
}

export async function requisitionListCommand(entry: Entry, options: DataOptions): Promise<void> {
  await inWorkplace(entry, options, async ({ deps, actor }) => {
    const all = await everyPersona(deps, actor)
    await deps.store.tx(actor.tenant, async (tx) => {
      const submissions = await tx.submissions(all)
      for (const opening of await tx.requisitions()) {
        process.stdout.write(
          `${plain(`${opening.id}  ${opening.title}`)}: ${opening.documents.join(', ')}; ${opening.questions.length} questions\n`,
        )
        for (const id of all) {
          const persona = await tx.persona(id)
          if (persona?.requisition !== opening.id) continue
          const have = new Set(submissions.filter((s) => s.persona === id && s.read?.outcome === 'read').map((s) => s.read?.role))
          const lacking = opening.documents.filter((role) => !have.has(role))
          process.stdout.write(
            `  ${id} (${persona.status}): ${lacking.length === 0 ? 'complete' : `still to ask for: ${lacking.join(', ')}`}\n`,
          )
        }
      }
    })
    return EXIT.done
  })
}
