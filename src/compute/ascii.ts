import * as nodeModule from 'node:module'

type Ascii = (text: string) => string

const ask = nodeModule.createRequire(import.meta.url)
let tables: Ascii | undefined

/**
 * The text in ASCII, as `any-ascii` spells it. Its tables are half a megabyte, which one name in Latin letters must not wait for:
 * letters that are ASCII with marks are the same without them, and only what is left loads the tables.
 */
export function ascii(text: string): string {
  if (isAscii(text)) return text
  const bare = text.normalize('NFD').replace(MARKS, '')
  if (isAscii(bare)) return bare
  tables ??= (ask('any-ascii') as { readonly default: Ascii }).default
  return tables(text)
}

const MARKS = /[\u0300-\u0362]+/g

function isAscii(text: string): boolean {
  for (let i = 0; i < text.length; i++) if (text.charCodeAt(i) > 0x7f) return false
  return true
}
