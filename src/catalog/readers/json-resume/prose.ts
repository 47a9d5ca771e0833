import type { AnyDraft } from '../../../model/statement.ts'
import type { ValueOf } from '../../../model/vocabulary.ts'
import { claim } from '../../grammar/draft.ts'

type Kind = ValueOf<'passage'>['kind']

/** Gathers the document's prose and hands it out with the person's own name and contacts replaced by `_`. */
export class Prose {
  readonly #own: RegExp | undefined
  readonly #passages: { readonly text: string; readonly at: string; readonly kind: Kind }[] = []

  /** @param own spellings of the person's name and contacts */
  constructor(own: readonly string[]) {
    const words = [...new Set(own.flatMap((spelled) => [spelled, ...(/^[\p{L}\p{M} .'’-]+$/u.test(spelled) ? spelled.split(/\s+/) : [])]))]
      .filter((word) => word.length >= 2)
      .sort((a, b) => b.length - a.length)
      .map((word) => word.replaceAll(/[\^$.*+?()[\]{}|/-]/g, '\\$&'))
    this.#own = words.length === 0 ? undefined : new RegExp(`(?<![\\p{L}\\p{N}])(?:${words.join('|')})(?![\\p{L}\\p{N}])`, 'giu')
  }

  /** Each line of the text is a passage of its own, as it is in a printed résumé. */
  add(found: { readonly text: string; readonly at: string } | undefined, kind: Kind): void {
    for (const line of found?.text.split(/\s*[\r\n]+\s*/) ?? []) {
      const text = line.replace(/^[•●▪◦*·–-]+\s+/u, '').replaceAll(/\s+/g, ' ').trim()
      if (text !== '') this.#passages.push({ text: text.slice(0, 20_000), at: found!.at, kind })
    }
  }

  passages(): AnyDraft[] {
    return this.#passages.map(({ text, at, kind }) => claim('passage', { text: this.#own === undefined ? text : text.replace(this.#own, '_'), kind }, at))
  }
}
