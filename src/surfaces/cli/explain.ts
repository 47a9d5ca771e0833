import process from 'node:process'
import { dossier } from '../../engine/dossier.ts'
import { lineOf } from '../../kit/detector.ts'
import { notFound } from '../../model/errors.ts'
import { printFinding } from './print.ts'
import { EXIT, inWorkplace, type DataOptions } from './session.ts'
import type { Entry } from './workplace.ts'

export async function explainCommand(entry: Entry, id: string, options: DataOptions): Promise<void> {
  await inWorkplace(entry, options, async ({ deps, catalog, actor }) => {
    const explained = await deps.store.tx(actor.tenant, async (tx) => {
      const finding = await tx.finding(id)
      if (finding === undefined) throw notFound('finding', id)
      const one = await dossier(tx, catalog, finding.persona)
      return one.findings.find((f) => f.finding.id === id)
    })
    if (explained === undefined) throw notFound('finding', id)
    printFinding(explained)
    const { card } = explained
    if (card === undefined) return EXIT.done
    const lines = [
      `\nQuestion: ${card.asks}`,
      `Threshold (${card.threshold.origin}): ${lineOf(card, explained.finding.numbers)}`,
      `Known innocent explanations:\n${card.falsePositives.map((f) => `  - ${f.story}`).join('\n')}`,
      `What it cannot see:\n${card.blindSpots.map((b) => `  - ${b}`).join('\n')}`,
      `Next:\n${card.next.map((n) => `  - ${n}`).join('\n')}`,
      `Lawful use: ${card.lawfulUse.purpose}. ${card.lawfulUse.note}`,
      `Sources: ${card.cites.map((c) => sourceLine(catalog.citations[c.source], c.source)).join('; ')}`,
    ]
    process.stdout.write(`${lines.join('\n')}\n`)
    return EXIT.done
  })
}

/** Publisher, date and id; titles may name whom a source is about, and a hiring screen must not (R-014). */
function sourceLine(source: { publisher: string; date: string } | undefined, id: string): string {
  return source === undefined ? id : `${source.publisher}, ${source.date} (${id})`
}
