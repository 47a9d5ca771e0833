/** Signatures of PKWARE's APPNOTE 6.3: 4.3.7 local file header, 4.3.16 end of central directory. */
const LOCAL = [0x50, 0x4b, 0x03, 0x04] as const
const END = [0x50, 0x4b, 0x05, 0x06] as const
const END_BYTES = 22
const LONGEST_COMMENT = 0xffff

const stands = (bytes: Uint8Array, at: number, mark: readonly number[]): boolean => mark.every((byte, i) => bytes[at + i] === byte)

export const startsAsZip = (bytes: Uint8Array): boolean => stands(bytes, 0, LOCAL) || stands(bytes, 0, END)

/**
 * Is the end of these bytes the end of a ZIP archive, with its comment reaching exactly to the last byte? An archive inside a
 * document (an attachment of a PDF) is followed by the rest of that document and gives no.
 */
export function endsAsZip(bytes: Uint8Array): boolean {
  for (let at = bytes.length - END_BYTES; at >= Math.max(0, bytes.length - END_BYTES - LONGEST_COMMENT); at--) {
    if (stands(bytes, at, END) && at + END_BYTES + ((bytes[at + 20] ?? 0) | ((bytes[at + 21] ?? 0) << 8)) === bytes.length) return true
  }
  return false
}
