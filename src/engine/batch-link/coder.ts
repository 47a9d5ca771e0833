import { ByteHash } from '../../compute/byte-hash.ts'
import { type ColumnKind, NONE } from '../../compute/record-linkage/columns.ts'
import { type DateOrder, dateOrderOf } from './dates.ts'
import { Dictionary } from './dictionary.ts'
import { keyOf, NOBODYS } from './keys.ts'
import { settlerOf } from './settle.ts'
import { type Settler, UNSETTLED } from './settler.ts'
import { SpellingStore } from './spelling-store.ts'

/** Stands for `NOBODYS` among the settled codes, until it is counted; no dictionary grows as large. */
export const CODE_OF_NOBODYS = NONE - 1

/** What is as yet as written, and hashed apart from what is settled. */
const WRITTEN = 1
const DECODER = new TextDecoder()
const ENCODER = new TextEncoder()

/** Gives the values of one column codes: equal codes where `keyOf` gives equal keys. No string is made of a value that bytes can settle. */
export class Coder {
  readonly #kind: ColumnKind
  readonly #settler: Settler
  readonly #hash = new ByteHash()
  readonly #dictionary = new Dictionary()
  readonly #store: SpellingStore | undefined
  #key = new Uint8Array(1 << 12)
  /** Different values as they are written, by the code that stands for them until all are read: how days and months are told apart is the column's. */
  readonly #unsettled = new Map<number, string>()

  constructor(kind: ColumnKind, spelled: boolean) {
    this.#kind = kind
    this.#settler = settlerOf(kind)
    this.#store = spelled ? new SpellingStore() : undefined
  }

  get size(): number {
    return this.#dictionary.size
  }

  /** The code of the value from[start … start + length), NONE where it is empty or blank. */
  encode(from: Uint8Array, start: number, length: number): number {
    let first = start
    let end = start + length
    while (first < end && isBlank(from[first]!)) first++
    while (end > first && isBlank(from[end - 1]!)) end--
    if (first === end) return NONE
    // A domain may be spelled longer than it was written.
    if (this.#key.length < end - first + 256) this.#key = new Uint8Array(2 * (end - first + 256))
    const settled = this.#settler(from, first, end, this.#key)
    if (settled !== UNSETTLED) return this.#add(settled)
    this.#hash.of(from, first, end, WRITTEN)
    const { size } = this.#dictionary
    const code = this.#dictionary.add(this.#hash.low, this.#hash.high)
    if (code === size) this.#unsettled.set(code, DECODER.decode(from.subarray(first, end)))
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
      targets.set(code, key === undefined ? NONE : key === NOBODYS ? CODE_OF_NOBODYS : this.#addText(key))
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

  #addText(key: string): number {
    const bytes = ENCODER.encode(key)
    if (this.#key.length < bytes.length) this.#key = new Uint8Array(2 * bytes.length)
    this.#key.set(bytes)
    return this.#add(bytes.length)
  }

  #add(length: number): number {
    this.#hash.of(this.#key, 0, length)
    const { size } = this.#dictionary
    const code = this.#dictionary.add(this.#hash.low, this.#hash.high)
    if (code === size) this.#store?.add(code, this.#key, length)
    return code
  }
}

const isBlank = (byte: number): boolean => byte === 0x20 || (byte >= 0x09 && byte <= 0x0d && byte !== 0x0b && byte !== 0x0c)
