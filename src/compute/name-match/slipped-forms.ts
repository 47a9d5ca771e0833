import { alignmentDistance } from '../string-similarity/alignment.ts'
import { type Span, spanOf } from '../string-similarity/span.ts'
import { type CompanyForm, FORMS } from './company-forms.ts'

/**
 * Legal forms that are written out and misspelt. Lists hold "OBSCHESTVO S ORGANICHENNOI OTVETSVENNOSTYU" beside the right spelling; taken
 * for words that tell names apart, three such words drown the one that does.
 */
interface Phrase {
  readonly words: readonly Span[]
  readonly form: CompanyForm
}

/** A phrase of fewer letters may be something else with a slip in it; of single words only these, which stand in most names. */
const FEWEST_LETTERS = 20
const SINGLE = new Set(['limited', 'company', 'corporation', 'incorporated'])
/** Slips that a word of a form bears: a short one none. */
const bears = (letters: number): number => (letters < 7 ? 0 : letters < 10 ? 1 : 2)

/** By first letter, those of most words first; made when they are first asked for. */
let phrases: ReadonlyMap<string, readonly Phrase[]> | undefined

function made(): ReadonlyMap<string, readonly Phrase[]> {
  const by = new Map<string, Phrase[]>()
  for (const [text, form] of FORMS) {
    if (text.replaceAll(' ', '').length < FEWEST_LETTERS && !SINGLE.has(text)) continue
    const known = by.get(text[0]!) ?? []
    by.set(text[0]!, known)
    known.push({ words: text.split(' ').map(spanOf), form })
  }
  for (const known of by.values()) known.sort((a, b) => b.words.length - a.words.length)
  return by
}

/** The form that the words from `at` on spell with a slip or two in the long ones; undefined where none begins. */
export function slippedFormAt(words: readonly string[], at: number): { form: CompanyForm; words: number } | undefined {
  if (words[at]!.length < 6 && words[at] !== 's') return undefined
  phrases ??= made()
  for (const { words: wanted, form } of phrases.get(words[at]![0]!) ?? [])
    if (at + wanted.length <= words.length && wanted.every((word, i) => isNear(words[at + i]!, word))) return { form, words: wanted.length }
  return undefined
}

function isNear(text: string, word: Span): boolean {
  const length = word.end - word.start
  const most = bears(length)
  return Math.abs(text.length - length) <= most && alignmentDistance(spanOf(text), word) <= most
}
