import type { AnyDraft } from '../../model/statement.ts'
import type { Job, YearMonth } from '../../model/vocabulary.ts'
import { findPeriods, withoutPeriods, type Period } from './dates.ts'
import { claim, tidy } from './draft.ts'
import { readHeader, type Header } from './job-header.ts'
import { labelledJobs, labelOf } from './labelled-jobs.ts'
import { leaning, runsBeside } from './occupations.ts'
import { isPlace } from './places.ts'
import type { Placed } from './sections.ts'

/** A job with the lines it takes up, for reading its bullets. */
export interface ReadJob {
  readonly from?: YearMonth
  readonly to?: YearMonth | 'present'
  /** Indexes of its lines: headers first, then the body up to, without, `end`. */
  readonly start: number
  readonly end: number
}

export interface Jobs {
  readonly drafts: readonly AnyDraft[]
  readonly jobs: readonly ReadJob[]
  /** Indexes of lines that are headers of jobs, not prose. */
  readonly headers: ReadonlySet<number>
}

const BULLET = /^\s*(?:[•●▪◦○■□➢➤✓✔❖⮚*·§‣⁃»]|[-–—]\s|o\s|\d{1,2}[.)]\s)/u

export const isBullet = (text: string): boolean => BULLET.test(text)

/** Short, not a bullet, not a sentence: may stand over a job. */
function isHeaderLike(line: Placed): boolean {
  const text = line.text.trim()
  if (line.heading || isBullet(text) || text.length > 110 || text.length < 2 || /@|\d{7}|\d{3}\W\d{3}\W\d{4}/u.test(text)) return false
  if (/[;:]$/u.test(text) || (text.endsWith('.') && !/\b(?:inc|ltd|co|corp|llc|sr|jr|u\.s)\.$/iu.test(text))) return false
  return !/^\p{Ll}/u.test(text) && text.split(/\s+/u).length <= 14 && !isProse(text) && labelOf(text) === undefined && !isOtherLabel(text)
}

/** "Description: …" belongs to what is above it; "Accountant: Example Ltd" is a job. */
function isOtherLabel(text: string): boolean {
  const label = /^\W{0,3}([\p{L} ]{3,28}?)\s{0,2}[:：]\s/u.exec(text)?.[1]
  return label !== undefined && leaning(label).title === 0
}

/** Names are written with capitals; a line whose longer words mostly have none is part of a sentence. */
function isProse(text: string): boolean {
  const words = text.match(/[\p{L}\p{M}]{4,}/gu) ?? []
  const small = words.filter((word) => /^\p{Ll}/u.test(word)).length
  return small > 2 && small > words.length / 2
}

interface Anchor {
  readonly index: number
  readonly period: Period
  /** What the line says beside its dates. */
  readonly rest: string
}

/** Jobs of the parts about experience; where there is no such part, of whatever has ranges of time outside the others. */
export function jobsIn(lines: readonly Placed[]): Jobs {
  const hasSection = lines.some((l) => l.section === 'experience')
  const belongs = (l: Placed): boolean =>
    l.section === 'experience' ||
    l.section === 'volunteer' ||
    (!hasSection && (l.section === 'other' || l.section === 'header' || l.section === 'summary'))
  const drafts: AnyDraft[] = []
  const jobs: ReadJob[] = []
  const headers = new Set<number>()
  for (const [start, end] of runs(lines, belongs)) {
    const read = jobsOfRun(lines, start, end)
    drafts.push(...read.drafts)
    jobs.push(...read.jobs)
    for (const index of read.headers) headers.add(index)
  }
  return { drafts, jobs, headers }
}

function runs(lines: readonly Placed[], belongs: (l: Placed) => boolean): [number, number][] {
  const found: [number, number][] = []
  for (let i = 0; i < lines.length; i += 1) {
    if (!belongs(lines[i]!)) continue
    let end = i
    while (end < lines.length && belongs(lines[end]!)) end += 1
    found.push([i, end])
    i = end
  }
  return found
}

