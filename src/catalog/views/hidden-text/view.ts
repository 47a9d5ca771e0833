import { defineView } from '../../../kit/input.ts'
import { place } from '../../../kit/placed.ts'
import type { Placed } from '../../../kit/placed.ts'
import type { ValueOf } from '../../../model/vocabulary.ts'

/** Text that a program reads and a person does not see. Empty where a document was looked at and has none. */
export default defineView({
  id: 'hidden-text',
  missing: 'no document whose drawing could be looked at',
  reads: ['hidden-text', 'document-metadata'],
  build: (of): readonly Placed<ValueOf<'hidden-text'>>[] | undefined =>
    of.length === 0 ? undefined : of.filter((s) => s.property === 'hidden-text').map(place),
})
