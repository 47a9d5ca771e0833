import { stringify } from 'csv-stringify/sync'
import type { Share } from '../../compute/wilson.ts'
import type { OpeningRates } from '../../engine/oversight/adverse-impact.ts'
import type { MadeDecision } from '../../engine/oversight/ports.ts'
import type { Contest } from '../../model/contest.ts'

type Cell = string | number | undefined

/** RFC 4180, with a mark before what a spreadsheet would run as a formula, and without NUL, which cuts a line off in some. */
function csv(columns: readonly string[], rows: readonly (readonly Cell[])[]): string {
  const plain = rows.map((row) => row.map((cell) => (typeof cell === 'string' ? cell.replaceAll('\0', '') : cell)))
  return stringify(plain, { header: true, columns: [...columns], escape_formulas: true, record_delimiter: '\r\n' })
}

/** Decisions with their reasons. */
export const decisionsCsv = (made: readonly MadeDecision[]): string =>
  csv(
    [
      'case',
      'decision',
      'persona',
      'at',
      'by',
      'approved by',
      'kind',
      'recommendation',
      'against the recommendation',
      'reasons',
      'text',
      'seconds with the evidence',
      'taken back',
      'catalogue',
    ],
    made.map(({ case: of, decided, at, by, second, undone, record: r }) => [
      of,
      decided,
      r.persona,
      at,
      by,
      second,
      r.kind,
      r.recommendation,
      r.differs ? 'yes' : 'no',
      r.reasons.map((reason) => reason.code).join('; '),
      r.text,
      r.seen.reduce((sum, s) => sum + s.seconds, 0),
      undone ? 'yes' : 'no',
      r.catalog,
    ]),
  )

export const contestsCsv = (contests: readonly Contest[]): string =>
  csv(
    ['review', 'persona', 'kind', 'instance', 'at', 'due', 'points', 'outcome', 'answered', 'by', 'reason', 'withdrawn'],
    contests.map(({ id, persona, kind, instance, at, due, wrong, decided }) => [
      id,
      persona,
      kind,
      instance,
      at,
      due,
      wrong.length,
      decided?.outcome,
      decided?.at,
      decided?.by,
      decided?.reason,
      decided?.findings.length,
    ]),
  )

const SHARES = ['flagged', 'cleared', 'confirmed', 'contested', 'flagged and cleared', 'contested and upheld'] as const

/** Rates with their 95 % intervals; an empty cell where they are too few to say. */
export const ratesCsv = (rates: readonly OpeningRates[]): string =>
  csv(
    ['opening', 'applications', ...SHARES.flatMap((name) => [`${name}: n`, `${name}: rate`, `${name}: low`, `${name}: high`])],
    rates.map(({ requisition, applications, rates: r, flaggedCleared, upheld }) => [
      requisition ?? '(none)',
      applications,
      ...[r?.flagged, r?.cleared, r?.confirmed, r?.contested, flaggedCleared, upheld].flatMap(cellsOf),
    ]),
  )

const cellsOf = (share: Share | undefined): readonly Cell[] =>
  share === undefined
    ? [undefined, undefined, undefined, undefined]
    : [share.n, ...[share.rate, share.low, share.high].map((x) => x.toFixed(4))]