function jobsOfRun(lines: readonly Placed[], start: number, end: number): Jobs {
  const run = lines.slice(start, end)
  const labelled = labelledJobs(run, isHeaderLike)
  const headers = new Set(labelled.flatMap((job) => job.lines.map((i) => i + start)))
  const drafts: AnyDraft[] = []
  const begun: { header: number; from?: YearMonth; to?: YearMonth | 'present' }[] = []
  for (const job of labelled) {
    const at = lines[job.at + start]!
    const value = valueOf(
      { employer: job.employer!, ...(job.title === undefined ? {} : { title: job.title }) },
      job.period,
      lines[job.lines[0]! + start]!,
    )
    if (value === undefined) continue
    drafts.push(...claims(value, at, { place: job.place, original: job.lines.map((i) => lines[i + start]!.text).join(' | ') }))
    begun.push({ header: Math.min(...job.lines) + start, ...when(job.period) })
  }
  const anchors = anchorsIn(lines, start, end, headers)
  const dated = new Set(anchors.map((a) => a.index))
  const above = anchors[0] !== undefined && hasAbove(lines, anchors[0].index, start)
  for (const anchor of anchors) {
    const found = headerOf(lines, anchor, { start, end, above, taken: headers, dated })
    const value = found === undefined ? undefined : valueOf(found.header, anchor.period, lines[anchor.index]!, found.text)
    // A year alone, or a document without a part about work, needs more than two capitalised phrases.
    const doubtful = anchor.period.single || (lines[anchor.index]!.section !== 'experience' && lines[anchor.index]!.section !== 'volunteer')
    if (found === undefined || value === undefined || (doubtful && certainty(found.header) < SURE)) continue
    for (const index of found.lines) headers.add(index)
    drafts.push(
      ...claims(value, lines[anchor.index]!, { place: found.header.place, original: found.lines.map((i) => lines[i]!.text).join(' | ') }),
    )
    begun.push({ header: Math.min(...found.lines), ...when(anchor.period) })
  }
  begun.sort((a, b) => a.header - b.header)
  const jobs = begun.map(({ header, ...period }, i): ReadJob => ({ ...period, start: header, end: begun[i + 1]?.header ?? end }))
  return { drafts, jobs, headers }
}

/** Lines whose dates are those of a job: not a sentence that mentions a year. */
function anchorsIn(lines: readonly Placed[], start: number, end: number, taken: ReadonlySet<number>): Anchor[] {
  const anchors: Anchor[] = []
  for (let index = start; index < end; index += 1) {
    const line = lines[index]!
    if (line.heading || taken.has(index) || labelOf(line.text) !== undefined) continue
    const periods = findPeriods(line.text)
    const period = periods.find((p) => !p.single) ?? periods[0]
    if (period === undefined) continue
    const rest = withoutPeriods(line.text, periods)
    if (rest.length > 110 || rest.split(/\s+/u).length > 15) continue
    if (isProse(rest) || /^\p{Ll}{3}/u.test(rest) || (period.single && (isBullet(line.text) || !endsOrBegins(line.text, period)))) continue
    anchors.push({ index, period, rest: rest.replace(BULLET, '') })
  }
  return anchors
}

/** A single date is a job's only at the margin of its line. */
const endsOrBegins = (text: string, period: Period): boolean =>
  text.slice(0, period.start).trim().length <= 2 || text.slice(period.end).replace(/[\s).,]+/gu, '') === ''

const hasAbove = (lines: readonly Placed[], index: number, start: number): boolean => index > start && isHeaderLike(lines[index - 1]!)

interface Surroundings {
  readonly start: number
  readonly end: number
  /** The first job of this part has its header over its dates. */
  readonly above: boolean
  readonly taken: ReadonlySet<number>
  /** Indexes of the lines that have dates of jobs. */
  readonly dated: ReadonlySet<number>
}

interface FoundHeader {
  readonly header: Header & { readonly employer: string }
  readonly lines: readonly number[]
  readonly text: string
}

/** The date line itself, then the lines above or below it, as many as are needed to know the employer. */
function headerOf(lines: readonly Placed[], anchor: Anchor, near: Surroundings): FoundHeader | undefined {
  const up = neighbours(lines, anchor, near, -1)
  const down = neighbours(lines, anchor, near, 1)
  const own = anchor.rest === '' ? [] : [anchor.index]
  const [first, second] = near.above ? [up, down] : [down, up]
  const text = (indexes: readonly number[]): string[] => indexes.map((i) => (i === anchor.index ? anchor.rest : lines[i]!.text))
  const tries = [own, ...candidates(own, first, anchor.index), ...candidates(own, second, anchor.index)]
  let best: { found: FoundHeader; score: number } | undefined
  let titled: Header = {}
  for (const indexes of tries) {
    const header = readHeader(text(indexes))
    if (header.employer === undefined || !isEmployer(header.employer)) {
      titled = titled.title === undefined ? header : titled
      continue
    }
    const found = {
      header: { ...header, employer: header.employer },
      lines: [...new Set([...indexes, anchor.index])].sort((a, b) => a - b),
      text: text(indexes).join(' | '),
    }
    const score = certainty(found.header) - 0.6 * (indexes.length - own.length)
    if (best === undefined || score > best.score) best = { found, score }
  }
  return best?.found ?? alone(titled, anchor, lines)
}

