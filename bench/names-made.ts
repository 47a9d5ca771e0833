import { existsSync, readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { parse } from 'csv-parse/sync'
import type { IndexedName } from '../src/compute/name-index/name.ts'
import type { NameKind } from '../src/compute/name-match/tokens.ts'
import { formAt } from '../src/compute/name-match/company-forms.ts'
import { type Chance, seeded } from './chance.ts'

/** Names of published lists where they are present, else invented ones; and queries that mean one of them. */
export interface NameSet {
  readonly names: readonly IndexedName[]
  /** Where they come from, for the report. */
  readonly origin: string
}

export const SHARED = resolve(process.env['BONAFIDE_SHARED_DATA'] ?? resolve(import.meta.dirname, '../../shared/data'), 'sanctions')
const SEED = 20_261_128

interface Pool {
  readonly all: string[]
  readonly distinct: Set<string>
}

/** So many names, in an order and with additions that are the same every time. */
export function namesOf(count: number): NameSet {
  const chance = seeded(SEED)
  const real = existsSync(resolve(SHARED, 'ofac'))
  const base = chance.shuffled(real ? published() : invented(20_000, chance))
  const names = base.slice(0, count)
  const parties = base.reduce((most, { party }) => Math.max(most, party), 0) + 1
  const pools = new Map<NameKind, Pool>()
  for (const { kind, text } of base) {
    const pool = pools.get(kind) ?? { all: [], distinct: new Set() }
    pools.set(kind, pool)
    for (const word of wordsIn(text)) {
      pool.all.push(word)
      pool.distinct.add(word)
    }
  }
  const drawn = new Map(Array.from(pools, ([kind, { all, distinct }]) => [kind, [all, [...distinct]] as const]))
  for (let made = 0; names.length < count; made++) {
    const pattern = base[chance.below(base.length)]!
    const [all, distinct] = drawn.get(pattern.kind)!
    const words = wordsIn(pattern.text).map(() => recombined(chance.below(2) === 0 ? all : distinct, chance))
    names.push({ text: words.join(' '), kind: pattern.kind, party: parties + made, quality: 'strong' })
  }
  const padded = count - Math.min(count, base.length)
  return { names, origin: `${real ? 'published' : 'invented'} names${padded > 0 ? `, ${padded} of them recombined` : ''}` }
}

const wordsIn = (text: string): string[] => text.split(/[\s,]+/).filter((word) => word !== '')

/** A word of the lists; now and then the head of one with the tail of another, since a longer list always has words that no shorter one has. */
function recombined(pool: readonly string[], chance: Chance): string {
  const word = pool[chance.below(pool.length)]!
  if (chance.below(100) >= SPLICED) return word
  const other = pool[chance.below(pool.length)]!
  return word.slice(0, Math.ceil(word.length / 2)) + other.slice(Math.floor(other.length / 2)).toLowerCase()
}
const SPLICED = 14

function published(): IndexedName[] {
  const kinds = new Map<string, NameKind>()
  const parties = new Map<string, number>()
  const names: IndexedName[] = []
  const add = (id: string, text: string, quality: 'strong' | 'weak' = 'strong'): void => {
    if (!parties.has(id)) parties.set(id, parties.size)
    if (text.trim() !== '') names.push({ text: text.trim(), kind: kinds.get(id) ?? 'other', party: parties.get(id)!, quality })
  }
  for (const [id = '', name = '', type = ''] of rows('sdn_2023-05-25.csv')) {
    kinds.set(id, type.includes('individual') ? 'person' : type.includes('-0-') ? 'organisation' : 'other')
    add(id, name)
  }
  // The aliases are of a later day; those of parties that came since have no type here.
  for (const [id = '', , , name = ''] of rows('alt_2025-12-24.csv')) if (kinds.has(id)) add(id, name)
  const xml = readFileSync(resolve(SHARED, 'un/UN_consolidated_2026-02-27.xml'), 'utf8')
  for (const [, tag, block = ''] of xml.matchAll(/<(INDIVIDUAL|ENTITY)>([\s\S]*?)<\/\1>/g)) {
    const all = (name: string): string[] =>
      Array.from(block.matchAll(new RegExp(`<${name}>([^<]*)</${name}>`, 'g')), (m) => unescaped(m[1]!))
    const id = `un ${all('DATAID')[0]}`
    kinds.set(id, tag === 'INDIVIDUAL' ? 'person' : 'organisation')
    add(id, ['FIRST_NAME', 'SECOND_NAME', 'THIRD_NAME', 'FOURTH_NAME'].flatMap((part) => all(part).slice(0, 1)).join(' '))
    for (const alias of all('ALIAS_NAME')) add(id, alias)
  }
  return names
}

const unescaped = (text: string): string =>
  text.replace(/&(amp|lt|gt|quot|apos);/g, (_, name: string) => ({ amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" })[name]!)

const rows = (file: string): string[][] =>
  parse(readFileSync(resolve(SHARED, 'ofac', file), 'latin1'), { relax_column_count: true, relax_quotes: true, trim: true })

const SYLLABLES =
  'ab al am an ar as ba be bo bra chi da de dor el em er fa fe ga gor ha hil ib il in ir ja jo ka kel kim ko la le li lo ma men mi mo na ne ni no ol or os pa pe por qa ra re ri ro sa se shi so ta te ti to ul um ur va ve vi wa xi ya yo za ze zu'.split(
    ' ',
  )

function invented(count: number, chance: Chance): IndexedName[] {
  const word = (): string => {
    const text = Array.from({ length: 2 + chance.below(3) }, () => SYLLABLES[chance.below(SYLLABLES.length)]).join('')
    return text[0]!.toUpperCase() + text.slice(1)
  }
  const words = Array.from({ length: 12_000 }, word)
  // The square of an even chance: few words make up most names.
  const some = (): string => words[Math.floor((chance.below(1e6) / 1e6) ** 2 * words.length)]!
  return Array.from({ length: count }, (_, party) => ({
    text: Array.from({ length: 2 + chance.below(3) }, some).join(' '),
    kind: 'person',
    party,
    quality: 'strong',
  }))
}

export const QUERY_KINDS = [
  'exact',
  'one slip',
  'two slips',
  'other order',
  'other spelling',
  'a word left out',
  'two words joined',
  'slip, other order, word left out',
] as const

export interface MadeQuery {
  readonly text: string
  readonly kind: NameKind
  /** Who bears the name that is meant: by chance more than one may. */
  readonly parties: ReadonlySet<number>
  readonly how: (typeof QUERY_KINDS)[number]
}

/** Queries made from names of two words or more, the eight ways in turn. */
export function queriesFor(names: readonly IndexedName[], count: number, seed = SEED): MadeQuery[] {
  const chance = seeded(seed)
  const bearers = new Map<string, Set<number>>()
  for (const { text, party } of names) {
    const known = bearers.get(text)
    if (known === undefined) bearers.set(text, new Set([party]))
    else known.add(party)
  }
  const queries: MadeQuery[] = []
  while (queries.length < count) {
    const name = names[chance.below(names.length)]!
    // As people write it: the given name first.
    const words = wordsIn(name.text.replace(/^([^,]+), ([^,]+)$/, '$2 $1'))
    if (words.length < 2 || name.text.length < 8) continue
    const how = QUERY_KINDS[queries.length % QUERY_KINDS.length]!
    queries.push({ text: changed(words, how, chance), kind: name.kind, parties: bearers.get(name.text)!, how })
  }
  return queries
}

function changed(words: readonly string[], how: MadeQuery['how'], chance: Chance): string {
  const text = words.join(' ')
  switch (how) {
    case 'exact':
      return text
    case 'one slip':
      return slipped(text, chance)
    case 'two slips':
      return slipped(slipped(text, chance), chance)
    case 'other order':
      return words.toReversed().join(' ')
    case 'other spelling':
      return respelled(respelled(text, chance), chance)
    case 'a word left out':
      return without(words, chance).join(' ')
    case 'two words joined': {
      const pairs = words.flatMap((word, at) => (tells(word) && tells(words[at + 1] ?? '') ? [at] : []))
      if (pairs.length === 0) return text
      const at = pairs[chance.below(pairs.length)]!
      return [...words.slice(0, at), words[at]! + words[at + 1]!, ...words.slice(at + 2)].join(' ')
    }
    // A slip, another order and a word left out.
    default:
      return slipped(without(words, chance).toReversed().join(' '), chance)
  }
}

/** Whether a word tells one name from another; a legal form or two letters do not. */
const tells = (word: string): boolean => word.length > 3 && formAt([word.toLowerCase().replace(/[^a-z]/g, '')], 0) === undefined

/** Where fewer than three words tell, none is left out: what remained would be anybody's. */
function without(words: readonly string[], chance: Chance): string[] {
  const telling = words.flatMap((word, at) => (tells(word) ? [at] : []))
  if (telling.length < 3) return [...words]
  const gone = telling[chance.below(telling.length)]!
  return words.filter((_, at) => at !== gone)
}

/** One letter too many, too few, another, or two swapped, inside a word of four letters or more: a shorter one becomes another word. */
function slipped(text: string, chance: Chance): string {
  const places = Array.from(text.matchAll(/\p{L}{4,}/gu), ({ 0: word, index }) =>
    Array.from(word.slice(2), (_, at) => index + 1 + at),
  ).flat()
  if (places.length === 0) return text
  const at = places[chance.below(places.length)]!
  const letter = String.fromCharCode(97 + chance.below(26))
  switch (chance.below(4)) {
    case 0:
      return text.slice(0, at) + text.slice(at + 1)
    case 1:
      return text.slice(0, at) + letter + text.slice(at)
    case 2:
      return text.slice(0, at) + letter + text.slice(at + 1)
    default:
      return text.slice(0, at) + text[at + 1]! + text[at]! + text.slice(at + 2)
  }
}

const SPELLINGS = [
  ['ou', 'u'], ['oo', 'u'], ['u', 'oo'], ['y', 'i'], ['i', 'y'], ['kh', 'h'], ['q', 'k'], ['k', 'q'], ['ph', 'f'], ['w', 'v'], ['v', 'w'], ['j', 'dj'], ['ee', 'i'],
  ['sh', 'sch'], ['ch', 'tch'], ['ov', 'off'], ['e', 'a'], ['o', 'u'], ['z', 's'], ['mm', 'm'], ['ss', 's'], ['ll', 'l'],
] as const // prettier-ignore

/** One sound written another way, where there is one that can be. */
function respelled(text: string, chance: Chance): string {
  const lower = text.toLowerCase()
  for (const [from, to] of chance.shuffled(SPELLINGS)) {
    const at = lower.indexOf(from, 1)
    if (at > 0) return text.slice(0, at) + to + text.slice(at + from.length)
  }
  return text
}

/** UN names with slips made by another project (contrib of yente), where they are present. */
export function typedSlips(): { readonly listed: string; readonly query: string }[] {
  const file = resolve(SHARED, 'namematch/yente_un_positives.csv')
  if (!existsSync(file)) return []
  const rowsOf: { list_name: string; query_name_typo: string }[] = parse(readFileSync(file), { columns: true, relax_column_count: true })
  return rowsOf.map(({ list_name: listed, query_name_typo: query }) => ({ listed, query }))
}
