import { rowsOf, type Segment } from './segments.ts'

/** Narrower than this, in points, is not a gutter between columns. */
const GUTTER = 8
/** A column has at least this many lines. */
const LINES = 4
/** Columns within columns within columns: no page goes deeper. */
const DEEPEST = 5
/** Left edges tried as the start of a right column. */
const MOST_EDGES = 40

type Row = readonly Segment[]

interface Split {
  readonly x: number
  /** Rows from `from` up to, without, `to`. */
  readonly from: number
  readonly to: number
  readonly lines: number
}

/**
 * Rows in the order in which they are read. Where a vertical strip stays empty over many rows and what is right of it is a text
 * of its own, the left column is read before the right one; a date at the right margin or a label at the left stays on its line.
 * A recursive cut in the manner of the XY-cut (Nagy, Seth, Viswanathan 1992), with the order of drawing as second witness.
 */
export function readInColumns(segments: readonly Segment[], depth = 0): Row[] {
  const rows = rowsOf(segments)
  const split = depth < DEEPEST ? bestSplit(rows) : undefined
  if (split === undefined) return rows.map((row) => [...row].sort((a, b) => a.box[0] - b.box[0]))
  const band = rows.slice(split.from, split.to).flat()
  return [
    ...readInColumns(rows.slice(0, split.from).flat(), depth + 1),
    ...readInColumns(
      band.filter((s) => s.box[0] < split.x),
      depth + 1,
    ),
    ...readInColumns(
      band.filter((s) => s.box[0] >= split.x),
      depth + 1,
    ),
    ...readInColumns(rows.slice(split.to).flat(), depth + 1),
  ]
}

function bestSplit(rows: readonly Row[]): Split | undefined {
  if (rows.length < LINES) return undefined
  let best: Split | undefined
  for (const x of edges(rows)) {
    for (const split of bandsAt(x, rows)) {
      if ((best === undefined || split.lines > best.lines) && areColumns(rows.slice(split.from, split.to), x)) best = split
    }
  }
  return best
}

/** Left edges shared by several segments: where a right column can begin. */
function edges(rows: readonly Row[]): number[] {
  const counts = new Map<number, number>()
  for (const row of rows)
    for (const s of row) {
      const edge = Math.round(s.box[0])
      counts.set(edge, (counts.get(edge) ?? 0) + 1)
    }
  return [...counts]
    .filter(([, n]) => n >= 2)
    .sort((a, b) => b[1] - a[1])
    .slice(0, MOST_EDGES)
    .map(([edge]) => edge - 0.6)
}

/** Runs of rows in which nothing crosses the strip left of x and both sides have enough lines. */
function bandsAt(x: number, rows: readonly Row[]): Split[] {
  const bands: Split[] = []
  let from = 0
  const close = (to: number): void => {
    const band = trim(rows, from, to, x)
    const left = count(rows, band.from, band.to, (s) => s.box[0] < x)
    const right = count(rows, band.from, band.to, (s) => s.box[0] >= x)
    if (left >= LINES && right >= LINES) bands.push({ x, ...band, lines: left + right })
  }
  for (let i = 0; i <= rows.length; i += 1) {
    if (i < rows.length && !rows[i]!.some((s) => s.box[0] < x && s.box[2] > x - GUTTER)) continue
    close(i)
    from = i + 1
  }
  return bands
}

const count = (rows: readonly Row[], from: number, to: number, on: (s: Segment) => boolean): number =>
  rows.slice(from, to).filter((row) => row.some(on)).length

/** A band begins and ends where both sides have text near by: a heading above both columns is not part of the left one. */
function trim(rows: readonly Row[], start: number, end: number, x: number): { readonly from: number; readonly to: number } {
  const right = (row: Row | undefined): boolean => row?.some((s) => s.box[0] >= x) ?? false
  let from = start
  while (from < end && !right(rows[from])) from += 1
  // The left column's first lines may stand beside nothing: take in those directly above the first line of the right one.
  const level = rows[from]?.[0]
  while (
    from > start &&
    level !== undefined &&
    rows[from - 1]![0]!.y - rows[from]![0]!.y < 2 * level.size &&
    rows[from - 1]![0]!.size <= 1.2 * level.size
  )
    from -= 1
  return { from, to: end }
}

/** Of rows that have both sides: are these two texts side by side, or one text with dates or labels at its side? */
function areColumns(band: readonly Row[], x: number): boolean {
  const left = band.filter((row) => row.some((s) => s.box[0] < x))
  const right = band.filter((row) => row.some((s) => s.box[0] >= x))
  const both = band.filter((row) => row.some((s) => s.box[0] < x) && row.some((s) => s.box[0] >= x))
  if (both.length === 0) return true
  const next = both.filter((row) => drawnAcross(row, x)).length
  if (next >= 0.5 * both.length) return false
  const fewer = left.length <= right.length ? left : right
  const more = fewer === left ? right : left
  const aligned = fewer.filter((row) => both.includes(row)).length / fewer.length
  return !(aligned >= 0.75 && fewer.length <= 0.5 * more.length && average(fewer, fewer === left, x) <= 26)
}

/** The line goes on right of x in the order of drawing: no line of another column was drawn in between. */
function drawnAcross(row: Row, x: number): boolean {
  const left = row.filter((s) => s.box[0] < x).map((s) => s.rank)
  const right = row.filter((s) => s.box[0] >= x).map((s) => s.rank)
  return Math.min(...right) === Math.max(...left) + 1
}

function average(rows: readonly Row[], left: boolean, x: number): number {
  const texts = rows.map((row) => row.filter((s) => s.box[0] < x === left).reduce((n, s) => n + s.text.length, 0))
  return texts.reduce((a, b) => a + b, 0) / texts.length
}
