import { emptyFile, unreadable } from '../../../model/errors.ts'

export interface DecodedTable {
  readonly text: string
  /** True when the bytes were no Unicode and were taken for Western European. */
  readonly guessed: boolean
}

/** Bytes of a table as text: UTF-16 by its mark, else UTF-8, else Windows-1252, as spreadsheet programs save. */
export function decodeTable(bytes: Uint8Array): DecodedTable {
  if (bytes.length === 0) throw emptyFile('The file is empty: it has no bytes at all. Export the table again.')
  const wide = bytes[0] === 0xff && bytes[1] === 0xfe ? 'utf-16le' : bytes[0] === 0xfe && bytes[1] === 0xff ? 'utf-16be' : undefined
  const strict = attempt(wide ?? 'utf-8', bytes)
  if (strict === undefined && wide !== undefined)
    throw unreadable('The table is UTF-16 text that is damaged or was cut short. Export it again.')
  const text = strict ?? new TextDecoder('windows-1252').decode(bytes)
  const zero = text.indexOf('\u0000')
  if (zero >= 0) {
    const line = text.slice(0, zero).split('\n').length
    throw unreadable(
      `The file is not a text table, whatever its ending: line ${line} holds a zero byte. Export it again as CSV (UTF-8) or XLSX.`,
    )
  }
  if (text.trim() === '') throw emptyFile('The table holds nothing but empty lines. Export it again.')
  return { text, guessed: strict === undefined }
}

function attempt(encoding: string, bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes)
  } catch {
    return undefined
  }
}
