import process from 'node:process'
import pc from 'picocolors'
import { notFound } from '../../model/errors.ts'
import { complain } from './session.ts'
import type { Entry } from './workplace.ts'

export async function catalogListCommand(entry: Entry): Promise<void> {
  const { detectors } = await entry.catalog()
  for (const d of detectors)
    process.stdout.write(`${d.id.padEnd(62)} ${d.family.padEnd(15)} ${d.direction.padEnd(8)} ${d.strength.padEnd(9)} ${pc.dim(d.title)}\n`)
  process.stdout.write(`${detectors.length} detectors.\n`)
}

export async function catalogShowCommand(entry: Entry, id: string): Promise<void> {
  const { detectors, citations } = await entry.catalog()
  const card = detectors.find((d) => d.id === id)
  if (card === undefined) {
    process.exitCode = complain(notFound('detector', id))
    return
  }
  const list = (items: readonly string[]): string => items.map((item) => `  - ${item}`).join('\n')
  const lines = [
    pc.bold(`${card.title}  (${card.id}@${card.version}, ${card.status})`),
    card.asks,
    `\n${card.direction}, ${card.strength}, family ${card.family}, room ${card.room}`,
    `Threshold (${card.threshold.origin}): ${card.threshold.says}`,
    `Needs:\n${list(Object.values(card.needs).map((n) => `${n.id} (without it: ${n.missing})`))}`,
    `Would clear it:\n${list(card.clears)}`,
    `Known innocent explanations:\n${list(card.falsePositives.map((f) => f.story))}`,
    `Blind spots:\n${list(card.blindSpots)}`,
    `Next:\n${list(card.next)}`,
    `Lawful use: ${card.lawfulUse.purpose}. ${card.lawfulUse.note}`,
    `Sources:\n${list(card.cites.map((c) => `${citations[c.source]?.publisher ?? ''}, ${citations[c.source]?.date ?? ''} (${c.source}): ${c.says}`))}`,
  ]
  process.stdout.write(`${lines.join('\n')}\n`)
}
