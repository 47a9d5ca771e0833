import type { PDFPageProxy } from 'pdfjs-dist'
import type { DrawnPage, Piece, Shape } from './drawn-page.ts'
import { area, IDENTITY, intersect, invert, mapBox, multiply, uprightMatrix, type Box, type Matrix } from './geometry.ts'
import { clipTo, inkOf, moveCursor, newCursor, newPen, setCursor, showClippingText, transform, type Cursor, type Pen } from './pen.ts'
import type { Pdfjs } from './open.ts'
import { setGlyphs, type Face, type Glyph } from './glyphs.ts'

/** Nothing that people draw nests deeper; a hostile page must not grow the stack without end. */
const DEEPEST = 500
/** A page with more pieces than this is not a document of a person; the rest of it is left out. */
const MOST_PIECES = 60_000
export const MOST_SHAPES = 3_000
/** A line this thick, in points, can be the ground under text. */
const THICK = 5

export interface Tracing {
  readonly pdfjs: Pdfjs
  readonly isLayerOff: (group: unknown) => boolean
  readonly face: (page: PDFPageProxy, id: string) => Face
}

/**
 * Follows the drawing operators of a page once and notes all text with its place, colour and mode, and all paint that may lie
 * under it. This is one pass where `getTextContent` beside `getOperatorList` would be two.
 */
export async function tracePage(proxy: PDFPageProxy, tracing: Tracing): Promise<DrawnPage> {
  const { matrix, page } = uprightMatrix(proxy.view as unknown as Box, proxy.rotate)
  const unit = proxy.userUnit || 1
  const scaled: Matrix = [unit, 0, 0, unit, 0, 0]
  const upright = multiply(scaled, matrix)
  const tracer = new Tracer(proxy, tracing, upright, mapBox(scaled, page))
  // Annotations are not drawn: their text is not part of the page's text.
  const list = await proxy.getOperatorList({ annotationMode: tracing.pdfjs.AnnotationMode.DISABLE })
  for (let i = 0; i < list.fnArray.length; i += 1) tracer.step(list.fnArray[i]!, (list.argsArray[i] ?? []) as readonly unknown[])
  return {
    number: proxy.pageNumber,
    pieces: tracer.pieces,
    shapes: tracer.shapes,
    page: mapBox(scaled, page),
    back: invert(upright),
    fonts: tracer.fonts,
  }
}

/** Each operator has operands of its own shape; pdf.js has checked them. */
type Step = (operands: never) => void

/** What to do with the path, its points, and its bounds in the current coordinates. */
type PathOperands = readonly [number, readonly (ArrayLike<number> | null)[], ArrayLike<number> | null]

class Tracer {
  readonly pieces: Piece[] = []
  readonly shapes: Shape[] = []
  readonly fonts = new Set<string>()
  readonly #proxy: PDFPageProxy
  readonly #tracing: Tracing
  readonly #page: Box
  readonly #steps: ReadonlyMap<number, Step>
  #pen: Pen
  readonly #stack: Pen[] = []
  readonly #layers: boolean[] = []
  #layersOff = 0
  #cursor: Cursor = newCursor()
  #order = 0
  #clipPending = false

  constructor(proxy: PDFPageProxy, tracing: Tracing, upright: Matrix, page: Box) {
    this.#proxy = proxy
    this.#tracing = tracing
    this.#page = page
    // Clipping starts wide open: what lies off the page is reported as such.
    this.#pen = newPen(upright, [-1e6, -1e6, 1e6, 1e6])
    this.#steps = this.#wire(tracing.pdfjs.OPS)
  }

  step(fn: number, args: readonly unknown[]): void {
    this.#order += 1
    this.#steps.get(fn)?.(args as never)
  }

