import { foreignTerms } from './fairness/foreign-terms.ts'
import { NAME_GOES_ON, WORDING_KINDS, WORDING_RULES, type WordingKind } from './fairness/wording-rules.ts'
import { refusedWords } from './errors.ts'

export type { WordingKind } from './fairness/wording-rules.ts'

/**
 * What the text is for. A `note` tells of one person what was said and seen; a `reason` justifies a decision about one; a
 * `rule` will be applied to everybody, so it may also not rest on conduct, and a country may not stand in it at all.
 */
export type WordingUse = 'note' | 'reason' | 'rule'

export interface RefusedWording {
  /** The words as written. */
  readonly text: string
  /** UTF-16 offsets into the text. */
  readonly from: number
  readonly to: number
  readonly kind: WordingKind
  readonly explanation: string
  readonly instead: string
}

export type WordingVerdict = { readonly ok: true } | { readonly ok: false; readonly found: readonly [RefusedWording, ...RefusedWording[]] }

/** More is not a note any more, and patterns are not run over it. */
const LONGEST = 20_000

/**
 * Looks for words that may not enter a record: origin, papers, language, looks, gender, age, belief, health,
 * lists of names, postcodes, keyboard languages. It reads words, not intentions: it can be got round, and it is there for
 * the honest writer, with an explanation and something better to write.
 */
export function lintWording(text: string, use: WordingUse = 'note'): WordingVerdict {
  const { read, at } = visible(text.slice(0, LONGEST))
  const found: RefusedWording[] = []
  const add = (kind: WordingKind, start: number, end: number): void => {
    const from = at[start] ?? 0
    const to = (at[end - 1] ?? 0) + 1
    if (found.some((other) => from < other.to && other.from < to)) return
    found.push({ text: text.slice(from, to), from, to, kind, ...WORDING_KINDS[kind] })
  }
  for (const { kind, pattern, unless, inNames, only } of WORDING_RULES) {
    if (only === 'rule' ? use !== 'rule' : only === 'rule-and-reason' && use === 'note') continue
    for (const match of read.matchAll(pattern)) {
      if (unless !== undefined && fitsAt(unless, read, match.index)) continue
      if (inNames && fitsAt(NAME_GOES_ON, read, match.index)) continue
      add(kind, match.index, match.index + match[0].length)
    }
  }
  for (const { kind, from, to } of foreignTerms(read)) add(kind, from, to)
  found.sort((a, b) => a.from - b.from)
  const [first, ...rest] = found
  return first === undefined ? { ok: true } : { ok: false, found: [first, ...rest] }
}

/** Throws `refusedWords` when the text may not stand; says which words, why, and what to write instead. */
export function refuseWording(text: string, use: WordingUse, pointer: string): void {
  if (text.length > LONGEST)
    throw refusedWords(`The text has ${text.length} characters; at most ${LONGEST} can be kept. Shorten it to the facts.`, pointer)
  const verdict = lintWording(text, use)
  if (verdict.ok) return
  const [first] = verdict.found
  const words = [...new Set(verdict.found.map((f) => `"${f.text.trim()}"`))].slice(0, 5).join(', ')
  throw refusedWords(`The words ${words} cannot be kept. ${first.explanation} ${first.instead}`, pointer)
}

/** The text without invisible characters, with plain apostrophes; `at` gives each remaining unit's place in the original. */
function visible(text: string): { readonly read: string; readonly at: readonly number[] } {
  const at: number[] = []
  let read = ''
  for (let i = 0; i < text.length; i += 1) {
    const unit = text.charAt(i)
    if (/[\u00ad\u200b-\u200f\u2060\ufeff]/.test(unit)) continue
    read += unit === '\u2018' || unit === '\u2019' ? "'" : unit
    at.push(i)
  }
  return { read, at }
}

function fitsAt(pattern: RegExp, text: string, at: number): boolean {
  pattern.lastIndex = at
  return pattern.test(text)
}
