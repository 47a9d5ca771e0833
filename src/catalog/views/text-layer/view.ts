import { defineView } from '../../../kit/input.ts'
import { place } from '../../../kit/placed.ts'
import type { Placed } from '../../../kit/placed.ts'
import { isNonEmpty } from '../../../model/statement.ts'
import type { NonEmpty } from '../../../model/statement.ts'

export interface TextLayer {
  readonly document: Placed<unknown>
  /** Pages in which no text could be read; 0 for a document with text on every page. */
  readonly without: number
  /** Pages of the document, where the file says so. */
  readonly pages: number | undefined
}

/** How much of each document a program could read as text. */
export default defineView({
  id: 'text-layer',
  missing: 'no document with pages',
  reads: ['no-text-layer', 'document-metadata'],
  build: (of): NonEmpty<TextLayer> | undefined => {
    const artifacts = [...new Set(of.map((s) => s.seenIn.artifact))]
    const layers = artifacts.flatMap((artifact): TextLayer[] => {
      const inside = of.filter((s) => s.seenIn.artifact === artifact)
      const bare = inside.find((s) => s.property === 'no-text-layer')
      const pages = inside.find((s) => s.property === 'document-metadata')?.value.pages
      const [first] = inside
      if (bare !== undefined) return [{ document: place(bare), without: bare.value.pages, pages }]
      return first === undefined ? [] : [{ document: place(first), without: 0, pages }]
    })
    return isNonEmpty(layers) ? layers : undefined
  },
})
