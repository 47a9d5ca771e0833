import { unsupported, unreadable, type AppError } from '../../../model/errors.ts'

const starts = (bytes: Uint8Array, ...magic: number[]): boolean => magic.every((byte, i) => bytes[i] === byte)
/** Old Office files, and the wrapper of encrypted new ones. */
const isCompound = (bytes: Uint8Array): boolean => starts(bytes, 0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1)
const isZip = (bytes: Uint8Array): boolean => starts(bytes, 0x50, 0x4b, 0x03, 0x04)
const isRichText = (bytes: Uint8Array): boolean => starts(bytes, 0x7b, 0x5c, 0x72, 0x74, 0x66)
const WORD_NAME = /\.(docx?|docm|dot[xm]?)$/i

/** By the bytes: a ZIP archive with a part below `word/`, or an old or encrypted one that its ending calls ours. */
export function recogniseWord(head: Uint8Array, name: string): 'yes' | 'maybe' | 'no' {
  if (isRichText(head)) return 'yes'
  if (isCompound(head)) return WORD_NAME.test(name) ? 'yes' : 'no'
  if (!isZip(head)) return 'no'
  const folders = new Set(localNames(head).map((entry) => entry.split('/')[0]))
  if (folders.has('word')) return 'yes'
  if (folders.has('xl') || folders.has('ppt') || folders.has('mimetype')) return 'no'
  return WORD_NAME.test(name) ? 'maybe' : 'no'
}

/** Names in the local file headers that lie in these bytes. */
function localNames(bytes: Uint8Array): string[] {
  const names: string[] = []
  for (let at = bytes.indexOf(0x50); at >= 0 && at + 30 <= bytes.length; at = bytes.indexOf(0x50, at + 1)) {
    if (!isZip(bytes.subarray(at, at + 4))) continue
    const length = bytes[at + 26]! | (bytes[at + 27]! << 8)
    names.push(new TextDecoder('latin1').decode(bytes.subarray(at + 30, at + 30 + Math.min(length, 200))))
  }
  return names
}

/** Why bytes that are not an OOXML package cannot be read, for the person who has to ask for another copy. */
export function whyNotPackage(bytes: Uint8Array): AppError | undefined {
  if (isZip(bytes)) return undefined
  if (isRichText(bytes))
    return unsupported('This is Rich Text (RTF), whatever its ending. Open it in Word or LibreOffice and save it as DOCX or PDF.')
  if (!isCompound(bytes)) return unreadable('This is not a Word document, although its name says so. Ask for it again as DOCX or PDF.')
  if (includesName(bytes, 'EncryptedPackage')) return unreadable('The document is protected by a password. Ask for a copy without one.')
  return unsupported('This is a document of Word 2003 or older (DOC). Open it in Word or LibreOffice and save it as DOCX or PDF.')
}

/** Streams of a compound file are named in UTF-16. */
const includesName = (bytes: Uint8Array, name: string): boolean =>
  Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).includes(Buffer.from(name, 'utf16le'))
