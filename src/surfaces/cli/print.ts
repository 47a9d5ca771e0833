import process from 'node:process'
import pc from 'picocolors'
import type { Dossier, ExplainedFinding } from '../../engine/dossier.ts'
import type { Failure } from '../../engine/read.ts'
import type { Screened } from '../../engine/screen.ts'
import type { Recommendation } from '../../model/finding.ts'
import { leftOut } from '../report/left-out.ts'
import { BASE_RATE, nextStep, RECOMMENDATION_WORDS, strongestReason } from '../report/words.ts'
import { plain } from './plain.ts'
import { countOutcomes } from './screen-document.ts'

const out = (text: string): boolean => process.stdout.write(`${text}\n`)

const COLOURS: Readonly<Record<Recommendation, (text: string) => string>> = {
  clear: pc.green,
  ask: pc.cyan,
  review: pc.yellow,
  escalate: pc.red,
}

/** Cuts at a word so that a column keeps its width. */
function fit(given: string, width: number): string {
  const text = plain(given)
  return text.length <= width ? text.padEnd(width) : `${text.slice(0, width - 1).trimEnd()}…`
}

/** The name, and where the candidate stands, which must not be cut off. */
function whoFits({ name, standing, news }: Dossier, width: number): string {
  const state = standing.status === 'open' ? '' : ` (${standing.status}${news.size > 0 ? ', news' : ''})`
  return `${fit(name ?? '(no name read)', width - state.length).trimEnd()}${state}`.padEnd(width)
}

const ORDER: readonly Recommendation[] = ['escalate', 'review', 'ask', 'clear']

/** One line a persona, what needs a person first. */
export function printTable(found: readonly Dossier[]): void {
  if (found.length === 0) {
    out('No candidate was screened.')
    return
  }
  const width = Math.max(100, Math.min(process.stdout.columns ?? 150, 200))
  const rest = width - 18 - 24 - 10 - 6
  const [reason, next] = [Math.floor(rest * 0.58), Math.ceil(rest * 0.42)]
  out(pc.bold(`${fit('Persona', 18)}  ${fit('Candidate', 24)}  ${fit('Says', 8)}  ${fit('Strongest reason', reason)}  What to do next`))
  const rank = (d: Dossier): number => ORDER.indexOf(d.assessment?.recommendation ?? 'ask')
  for (const d of found.toSorted((a, b) => rank(a) - rank(b))) {
    const recommendation = d.assessment?.recommendation ?? 'ask'
    out(
      `${d.persona.id}  ${whoFits(d, 24)}  ${COLOURS[recommendation](recommendation.padEnd(8))}  ${fit(strongestReason(d), reason)}  ${fit(nextStep(d), next).trimEnd()}`,
    )
  }
  const counts = ORDER.map((r) => `${found.filter((d) => (d.assessment?.recommendation ?? 'ask') === r).length} ${r}`).join(', ')
  const checks = found.map((d) => countOutcomes(d.assessment))
  const sum = (key: keyof (typeof checks)[number]): number => checks.reduce((n, c) => n + c[key], 0)
  out(
    `\n${found.length} personas: ${counts}. Checks: ${sum('fired')} fired, ${sum('quiet')} quiet, ${sum('notApplicable')} not applicable, ${sum('failed')} failed.`,
  )
  out(pc.dim(BASE_RATE))
}

/** Remarks named on the line of their kind; `show <persona>` has every one. */
const MOST_NAMED = 8

/** What was dropped, not read or read badly, a line a kind. */
export function printLeftOut(found: readonly Dossier[]): void {
  for (const { title, items } of leftOut(found)) {
    const named = items.slice(0, MOST_NAMED).map(({ says, count }) => `${plain(says)} (${count})`)
    const more = items.length - named.length
    out(`${pc.bold(`${title}:`)} ${named.join('; ')}${more > 0 ? `; and ${more} more remarks, see \`bonafide show <persona>\`` : ''}`)
  }
}

/** Candidates who are one persona because the same content was handed in under several names. */
export function printSame(personas: Screened['personas']): void {
  for (const [persona, of] of Map.groupBy(personas, (p) => p.persona))
    if (of.length > 1)
      out(`${persona} was handed in ${of.length} times with the same content: ${of.map((p) => plain(p.source)).join(', ')}`)
}

export function printFailures(failures: readonly Failure[]): void {
  if (failures.length === 0) return
  out(pc.bold(`\n${failures.length} ${failures.length === 1 ? 'file' : 'files'} could not be used; this says nothing about the candidate:`))
  for (const f of failures) out(plain(`  ${f.source}: ${f.title}. ${f.detail}`))
}

/** One finding with its evidence, for a terminal. */
export function printFinding({ finding, card, evidence }: ExplainedFinding): void {
  const mark = { raises: pc.yellow('▲'), lowers: pc.green('▼'), context: pc.dim('·') }[finding.direction]
  out(`${mark} ${pc.bold(plain(finding.says))}`)
  out(pc.dim(`  ${finding.strength}, ${finding.family} · ${finding.detector}@${finding.version} · finding ${finding.id}`))
  for (const { statement, artifact, own } of evidence) {
    const value = typeof statement.value === 'string' ? statement.value : JSON.stringify(statement.value)
    const shown = plain(`${statement.property}: ${value}`)
    out(`    ${shown.length > 160 ? `${shown.slice(0, 159)}…` : shown}`)
    out(
      pc.dim(
        `      ${own ? 'this persona' : `persona ${statement.subject}`} · ${statement.basis} · ${plain(`${artifact?.name ?? statement.seenIn.artifact.slice(0, 12)} at ${statement.seenIn.at}`)}`,
      ),
    )
  }
  if (card !== undefined && finding.direction === 'raises') out(`  Would clear it: ${card.clears.join(' · ')}`)
}

/** What each recommendation means, once. */
export function printRecommendation(d: Dossier): void {
  const recommendation = d.assessment?.recommendation ?? 'ask'
  out(`${COLOURS[recommendation](recommendation.toUpperCase())}: ${RECOMMENDATION_WORDS[recommendation]}`)
}