  #wire(ops: Pdfjs['OPS']): ReadonlyMap<number, Step> {
    const on: [number, Step][] = [
      [ops.save, () => this.#save()],
      [ops.restore, () => this.#restore()],
      [ops.transform, (m: Matrix) => transform(this.#pen, m)],
      [ops.paintFormXObjectBegin, ([matrix, box]: [Matrix | null, Box | null]) => this.#enter(matrix, box)],
      [ops.paintFormXObjectEnd, () => this.#restore()],
      [ops.clip, () => void (this.#clipPending = true)],
      [ops.eoClip, () => void (this.#clipPending = true)],
      [ops.constructPath, (operands: PathOperands) => this.#path(operands)],
      [ops.setFillRGBColor, ([colour]: [string]) => void (this.#pen.fill = colour)],
      [ops.setStrokeRGBColor, ([colour]: [string]) => void (this.#pen.stroke = colour)],
      [ops.setLineWidth, ([width]: [number]) => void (this.#pen.lineWidth = width)],
      [ops.setFillColorN, () => void (this.#pen.fill = undefined)],
      [ops.setStrokeColorN, () => void (this.#pen.stroke = undefined)],
      [ops.setGState, ([entries]: [readonly (readonly [string, unknown])[]]) => this.#graphicsState(entries)],
      [ops.shadingFill, () => this.#paint(this.#pen.clip, 'fill', undefined)],
      [ops.paintImageXObject, ([id, width, height]: [string, number, number]) => this.#picture({ id, width, height })],
      [ops.paintInlineImageXObject, () => this.#picture(undefined)],
      [ops.paintImageMaskXObject, () => this.#picture(undefined)],
      [ops.paintSolidColorImageMask, () => this.#picture(undefined)],
      // Many pictures in one operation: where they are is not worth following, that the ground is unknown is.
      ...[
        ops.paintInlineImageXObjectGroup,
        ops.paintImageXObjectRepeat,
        ops.paintImageMaskXObjectGroup,
        ops.paintImageMaskXObjectRepeat,
      ].map((op): [number, Step] => [op, () => this.#paint(this.#pen.clip, 'picture', undefined)]),
      [ops.beginMarkedContentProps, ([tag, group]: [string, unknown]) => this.#openLayer(tag === 'OC' && this.#tracing.isLayerOff(group))],
      [ops.beginMarkedContent, () => this.#openLayer(false)],
      [ops.endMarkedContent, () => void (this.#layersOff -= this.#layers.pop() ? 1 : 0)],
    ]
    return new Map([...on, ...this.#wireText(ops)])
  }

  #wireText(ops: Pdfjs['OPS']): [number, Step][] {
    return [
      [ops.beginText, () => setCursor(this.#cursor, IDENTITY)],
      [ops.setTextMatrix, ([m]: [Iterable<number>]) => setCursor(this.#cursor, [...m] as unknown as Matrix)],
      [ops.moveText, ([x, y]: [number, number]) => moveCursor(this.#cursor, x, y)],
      [
        ops.setLeadingMoveText,
        ([x, y]: [number, number]) => {
          this.#pen.leading = y
          moveCursor(this.#cursor, x, y)
        },
      ],
      [ops.nextLine, () => moveCursor(this.#cursor, 0, this.#pen.leading)],
      // The operand of TL says how far down the next line is.
      [ops.setLeading, ([leading]: [number]) => void (this.#pen.leading = -leading)],
      [ops.setCharSpacing, ([spacing]: [number]) => void (this.#pen.charSpacing = spacing)],
      [ops.setWordSpacing, ([spacing]: [number]) => void (this.#pen.wordSpacing = spacing)],
      [ops.setHScale, ([percent]: [number]) => void (this.#pen.scale = percent / 100)],
      [ops.setTextRise, ([rise]: [number]) => void (this.#pen.rise = rise)],
      [ops.setTextRenderingMode, ([mode]: [number]) => void (this.#pen.mode = mode)],
      [ops.setFont, ([id, size]: [string, number]) => this.#setFont(id, size)],
      [ops.showText, ([glyphs]: [readonly (Glyph | number)[]]) => this.#text(glyphs)],
    ]
  }

  #setFont(id: string, size: number): void {
    this.#pen.font = id
    this.#pen.fontSize = size
  }

  #openLayer(off: boolean): void {
    if (this.#layers.length >= DEEPEST) return
    this.#layers.push(off)
    if (off) this.#layersOff += 1
  }

  #save(): void {
    if (this.#stack.length < DEEPEST) this.#stack.push({ ...this.#pen, clippingText: [...this.#pen.clippingText] })
  }

  #restore(): void {
    this.#pen = this.#stack.pop() ?? this.#pen
  }

  #enter(matrix: Matrix | null, box: Box | null): void {
    this.#save()
    if (matrix) transform(this.#pen, matrix)
    if (box) clipTo(this.#pen, box)
  }

  #graphicsState(entries: readonly (readonly [string, unknown])[]): void {
    for (const [key, value] of entries) {
      if (key === 'ca' && typeof value === 'number') this.#pen.fillAlpha = value
      else if (key === 'CA' && typeof value === 'number') this.#pen.strokeAlpha = value
      else if (key === 'Font' && Array.isArray(value)) this.#setFont(String(value[0]), Number(value[1]))
    }
  }

  #path([op, path, bounds]: PathOperands): void {
    const ops = this.#tracing.pdfjs.OPS
    if (bounds) {
      const box: Box = [bounds[0]!, bounds[1]!, bounds[2]!, bounds[3]!]
      const fills = op !== ops.stroke && op !== ops.closeStroke && op !== ops.endPath
      if (fills) this.#paint(mapBox(this.#pen.matrix, box), 'fill', isRectangle(path[0]) ? this.#pen.fill : undefined)
      else if (op !== ops.endPath) this.#thickLine(box)
      if (this.#clipPending) clipTo(this.#pen, box)
    }
    this.#clipPending = false
  }

  /** Some programs draw a banner as one very thick line. */
  #thickLine([x0, y0, x1, y1]: Box): void {
    const half = this.#pen.lineWidth / 2
    if (half * Math.hypot(this.#pen.matrix[0], this.#pen.matrix[1]) < THICK / 2) return
    this.#paint(mapBox(this.#pen.matrix, [x0 - half, y0 - half, x1 + half, y1 + half]), 'fill', undefined)
  }

  #picture(picture: { id: string; width: number; height: number } | undefined): void {
    const box = mapBox(this.#pen.matrix, [0, 0, 1, 1])
    this.#paint(box, 'picture', undefined, picture)
  }

  #paint(box: Box, kind: Shape['kind'], colour: string | undefined, picture?: Shape['picture']): void {
    if (this.#layersOff > 0 || this.shapes.length >= MOST_SHAPES) return
    showClippingText(this.#pen)
    const seen = intersect(intersect(box, this.#pen.clip), this.#page)
    const solid = this.#pen.fillAlpha > 0.99
    if (area(seen) === 0 || (kind === 'fill' && this.#pen.fillAlpha < 0.02)) return
    this.shapes.push({ box: seen, order: this.#order, kind, colour: solid ? colour : undefined, ...(picture ? { picture } : {}) })
  }

  #text(glyphs: readonly (Glyph | number)[]): void {
    if (this.pieces.length >= MOST_PIECES) return
    const face = this.#tracing.face(this.#proxy, this.#pen.font)
    if (face.embeddedName !== undefined) this.fonts.add(face.embeddedName)
    const ink = inkOf(this.#pen, this.#layersOff > 0)
    setGlyphs(glyphs, { pen: this.#pen, cursor: this.#cursor, face, ink, order: this.#order, pieces: this.pieces })
  }
}

/** A path of one upright rectangle: a move, three or four lines along the axes, perhaps a close. */
function isRectangle(path: ArrayLike<number> | null | undefined): boolean {
  if (!path || path.length > 17) return false
  let corners = 0
  let [x, y] = [Number.NaN, Number.NaN]
  for (let i = 0; i < path.length;) {
    const op = path[i]
    if (op === 4) {
      i += 1
      continue
    }
    if (op !== 0 && op !== 1) return false
    const [nx, ny] = [path[i + 1]!, path[i + 2]!]
    if (op === 1 && nx !== x && ny !== y) return false
    ;[x, y] = [nx, ny]
    corners += 1
    i += 3
  }
  return corners === 4 || corners === 5
}
