import type { AnyDraft } from '../../model/statement.ts'

/** Text with its invisible characters taken out, and how many of which kind they were. */
export interface Visible {
  readonly text: string
  /** Characters without width that no script needs here: they split words for a program, not for a reader. */
  readonly zeroWidth: number
  /** What tag characters or surplus variation selectors spell: a message only a program sees. */
  readonly tagged: string
}

const TAGS = /[\u{e0000}-\u{e007f}]/u
/** A flag such as 🏴 with letters of a region is the one proper use of tag characters (Unicode TR51, emoji tag sequences). */
const FLAG = /\u{1f3f4}[\u{e0020}-\u{e007e}]{1,6}\u{e007f}/gu
/** Joiners belong between letters of scripts that join, and inside emoji. */
const JOINED = /[\p{Script=Arabic}\p{Script=Syriac}\p{Script=Mongolian}\p{Script=Devanagari}\p{Script=Bengali}\p{Script=Gurmukhi}\p{Script=Gujarati}\p{Script=Oriya}\p{Script=Tamil}\p{Script=Telugu}\p{Script=Kannada}\p{Script=Malayalam}\p{Script=Sinhala}\p{Script=Khmer}\p{Script=Myanmar}\p{Extended_Pictographic}\p{Emoji_Modifier}\u{fe0f}]/u
/** Marks of writing direction and soft hyphens: invisible, common in honest documents, no use to a reader of lines. */
const SILENT = /[\u00ad\u200e\u200f\u202a-\u202e\u2066-\u2069]/u
const ZERO_WIDTH = /[\u180e\u200b-\u200d\u2060-\u2064\ufeff]/u
const ANY = /[\u00ad\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff\u{e0000}-\u{e01ef}]/u

/** Takes out what cannot be seen. The same text comes back where there is nothing of the kind. */
export function visible(raw: string): Visible {
  if (!ANY.test(raw)) return { text: raw, zeroWidth: 0, tagged: '' }
  const flags = new Set([...raw.matchAll(FLAG)].flatMap((m) => Array.from({ length: m[0].length }, (_, i) => m.index + i)))
  const kept: string[] = []
  let tagged = ''
  let zeroWidth = 0
  let at = 0
  for (const character of raw) {
    const code = character.codePointAt(0)!
    if (flags.has(at)) kept.push(character)
    else if (TAGS.test(character)) tagged += code >= 0xe0020 && code < 0xe007f ? String.fromCharCode(code - 0xe0000) : ''
    else if (code >= 0xe0100 && code <= 0xe01ef) tagged += bySelector(code, kept.at(-1))
    else if (ZERO_WIDTH.test(character)) {
      if ((code === 0x200c || code === 0x200d) && JOINED.test(kept.at(-1) ?? '')) kept.push(character)
      else if (code !== 0xfeff || at > 0) zeroWidth++
    } else if (!SILENT.test(character)) kept.push(character)
    at += character.length
  }
  return { text: kept.join(''), zeroWidth, tagged }
}

/** Variation selectors 17 to 256 carry one byte each when they follow anything but an ideograph. */
function bySelector(code: number, before: string | undefined): string {
  if (before !== undefined && /\p{Ideographic}/u.test(before)) return ''
  return String.fromCharCode(code - 0xe0100 + 16)
}

type Hidden = AnyDraft & { property: 'hidden-text' }

/** The statement that some text is there and not shown. `characters` where they are others than those of the text. */
export function hiddenText(how: Hidden['value']['how'], raw: string, at: string, characters = raw.trim().length): Hidden {
  const text = raw.trim().slice(0, 20_000) || '(no visible characters)'
  return { about: 'self', property: 'hidden-text', value: { text, how, characters: Math.max(1, characters) }, basis: 'observed', at }
}

/** What is invisible in a text, as statements: the words the zero-width characters stand in, the message tags spell. */
export function invisibleIn(raw: string, at: string): Hidden[] {
  const { text, zeroWidth, tagged } = visible(raw)
  return [
    ...(zeroWidth > 0 ? [hiddenText('zero-width', text, at, zeroWidth)] : []),
    ...(tagged !== '' ? [hiddenText('tag-characters', tagged, at)] : []),
  ]
}
