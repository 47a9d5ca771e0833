import type { Ink } from './drawn-page.ts'
import { IDENTITY, intersect, isEmpty, mapBox, multiply, type Box, type Matrix } from './geometry.ts'

/** The graphics state that a PDF's operators change, as far as it decides where text stands and whether it is seen. */
export interface Pen {
  matrix: Matrix
  clip: Box
  fill: string | undefined
  stroke: string | undefined
  fillAlpha: number
  strokeAlpha: number
  lineWidth: number
  mode: number
  font: string
  fontSize: number
  charSpacing: number
  wordSpacing: number
  /** Horizontal scaling, 1 = none. */
  scale: number
  leading: number
  rise: number
  /** Text drawn in mode 7 since this state began: it becomes visible when something is painted. */
  clippingText: Ink[]
}

export function newPen(matrix: Matrix, page: Box): Pen {
  return {
    matrix,
    clip: page,
    fill: '#000000',
    stroke: '#000000',
    fillAlpha: 1,
    strokeAlpha: 1,
    lineWidth: 1,
    mode: 0,
    font: '',
    fontSize: 0,
    charSpacing: 0,
    wordSpacing: 0,
    scale: 1,
    leading: 0,
    rise: 0,
    clippingText: [],
  }
}

/** Where text goes: matrix of the text object and the point in it. */
export interface Cursor {
  matrix: Matrix
  x: number
  y: number
  lineX: number
  lineY: number
}

export const newCursor = (): Cursor => ({ matrix: IDENTITY, x: 0, y: 0, lineX: 0, lineY: 0 })

export function moveCursor(cursor: Cursor, x: number, y: number): void {
  cursor.lineX += x
  cursor.lineY += y
  cursor.x = cursor.lineX
  cursor.y = cursor.lineY
}

export function setCursor(cursor: Cursor, matrix: Matrix): void {
  cursor.matrix = matrix
  cursor.x = cursor.y = cursor.lineX = cursor.lineY = 0
}

export function transform(pen: Pen, matrix: Matrix): void {
  pen.matrix = multiply(pen.matrix, matrix)
}

/** The box is a superset of what is clipped to, so what lies outside it is certainly not seen. */
export function clipTo(pen: Pen, box: Box): void {
  const clip = intersect(pen.clip, mapBox(pen.matrix, box))
  pen.clip = isEmpty(clip) ? [0, 0, 0, 0] : clip
}

/** Paint shows the text that it is clipped to. */
export function showClippingText(pen: Pen): void {
  for (const ink of pen.clippingText) ink.paintedThrough = true
  pen.clippingText = []
}

export function inkOf(pen: Pen, layerOff: boolean): Ink {
  const strokes = pen.mode % 4 === 1
  const ink: Ink = {
    colour: strokes ? pen.stroke : pen.fill,
    alpha: strokes ? pen.strokeAlpha : pen.mode % 4 === 2 ? Math.max(pen.fillAlpha, pen.strokeAlpha) : pen.fillAlpha,
    mode: pen.mode,
    clip: pen.clip,
    layerOff,
    paintedThrough: false,
  }
  if (pen.mode === 7) pen.clippingText.push(ink)
  return ink
}
