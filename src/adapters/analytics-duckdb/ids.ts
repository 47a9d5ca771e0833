import type { Database } from './database.ts'
import { Strings } from './strings.ts'

/** All ids, UTF-8, in the order of the records: that of record r is `bytes[offsets[r] … offsets[r + 1])`. */
export interface Ids {
  readonly bytes: Uint8Array
  readonly offsets: Uint32Array
}

/** @param sources what to select each file's ids from, sorted; @param count how many there are in all */
export async function idsOf(db: Database, sources: readonly string[], count: number): Promise<Ids> {
  const offsets = new Uint32Array(count + 1)
  let bytes = new Uint8Array(count * 16)
  let record = 0
  const strings = new Strings()
  for (const source of sources) {
    for await (const chunk of db.chunks(`SELECT id FROM ${source}`)) {
      const texts = strings.gathered(chunk, 0)
      const { starts, lengths } = strings
      const { rowCount } = chunk
      let at = offsets[record]!
      const upTo = lengths.subarray(0, rowCount).reduce((sum, length) => sum + length, at)
      if (upTo > bytes.length) {
        const larger = new Uint8Array(Math.ceil(upTo * 1.5))
        larger.set(bytes)
        bytes = larger
      }
      for (let row = 0; row < rowCount; row++) {
        for (let i = 0; i < lengths[row]!; i++) bytes[at++] = texts[starts[row]! + i]!
        offsets[++record] = at
      }
    }
  }
  return { bytes, offsets }
}
