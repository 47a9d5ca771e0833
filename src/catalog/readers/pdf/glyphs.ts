import type { Ink, Piece } from './drawn-page.ts'
import { multiply, pointX, pointY, union, type Box, type Matrix } from './geometry.ts'
import type { Cursor, Pen } from './pen.ts'

/** A glyph as pdf.js hands it over. Width in thousandths of the font's unit. */
export interface Glyph {
  readonly unicode: string
  readonly width: number
  readonly isSpace: boolean
  readonly vmetric: readonly number[] | null
}

/** What must be known of a font to place its glyphs. */
export interface Face {
  readonly fontMatrix: readonly number[]
  readonly vertical: boolean
  readonly bold: boolean
  /** Undefined for a font that is not in the file. */
  readonly embeddedName: string | undefined
}

export interface Setting {
  readonly pen: Pen
  readonly cursor: Cursor
  readonly face: Face
  readonly ink: Ink
  readonly order: number
  readonly pieces: Piece[]
}

/**
 * A gap between two glyphs this wide, in ems, separates words although no space is drawn. pdf.js uses 0.102 (its
 * `SPACE_IN_FLOW_MIN_FACTOR`); compared on 45 real CVs, word by word.
 */
export const WORD_GAP = 0.102
/** Letters rise and descend about this much, in ems; font metrics are too often wrong to use them. */
const RISES = 0.75
const DESCENDS = 0.22

/** Places a run of glyphs and moves the cursor on. Appends one piece a word. */
export function setGlyphs(glyphs: readonly (Glyph | number)[], setting: Setting): void {
  const { pen, cursor, face } = setting
  const size = Math.abs(pen.fontSize)
  const direction = pen.fontSize < 0 ? -1 : 1
  const widthScale = size * (face.fontMatrix[0] ?? 0.001)
  const across = multiply(pen.matrix, multiply(cursor.matrix, [pen.scale * direction, 0, 0, direction, cursor.x, cursor.y + pen.rise]))
  const run = new Run(across, size, setting)
  let at = 0
  for (const glyph of glyphs) {
    if (typeof glyph === 'number') {
      const jump = ((face.vertical ? 1 : -1) * (glyph * size)) / 1000
      at += jump
      continue
    }
    const spacing = (glyph.isSpace ? pen.wordSpacing : 0) + pen.charSpacing
    const advance = face.vertical ? (glyph.vmetric?.[0] ?? -1000) * widthScale - spacing : glyph.width * widthScale + spacing
    run.add(glyph.unicode, at, at + (face.vertical ? advance : glyph.width * widthScale))
    at += advance
  }
  run.end()
  if (face.vertical) cursor.y += at
  else cursor.x += at * pen.scale * direction
}

const BLANK = /^[\s\u00a0]*$/

/** Collects glyphs into pieces, each in the coordinates of the page. */
class Run {
  readonly #m: Matrix
  readonly #size: number
  readonly #setting: Setting
  #text = ''
  #from = 0
  #to = 0
  #spaceBefore = false
  #last: Piece | undefined

  constructor(matrix: Matrix, size: number, setting: Setting) {
    this.#m = matrix
    this.#size = size
    this.#setting = setting
  }

  add(unicode: string, from: number, to: number): void {
    if (BLANK.test(unicode)) {
      this.end()
      this.#spaceBefore = true
      if (this.#last !== undefined) this.#last.spaceAfter = true
      return
    }
    const gap = this.#setting.face.vertical ? 0 : from - this.#to - Math.max(0, this.#setting.pen.charSpacing)
    if (this.#text !== '' && (gap > WORD_GAP * this.#size || gap < -this.#size)) this.end()
    if (this.#text === '') this.#from = from
    this.#text += unicode
    this.#to = to
  }

  end(): void {
    if (this.#text === '') return
    const { pieces, ink, order, face } = this.#setting
    const [a, b, c, d] = this.#m
    const tracking = Math.max(0, this.#setting.pen.charSpacing) * Math.hypot(a, b)
    const effective = this.#size * Math.hypot(c, d)
    const piece: Piece = {
      text: this.#text,
      box: this.#box(),
      y: pointY(this.#m, this.#from, 0),
      size: effective,
      upright: Math.abs(b) <= 0.05 * Math.abs(a) && a > 0 && !face.vertical,
      bold: face.bold,
      ink,
      order,
      tracking,
      spaceBefore: this.#spaceBefore,
      spaceAfter: false,
    }
    pieces.push(piece)
    this.#last = piece
    this.#text = ''
    this.#spaceBefore = false
  }

  #box(): Box {
    const vertical = this.#setting.face.vertical
    const corner = (along: number, over: number): Box => {
      const [x, y] = vertical ? [over, along] : [along, over]
      const [px, py] = [pointX(this.#m, x, y), pointY(this.#m, x, y)]
      return [px, py, px, py]
    }
    const low = -DESCENDS * this.#size
    const high = RISES * this.#size
    return union(union(corner(this.#from, low), corner(this.#to, high)), union(corner(this.#from, high), corner(this.#to, low)))
  }
}
