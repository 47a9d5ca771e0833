import { findPeriod, findPeriods, withoutPeriods, type Period } from './dates.ts'
import { tidy } from './draft.ts'
import type { Placed } from './sections.ts'

/** A job written as a form: "Company: …", "Designation: …", "Duration: …". */
export interface LabelledJob {
  employer?: string
  title?: string
  period?: Period
  place?: string
  /** Index of the line that gave the period, else of the first one. */
  at: number
  readonly lines: number[]
}

const LABELS: readonly (readonly [field: 'employer' | 'client' | 'title' | 'period' | 'place', form: RegExp])[] = [
  [
    'employer',
    /^(?:name of (?:the )?)?(?:company|employer|organi[sz]ation|firm|institution|current (?:company|employer))(?:['’]?s?\sname)?$/iu,
  ],
  ['client', /^(?:client|site|customer)(?:\sname)?$/iu],
  [
    'title',
    /^(?:designation|position|role|job\s?title|title|post|job\srole|position\sheld|profile|job\sprofile|working\sas|job\sposition)(?:\sheld)?$/iu,
  ],
  [
    'period',
    /^(?:duration|period|tenure|dates?|time\speriod|working\speriod|employment\speriod|worked\sfrom|from|year|period\sof\s\w{1,12})$/iu,
  ],
  ['place', /^(?:location|place|city|place\sof\swork)$/iu],
]

/** The label and what stands behind it; undefined for any other line. */
export function labelOf(text: string): { readonly field: (typeof LABELS)[number][0]; readonly value: string } | undefined {
  const match = /^[\s•●▪*-]{0,5}([\p{L}’' ]{3,28}?)\s{0,3}(?:\t?\s{0,3}[:：–-]|\t)\s{0,3}(.{1,300})$/u.exec(text)
  if (match === null) return undefined
  const field = LABELS.find(([, form]) => form.test(match[1]!.trim()))?.[0]
  const value = tidy(match[2]!.replace(/^[\s:\t]+/u, ''))
  return field === undefined || value === '' ? undefined : { field, value }
}

/** The line over a form that begins without its employer: who it was with, when, or both. */
function lookAbove(lines: readonly Placed[], i: number, job: LabelledJob, isHeader: (line: Placed) => boolean): void {
  const above = lines[i - 1]
  if (above === undefined || above.heading || /[:：]/u.test(above.text)) return
  const periods = findPeriods(above.text)
  const rest = tidy(withoutPeriods(above.text, periods))
  if (!isHeader({ ...above, text: rest === '' ? 'X' : rest })) return
  if (/\p{L}{3}/u.test(rest)) job.employer = rest
  const period = periods.find((p) => !p.single)
  if (period !== undefined) {
    job.period = period
    job.at = i - 1
  }
  if (/\p{L}{3}/u.test(rest) || period !== undefined) job.lines.push(i - 1)
}

/** Jobs of a section that are written as forms. `isHeader`: may this line name the employer above the form? */
export function labelledJobs(lines: readonly Placed[], isHeader: (line: Placed) => boolean): LabelledJob[] {
  const jobs: LabelledJob[] = []
  let current: (LabelledJob & { client?: string }) | undefined
  let employerBefore: string | undefined
  const close = (): void => {
    if (current === undefined) return
    const employer = current.employer ?? current.client ?? employerBefore
    employerBefore = employer
    if (employer !== undefined) current.employer = employer
    if (employer !== undefined && (current.period !== undefined || current.title !== undefined)) jobs.push(current)
    current = undefined
  }
  for (const [i, line] of lines.entries()) {
    if (line.heading) {
      close()
      employerBefore = undefined
      continue
    }
    const label = labelOf(line.text)
    if (label === undefined || (current === undefined && label.field === 'place')) continue
    const { field, value } = label
    const period = field === 'period' ? findPeriod(value) : undefined
    if (field === 'period' && period === undefined) continue
    if (current !== undefined && (current[field] !== undefined || i - current.lines.at(-1)! > 12)) close()
    if (current === undefined) {
      current = { at: i, lines: [] }
      if (field !== 'employer') lookAbove(lines, i, current, isHeader)
    }
    current.lines.push(i)
    if (period !== undefined) {
      current.period = period
      current.at = i
    } else if (field !== 'period') current[field] = value
  }
  close()
  return jobs
}