/** A title that is one beside any employer, or an employer and a title in a place. */
const SURE = 3

/** How much a reading looks like a job: a title that is one, an employer that is one, a place. Another line must add to it. */
function certainty(header: Header & { readonly employer: string }): number {
  const employer = leaning(header.employer)
  const title = header.title === undefined ? { title: 0, employer: 0 } : leaning(header.title)
  return (
    (header.title === undefined ? 0 : 2) +
    (title.title > title.employer ? 1 : 0) +
    (employer.employer > employer.title ? 1.5 : employer.title > employer.employer ? -1.5 : 0) +
    (header.place === undefined ? 0 : 0.8)
  )
}

/** The own line with one, then two lines of one side, in reading order. */
function candidates(own: readonly number[], side: readonly number[], anchor: number): number[][] {
  return side.map((_, n) => [...side.slice(0, n + 1), ...own].sort((a, b) => a - b)).filter((indexes) => indexes.some((i) => i !== anchor))
}

/** Up to two header-like lines next to the date line, the nearest first. */
function neighbours(lines: readonly Placed[], anchor: Anchor, near: Surroundings, step: 1 | -1): number[] {
  const found: number[] = []
  for (let i = anchor.index + step; i >= near.start && i < near.end && found.length < 2; i += step) {
    const line = lines[i]!
    if (near.taken.has(i) || near.dated.has(i) || !isHeaderLike(line)) break
    // Dates alone on their line may stand apart from what they are the dates of.
    if (step === 1 && line.gapBefore === true && (anchor.rest !== '' || found.length > 0)) break
    found.push(i)
    if (step === -1 && (line.gapBefore === true || lines[anchor.index]!.gapBefore === true)) break
  }
  // A line that the dates of the next job follow belongs to that one.
  if (step === 1 && near.above && found.length > 0 && near.dated.has(found.at(-1)! + 1)) found.pop()
  return found
}

/** A title alone names an employer only when it is the person. */
function alone(header: Header, anchor: Anchor, lines: readonly Placed[]): FoundHeader | undefined {
  if (header.title === undefined || !/free[\s-]?lanc|self[\s-]employed|independent/iu.test(header.title)) return undefined
  return { header: { ...header, employer: 'Self-employed' }, lines: [anchor.index], text: lines[anchor.index]!.text }
}

const when = (period: Period | undefined): { from?: YearMonth; to?: YearMonth | 'present' } => ({
  ...(period?.from === undefined ? {} : { from: period.from }),
  ...(period?.to === undefined ? {} : { to: period.to }),
})

/** What dates and labels leave behind is not a name. */
const isEmployer = (text: string): boolean =>
  text.length <= 120 &&
  /\p{L}{2}|\p{L}\d|\d\p{L}/u.test(text) &&
  !/^\W{0,3}(?:to|till|from|since|the|and|of|at|in|as|date|years?|months?|page)\W{0,3}$/iu.test(text) &&
  !isPlace(text)

/** Somebody at a school without an occupation studied there. */
const SCHOOL = /\b(?:universit\p{L}{1,5}|college|school|institut\p{L}{1,2}|academy|vidyalaya|polytechnic)\b/iu

function valueOf(header: { employer: string; title?: string }, period: Period | undefined, line: Placed, text = ''): Job | undefined {
  const employer = tidy(header.employer)
  if (SCHOOL.test(`${employer} ${header.title ?? ''}`) && leaning(header.title ?? '').title === 0) return undefined
  const title = header.title === undefined ? undefined : tidy(header.title).replace(/(?<=\p{Ll}{3})\.$/u, '')
  if (!isEmployer(employer)) return undefined
  const beside = line.section === 'volunteer' || runsBeside(`${title ?? ''} | ${employer}`) || runsBeside(text)
  return { employer, ...(title ? { title } : {}), ...when(period), ...(beside ? { beside: true } : {}) }
}

function claims(value: Job, line: Placed, { place, original }: { place: string | undefined; original: string }): AnyDraft[] {
  return [
    claim('job', value, line.at, tidy(original)),
    ...(place === undefined || place === '' ? [] : [claim('place', { text: place.slice(0, 500), scope: 'job' }, line.at)]),
  ]
}
