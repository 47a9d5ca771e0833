import { defineView } from '../../../kit/input.ts'
import type { Attested } from '../../../model/statement.ts'

/** An author field of a file, as a digest, with the identity channel's answer whose it is. */
export interface AuthorField {
  readonly digest: Attested<string>
  readonly author: 'candidate' | 'somebody-else' | 'software' | 'unknown'
}

/**
 * Author fields of the candidate's files; the names themselves are read by the identity channel only. An empty list, not an
 * absent one, for files without such a field: they can still be compared by their other traces.
 */
export default defineView({
  id: 'author-fields',
  missing: 'no file that says how it was made',
  reads: ['document-metadata', 'document-author-digest', 'authorship'],
  build: (of): readonly AuthorField[] | undefined => {
    if (of.length === 0) return undefined
    const answers = of.filter((s) => s.property === 'authorship')
    return of
      .filter((s) => s.property === 'document-author-digest')
      .map((s): AuthorField => {
        const answer = answers.find((a) => a.seenIn.artifact === s.seenIn.artifact && a.value.field === s.value.field)
        return {
          digest: { value: s.value.digest, from: answer === undefined ? [s.id] : [s.id, answer.id] },
          author: answer?.value.author ?? 'unknown',
        }
      })
  },
})
