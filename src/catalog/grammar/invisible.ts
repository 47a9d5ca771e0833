/** Characters that take no room: zero-width space, joiners, marks of direction, byte order mark. */
const ZERO_WIDTH = /[\u200b\u2060-\u2064\ufeff\u180e]|(?<=[\p{Script=Latin}\p{N}\s])[\u200c\u200d](?=[\p{Script=Latin}\p{N}\s])/gu
/** A plane of Unicode that mirrors ASCII and is never drawn; text in it is read by machines only. */
const TAGS = /[\u{e0000}-\u{e007f}]+/gu

export interface Invisible {
  readonly how: 'zero-width' | 'tag-characters'
  /** What the tag characters spell, or the visible text that the zero-width ones stand in. */
  readonly text: string
  readonly characters: number
}

/**
 * A text without characters that nobody sees, and what they were. A flag emoji of a region is spelled in tag characters
 * behind a black flag and stays; joiners between letters of scripts that need them stay.
 */
export function withoutInvisible(text: string): { readonly clean: string; readonly invisible: readonly Invisible[] } {
  if (!/[\u180e\u200b-\u200d\u2060-\u2064\ufeff]|[\u{e0000}-\u{e007f}]/u.test(text)) return { clean: text, invisible: [] }
  const invisible: Invisible[] = []
  const untagged = text.replace(TAGS, (run, at: number) => {
    if (text.slice(0, at).endsWith('\u{1f3f4}')) return run
    const spelled = [...run]
      .map((c) => String.fromCodePoint((c.codePointAt(0) ?? 0) - 0xe0000))
      .join('')
      .replace(/[^\x20-\x7e]/gu, '')
    invisible.push({ how: 'tag-characters', text: spelled.trim() === '' ? 'Unicode tag characters' : spelled, characters: [...run].length })
    return ''
  })
  const count = (untagged.match(ZERO_WIDTH) ?? []).length
  const clean = untagged.replace(ZERO_WIDTH, '')
  // A single one at either end is left behind by editors and copy and paste.
  if (count > 1 || (count === 1 && ZERO_WIDTH.test(untagged.slice(1, -1))))
    invisible.push({ how: 'zero-width', text: clean.trim().slice(0, 2000) || 'zero-width characters', characters: count })
  ZERO_WIDTH.lastIndex = 0
  return { clean, invisible }
}
