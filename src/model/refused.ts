import { refusedField } from './errors.ts'
import { ORIGIN_TERMS } from './fairness/refused-origin-terms.ts'
import { PERSON_TERMS } from './fairness/refused-person-terms.ts'
import type { RefusedTopicTerms } from './fairness/term-table.ts'

export { REFUSED_SIGNALS } from './fairness/refused-signals.ts'

/**
 * What may not enter the system under any name: the readers drop such columns, the interfaces answer 422.
 * The vocabulary has no property for any of these; this list is for saying so to whoever sends one.
 */
export const REFUSED_TOPICS = { ...ORIGIN_TERMS, ...PERSON_TERMS }
export type RefusedTopic = keyof typeof REFUSED_TOPICS

export interface RefusedField {
  readonly topic: RefusedTopic
  /** What it is called to people: "nationality or national origin". */
  readonly title: string
  readonly why: string
  /** The entry of our list that the key matched. */
  readonly term: string
}

interface Term {
  readonly topic: RefusedTopic
  readonly term: string
}

/** Words that change nothing about what a field holds; an ambiguous word is refused when only these stand beside it. */
const FILLER = new Set(
  (
    'a an the is are was of for to at in on and or if any by my your his her their our what which please do does you i me self own ' +
    'candidate candidates applicant applicants person people persons user employee worker contact individual member hire profile personal bewerber candidat candidato kandidat ' +
    'id ids status type kind group groups category categories code codes value values field fields answer answers question response responses text label name names number no nr ' +
    'option options selected select choose specify optional required requires require needs need needed voluntary identified identification declared disclosed reported raw original custom ' +
    'attr attribute property prop column key details detail data info current legal years year yrs desc description other note notes ' +
    'score scores weight level strength match flag feature features signal index filter rule rating bonus penalty hash digest list check known observed claimed inferred estimated guess eeo hris ats'
  ).split(' '),
)
/** "Programming language level" asks about a skill. */
const COMPUTER_LANGUAGE = /(programming|coding|scripting|query|markup|implementation)[\s_.-]*languages?/gi
/** Below this length a word may sit inside another by chance ("visa" in "visage"), so it must be a token of its own. */
const INSIDE_FROM = 8
const LATIN_FOLD: Readonly<Record<string, string>> = { ß: 'ss', ø: 'o', æ: 'ae', œ: 'oe', ł: 'l', đ: 'd', ð: 'd', þ: 'th', ı: 'i' }
/** Scripts written without spaces: a term counts wherever it stands. */
const UNSPACED = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Script=Thai}]/u

/** Lower case, marks and invisible characters removed, words split at separators, digits and changes of case. */
function words(key: string): string[] {
  return (
    key
      .normalize('NFKC')
      .replace(/[\u00ad\u200b-\u200f\u2060\ufeff]/g, '')
      .replace(/(\p{Ll})(\p{Lu})/gu, '$1 $2')
      .replace(/(\p{Lu})(\p{Lu}\p{Ll})/gu, '$1 $2')
      .toLowerCase()
      .replace(/[ßøæœłđðþı]/g, (letter) => LATIN_FOLD[letter] ?? letter)
      // Marks are part of the letter in Indic and Thai script; only marks over Latin, Greek and Cyrillic letters go.
      .normalize('NFD')
      .replace(/[\u0300-\u036f]/g, '')
      .normalize('NFC')
      .split(/[^\p{L}\p{M}\p{N}]+/u)
      .filter((word) => word !== '')
  )
}

function compact(text: string): string {
  return words(text).join('')
}

/** "Körpergröße" is also typed "Koerpergroesse". */
function spellings(term: string): string[] {
  const typed = term.replace(/[äöüÄÖÜ]/g, (letter) => ({ ä: 'ae', ö: 'oe', ü: 'ue' })[letter.toLowerCase()] ?? letter)
  return typed === term ? [compact(term)] : [compact(term), compact(typed)]
}

function index(pick: 'any' | 'alone'): ReadonlyMap<string, Term> {
  const terms = new Map<string, Term>()
  for (const [topic, entry] of Object.entries(REFUSED_TOPICS) as [RefusedTopic, RefusedTopicTerms][]) {
    for (const term of entry[pick].flatMap((list) => list.split(',')).map((t) => t.trim()))
      for (const spelling of spellings(term)) if (!terms.has(spelling)) terms.set(spelling, { topic, term })
  }
  return terms
}

const ANY = index('any')
const ALONE = index('alone')
const INSIDE = [...ANY].filter(([text]) => text.length >= INSIDE_FROM && !UNSPACED.test(text))
const UNSPACED_TERMS = [...ANY].filter(([text]) => UNSPACED.test(text))
const LONGEST = Math.max(...[...ANY.keys(), ...ALONE.keys()].map((text) => text.length))

/** Every name under which a refused field is known, one per spelling; for tests and the published list. */
export function refusedTerms(): readonly Term[] {
  return [...ANY.values(), ...ALONE.values()]
}

