import { emptyFile, tooLarge, unreadable } from '../../model/errors.ts'

export interface Decoded {
  readonly text: string
  readonly encoding: 'utf-8' | 'utf-16le' | 'utf-16be' | 'windows-1252'
}

/** Bytes. The longest real résumé as plain text is about 40 KB. */
const MOST_BYTES = 4 << 20
/** Share of control characters from which bytes are no text at all. */
const BINARY = 0.01
const CONTROL = /[\u0001-\u0008\u000e-\u001a\u001c-\u001f]/g

/**
 * Bytes as text: UTF-16 by its mark, else UTF-8 if every byte fits it, else Windows-1252, in which any byte means something.
 * Throws when it is no text (zero bytes, control characters) or too much of it.
 */
export function decodeText(bytes: Uint8Array): Decoded {
  if (bytes.length === 0) throw emptyFile('The file is empty: it has no bytes at all. Ask for it again.')
  if (bytes.length > MOST_BYTES)
    throw tooLarge(
      `The file is ${Math.round(bytes.length / 2 ** 20)} MB of plain text; at most ${MOST_BYTES >> 20} MB are read. Ask for the résumé alone.`,
    )
  const decoded = decode(bytes)
  const zero = decoded.text.indexOf('\u0000')
  if (zero >= 0)
    throw unreadable(
      `The file is not plain text, whatever its ending: it holds a zero byte (at character ${zero + 1}). Ask for it again as PDF, DOCX or text.`,
    )
  const control = decoded.text.match(CONTROL)?.length ?? 0
  if (control > 0 && control >= decoded.text.length * BINARY)
    throw unreadable(
      `The file is not plain text, whatever its ending: it holds ${control} control characters. Ask for it again as PDF, DOCX or text.`,
    )
  if (decoded.text.trim() === '') throw emptyFile('The file holds nothing but empty lines. Ask for it again.')
  return { ...decoded, text: decoded.text.replace(CONTROL, '') }
}

function decode(bytes: Uint8Array): Decoded {
  const marked = bytes[0] === 0xff && bytes[1] === 0xfe ? 'utf-16le' : bytes[0] === 0xfe && bytes[1] === 0xff ? 'utf-16be' : undefined
  if (marked !== undefined) {
    const text = strict(marked, bytes)
    if (text === undefined) throw unreadable('The file is UTF-16 text that is damaged or was cut short. Ask for it again.')
    return { text, encoding: marked }
  }
  const text = strict('utf-8', bytes)
  if (text !== undefined) return { text, encoding: 'utf-8' }
  return { text: new TextDecoder('windows-1252').decode(bytes), encoding: 'windows-1252' }
}

function strict(encoding: string, bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes)
  } catch {
    return undefined
  }
}
