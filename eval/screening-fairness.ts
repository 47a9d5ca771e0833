import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parse } from 'csv-parse/sync'
import { ALERT } from '../src/compute/name-match/compare.ts'
import { loadedLists } from './screening-lists.ts'
import type { OpenList } from '../src/engine/screening/ports.ts'
import { EXACT } from '../src/engine/screening/exact.ts'
import { screenSubject } from '../src/engine/screening/screen-subject.ts'
import type { Subject } from '../src/model/screening.ts'
import { seeded } from '../bench/chance.ts'

/** Invented people for each country: what F5 asks of a nightly run. */
const PEOPLE = 300
const SEED = 20_260_301
/** Years of birth of people of working age. */
const BORN = [1960, 2006] as const
/** Fewer names than these make too few people to count. */
const FEWEST = 5

export interface ScreeningMeasures {
  readonly entries: number
  readonly groups: readonly GroupRates[]
}

export interface GroupRates {
  /** ISO 3166 code of the country whose common names these are. */
  readonly group: string
  readonly people: number
  /** With an entry whose name is at or over the shipped line. */
  readonly raw: number
  /** With something beside the name that agrees. */
  readonly possible: number
}

export function measureScreening(shared: string): ScreeningMeasures {
  const lists = loadedLists(shared)
  return { entries: lists.reduce((sum, list) => sum + list.facts.entries, 0), groups: measureGroups(shared, lists) }
}

/** Invented people, their names drawn from the common ones of a country and their years of birth by chance, against real lists (F5). */
function measureGroups(shared: string, lists: readonly OpenList[]): readonly GroupRates[] {
  const forenames = namesBy(join(shared, 'fairness/common-forenames-by-country.csv'))
  const surnames = namesBy(join(shared, 'fairness/common-surnames-by-country.csv'))
  return [...surnames.keys()]
    .filter((group) => (forenames.get(group)?.length ?? 0) >= FEWEST && surnames.get(group)!.length >= FEWEST)
    .sort()
    .map((group) => ratesOf(group, peopleOf(forenames.get(group)!, surnames.get(group)!), lists))
}

function namesBy(path: string): Map<string, string[]> {
  const rows = parse(readFileSync(path), { columns: true, bom: true }) as Record<string, string>[]
  const by = new Map<string, string[]>()
  for (const row of rows) {
    const name = row['Romanized Name']?.trim() || row['Localized Name']?.trim()
    if (row['Country'] !== undefined && name !== undefined && name !== '') by.set(row['Country'], [...(by.get(row['Country']) ?? []), name])
  }
  return by
}

function peopleOf(forenames: readonly string[], surnames: readonly string[]): readonly Subject[] {
  const draw = seeded(SEED)
  const pick = <T>(of: readonly T[]): T => of[draw.below(of.length)]!
  return Array.from({ length: PEOPLE }, (_, i) => ({
    id: String(i),
    type: 'person',
    names: [`${pick(forenames)} ${pick(surnames)}`],
    births: [String(BORN[0] + draw.below(BORN[1] - BORN[0]))],
    identifiers: [],
    wallets: [],
    addresses: [],
  }))
}

function ratesOf(group: string, people: readonly Subject[], lists: readonly OpenList[]): GroupRates {
  const found = people.map((one) => screenSubject(one, lists, { mode: 'standard', least: ALERT, asOf: '2026-03-01' }, EXACT))
  return {
    group,
    people: people.length,
    raw: found.filter((hits) => hits.length > 0).length,
    possible: found.filter((hits) => hits.some((hit) => hit.state === 'possible')).length,
  }
}
