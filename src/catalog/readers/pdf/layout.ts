import type { Line } from '../../grammar/line.ts'
import type { DrawnPage, Piece } from './drawn-page.ts'
import { readInColumns } from './columns.ts'
import { mapBox, union, type Box, type Matrix } from './geometry.ts'
import { segmentsOf, type Segment } from './segments.ts'

/** `page=2&box=72,640,310,655` in the PDF's own coordinates. */
export function locate(page: number, box: Box, back: Matrix): string {
  const rounded = mapBox(back, box).map((n) => Math.round(n * 10) / 10)
  return `page=${page}&box=${rounded.join(',')}`
}

/** The lines of a page as a person reads them. */
export function linesOf(drawn: DrawnPage, visible: readonly Piece[]): Line[] {
  const segments = segmentsOf(visible)
  const rows = [...readInColumns(segments.filter((s) => s.upright)), ...segments.filter((s) => !s.upright).map((s) => [s])]
  const leading = usualLeading(rows)
  return rows.map((row, i) => lineOf(row, rows[i - 1], { drawn, leading }))
}

function lineOf(row: readonly Segment[], above: readonly Segment[] | undefined, page: { drawn: DrawnPage; leading: number }): Line {
  const box = row.map((s) => s.box).reduce(union)
  const letters = row.reduce((n, s) => n + s.letters, 0)
  const bold = row.reduce((n, s) => n + s.bold, 0)
  const size = Math.max(...row.map((s) => s.size))
  // In ems rather than points, so that the space above a heading is not taken for a gap because its letters are larger.
  const gap = above === undefined ? Infinity : (above[0]!.y - row[0]!.y) / Math.max(size, above[0]!.size)
  return {
    text: row.map((s) => readable(s.text)).join('\t'),
    at: locate(page.drawn.number, box, page.drawn.back),
    size: Math.round(size * 10) / 10,
    bold: bold > letters / 2,
    gapBefore: gap < 0 || gap > Math.max(1.35 * page.leading, page.leading + 0.25),
  }
}

/** Median distance of baselines in ems. */
function usualLeading(rows: readonly (readonly Segment[])[]): number {
  const steps: number[] = []
  for (let i = 1; i < rows.length; i += 1) {
    const step = (rows[i - 1]![0]!.y - rows[i]![0]!.y) / Math.max(rows[i]![0]!.size, rows[i - 1]![0]!.size)
    if (step > 0.5 && step < 3) steps.push(step)
  }
  steps.sort((a, b) => a - b)
  return steps[Math.floor(steps.length / 2)] ?? 1.2
}

/** Ligatures and presentation forms written out; private-use signs (icons, bullets of symbol fonts) as one bullet. */
function readable(text: string): string {
  return inLogicalOrder(text)
    .replace(/[\uf000-\uf0ff]/g, '•')
    .replace(/[\ue000-\uf8ff\u0000-\u0008\u000b-\u001f\ufffd]/g, ' ')
    .replace(/[\u00a0\ufb00-\ufdff\ufe70-\ufefc]+/g, (forms) => forms.normalize('NFKC'))
    .replace(/ {2,}/g, ' ')
    .trim()
}

const RIGHT_TO_LEFT = /[\p{Script=Hebrew}\p{Script=Arabic}]/u

/** Letters of a right-to-left script stand in the file from left to right as drawn. */
function inLogicalOrder(text: string): string {
  if (!RIGHT_TO_LEFT.test(text)) return text
  return text.replace(/[\p{Script=Hebrew}\p{Script=Arabic}\p{M}]+(?:[\s،.'"]+[\p{Script=Hebrew}\p{Script=Arabic}\p{M}]+)*/gu, (run) =>
    [...run].reverse().join(''),
  )
}
