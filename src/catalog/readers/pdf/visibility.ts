import { MOST_SHAPES } from './trace.ts'
import type { DrawnPage, Piece, Shape } from './drawn-page.ts'
import { area, contains, intersect, isEmpty, union, type Box } from './geometry.ts'

export type How = 'render-mode-3' | 'same-colour' | 'tiny' | 'off-page'

/** Text of one page that a person who looks at it does not see, with why. */
export interface Hidden {
  readonly how: How
  readonly text: string
  readonly box: Box
  /** Letters, digits and signs in it, without spaces. */
  readonly characters: number
}

export interface Sight {
  readonly visible: readonly Piece[]
  readonly hidden: readonly Hidden[]
  /** The page is a picture with a text layer over it, as scanners with text recognition make it. */
  readonly scan: boolean
}

/** Smaller is below what print and screens show as letters; the smallest print in contracts is about 5 points. PROP. */
const TINY = 4
/** Colours whose channels all differ by no more than this (of 255) cannot be told apart as text and ground: contrast below 1.15. PROP. */
const SAME = 16
/** Share of the page that a scan's picture covers, and of the text that is invisible over it. PROP. */
const SCAN_COVERS = 0.8
const SCAN_TEXT = 0.9
/** More separate passages of hidden text on one page say nothing new. */
const MOST_HIDDEN = 50

/** What is seen of a page and what is not: compares how each word is drawn with what lies under it. */
export function look(drawn: DrawnPage): Sight {
  const scan = isScan(drawn)
  const visible: Piece[] = []
  const hidden: Hidden[] = []
  let run: { how: How; pieces: Piece[] } | undefined
  const close = (): void => {
    if (run !== undefined && hidden.length < MOST_HIDDEN) hidden.push(...passageOf(run.how, run.pieces))
    run = undefined
  }
  for (const piece of drawn.pieces) {
    const how = whyUnseen(piece, drawn, scan)
    if (how === undefined) {
      visible.push(piece)
      if (piece.text.length > 0) close()
    } else if (run?.how === how) run.pieces.push(piece)
    else {
      close()
      run = { how, pieces: [piece] }
    }
  }
  close()
  return { visible, hidden, scan }
}

/** True when only a look at every picture of the page can decide: something may be hidden, or lie on a picture. */
export function needsPictures(sight: Sight): boolean {
  return sight.hidden.some(({ how }) => how === 'render-mode-3' || how === 'same-colour')
}

function whyUnseen(piece: Piece, drawn: DrawnPage, scan: boolean): How | undefined {
  const { ink, box } = piece
  if (ink.layerOff) return 'render-mode-3'
  if (ink.mode === 3 || (ink.mode === 7 && !ink.paintedThrough)) return scan ? undefined : 'render-mode-3'
  if (isEmpty(intersect(box, drawn.page)) || isEmpty(intersect(box, ink.clip))) return 'off-page'
  if (piece.size < TINY) return 'tiny'
  if (ink.alpha < 0.02) return 'same-colour'
  if (ink.mode !== 7 && ink.colour !== undefined && isSame(ink.colour, groundUnder(piece, drawn.shapes))) return 'same-colour'
  return undefined
}

const PAPER = '#ffffff'

/** Colour of what was painted last under the middle of a word; undefined where it cannot be known. */
function groundUnder(piece: Piece, shapes: readonly Shape[]): string | undefined {
  if (shapes.length >= MOST_SHAPES) return undefined
  const x = (piece.box[0] + piece.box[2]) / 2
  const y = piece.y + 0.3 * piece.size
  for (let i = shapes.length - 1; i >= 0; i -= 1) {
    const shape = shapes[i]!
    if (shape.order < piece.order && contains(shape.box, x, y)) return shape.colour
  }
  return PAPER
}

function isSame(a: string, b: string | undefined): boolean {
  if (b === undefined) return false
  for (let i = 1; i < 7; i += 2)
    if (Math.abs(Number.parseInt(a.slice(i, i + 2), 16) - Number.parseInt(b.slice(i, i + 2), 16)) > SAME) return false
  return true
}

function isScan(drawn: DrawnPage): boolean {
  const whole = area(drawn.page)
  const covered = drawn.shapes.some((s) => s.kind === 'picture' && area(s.box) >= SCAN_COVERS * whole)
  if (!covered || drawn.pieces.length === 0) return false
  const unseen = drawn.pieces.filter((p) => p.ink.mode === 3).length
  return unseen >= SCAN_TEXT * drawn.pieces.length
}

function passageOf(how: How, pieces: readonly Piece[]): Hidden[] {
  let text = ''
  let box: Box | undefined
  let last: Piece | undefined
  for (const piece of pieces) {
    const apart =
      last !== undefined && (last.spaceAfter || piece.spaceBefore || last.order !== piece.order || Math.abs(last.y - piece.y) > 1)
    text += (apart ? ' ' : '') + piece.text
    box = box === undefined ? piece.box : union(box, piece.box)
    last = piece
  }
  const characters = text.replace(/\s/g, '').length
  return box !== undefined && /[\p{L}\p{N}]/u.test(text) ? [{ how, text: text.slice(0, 20_000), box, characters }] : []
}
