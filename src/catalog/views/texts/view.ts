import { defineView } from '../../../kit/input.ts'
import { place } from '../../../kit/placed.ts'
import type { Placed } from '../../../kit/placed.ts'
import { isNonEmpty } from '../../../model/statement.ts'
import type { NonEmpty } from '../../../model/statement.ts'

export interface ReadableText {
  readonly text: Placed<{ readonly text: string }>
  /** Only a program sees it. */
  readonly hidden: boolean
}

/** Everything that a program would read in the documents, seen by people or not. */
export default defineView({
  id: 'texts',
  missing: 'no text',
  reads: ['passage', 'hidden-text'],
  build: (of): NonEmpty<ReadableText> | undefined => {
    const texts = of.map((s): ReadableText => ({ text: place(s), hidden: s.property === 'hidden-text' }))
    return isNonEmpty(texts) ? texts : undefined
  },
})
