import { union, type Box } from './geometry.ts'
import { WORD_GAP } from './glyphs.ts'
import type { Piece } from './drawn-page.ts'

/** Words beside each other on one baseline without a jump between them. */
export interface Segment {
  text: string
  box: Box
  /** Box of its last piece. */
  end: Box
  readonly y: number
  size: number
  bold: number
  /** Letters in it, for deciding whether most of it is bold. */
  letters: number
  /** Place in the order of drawing of its first and last piece. */
  readonly first: number
  last: number
  /** The same, counted in segments. */
  rank: number
  readonly upright: boolean
  spaceAfter: boolean
  tracking: number
}

/** A gap wider than this, in ems, is a jump to another column or tab stop. Justified text stays below. */
const JUMP = 1.2
/** Baselines closer than this, in ems, are one line; smaller letters may be raised or lowered further. */
const SAME_BASELINE = 0.25
const RAISED = 0.5

/** Joins words to segments: first in the order of drawing, then what was drawn apart but stands together. */
export function segmentsOf(pieces: readonly Piece[]): Segment[] {
  const drawn: Segment[] = []
  for (const piece of pieces) {
    const last = drawn.at(-1)
    if (last !== undefined && continues(last, piece)) extend(last, piece)
    else if (last === undefined || !isDouble(last, piece)) drawn.push(start(piece))
  }
  const merged = mergeNeighbours(drawn)
  ;[...merged].sort((a, b) => a.first - b.first).forEach((segment, rank) => (segment.rank = rank))
  return merged
}

function start(piece: Piece): Segment {
  const letters = piece.text.length
  return {
    text: piece.text,
    box: piece.box,
    end: piece.box,
    y: piece.y,
    size: piece.size,
    bold: piece.bold ? letters : 0,
    letters,
    first: piece.order,
    last: piece.order,
    rank: 0,
    upright: piece.upright,
    spaceAfter: piece.spaceAfter,
    tracking: piece.tracking,
  }
}

function continues(segment: Segment, piece: Piece): boolean {
  if (segment.upright !== piece.upright) return false
  if (!segment.upright) return isNear(segment.end, piece)
  const em = Math.max(segment.size, piece.size)
  const raised = piece.size < 0.8 * segment.size ? RAISED : SAME_BASELINE
  if (Math.abs(segment.y - piece.y) > raised * em) return false
  const gap = piece.box[0] - segment.box[2]
  return gap < JUMP * em && gap > -0.3 * em
}

/** Turned text: the next word begins where the last one ended, whatever the direction. */
function isNear(end: Box, piece: Piece): boolean {
  const dx = Math.max(0, piece.box[0] - end[2], end[0] - piece.box[2])
  const dy = Math.max(0, piece.box[1] - end[3], end[1] - piece.box[3])
  return Math.max(dx, dy) < 0.6 * piece.size
}

function extend(segment: Segment, piece: Piece): void {
  const gap = piece.box[0] - segment.box[2] - segment.tracking
  const apart = segment.spaceAfter || piece.spaceBefore || (segment.upright && gap > WORD_GAP * Math.max(segment.size, piece.size))
  append(segment, { ...start(piece) }, apart)
}

function append(segment: Segment, next: Segment, apart: boolean): void {
  segment.text += (apart ? ' ' : '') + next.text
  segment.box = union(segment.box, next.box)
  segment.size = Math.max(segment.size, next.size)
  segment.bold += next.bold
  segment.letters += next.letters
  segment.last = next.last
  segment.end = next.end
  segment.spaceAfter = next.spaceAfter
  segment.tracking = next.tracking
}

/** Bold imitated by drawing the same word twice, a hair's breadth apart. */
function isDouble(segment: Segment, piece: Piece): boolean {
  return (
    segment.text.endsWith(piece.text) &&
    Math.abs(segment.y - piece.y) < 0.1 * piece.size &&
    Math.abs(segment.box[2] - piece.box[2]) < 0.15 * piece.size
  )
}

/** Top to bottom, left to right. Baselines of one line may differ by a fraction of a point. */
function inReadingOrder(segments: readonly Segment[]): Segment[] {
  return [...segments].sort((a, b) => b.y - a.y || a.box[0] - b.box[0])
}

function mergeNeighbours(segments: readonly Segment[]): Segment[] {
  const out: Segment[] = []
  for (const row of rowsOf(segments)) {
    const merged: Segment[] = []
    for (const segment of [...row].sort((a, b) => a.box[0] - b.box[0])) {
      const last = merged.at(-1)
      if (last === undefined || !last.upright || !segment.upright) {
        merged.push(segment)
        continue
      }
      const em = Math.max(last.size, segment.size)
      const gap = segment.box[0] - last.box[2]
      if (gap < -0.3 * em && segment.text === last.text) continue
      if (gap < JUMP * em && gap > -0.3 * em) append(last, segment, last.spaceAfter || gap - last.tracking > WORD_GAP * em)
      else merged.push(segment)
    }
    out.push(...merged)
  }
  return out
}

/** Segments on one baseline, rows from top to bottom. */
export function rowsOf(segments: readonly Segment[]): Segment[][] {
  const rows: Segment[][] = []
  let top = Number.NaN
  for (const segment of inReadingOrder(segments)) {
    const row = rows.at(-1)
    if (row !== undefined && top - segment.y <= 0.25 * Math.min(segment.size, row[0]!.size)) row.push(segment)
    else {
      rows.push([segment])
      top = segment.y
    }
  }
  return rows
}
