import process from 'node:process'
import { onRequisition, putRequisition } from '../../engine/requisition.ts'
import { badUsage } from '../../model/errors.ts'
import { ROLES, type Role } from '../../model/statement.ts'
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
    await putRequisition(deps, actor, { opening: { id, title: options.title, documents, questions }, reason: options.reason })
    process.stdout.write(
      `Opening ${plain(`${id}: ${options.title}`)}. Every candidate is asked for ${documents.join(', ')} and ${questions.length} questions of its own.\n`,
    )
    return EXIT.done
  })
}

export async function requisitionListCommand(entry: Entry, options: DataOptions): Promise<void> {
  await inWorkplace(entry, options, async ({ deps, actor }) => {
    await deps.store.tx(actor.tenant, async (tx) => {
      for (const opening of await tx.requisitions()) {
        process.stdout.write(
          `${plain(`${opening.id}  ${opening.title}`)}: ${opening.documents.join(', ')}; ${opening.questions.length} questions\n`,
        )
        for (const { persona, status, lacking } of await onRequisition(tx, opening.id))
          process.stdout.write(
            `  ${persona} (${status}): ${lacking.length === 0 ? 'complete' : `still to ask for: ${lacking.join(', ')}`}\n`,
          )
      }
    })
    return EXIT.done
  })
}