/**
 * Does this key, column or question name something that must not enter? Judges a name, not prose: a phrase of several
 * sentences belongs to `wording.ts`. Knows camelCase, snake_case, paths, diacritics, joined words and some 20 languages.
 */
export function isRefusedKey(key: string): RefusedField | undefined {
  const tokens = words(key.slice(0, 500).replace(COMPUTER_LANGUAGE, ' '))
  const found = consecutive(tokens) ?? inside(tokens) ?? alone(tokens)
  if (found === undefined) return undefined
  const { title, why } = REFUSED_TOPICS[found.topic]
  return { topic: found.topic, title, why, term: found.term }
}

/** Some run of words, written together, is a term: `date_of_birth`, `dateOfBirth`, `D.O.B.`. */
function consecutive(tokens: readonly string[]): Term | undefined {
  for (let start = 0; start < tokens.length; start += 1) {
    let run = ''
    for (let end = start; end < tokens.length && run.length <= LONGEST; end += 1) {
      run += tokens[end]
      const term = ANY.get(run) ?? ANY.get(run.replace(/\d+$/, ''))
      if (term !== undefined) return term
    }
  }
  return undefined
}

/** A long term within a word (`Bewerbernationalität`), or any term of a script without spaces. */
function inside(tokens: readonly string[]): Term | undefined {
  const joined = tokens.join('')
  const unspaced = UNSPACED.test(joined) ? UNSPACED_TERMS.find(([text]) => joined.includes(text)) : undefined
  if (unspaced !== undefined) return unspaced[1]
  return INSIDE.find(([text]) => tokens.some((token) => token.length > text.length && token.includes(text)))?.[1]
}

/** An ambiguous word with nothing but filler beside it. */
function alone(tokens: readonly string[]): Term | undefined {
  const bare = tokens.map((token) => (FILLER.has(token) ? token : token.replace(/\d+$/, ''))).filter((token) => token !== '')
  const telling = bare.filter((token) => !FILLER.has(token))
  return telling.length === 0 ? undefined : (ALONE.get(telling.join('')) ?? (telling.length === 1 ? undefined : everyAlone(telling)))
}

/** "age, zip": several ambiguous words and nothing else. */
function everyAlone(telling: readonly string[]): Term | undefined {
  const terms = telling.map((token) => ALONE.get(token))
  return terms.every((term) => term !== undefined) ? terms[0] : undefined
}

/** Deeper than any honest record; a value nested further is refused rather than half looked at. */
const DEEPEST = 200
const PAIR_NAMES = ['key', 'name', 'field', 'label', 'column', 'property', 'question', 'attribute']
const PAIR_VALUES = ['value', 'values', 'answer', 'answers', 'response']

/**
 * Throws `refusedField` with a JSON pointer when any key at any depth names a refused field: objects, arrays, Maps, and
 * lists of `{name, value}` pairs. Values are never looked at and never repeated.
 */
export function refuseFields(value: unknown): void {
  const waiting: { readonly value: unknown; readonly at: string; readonly depth: number }[] = [{ value, at: '', depth: 0 }]
  const seen = new Set<object>()
  const harmless = new Set<string>()
  const refuse = (key: string, at: string): void => {
    if (harmless.has(key)) return
    refuseKey(key, at)
    harmless.add(key)
  }
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    if (typeof next.value !== 'object' || next.value === null || seen.has(next.value)) continue
    seen.add(next.value)
    if (next.depth >= DEEPEST)
      throw refusedField(`Fields are nested more than ${DEEPEST} deep, which cannot be checked. Send a flat record.`, next.at)
    for (const [key, inner] of entries(next.value)) {
      const at = `${next.at}/${key.replaceAll('~', '~0').replaceAll('/', '~1')}`
      if (!Array.isArray(next.value)) refuse(key, at)
      waiting.push({ value: inner, at, depth: next.depth + 1 })
    }
    const pair = pairName(next.value)
    if (pair !== undefined) refuse(pair.says, `${next.at}/${pair.key}`)
  }
}

function refuseKey(key: string, at: string): void {
  const refused = isRefusedKey(key)
  if (refused !== undefined)
    throw refusedField(
      `The field "${key.slice(0, 80)}" names ${refused.title}. ${refused.why} Leave the field out and send the rest again.`,
      at,
    )
}

function entries(value: object): Iterable<readonly [string, unknown]> {
  if (value instanceof Map) return [...value].map(([key, inner]) => [String(key), inner] as const)
  if (value instanceof Set) return [...value].map((inner, i) => [String(i), inner] as const)
  return Object.entries(value)
}

/** `{name: "gender", value: "…"}` is a field written as two. */
function pairName(value: object): { readonly key: string; readonly says: string } | undefined {
  if (Array.isArray(value) || value instanceof Map || value instanceof Set) return undefined
  const record = value as Readonly<Record<string, unknown>>
  if (!PAIR_VALUES.some((key) => Object.hasOwn(record, key))) return undefined
  const key = PAIR_NAMES.find((name) => typeof record[name] === 'string')
  return key === undefined ? undefined : { key, says: record[key] as string }
}
