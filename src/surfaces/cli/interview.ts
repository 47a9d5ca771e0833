import { writeFile } from 'node:fs/promises'
import process from 'node:process'
import { sheetFor } from '../../engine/interview-sheet.ts'
import { plainLines } from './plain.ts'
import { EXIT, inWorkplace, type DataOptions } from './session.ts'
import type { Entry } from './workplace.ts'

export async function interviewNewCommand(entry: Entry, persona: string, options: DataOptions & { out?: string }): Promise<void> {
  await inWorkplace(entry, options, async ({ deps, actor }) => {
    const sheet = await deps.store.tx(actor.tenant, (tx) => sheetFor(tx, actor, { persona }, deps.clock.now()))
    if (options.out === undefined) process.stdout.write(plainLines(sheet))
    else {
      await writeFile(options.out, sheet, { flag: 'wx', mode: 0o600 })
      process.stdout.write(`Question sheet: ${options.out}\nFill it in, then: bonafide screen --to ${persona} ${options.out}\n`)
    }
    return EXIT.done
  })
}
