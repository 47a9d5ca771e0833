import type { Boilerplate } from './boilerplate.ts'
import type { Shingler } from './shingler.ts'
import type { Texts } from './texts.ts'

/** Reads texts into the shingles that count: those that are not common, see `Boilerplate`. What it gives holds until the next reading. */
export class Counted {
  readonly shingler: Shingler
  readonly #texts: Texts
  readonly #common: Boilerplate

  constructor(texts: Texts, shingler: Shingler, common: Boilerplate) {
    this.#texts = texts
    this.shingler = shingler
    this.#common = common
  }

  read(text: number): { readonly hashes: Int32Array; readonly count: number } {
    const { shingler } = this
    shingler.read(this.#texts.memory(text), this.#texts.from(text), this.#texts.to(text))
    return this.#common.without(shingler.hashes, shingler.count)
  }

  /** Counts the text just read among the holders of what is common; `count` is how many of its shingles count. */
  tally(count: number): void {
    this.#common.tally(this.shingler.hashes, this.shingler.count, count < this.shingler.count)
  }
}
