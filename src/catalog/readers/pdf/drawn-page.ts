import type { Box, Matrix } from './geometry.ts'

/** A run of characters without a space in it, as it is drawn. Coordinates are points of the upright page, origin bottom left. */
export interface Piece {
  readonly text: string
  readonly box: Box
  /** Height of the baseline. */
  readonly y: number
  /** Effective size in points, after every scaling. */
  readonly size: number
  /** False when it runs in another direction than left to right along the page. */
  readonly upright: boolean
  readonly bold: boolean
  readonly ink: Ink
  /** Place in the order of drawing, shared with shapes. */
  readonly order: number
  /** Space that the file puts after every letter, in points: part of the spelling, not a gap between words. */
  readonly tracking: number
  /** A space was drawn before or after it. */
  readonly spaceBefore: boolean
  spaceAfter: boolean
}

/** How a run of text is painted; one object for all pieces of one drawing operation. */
export interface Ink {
  /** `#rrggbb`, or undefined where a pattern paints it. */
  readonly colour: string | undefined
  readonly alpha: number
  /** 0 fill … 3 invisible, 7 clip only (PDF 32000-1, table 106). */
  readonly mode: number
  /** What is clipped to when it is drawn. */
  readonly clip: Box
  /** In a layer that is switched off. */
  readonly layerOff: boolean
  /** Text that only clips: something was painted through it, so it is seen. */
  paintedThrough: boolean
}

/** Something painted that can be the ground under text. */
export interface Shape {
  readonly box: Box
  readonly order: number
  readonly kind: 'fill' | 'picture'
  /** `#rrggbb` of an opaque rectangle; undefined where the colour at a point is not known. */
  readonly colour: string | undefined
  /** Object id and size in pixels of a picture. */
  readonly picture?: { readonly id: string; readonly width: number; readonly height: number }
}

export interface DrawnPage {
  /** From 1. */
  readonly number: number
  readonly pieces: readonly Piece[]
  readonly shapes: readonly Shape[]
  /** The page as it is seen, after rotation. */
  readonly page: Box
  /** From the upright page back to the PDF's own coordinates, for locators. */
  readonly back: Matrix
  /** Names of embedded fonts, as they are written in the PDF. */
  readonly fonts: ReadonlySet<string>
}
