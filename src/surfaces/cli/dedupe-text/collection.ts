import { Texts } from '../../../compute/near-duplicates/texts.ts'
import { failureOf, type Failure } from '../../../engine/read.ts'

/** Faults that are listed one by one; a file of a million bad lines must not fill the memory with them. */
const MOST_FAILURES = 1000

/** The documents that were read, by number, and what could not be read. */
export class Collection {
  readonly texts = new Texts()
  /** What each document is called: a path, the value of its id column, or the place in the file. */
  readonly names: string[] = []
  readonly failures: Failure[] = []
  /** Faults beyond those listed. */
  moreFailures = 0
  /** Remarks on what was read: bytes that are no UTF-8, columns that were chosen. */
  readonly notes: string[] = []
  /** Bytes that were read, of files. */
  bytesRead = 0
  readonly #seen = new Set<string>()

  /** `place` tells documents of one name apart. */
  add(name: string, place: string, text: string): void {
    const unique = this.#seen.has(name) ? `${name} (${place})` : name
    this.#seen.add(unique)
    this.names.push(unique)
    this.texts.add(text)
  }

  fail(source: string, error: unknown): void {
    if (this.failures.length < MOST_FAILURES) this.failures.push(failureOf(source, error))
    else this.moreFailures++
  }
}

/** Told now and then while documents are read; throws when the user has stopped the run. */
export type Tick = (collection: Collection) => Promise<void>
