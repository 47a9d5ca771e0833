import process from 'node:process'
import pc from 'picocolors'
import { dossiers } from '../../engine/dossier.ts'
import { everyPersona } from '../../engine/rebuild.ts'
import { notFound } from '../../model/errors.ts'
import { BASE_RATE } from '../report/words.ts'
import { plain } from './plain.ts'
import { printDecision } from './lookback-print.ts'
import { printFinding, printRecommendation, printTable } from './print.ts'
import { countOutcomes } from './screen-document.ts'
import { EXIT, inWorkplace, type DataOptions } from './session.ts'
import type { Entry } from './workplace.ts'

export async function showCommand(entry: Entry, persona: string | undefined, options: DataOptions & { report?: string }): Promise<void> {
  await inWorkplace(entry, options, async (workplace) => {
    const { deps, catalog, actor } = workplace
    const ids = persona === undefined ? await everyPersona(deps, actor) : [persona]
    const found = await deps.store.tx(actor.tenant, (tx) => dossiers(tx, catalog, ids))
    if (persona === undefined) printTable(found)
    else {
      const [one] = found
      if (one === undefined) throw notFound('persona', persona)
      process.stdout.write(`${pc.bold(plain(one.name ?? '(no name read)'))}  ${one.persona.id}  ${pc.dim(plain(one.persona.source))}\n`)
      printRecommendation(one)
      printDecision(one)
      for (const finding of one.findings) printFinding(finding)
      const { fired, quiet, notApplicable, failed } = countOutcomes(one.assessment)
      process.stdout.write(
        `\nChecks: ${fired} fired, ${quiet} quiet, ${notApplicable} not applicable, ${failed} failed. Status: ${one.persona.status}. Kept until ${one.persona.keepUntil.slice(0, 10)} (${one.persona.retention}).\n`,
      )
      for (const s of one.submissions) {
        const state =
          s.read === undefined
            ? 'not read yet'
            : s.read.outcome === 'read'
              ? `read by ${s.read.by}`
              : `unreadable: ${s.read.error?.detail ?? ''}`
        process.stdout.write(`${pc.dim(plain(`  ${s.file?.name ?? s.artifact}: ${state}`))}\n`)
        for (const note of s.read?.notes ?? [])
          process.stdout.write(`${pc.dim(plain(`    ${note.says}${note.count === undefined ? '' : ` (${note.count})`}`))}\n`)
      }
      process.stdout.write(`${pc.dim(BASE_RATE)}\n`)
    }
    if (options.report !== undefined)
      process.stdout.write(`\nReport: ${await (await import('../report/write.ts')).writeReport(options.report, found, workplace)}\n`)
    return EXIT.done
  })
}
