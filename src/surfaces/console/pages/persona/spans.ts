import { labelOf } from '../../../../model/in-words.ts'
import { typed, type Evidence } from '../../evidence/value.ts'
import { t } from '../../texts/index.ts'

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
    case 'image-metadata':
      return at(one.file ?? labelOf(s.property), s.value.taken)
    case 'laptop-network':
    case 'sign-in':
    case 'shipment':
    case 'mfa-enrolment':
    case 'payout':
    case 'mail':
      return at(labelOf(s.property), s.property === 'mail' ? s.value.date : s.value.at)
    case 'check':
      return at(`${labelOf(s.property)}: ${s.value.about}`, s.value.at)
    case 'interview-session':
      return at(s.value.session, s.value.at)
    default:
      return undefined
  }
}

/** Newest first, each said once. */
export function spansOf(statements: readonly Evidence[], now: string): readonly Span[] {
  const found = [...statements.flatMap((one) => spanOf(one, moment(now)) ?? []), ...histories(statements)]
  const once = [...new Map(found.map((span) => [`${span.says} ${span.words} ${span.basis}`, span])).values()]
  return once.toSorted((a, b) => b.from - a.from || (a.says < b.says ? -1 : 1))
}

/** The years that spans lie in: the first, and the one after the last. */
export function yearsOf(spans: readonly Span[]): readonly [number, number] {
  const first = Math.floor(Math.min(...spans.map((span) => span.from)) / 12)
  const last = Math.ceil(Math.max(...spans.map((span) => span.to)) / 12)
  return [first, Math.max(last, first + 1)]
}

/** Commits are many: what they show is from when to when somebody worked in a repository. */
function histories(statements: readonly Evidence[]): readonly Span[] {
  const commits = statements.flatMap((one) => {
    const s = typed(one)
    return s.property === 'commit' ? [{ one, ...s.value }] : []
  })
  return [...Map.groupBy(commits, ({ one, repository }) => `${one.basis} ${repository}`).values()].flatMap((of) => {
    const dated = of.toSorted((a, b) => (a.authored < b.authored ? -1 : 1))
    const [first, last] = [dated[0], dated.at(-1)]
    if (first === undefined || last === undefined) return []
    return [
      {
        id: first.one.statement,
        says: t.persona.commits(first.repository, of.length),
        basis: first.one.basis === 'claimed' ? ('claimed' as const) : ('observed' as const),
        from: moment(first.authored),
        to: moment(last.authored),
        words: `${first.authored.slice(0, 7)} – ${last.authored.slice(0, 7)}`,
      },
    ]
  })
}
