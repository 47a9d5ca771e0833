import type { YearMonth } from '../../model/vocabulary.ts'

/** A stretch of time as a document writes it. */
export interface Period {
  readonly from?: YearMonth
  readonly to?: YearMonth | 'present'
  /** Place in the text. */
  readonly start: number
  readonly end: number
  /** A single date, not a range: what it stands for (beginning, end, issue) depends on where it is written. */
  readonly single: boolean
}

/** Years outside are not dates of a career: "20222" is a slip and "1066" is history. */
const FIRST_YEAR = 1950
const LAST_YEAR = 2100

/** By month: English, German, French, Spanish, Portuguese, Italian, Dutch; the longest spelling first. */
const MONTHS = [
  'january|januar|janvier|enero|janeiro|gennaio|januari|jan|ene|gen',
  'february|februar|février|fevrier|febrero|fevereiro|febbraio|februari|feb|fév|fev|febr',
  'march|märz|maerz|mars|marzo|março|marco|maart|mar|mär|mrz',
  'april|avril|abril|aprile|apr|avr|abr',
  'may|mai|mayo|maio|maggio|mei|mag',
  'june|juni|juin|junio|junho|giugno|jun|giu',
  'july|juli|juillet|julio|julho|luglio|jul|juil|lug',
  'august|août|aout|agosto|augustus|aug|ago|aoû',
  'september|septembre|septiembre|setembro|settembre|sept|sep|set|sett',
  'october|oktober|octobre|octubre|outubro|ottobre|oct|okt|out|ott',
  'november|novembre|noviembre|novembro|nov',
  'december|dezember|décembre|decembre|diciembre|dezembro|dicembre|dec|dez|déc|dic',
]
const MONTH_OF = new Map(MONTHS.flatMap((names, i) => names.split('|').map((name) => [name, i + 1] as const)))
const byLength = (words: readonly string[]): string => [...words].sort((a, b) => b.length - a.length).join('|')
export const MONTH = `(?:${byLength([...MONTH_OF.keys()])})`
const PRESENT_WORDS = [
  'till(?=\\s{0,2}(?:[:;,.)]|$))',
  'present',
  'current',
  'currently',
  'now',
  'today',
  'to date',
  'till date',
  'till now',
  'until now',
  'ongoing',
  'onwards',
  'heute',
  'aujourd.hui',
  'actualidad',
  'actualmente',
  'presente',
  'atualmente',
  'oggi',
  'heden',
  'date',
]
const SEASON = '(?:spring|summer|fall|autumn|winter|q[1-4])'
const YEAR = String.raw`(?:19|20)\d{2}`
const DAY = String.raw`\d{1,2}(?:st|nd|rd|th)?`

/** Every way to write one date, most specific first. All repetition is bounded, so matching stays linear. */
const DATE = new RegExp(
  [
    String.raw`(?<present>${PRESENT_WORDS.join('|')})(?![\p{L}\p{N}])`,
    String.raw`(?:${DAY}[\s.,-]{0,2}(?:of\s)?)?(?<month>${MONTH})(?!\p{L})[\s.,'’‘/-]{0,3}(?:${DAY}[,'’]?\s{1,2})?(?<monthYear>${YEAR})(?!\d)`,
    String.raw`(?<month2>${MONTH})(?!\p{L})\.?\s?['’‘-]\s?(?<shortYear>\d{2})(?!\d)`,
    String.raw`(?<a>\d{1,2})(?<sep>[/.,-])(?<b>\d{1,2})\k<sep>(?<dmYear>${YEAR})(?!\d)`,
    String.raw`(?<isoYear>${YEAR})[-/.](?<isoMonth>0[1-9]|1[0-2])(?:[-/.]\d{2})?(?!\d)`,
    String.raw`(?<numMonth>0?[1-9]|1[0-2])\s?[/.-]\s?(?<numYear>${YEAR})(?!\d)`,
    String.raw`(?<numMonth2>0[1-9]|1[0-2])/(?<numShort>\d{2})(?![\d/])`,
    String.raw`${SEASON}[\s,]{1,2}(?:of\s)?(?<seasonYear>${YEAR})(?!\d)`,
    String.raw`(?<year>${YEAR})(?![\d%])`,
    String.raw`(?<bare>${MONTH})(?![\p{L}\p{N}])\.?`,
  ]
    .map((form) => String.raw`(?<![\p{L}\p{N}$€£])${form}`)
    .join('|'),
  'giu',
)
const BETWEEN =
  /^\s{0,3}(?:[-–—−‐‑‒―~→]{1,3}(?:\s{0,2}(?:to|till|until)\s)?|\/|\.{2,3}|…|to(?:\sto)?|until|till|through|thru|up to|bis|à|au|al|hasta|até|a|tot)\s{0,3}(?:the\s)?$/iu
