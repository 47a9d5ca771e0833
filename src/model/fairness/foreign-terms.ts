import { ORIGIN_TERMS } from './refused-origin-terms.ts'
import { PERSON_TERMS } from './refused-person-terms.ts'
import type { TermTable } from './term-table.ts'
import type { WordingKind } from './wording-rules.ts'

/**
 * Notes are written in many languages. The names of refused fields in languages other than English (each topic's lists
 * after the first) are refused as words too, and a few words for accent and foreigners besides.
 */
const KIND_OF_TOPIC: Readonly<Record<string, WordingKind>> = {
  nationality: 'origin',
  citizenship: 'immigration',
  birthplace: 'origin',
  ethnicity: 'ethnicity',
  language: 'language',
  locale: 'keyboard',
  'immigration-status': 'immigration',
  'identity-document': 'immigration',
  postcode: 'postcode',
  religion: 'religion',
  gender: 'gender',
  age: 'age',
  family: 'health-or-family',
  disability: 'health-or-family',
  veteran: 'health-or-family',
  orientation: 'gender',
  'equal-opportunity': 'ethnicity',
  appearance: 'appearance',
  'special-category': 'politics',
}
const MORE: readonly (readonly [WordingKind, string])[] = [
  [
    'language',
    'Akzent, Muttersprachler, Aussprache, schlechtes Englisch, schlechtes Deutsch, gebrochenes Englisch, mal inglés, mauvais anglais, anglais approximatif, 口音很重, 英语很差, акцентом, акцент, плохой английский',
  ],
  [
    'origin',
    'Ausländer, Ausländerin, ausländisch, ausländischer, ausländische, Asiate, Asiatin, asiatisch, asiatische, asiatischer, Chinese, chinesisch, koreanisch, russisch, indisch, étranger, étrangère, asiatique, chinois, chinoise, coréen, coréenne, russe, indien, extranjero, extranjera, asiático, asiática, chino, coreano, coreana, ruso, rusa, straniero, straniera, иностранец, китаец, кореец, 外国人, 亚洲人, 중국인, 외국인',
  ],
]
/** Shorter Latin words are too often part of a name or of English. */
const SHORTEST = 5
const UNSPACED = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Script=Thai}]/u
/** Spelt like an English word of another meaning, or like a product. */
const ALSO_ENGLISH = new Set([
  'genre',
  'etnia',
  'genere',
  'madrelingua',
  'agama',
  'status wojskowy',
  'personnummer',
  'nationalitet',
  'sexo',
  'pasaport',
])

interface Term {
  readonly kind: WordingKind
  readonly pattern: RegExp
}

const TERMS: readonly Term[] = byKind().map(([kind, words]) => ({
  kind,
  pattern: new RegExp(
    `(?<![\\p{L}\\p{M}])(?:${words.filter((w) => !UNSPACED.test(w)).join('|')})(?![\\p{L}\\p{M}])|${words.filter((w) => UNSPACED.test(w)).join('|') || '(?!)'}`,
    'giu',
  ),
}))

function byKind(): readonly (readonly [WordingKind, readonly string[]])[] {
  const words = new Map<WordingKind, string[]>()
  const put = (kind: WordingKind, lists: readonly string[]): void => {
    const terms = lists.flatMap((l) => l.split(',')).map((w) => w.trim())
    const kept = terms.filter((w) => (UNSPACED.test(w) || w.length >= SHORTEST) && !ALSO_ENGLISH.has(w.toLowerCase()))
    words.set(kind, [...(words.get(kind) ?? []), ...kept.map((w) => w.replaceAll(' ', '\\s+'))])
  }
  for (const [topic, entry] of Object.entries({ ...ORIGIN_TERMS, ...PERSON_TERMS } as TermTable))
    put(KIND_OF_TOPIC[topic] ?? 'origin', entry.any.slice(1))
  for (const [kind, list] of MORE) put(kind, [list])
  return [...words]
}

export function foreignTerms(text: string): readonly { readonly kind: WordingKind; readonly from: number; readonly to: number }[] {
  return TERMS.flatMap(({ kind, pattern }) => [...text.matchAll(pattern)].map((m) => ({ kind, from: m.index, to: m.index + m[0].length })))
}
