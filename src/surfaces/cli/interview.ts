import { writeFile } from 'node:fs/promises'
import process from 'node:process'
import { interviewSheet } from '../../engine/interview-sheet.ts'
import { notFound } from '../../model/errors.ts'
import { plainLines } from './plain.ts'
import { EXIT, inWorkplace, type DataOptions } from './session.ts'
import type { Entry } from './workplace.ts'

export async function interviewNewCommand(entry: Entry, persona: string, options: DataOptions & { out?: string }): Promise<void> {
  await inWorkplace(entry, options, async ({ deps, actor }) => {
    const sheet = await deps.store.tx(actor.tenant, async (tx) => {
      const known = await tx.persona(persona)
      if (known === undefined) throw notFound('persona', persona)
      const requisition = known.requisition === undefined ? undefined : await tx.requisition(known.requisition)
      await tx.appendAudit(
        { actor: actor.id, action: 'interview-sheet', subject: persona, detail: { requisition: known.requisition ?? null } },
        deps.clock.now(),
      )
      return interviewSheet({
        persona,
        statements: await tx.statementsOf([persona]),
        ...(requisition === undefined ? {} : { requisition }),
      })
    })
    if (options.out === undefined) process.stdout.write(plainLines(sheet))
    else {
      await writeFile(options.out, sheet, { flag: 'wx', mode: 0o600 })
      process.stdout.write(`Question sheet: ${options.out}\nFill it in, then: bonafide screen --to ${persona} ${options.out}\n`)
    }
    return EXIT.done
  })
}
