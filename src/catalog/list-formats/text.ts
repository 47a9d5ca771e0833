import type { ListFile } from '../../kit/list.ts'
import { emptyFile, unreadable, type AppError } from '../../model/errors.ts'

const AGAIN = 'Download it again from the publisher, and hand it over as it came.'

/** What the bytes are instead of a list, told by how they begin. */
const INSTEAD: readonly (readonly [begins: RegExp, what: string])[] = [
  [
    /^(?:\u00ef\u00bb\u00bf)?\s*(?:<!doctype\s+html|<html|<head|<body)/i,
    'a web page and not a list: most likely the error page of a server or of a proxy on the way',
  ],
  [/^PK\u0003\u0004|^\u001f\u008b/, 'an archive: unpack it first'],
  [/^%PDF-/, 'a PDF: the publisher has the same list for machines'],
]

/** A broken file of a list: which, what is wrong with it, what to do. */
export const broken = (file: ListFile, what: string, more: { pointer?: string; cause?: unknown } = {}): AppError =>
  unreadable(`${file.name} ${what}. ${AGAIN}`, more)

/** The first bytes, one character each: enough to see what a file is. */
export const headOf = ({ bytes }: ListFile): string => new TextDecoder('windows-1252').decode(bytes.subarray(0, 4_096))

/** Throws where the bytes are no list at all, whatever the file is called. */
export function refuseForeign(file: ListFile): void {
  if (file.bytes.length === 0) throw emptyFile(`${file.name} is empty: it has no bytes at all. ${AGAIN}`)
  const head = headOf(file)
  for (const [begins, what] of INSTEAD) if (begins.test(head)) throw broken(file, `is ${what}`)
}

/** By its byte order mark, or undefined. */
export const markedEncoding = ({ bytes }: ListFile): 'utf-16le' | 'utf-16be' | undefined =>
  bytes[0] === 0xff && bytes[1] === 0xfe ? 'utf-16le' : bytes[0] === 0xfe && bytes[1] === 0xff ? 'utf-16be' : undefined

/**
 * The text of a list's file. Strict: a name with a wrongly guessed letter would be compared as another name, so a file whose
 * encoding is not what its publisher writes is refused and not repaired.
 */
export function textOf(file: ListFile): string {
  refuseForeign(file)
  const encoding = markedEncoding(file) ?? 'utf-8'
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(file.bytes)
  } catch (cause) {
    throw broken(file, `is no ${encoding.toUpperCase()} text: it was saved in another encoding, or is damaged`, { cause })
  }
}

/** Controls and runs of white space become one blank: what is left of a value when it is compared and shown. */
export const tidy = (value: string): string => value.replace(/[\s\p{Cc}]+/gu, ' ').trim()