const SINCE = /(?:^|[^\p{L}])(?:since|from|seit|depuis|desde|ab)\s{1,3}$/iu
const SHORT_END = /^\s?[-–—/]\s?['’]?(\d{2})(?![\d/.:-])/u
const OPEN_END = /^\s?[-–—]{1,2}\s{0,3}(?:\.{2,3}|…)?$/u

interface Moment {
  readonly kind: 'date' | 'present' | 'month'
  readonly year?: number
  readonly month?: number
  readonly start: number
  readonly end: number
}

/** All dates and ranges of a line, in order. A date within a range is not listed again. */
export function findPeriods(text: string): Period[] {
  const moments = momentsOf(text)
  const periods: Period[] = []
  for (let i = 0; i < moments.length; i += 1) {
    const first = moments[i]!
    const second = moments[i + 1]
    if (first.kind === 'present') continue
    if (second !== undefined && joins(text, first, second)) {
      const period = range(first, second)
      if (period !== undefined) {
        periods.push(period)
        i += 1
        continue
      }
    }
    if (first.kind === 'date') periods.push(alone(first, text))
  }
  return periods
}

/** "2019 – 2021", and "2019 to date", where the word between them is part of the second. */
function joins(text: string, first: Moment, second: Moment): boolean {
  const between = text.slice(first.end, second.start)
  return (
    BETWEEN.test(between) ||
    (second.kind === 'present' &&
      /^\s{0,3}[-–—]?\s{0,3}$/u.test(between) &&
      /^(?:to|till|until|onwards)/iu.test(text.slice(second.start, second.end)))
  )
}

/** The first range of a line, else its first single date. */
export function findPeriod(text: string): Period | undefined {
  const all = findPeriods(text)
  return all.find((period) => !period.single) ?? all[0]
}

/** The text without its dates, and without the brackets and separators they leave behind. */
export function withoutPeriods(text: string, periods: readonly Period[]): string {
  let out = ''
  let at = 0
  for (const period of periods) {
    out += `${text.slice(at, period.start)}\t`
    at = period.end
  }
  return (out + text.slice(at))
    .replace(/[([]\s{0,3}(?:from|since|dates?:?)?\s{0,3}\t\s{0,3}[)\]]/giu, '\t')
    .replace(/(?:^|[\s,])(?:from|since)\s{0,2}\t/giu, '\t')
    .replace(/[\s,;:|–—-]{0,10}\t[\s,;:|–—-]{0,10}/gu, '\t')
    .replace(/^[\s,;:|–—.()-]{1,10}|[\s,;:|–—(-]{1,10}$/gu, '')
}

function momentsOf(text: string): Moment[] {
  const found: Moment[] = []
  // Without two digits in a row there is no year, and most lines of prose have none.
  if (!/\d\d/u.test(text)) return found
  for (const match of text.matchAll(DATE)) {
    const moment = momentOf(match, text)
    if (moment !== undefined) found.push(moment)
  }
  return found
}

function momentOf(match: RegExpMatchArray, text: string): Moment | undefined {
  const g = match.groups as Readonly<Record<string, string | undefined>>
  const start = match.index ?? 0
  const span = { start, end: start + match[0].length }
  if (g['present'] !== undefined) return { kind: 'present', ...span }
  if (g['bare'] !== undefined) return { kind: 'month', month: monthNumber(g['bare']), ...span }
  const isRange = g['isoYear'] !== undefined && readsAsYears(g, text.slice(span.end), text.slice(0, start))
  if (isRange) return dated(Number(g['isoYear']), undefined, { start, end: start + 4 })
  const year = g['monthYear'] ?? g['dmYear'] ?? g['isoYear'] ?? g['numYear'] ?? g['seasonYear'] ?? g['year']
  const short = g['shortYear'] ?? g['numShort']
  const month = g['month'] ?? g['month2']
  const number = g['isoMonth'] ?? g['numMonth'] ?? g['numMonth2']
  const named = month === undefined ? (number === undefined ? dayAndMonth(g) : Number(number)) : monthNumber(month)
  return dated(year === undefined ? century(Number(short)) : Number(year), named, span)
}

const monthNumber = (name: string): number => MONTH_OF.get(name.toLowerCase()) ?? 1
/** Two-digit years: a career of somebody who applies today lies between 1960 and 2059. */
const century = (short: number): number => (short >= 60 ? 1900 : 2000) + short

function dated(year: number, month: number | undefined, span: { start: number; end: number }): Moment | undefined {
  if (!(year >= FIRST_YEAR && year <= LAST_YEAR)) return undefined
  return { kind: 'date', year, ...(month === undefined ? {} : { month }), ...span }
}

/** "2010-12" is December, except where it can only be, or is drawn as, the years 2010 to 2012. */
function readsAsYears(g: Readonly<Record<string, string | undefined>>, after: string, before: string): boolean {
  const later = Number(g['isoMonth']) > Number(g['isoYear']) % 100
  const beside =
    /^\s{0,3}(?:[-–—]|to|\/)\s{0,3}(?:(?:19|20)\d{2}|present|now|current)/iu.test(after) ||
    /(?:19|20)\d{2}[-/.]\d{2}\s{0,3}(?:[-–—]|to)\s{0,3}$/u.test(before)
  return later && !beside && !/^[-/.]\d/u.test(after)
}

/** "26.12.2015": whichever is above 12 is the day; with dots the day comes first; else the month is not known. */
function dayAndMonth(g: Readonly<Record<string, string | undefined>>): number | undefined {
  if (g['a'] === undefined) return undefined
  const [a, b] = [Number(g['a']), Number(g['b'])]
  if (a > 12 && b >= 1 && b <= 12) return b
  if (b > 12 && a >= 1 && a <= 12) return a
  return g['sep'] === '.' && b >= 1 && b <= 12 ? b : a === b ? a : undefined
}

const written = (moment: Moment, year = moment.year): YearMonth =>
  moment.month === undefined ? String(year) : `${year}-${String(moment.month).padStart(2, '0')}`

function range(first: Moment, second: Moment): Period | undefined {
  const span = { start: first.start, end: second.end, single: false }
  if (second.kind === 'month') return undefined
  if (first.kind === 'month')
    return second.kind === 'date' ? { from: written(first, second.year), to: written(second), ...span } : undefined
  return { from: written(first), to: second.kind === 'present' ? 'present' : written(second), ...span }
}

function alone(moment: Moment, text: string): Period {
  const after = text.slice(moment.end)
  const short = moment.month === undefined ? SHORT_END.exec(after) : null
  if (short !== null && Number(short[1]) > (moment.year ?? 0) % 100) {
    const to = Math.floor((moment.year ?? 0) / 100) * 100 + Number(short[1])
    return { from: written(moment), to: String(to), start: moment.start, end: moment.end + short[0].length, single: false }
  }
  if (SINCE.test(text.slice(0, moment.start)) && /since|seit|depuis|desde/iu.test(text.slice(Math.max(0, moment.start - 12), moment.start)))
    return { from: written(moment), to: 'present', start: moment.start, end: moment.end, single: false }
  if (OPEN_END.test(after) && after.trim() !== '')
    return { from: written(moment), start: moment.start, end: moment.end + after.length, single: false }
  return { from: written(moment), to: written(moment), start: moment.start, end: moment.end, single: true }
}
