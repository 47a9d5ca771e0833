import process from 'node:process'
import pc from 'picocolors'
import type { Standing } from '../../engine/disposition-standing.ts'
import type { Dossier } from '../../engine/dossier.ts'
import type { ImportedList } from '../../engine/lookback/import.ts'
import type { Change } from '../../engine/lookback/recheck.ts'
import { returns, type LookedBack, type Touched } from '../../engine/lookback/touched.ts'
import { confidenceOf, independentSources, type Indicator } from '../../model/indicator.ts'
import { plain } from './plain.ts'

const out = (text: string): boolean => process.stdout.write(`${text}\n`)
const day = (instant: string): string => instant.slice(0, 10)
export const count = (n: number, one: string, many = `${one}s`): string => `${n.toLocaleString('en')} ${n === 1 ? one : many}`

/** Rows named one by one on a terminal; `--json` has all. */
const MOST_NAMED = 20

export function printImport({ indicators, added, leftOut, notes }: ImportedList, source: string): void {
  const known = indicators.length - added
  out(
    `${count(added, 'indicator')} of ${plain(source)} imported and quarantined${known > 0 ? `, ${known.toLocaleString('en')} known already` : ''}${leftOut.length > 0 ? `, ${count(leftOut.length, 'row')} left out` : ''}.`,
  )
  for (const note of notes) out(pc.dim(`  ${plain(note)}`))
  for (const { at, why } of leftOut.slice(0, MOST_NAMED)) out(pc.dim(plain(`  ${at}: ${why}`)))
  if (leftOut.length > MOST_NAMED) out(pc.dim(`  and ${leftOut.length - MOST_NAMED} more rows; --json names every one.`))
  const warned = indicators.filter((row) => row.warning !== undefined)
  if (warned.length === 0) return
  out(pc.bold(`\n${count(warned.length, 'value is', 'values are')} held back; each can be accepted only by its id:`))
  for (const row of warned.slice(0, MOST_NAMED))
    out(plain(`  ${row.id.slice(0, 12)}  ${row.kind}  ${row.original.slice(0, 80)}: ${row.warning ?? ''}`))
  if (warned.length > MOST_NAMED) out(`  and ${warned.length - MOST_NAMED} more; see \`bonafide indicators list\`.`)
}

export function printLookBack({ touched, hubs }: LookedBack): void {
  const back = touched.filter(returns)
  const quiet = touched.filter((t) => !returns(t))
  out('')
  if (touched.length === 0) out('No past persona holds any of it.')
  else out(pc.bold(`${count(touched.length, 'past persona')} touched, ${back.length} of them with something to look at:`))
  for (const one of back) printTouched(one)
  if (quiet.length > 0) {
    out(pc.bold(`\nNothing new for ${count(quiet.length, 'persona who was', 'personas who were')} decided on:`))
    for (const { persona, standing } of quiet) out(`  ${persona.id}  ${standingWords(standing)}`)
  }
  for (const { question, holders } of hubs)
    out(
      plain(
        `  ${question.kind} ${question.original.slice(0, 80)}: on ${holders >= 10_000 ? '10,000 or more' : holders} personas, as an office’s or a provider’s would be; nobody is named for it.`,
      ),
    )
  out(`\nNobody was flagged: what lists say is context for a person and changes no recommendation.`)
}

function printTouched({ persona, standing, hits, findings }: Touched): void {
  out(`\n${pc.bold(persona.id)}  ${standingWords(standing)}  ${pc.dim(plain(persona.source))}`)
  for (const { question, indicators, statement, artifact, fresh } of hits) {
    const news =
      standing.decided === undefined || indicators.length === 0 ? '' : fresh ? pc.yellow(' · new since then') : pc.dim(' · known then')
    out(`  ${question.kind} ${plain(question.original.slice(0, 100))}${news}`)
    out(
      pc.dim(
        plain(
          `    stated as ${statement.property} in ${artifact?.name ?? statement.seenIn.artifact.slice(0, 12)} at ${statement.seenIn.at} (${statement.basis})`,
        ),
      ),
    )
    if (indicators.length > 0) out(plain(`    ${sourcesOf(indicators)}`))
  }
  if (findings.length > 0) out('  Found since the decision:')
  for (const finding of findings)
    out(`    ${plain(finding.says)} ${pc.dim(`(${finding.direction}, ${finding.strength}, ${finding.detector})`)}`)
}

function sourcesOf(indicators: readonly Indicator[]): string {
  const sources = indicators.map((row) => sourceLine(row)).join('; ')
  const independent = independentSources(indicators)
  return `on ${sources}. ${count(independent, 'independent source')}: ${confidenceOf(indicators)} confidence.`
}

const sourceLine = ({ source, origin, reliability, credibility, seen, expires, state }: Indicator): string =>
  `${source}${origin === undefined ? '' : ` (from ${origin})`}, ${reliability}${credibility}, ${seen === undefined ? '' : `seen ${day(seen)}, `}good until ${day(expires)}, ${state}`

/** `cleared on 2026-03-01` */
function standingWords({ status, decided }: Standing): string {
  if (decided === undefined) return status
  const word = { cleared: 'cleared', confirmed: 'closed, confirmed', inconclusive: `${status}, inconclusive` }[decided.kind]
  return `${word} on ${day(decided.at)}`
}

/** What a person decided about a persona, and what has come to light since. */
export function printDecision({ standing, findings, news }: Dossier): void {
  const { decided } = standing
  if (decided === undefined) return
  out(`Decided: ${plain(`${decided.kind} on ${day(decided.at)} by ${decided.by}: ${decided.reason}`)}`)
  const fresh = findings.filter((f) => news.has(f.finding.id))
  if (fresh.length === 0) out(pc.dim('Nothing new since then.'))
  else out(pc.yellow(`New since then, ${count(fresh.length, 'finding')}:`))
  for (const { finding } of fresh)
    out(`  ${plain(finding.says)} ${pc.dim(`(${finding.direction}, ${finding.strength}, finding ${finding.id})`)}`)
  out('')
}

/** Past personas of whom something is other than before, because of who was screened now. */
export function printWoken(changes: readonly Change[], standings: ReadonlyMap<string, Standing>): void {
  const telling = changes.filter((c) => c.before !== c.after || c.fresh.some((f) => f.direction === 'raises'))
  if (telling.length === 0) return
  out(pc.bold(`\n${count(telling.length, 'past persona')} touched by what came now:`))
  printChanges(telling.slice(0, MOST_NAMED), standings)
  if (telling.length > MOST_NAMED) out(`\nand ${telling.length - MOST_NAMED} more; --json names every one.`)
}

/** Personas whose findings or recommendation are other than before. */
export function printChanges(changes: readonly Change[], standings: ReadonlyMap<string, Standing>): void {
  for (const { persona, before, after, fresh, gone } of changes) {
    const standing = standings.get(persona)
    const moved = before === after ? after : `${before ?? 'not assessed'} → ${after}`
    out(`\n${pc.bold(persona)}  ${moved}${standing === undefined ? '' : `  ${pc.dim(standingWords(standing))}`}`)
    for (const finding of fresh) out(`  ${pc.yellow('+')} ${plain(finding.says)} ${pc.dim(`(${finding.direction}, ${finding.strength})`)}`)
    for (const finding of gone) out(`  ${pc.dim('−')} ${plain(finding.says)}`)
  }
}
