import type { AnyStatement } from '../../model/statement.ts'
import { html, type Markup } from './html.ts'

interface Span {
  readonly label: string
  readonly kind: string
  readonly from: number
  readonly to: number
  readonly words: string
}

const SOURCES: Partial<Record<AnyStatement['seenIn']['role'], string>> = {
  resume: 'résumé',
  profile: 'profile',
  application: 'application',
  interview: 'interview',
}

/** Months since year 0. */
function months(text: string, end: boolean): number {
  const [year = 0, month] = text.split('-').map(Number)
  return year * 12 + (month === undefined ? (end ? 12 : 0) : end ? month : month - 1)
}

function spansOf(statements: readonly AnyStatement[]): Span[] {
  const latest = Math.max(
    0,
    ...statements.flatMap((s) =>
      (s.property === 'job' || s.property === 'education') && s.value.to !== undefined && s.value.to !== 'present'
        ? [months(s.value.to, true)]
        : [],
    ),
    ...statements.map((s) => months(s.held.slice(0, 7), true)),
  )
  return statements.flatMap((s) => {
    if (s.property !== 'job' && s.property !== 'education') return []
    const { from, to } = s.value
    if (from === undefined) return []
    const source = SOURCES[s.seenIn.role] ?? s.seenIn.role
    const name = s.property === 'job' ? s.value.employer : s.value.school
    return [
      {
        label: `${name} (${source})`,
        kind: s.property === 'education' ? 'education' : s.seenIn.role,
        from: months(from, false),
        to: to === undefined ? months(from, true) : to === 'present' ? latest : months(to, true),
        words: `${from} – ${to ?? '?'}`,
      },
    ]
  })
}

/** What the candidate says happened when, one bar a claim, each with the document that says it. */
export function timeline(statements: readonly AnyStatement[]): Markup {
  const spans = spansOf(statements)
    .toSorted((a, b) => b.from - a.from || (a.label < b.label ? -1 : 1))
    .slice(0, 40)
  if (spans.length === 0) return html`<p class="soft">No job or school with a date was read.</p>`
  const first = Math.min(...spans.map((s) => s.from))
  const last = Math.max(...spans.map((s) => s.to), first + 12)
  const share = (month: number): string => `${Math.min(100, Math.max(0, ((month - first) / (last - first)) * 100)).toFixed(2)}%`
  const width = (s: Span): string => `${Math.min(100, Math.max(0, ((s.to - s.from) / (last - first)) * 100)).toFixed(2)}%`
  return html`<div class="card">
    <div class="time">
      ${spans.map(
        (s) =>
          html`<div>${s.label}<br /><span class="soft small">${s.words}</span></div>
            <div class="track"><div class="bar ${s.kind}" style="left:${share(s.from)};width:${width(s)}"></div></div>`,
      )}
      <div></div>
      <div class="years">${years(first, last).map((year) => html`<span style="left:${share(year * 12)}">${year}</span>`)}</div>
    </div>
  </div>`
}

/** Full years between two months, few enough to stay apart on a phone. */
function years(first: number, last: number): number[] {
  const [from, to] = [Math.ceil(first / 12), Math.floor(last / 12)]
  const step = Math.max(1, Math.ceil((to - from + 1) / 6))
  return Array.from({ length: Math.max(0, Math.floor((to - from) / step) + 1) }, (_, i) => from + i * step)
}
