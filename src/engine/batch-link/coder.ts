import { type ColumnKind, NONE } from '../../compute/record-linkage/columns.ts'
import { type DateOrder, dateOrderOf } from './dates.ts'
import { Dictionary } from './dictionary.ts'
import { keyOf, NOBODYS } from './keys.ts'
import { UNSETTLED } from './settler.ts'
import { SpellingStore } from './spelling-store.ts'
import { BLANK, ValueReader } from './value-reader.ts'

/** Stands for `NOBODYS` among the settled codes, until it is counted; no dictionary grows as large. */
export const CODE_OF_NOBODYS = NONE - 1

/** Gives the values of one column codes as they come: equal codes where `keyOf` gives equal keys. */
export class Coder {
  readonly #kind: ColumnKind
  readonly #reader: ValueReader
  readonly #dictionary = new Dictionary()
  readonly #store: SpellingStore | undefined
  /** Different values as they are written, by the code that stands for them until all are read: how days and months are told apart is the column's. */
  readonly #unsettled = new Map<number, string>()

  constructor(kind: ColumnKind, spelled: boolean) {
    this.#kind = kind
    this.#reader = new ValueReader(kind)
    this.#store = spelled ? new SpellingStore() : undefined
  }

  get size(): number {
    return this.#dictionary.size
  }

  /** The code of the value from[start … start + length), NONE where it is empty or blank. */
  encode(from: Uint8Array, start: number, length: number): number {
    const read = this.#reader.read(from, start, length)
    if (read === BLANK) return NONE
    const { size } = this.#dictionary
    const code = this.#add(Math.max(0, read))
    if (read === UNSETTLED && code === size) this.#unsettled.set(code, this.#reader.written(from))
    return code
  }

  /**
   * Once all is read: the code of the settled spelling for each code, NONE where a value is nothing of this kind, CODE_OF_NOBODYS where it
   * tells nobody apart; undefined where all is settled.
   */
  settle(): Uint32Array | undefined {
    if (this.#unsettled.size === 0) return undefined
    const order: DateOrder = this.#kind === 'date' ? dateOrderOf(this.#unsettled.values()) : 'day-first'
    const targets = new Map<number, number>()
    for (const [code, written] of this.#unsettled) {
      const key = keyOf(this.#kind, written, order)
      targets.set(code, key === undefined ? NONE : key === NOBODYS ? CODE_OF_NOBODYS : this.#add(this.#reader.readKey(key)))
    }
    this.#unsettled.clear()
    const settled = Uint32Array.from({ length: this.#dictionary.size }, (_, code) => code)
    for (const [from, to] of targets) settled[from] = to
    return settled
  }

  /** Both halves of the hash of each code. */
  hashes(): Uint32Array {
    return this.#dictionary.hashes()
  }

  /** See `SpellingStore.finish`. */
  spellings(order: Uint32Array): ReturnType<SpellingStore['finish']> | undefined {
    return this.#store?.finish(order)
  }

  /** @param length of the spelling; 0 where there is none yet */
  #add(length: number): number {
    const { hash, key } = this.#reader
    const { size } = this.#dictionary
    const code = this.#dictionary.add(hash.low, hash.high)
    if (code === size && length > 0) this.#store?.add(code, key, length)
    return code
  }
}
