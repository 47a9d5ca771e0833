import { nameKey } from '../../src/compute/name-key.ts'
import type { Case } from './cases.ts'

/**
 * Renames everybody in a case consistently: each part of a name becomes one other part, everywhere that names stand. E-mail
 * addresses, handles and everything else stay as they are. After it, every outcome must be the same (R-002, F1).
 */

/** Invented combinations of common name parts, by script. No part lies inside another, so that "written in one word" stays what it was. */
const POOLS = {
  arabic: ['فاطمة', 'يوسف', 'ليلى', 'طارق', 'سلمى', 'خالد', 'مريم', 'بلال', 'نور', 'زيد', 'هند', 'جابر'],
  cyrillic: ['Олена', 'Тарас', 'Зоряна', 'Микита', 'Любов', 'Прохор', 'Ганна', 'Всеволод', 'Ярина', 'Дем’ян', 'Орися', 'Устим'],
  hangul: ['민수', '지우', '서연', '하준', '도윤', '예린', '태오', '가람', '보라', '슬기', '한결', '나래'],
  marks: ['Ngozi', 'Chukwu', 'Željka', 'Ćosić', 'Siobhán', 'Ðorđe', 'Þóra', 'Mbeki', 'Íñigo', 'Łucja', 'Béchir', 'Ömür'],
} as const
export type Pool = keyof typeof POOLS
export const NAME_POOLS = Object.keys(POOLS) as Pool[]

const NAME_PROPERTIES: readonly string[] = ['person-name', 'document-author', 'referee-name']
const PART = /[\p{L}\p{M}\p{N}’]+/gu

/** A part as equality sees it. */
const keyOf = (part: string): string => nameKey(part).replaceAll(' ', '')

function fullOf(value: unknown): string | undefined {
  const full = (value as { full?: unknown } | null)?.full
  return typeof full === 'string' ? full : undefined
}

export interface Renamed {
  readonly story: Case
  /** How many names were replaced. */
  readonly names: number
}

/** `pool`: one of the scripts above, or parts of one's own, of which none lies inside another. */
export function renamed(story: Case, pool: Pool | readonly string[]): Renamed {
  const stock: readonly string[] = typeof pool === 'string' ? POOLS[pool] : pool
  const parts = new Map<string, string>()
  const own = story.personas.flatMap(([, statements]) =>
    statements.filter((s) => s.property === 'person-name' || s.property === 'referee-name').flatMap((s) => fullOf(s.value) ?? []),
  )
  for (const full of own) {
    for (const [part] of full.matchAll(PART)) {
      const key = keyOf(part)
      // An initial stays an initial: it is never evidence of being the same name.
      if (key.length > 1 && !parts.has(key)) parts.set(key, stock[parts.size] ?? `${stock[parts.size % stock.length]}${parts.size}`)
    }
  }
  let names = 0
  const rename = (full: string): string =>
    full.replace(PART, (part) => {
      const exact = parts.get(keyOf(part))
      if (exact !== undefined) return exact
      // Written in one word ("jdoe"): the name inside it changes too.
      const inside = [...parts].find(([key]) => keyOf(part).includes(key))
      return inside === undefined ? part : keyOf(part).replace(inside[0], inside[1])
    })
  const digests = (value: unknown): unknown => {
    if (typeof value === 'string') return value.replace(/^digest\((.+)\)$/, (_, name: string) => `digest(${rename(name)})`)
    if (value !== null && typeof value === 'object' && !Array.isArray(value))
      return Object.fromEntries(Object.entries(value).map(([k, v]) => [k, digests(v)]))
    return value
  }
  const personas = story.personas.map(([name, statements]) => {
    const changed = statements.map((s) => {
      const full = fullOf(s.value)
      if (!NAME_PROPERTIES.includes(s.property) || full === undefined) return { ...s, value: digests(s.value) }
      const to = rename(full)
      if (to !== full) names++
      return { ...s, value: { ...(s.value as object), full: to } }
    })
    return [name, changed] as const
  })
  return { story: { ...story, personas }, names }
}

/** The pools hold up their promise: every part is a different one, and none lies inside another. Returns the breaches. */
export function poolFaults(): string[] {
  return NAME_POOLS.flatMap((pool) => {
    const keys = POOLS[pool].map(keyOf)
    return keys.flatMap((key, i) =>
      keys.flatMap((other, j) =>
        i !== j && other.includes(key) ? [`${pool}: ${key} lies in ${other}`] : key.length < 2 ? [`${pool}: ${key} is too short`] : [],
      ),
    )
  })
}
