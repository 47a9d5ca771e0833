import type { Locator } from '../../model/statement.ts'

/** One line of a document in reading order. A tab in `text` is a jump to another column or tab stop. */
export interface Line {
  readonly text: string
  readonly at: Locator
  /** Size of the letters in points, where known. */
  readonly size?: number
  readonly bold?: boolean
  /** More space above it than between the lines of a paragraph. */
  readonly gapBefore?: boolean
}
