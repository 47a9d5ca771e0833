import process from 'node:process'
import pc from 'picocolors'
import { plain } from '../plain.ts'
import type { GroupOutcome, Outcome } from './outcome.ts'

const MOST_GROUPS = 20
const MOST_NAMES = 8
const MOST_PAIRS = 5
const MOST_PASSAGES = 3
/** Of many that failed for one reason. */
const MOST_REASONS = 3

const out = (text = ''): boolean => process.stdout.write(`${text}\n`)
const number = (n: number): string => n.toLocaleString('en')
const some = (n: number, one: string, many: string): string => `${number(n)} ${n === 1 ? one : many}`

function cut(given: string, width: number): string {
  const text = plain(given)
  return text.length <= width ? text : `${text.slice(0, width - 1).trimEnd()}…`
}

function named(names: readonly string[], most = MOST_NAMES): string {
  const shown = names
    .slice(0, most)
    .map((name) => cut(name, 60))
    .join(', ')
  return names.length > most ? `${shown} and ${number(names.length - most)} more` : shown
}

/** Groups first, the largest first; then what was not counted and what was left out. */
export function printOutcome(outcome: Outcome): void {
  const width = Math.max(80, Math.min(process.stdout.columns ?? 120, 160))
  if (outcome.groups.length === 0)
    out(
      outcome.documents < 2
        ? `${some(outcome.documents, 'document', 'documents')}: there is nothing to compare ${outcome.documents === 1 ? 'it' : 'them'} with.`
        : `No two of ${number(outcome.documents)} documents are alike to ${outcome.least} or more.`,
    )
  for (const [g, group] of outcome.groups.slice(0, MOST_GROUPS).entries()) printGroup(g + 1, group, width)
  if (outcome.groups.length > MOST_GROUPS)
    out(`\n… and ${some(outcome.groups.length - MOST_GROUPS, 'more group', 'more groups')}; --json or --out has all.`)
  printNotCounted(outcome, width)
  printLeftOut(outcome, width)
  const pairs = outcome.groups.reduce((sum, g) => sum + g.pairs.length, 0)
  const inGroups = outcome.groups.reduce((sum, g) => sum + g.documents.length, 0)
  out(
    `\n${some(outcome.documents, 'document', 'documents')}: ${number(inGroups)} in ${some(outcome.groups.length, 'group', 'groups')}, ${some(pairs, 'pair', 'pairs')} alike to ${outcome.least} or more${outcome.everyPairCompared ? '' : '; with so many documents a few pairs close to that line can be missed'}.`,
  )
  if (outcome.groups.length > 0) out(pc.dim('Alike says that the words are; who wrote them first, and why, it does not say.'))
}

function printGroup(n: number, group: GroupOutcome, width: number): void {
  out(`${n === 1 ? '' : '\n'}${pc.bold(`Group ${n}: ${some(group.documents.length, 'document', 'documents')}`)}  ${named(group.documents)}`)
  for (const equal of group.equal.slice(0, MOST_PAIRS)) out(`  the same text ${some(equal.length, 'time', 'times')}: ${named(equal)}`)
  if (group.equal.length > MOST_PAIRS)
    out(`  … and ${some(group.equal.length - MOST_PAIRS, 'more text', 'more texts')} that stand there several times`)
  for (const pair of group.pairs.slice(0, MOST_PAIRS)) {
    out(`  ${pc.cyan(pair.jaccard.toFixed(2))}  ${cut(pair.a, 60)}  –  ${cut(pair.b, 60)}`)
    const passages = pair.passages ?? []
    for (const passage of passages.slice(0, MOST_PASSAGES)) {
      const words = ` (${some(passage.words, 'word', 'words')})`
      out(`        “${cut(passage.text, width - 10 - words.length)}”${pc.dim(words)}`)
    }
    if (passages.length > MOST_PASSAGES)
      out(pc.dim(`        … and ${some(passages.length - MOST_PASSAGES, 'more passage', 'more passages')}`))
  }
  if (group.pairs.length > MOST_PAIRS) out(pc.dim(`  … and ${some(group.pairs.length - MOST_PAIRS, 'more pair', 'more pairs')}`))
}

function printNotCounted({ notCounted }: Outcome, width: number): void {
  if (notCounted.length === 0) return
  out(`\n${pc.bold('Not counted, because very many documents have it:')}`)
  for (const run of notCounted) {
    const held = ` in ${number(run.documents)} of ${number(run.of)}`
    out(`  “${cut(run.text, width - 6 - held.length)}”${held}`)
  }
}

function printLeftOut({ leftOut, notes }: Outcome, width: number): void {
  if (leftOut.withoutWords.length > 0) out(`\n${pc.bold('Without words, not compared:')} ${named(leftOut.withoutWords)}`)
  if (leftOut.comparedInPart > 0)
    out(
      `\n${some(leftOut.comparedInPart, 'document is', 'documents are')} like so many others that each was compared with some of them only. The groups are found; not every pair in them is listed.`,
    )
  for (const note of notes) out(`\n${plain(note)}`)
  const failed = leftOut.failed.length + leftOut.moreFailed
  if (failed === 0) return
  out(`\n${pc.yellow(`${some(failed, 'item', 'items')} could not be used:`)}`)
  for (const [title, of] of Map.groupBy(leftOut.failed, (f) => f.title)) {
    out(`  ${title}: ${named(of.map((f) => f.source))}`)
    for (const { detail } of of.slice(0, MOST_REASONS)) out(pc.dim(`    ${cut(detail, width - 4)}`))
  }
  if (leftOut.moreFailed > 0) out(`  … and ${number(leftOut.moreFailed)} more that are not listed`)
}
