import { emptyFile, tooLarge, unreadable } from '../../../model/errors.ts'

/** Plain text beyond this is no single document. */
const MOST_TEXT = 4 << 20

/** A file of plain text that is one document: UTF-16 by its mark, else UTF-8 if every byte fits it, else Windows-1252. */
export function documentText(name: string, bytes: Uint8Array): string {
  if (bytes.length > MOST_TEXT)
    throw tooLarge(
      `"${name}" is ${Math.round(bytes.length / 2 ** 20)} MB of plain text; of a folder's files each is one document of at most ${MOST_TEXT >> 20} MB. If each line is a document, name the file itself instead of its folder.`,
    )
  if (bytes.length === 0) throw emptyFile(`"${name}" has no bytes.`)
  const text = decoded(bytes)
  if (text.includes('\0')) throw unreadable(`"${name}" is not plain text, whatever its ending: it holds zero bytes.`)
  return text
}

function decoded(bytes: Uint8Array): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder('utf-16le').decode(bytes)
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return new TextDecoder('utf-16be').decode(bytes)
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    // Not UTF-8, then; in Windows-1252 every byte means something.
    return new TextDecoder('windows-1252').decode(bytes)
  }
}
