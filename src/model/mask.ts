import type { ArtifactId, Instant } from './statement.ts'

export const MASKED = ['birth-date', 'photo', 'document-number'] as const

/** A box of a page that the hiring side is not shown. Only added; lifting one is another row with the same id. */
export interface Mask {
  readonly id: string
  readonly artifact: ArtifactId
  /** From 1; a picture is one page. */
  readonly page: number
  /** In points of the page from its top left: left, top, right, bottom. Of a picture: pixels. */
  readonly box: readonly [left: number, top: number, right: number, bottom: number]
  readonly what: (typeof MASKED)[number]
  readonly by: string
  readonly at: Instant
  readonly lifted: boolean
}
