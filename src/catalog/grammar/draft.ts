import type { AnyDraft, Draft, Locator } from '../../model/statement.ts'
import type { Property, ValueOf } from '../../model/vocabulary.ts'

/** A claim of the person the document is about, with the spelling where it differs from the value. */
export function claim<P extends Property>(property: P, value: ValueOf<P>, at: Locator, original?: string): AnyDraft {
  const kept = original === undefined || original === value ? {} : { original: original.slice(0, 2000) }
  const draft: Draft<P> = { about: 'self', property, value, basis: 'claimed', at, ...kept }
  return draft as AnyDraft
}

/** At most 500 characters, one line, without the separators that taking a line apart leaves at its ends. */
export const tidy = (text: string): string =>
  text
    .replace(/\s{1,200}/gu, ' ')
    .replace(/^[\s,;:|•·*▪–—-]{1,20}|[\s,;:|•·*–—-]{1,20}$/gu, '')
    .slice(0, 500)
    .trim()
