import type { Gazetteer } from './gazetteer.ts'

/** A point of the world, in degrees. */
export interface Spot {
  readonly north: number
  readonly east: number
}

/**
 * Why a text has no point: it names no region beside the town (`bare`), the town is not known with that region (`unknown`), several
 * towns are (`several`), or the map could not be fetched (`no-map`).
 */
export type NoSpot = 'bare' | 'unknown' | 'several' | 'no-map'

export type Locate = (text: string) => Spot | NoSpot

const fold = (text: string): string =>
  text
    .normalize('NFD')
    .replaceAll(/[\p{M}.]/gu, '')
    .toLowerCase()
    .trim()

/** Where a postcode stands beside a town or a region, it says nothing more. */
const withoutPostcode = (part: string): string =>
  part
    .split(/\s+/u)
    .filter((word) => !/\d/u.test(word))
    .join(' ')

/** Two rows of the table so few degrees apart are one town. */
const SAME = 0.5

/**
 * Finds the one town that a text means: "Town, Region" or "Town, Country", also at the end of an address. Never guesses: a town without
 * its region, or of which that region has two, has no point.
 */
export function locatorOf({ countries, regions, towns }: Gazetteer): Locate {
  const named = Map.groupBy(towns, ([name]) => fold(name))
  const spellings = regions.map(([country, ...own]) => new Set([...own, ...(countries[country] ?? [])].map(fold)))
  const find = (town: string, within: readonly string[]) =>
    (named.get(town) ?? []).filter(([, , , region]) => within.every((word) => spellings[region]?.has(word)))

  return (text) => {
    const parts = text.split(',').flatMap((part) => {
      const word = fold(withoutPostcode(part))
      return word === '' ? [] : [ALIASES[word] ?? word]
    })
    if (parts.length < 2) return 'bare'
    for (const [i, town] of parts.slice(0, -1).entries()) {
      const [first, ...more] = find(town, parts.slice(i + 1))
      if (first === undefined) continue
      const [, north, east] = first
      return more.every(([, n, e]) => Math.hypot(n - north, e - east) < SAME) ? { north, east } : 'several'
    }
    return 'unknown'
  }
}

/** Codes in use that no table of codes has. */
const ALIASES: Readonly<Record<string, string>> = { uk: 'gb' }
