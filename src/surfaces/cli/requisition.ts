import process from 'node:process'
import { everyPersona } from '../../engine/rebuild.ts'
import { badUsage } from '../../model/errors.ts'
import { ROLES, type Role } from '../../model/statement.ts'
import { refuseWording } from '../../model/wording.ts'
import { EXIT, inWorkplace, type DataOptions } from './session.ts'
import type { Entry } from './workplace.ts'

export interface RequisitionOptions extends DataOptions {
  readonly title: string
  readonly question?: readonly string[]
  readonly document?: readonly string[]
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
    await deps.store.tx(actor.tenant, async (tx) => {
      await tx.putRequisition({ id, title: options.title, documents, questions })
      await tx.appendAudit(
        { actor: actor.id, action: 'requisition', subject: id, detail: { documents, questions: questions.length } },
        deps.clock.now(),
      )
    })
    process.stdout.write(
      `Opening ${id}: ${options.title}. Every candidate is asked for ${documents.join(', ')} and ${questions.length} questions of its own.\n`,
    )
    return EXIT.done
  })
}

export async function requisitionListCommand(entry: Entry, options: DataOptions): Promise<void> {
  await inWorkplace(entry, options, async ({ deps, actor }) => {
    const all = await everyPersona(deps, actor)
    await deps.store.tx(actor.tenant, async (tx) => {
      const submissions = await tx.submissions(all)
      for (const opening of await tx.requisitions()) {
        process.stdout.write(`${opening.id}  ${opening.title}: ${opening.documents.join(', ')}; ${opening.questions.length} questions\n`)
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
