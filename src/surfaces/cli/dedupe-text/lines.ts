import { isUtf8 } from 'node:buffer'
import { createReadStream } from 'node:fs'

/** A line longer than this is no record and no document. */
export const MOST_LINE = 64 << 20
const NEWLINE = 0x0a

export interface Line {
  /** From 1. */
  readonly number: number
  /** Undefined for one of more than 64 MB, of which nothing was kept. */
  readonly text: string | undefined
  readonly utf8: boolean
}

/** The lines of a file without their ends, read piece by piece. `read` is told the bytes of each piece. */
export async function* linesOf(path: string, read: (bytes: number) => void): AsyncGenerator<readonly Line[]> {
  let [kept, length, number, first] = [[] as Buffer[], 0, 0, true]
  const lineOf = (last: Buffer): Line => {
    number++
    const whole = length === 0 ? last : Buffer.concat([...kept, last])
    const tooLong = length + last.length > MOST_LINE
    kept = []
    length = 0
    if (tooLong) return { number, text: undefined, utf8: true }
    const bytes = whole.at(-1) === 0x0d ? whole.subarray(0, -1) : whole
    return { number, text: bytes.toString('utf8'), utf8: isUtf8(bytes) }
  }
  for await (const piece of createReadStream(path, { highWaterMark: 1 << 20 })) {
    let bytes = piece as Buffer
    read(bytes.length)
    // The mark that some programs put before UTF-8.
    if (first && bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) bytes = bytes.subarray(3)
    first = false
    const lines: Line[] = []
    for (let end = bytes.indexOf(NEWLINE); end >= 0; end = bytes.indexOf(NEWLINE)) {
      lines.push(lineOf(bytes.subarray(0, end)))
      bytes = bytes.subarray(end + 1)
    }
    if (bytes.length > 0) {
      length += bytes.length
      // Of a line that is too long already only its length counts.
      if (length <= MOST_LINE) kept.push(bytes)
    }
    yield lines
  }
  if (length > 0) yield [lineOf(Buffer.alloc(0))]
}
