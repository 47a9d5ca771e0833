import type { AnyDraft } from '../../../model/statement.ts'
import type { ValueOf } from '../../../model/vocabulary.ts'
import { claim } from '../../grammar/draft.ts'
import { hiddenText } from '../../grammar/hidden-text.ts'
import { withoutInvisible } from '../../grammar/invisible.ts'
import { withoutOwn } from '../../grammar/own-words.ts'

type Kind = ValueOf<'passage'>['kind']

/** Passages of the document's prose, with the person's own name and contacts (`own`, as spelled) replaced by `_`. */
export class Prose {
  readonly #own: readonly string[]
  readonly #passages: AnyDraft[] = []

  constructor(own: readonly string[]) {
    this.#own = own
  }

  /** Each line of the text is a passage, as it would be in a printed résumé. */
  add(found: { readonly text: string; readonly at: string } | undefined, kind: Kind): void {
    if (found === undefined) return
    const { clean, invisible } = withoutInvisible(found.text)
    for (const { how, text } of invisible) this.#passages.push(hiddenText(how, text, found.at))
    for (const line of clean.split(/[\r\n]+/)) {
      const text = withoutOwn(
        line
          .replaceAll(/\s+/g, ' ')
          .trim()
          .replace(/^[•●▪◦*·–-]+ /u, ''),
        this.#own,
      )
      if (text !== '') this.#passages.push(claim('passage', { text: text.slice(0, 20_000), kind }, found.at))
    }
  }

  get passages(): readonly AnyDraft[] {
    return this.#passages
  }
}
