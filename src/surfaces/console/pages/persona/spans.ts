import { typed, type Evidence } from '../../evidence/value.ts'

/** Something with a date: a claim that lasted from one month to another, or a trace of one moment. */
export interface Span {
  readonly id: string
  readonly says: string
  readonly basis: 'claimed' | 'observed'
  /** Months since year 0, with fractions. */
  readonly from: number
  readonly to: number
  readonly words: string
}

/** Months since year 0. `end`: the end of that year or month. */
function months(text: string, end: boolean): number {
  const [year = 0, month] = text.split('-').map(Number)
  return year * 12 + (month === undefined ? (end ? 12 : 0) : end ? month : month - 1)
}

const moment = (instant: string): number => months(instant.slice(0, 7), false) + Number(instant.slice(8, 10)) / 31

/** What one statement says happened when; undefined where it says no date. */
function spanOf(one: Evidence, now: number): Span | undefined {
  const s = typed(one)
  const basis = one.basis === 'claimed' ? 'claimed' : 'observed'
  const at = (says: string, instant: string | undefined): Span | undefined =>
    instant === undefined
      ? undefined
      : { id: one.statement, says, basis, from: moment(instant), to: moment(instant), words: instant.slice(0, 10) }
  switch (s.property) {
    case 'job':
    case 'education': {
      const { from, to } = s.value
      if (from === undefined) return undefined
      const says = s.property === 'job' ? s.value.employer : s.value.school
      const end = to === undefined ? months(from, true) : to === 'present' ? now : months(to, true)
      return { id: one.statement, says, basis, from: months(from, false), to: end, words: `${from} – ${to ?? '?'}` }
    }
    case 'account':
      return at(s.value.login, s.value.created)
    case 'repository':
      return at(s.value.name, s.value.created)
    case 'document-metadata':
      return at(one.file ?? s.value.format, s.value.created)
    case 'application':
      return at(s.value.role ?? s.value.requisition ?? one.file ?? '', s.value.at)
    case 'network-address':
      return at(s.value.ip, s.value.at)
    case 'interview-session':
      return at(s.value.session, s.value.at)
    default:
      return undefined
  }
}

/** More lines than fit a screen say less. */
const MOST = 24

/** Newest first, each said once, and the years that they lie in. */
export function spansOf(
  statements: readonly Evidence[],
  now: string,
): { readonly spans: readonly Span[]; readonly years: readonly [number, number] } {
  const found = statements.flatMap((one) => spanOf(one, moment(now)) ?? [])
  const once = [...new Map(found.map((span) => [`${span.says} ${span.words} ${span.basis}`, span])).values()]
  const spans = once.toSorted((a, b) => b.from - a.from || (a.says < b.says ? -1 : 1)).slice(0, MOST)
  const first = Math.floor(Math.min(...spans.map((span) => span.from)) / 12)
  const last = Math.ceil(Math.max(...spans.map((span) => span.to)) / 12)
  return { spans, years: [first, Math.max(last, first + 1)] }
}
