import { crc32 } from '../../compute/crc32.ts'

/** One row of `offsets`: where the line begins (64-bit float), its length and its CRC-32, little-endian. */
export const ROW_BYTES = 16

export interface Line {
  readonly begin: number
  readonly length: number
  readonly crc: number
}

/** `parties.jsonl` and `offsets` of these entries. The check sum of each line lets one entry be believed without reading the others. */
export function encodeLines(entries: readonly unknown[]): { readonly lines: Uint8Array; readonly offsets: Uint8Array } {
  const lines = entries.map((entry) => Buffer.from(`${JSON.stringify(entry)}\n`))
  const offsets = Buffer.alloc(lines.length * ROW_BYTES)
  let begin = 0
  for (const [row, line] of lines.entries()) {
    offsets.writeDoubleLE(begin, row * ROW_BYTES)
    offsets.writeUInt32LE(line.length, row * ROW_BYTES + 8)
    offsets.writeUInt32LE(crc32(line), row * ROW_BYTES + 12)
    begin += line.length
  }
  return { lines: Buffer.concat(lines), offsets }
}

export const decodeRow = (bytes: Buffer): Line => ({
  begin: bytes.readDoubleLE(0),
  length: bytes.readUInt32LE(8),
  crc: bytes.readUInt32LE(12),
})

/** The entry on a line; undefined where the line is not the one that was written. */
export function decodeLine(line: Buffer, crc: number): unknown {
  return crc32(line) === crc ? (JSON.parse(line.toString('utf8')) as unknown) : undefined
}
