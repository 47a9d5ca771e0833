import anyAscii from 'any-ascii'

/**
 * The text in ASCII, as `any-ascii` spells it, which goes letter by letter through tables of all scripts: most names are ASCII already,
 * and letters that are ASCII with marks are the same without them.
 */
export function ascii(text: string): string {
  if (isAscii(text)) return text
  const bare = text.normalize('NFD').replace(MARKS, '')
  return isAscii(bare) ? bare : anyAscii(text)
}

/** Those that any-ascii leaves out; the ones after them are small letters above others. */
const MARKS = /[\u0300-\u0362]+/g

function isAscii(text: string): boolean {
  for (let i = 0; i < text.length; i++) if (text.charCodeAt(i) > 0x7f) return false
  return true
}
