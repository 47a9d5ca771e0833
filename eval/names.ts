import { createHash } from 'node:crypto'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parse } from 'csv-parse/sync'
import { buildNameIndex } from '../src/compute/name-index/name-index.ts'
import { ALERT, scorePrepared } from '../src/compute/name-match/compare.ts'
import { compareAsRegulator } from '../src/compute/name-match/regulator.ts'
import { prepareName, type NameKind } from '../src/compute/name-match/tokens.ts'
import { CORPORA } from './corpora.ts'
import { shareOf, type Share } from './share.ts'

/** Pairs called the same at some score. */
export interface PairQuality {
  readonly least: number
  readonly pairs: number
  readonly right: number
  readonly called: number
  readonly same: number
}

export interface NameMeasures {
  readonly bench: Readonly<Record<'all' | 'looked-at' | 'held-out', { readonly best: PairQuality; readonly alert: PairQuality }>>
  readonly checks: Share
  readonly crossScript: Share
  readonly spellings: Share
  readonly typos: Share
  /** Of the pairs labelled the same that are written differently, those that score 1. */
  readonly ties: Share
  readonly listed: number
  /** Invented people with any hit. */
  readonly alarms: Readonly<Record<'us' | 'global', Share>>
  /** A sample of them without the index: people, and those for whom the answer is another. */
  readonly withoutIndex: Share
  /** Published scores of the regulator's page reproduced to five points; undefined where the file is not there. */
  readonly regulator: Share | undefined
}

interface Pair {
  readonly a: string
  readonly b: string
  readonly kind: NameKind
  readonly same: boolean
  readonly score: number
}

type Row = Readonly<Record<string, string>>
const rowsOf = (file: string): Row[] =>
  parse(readFileSync(file, 'utf8'), { columns: true, bom: true, relax_quotes: true, relax_column_count: true })
const cellsOf = (file: string): string[][] => parse(readFileSync(file, 'utf8'), { relax_quotes: true, relax_column_count: true })

const scoreOf = (a: string, b: string, kind: NameKind): number => scorePrepared(prepareName(a, kind), prepareName(b, kind))
const kindOf = (schema: string): NameKind =>
  schema === 'Person' ? 'person' : schema === 'Company' || schema === 'Organization' ? 'organisation' : 'other'

export function measureNames(shared: string): NameMeasures {
  const folder = join(shared, CORPORA.names.found)
  const pairs = benchPairs(join(folder, 'nomenklatura_name_bench.csv'))
  const bench = (kept: readonly Pair[]) => ({ best: bestOf(kept), alert: qualityAt(kept, ALERT) })
  const different = pairs.filter(({ a, b, same, kind }) => same && prepareName(a, kind).plain !== prepareName(b, kind).plain)
  const listed = listedNames(join(shared, 'sanctions/ofac'))
  const scores = join(folder, 'ofac_search_scores.csv')
  return {
    bench: {
      all: bench(pairs),
      'looked-at': bench(pairs.filter(({ b }) => lookedAt(b))),
      'held-out': bench(pairs.filter(({ b }) => !lookedAt(b))),
    },
    checks: checks(join(folder, 'nomenklatura_entity_checks.json')),
    crossScript: crossScript(join(folder, 'watchman_cross_script_pairs.csv')),
    spellings: spellings(join(folder, 'rigour_putin_names.txt')),
    typos: shareOf(
      rowsOf(join(folder, 'yente_un_positives.csv')),
      (r) => scoreOf(r['query_name_typo']!, r['list_name']!, 'person') >= ALERT,
    ),
    ties: shareOf(different, ({ score }) => score === 1),
    listed: listed.length,
    ...alarms(folder, listed),
    regulator: existsSync(scores) ? regulatorScores(rowsOf(scores)) : undefined,
  }
}

const benchPairs = (file: string): Pair[] =>
  rowsOf(file).map((row) => {
    const [a, b, kind] = [row['name1']!, row['name2']!, kindOf(row['schema']!)]
    return { a, b, kind, same: row['is_match'] === 'true', score: scoreOf(a, b, kind) }
  })

/** Which half a pair is in; all pairs of one listed name are in one. */
const lookedAt = (listed: string): boolean => Number.parseInt(createHash('sha256').update(listed).digest('hex').slice(-1), 16) % 2 === 0

function qualityAt(pairs: readonly Pair[], least: number): PairQuality {
  const called = pairs.filter(({ score }) => score >= least)
  return {
    least,
    pairs: pairs.length,
    right: called.filter(({ same }) => same).length,
    called: called.length,
    same: pairs.filter(({ same }) => same).length,
  }
}

export const f1Of = ({ right, called, same }: PairQuality): number => (2 * right) / (called + same)

function bestOf(pairs: readonly Pair[]): PairQuality {
  const all = [...new Set(pairs.map(({ score }) => score))].map((least) => qualityAt(pairs, least))
  return all.reduce((best, one) => (f1Of(one) > f1Of(best) ? one : best))
}

interface Check {
  readonly match: boolean
  readonly schema: string
  readonly query: Row
  readonly candidate: Row
}

function checks(file: string): Share {
  const all = JSON.parse(readFileSync(file, 'utf8')) as Check[]
  const name = (row: Row): string =>
    row['name'] ??
    [row['firstName'], row['middleName'] ?? row['fatherName'], row['lastName']].filter((part) => part !== undefined).join(' ')
  return shareOf(all, (c) => scoreOf(name(c.query), name(c.candidate), kindOf(c.schema)) >= ALERT === c.match)
}

const linesOf = (file: string): string[] =>
  readFileSync(file, 'utf8')
    .split('\n')
    .filter((line) => line !== '' && !line.startsWith('#'))

const crossScript = (file: string): Share =>
  shareOf(linesOf(file), (line) => {
    const [query, expected] = line.split(',')
    return scoreOf(query!, expected!, 'person') >= ALERT
  })

/** All are one person's; the names that a list would have are the two of the file that are written in full with a comma. */
function spellings(file: string): Share {
  const names = linesOf(file)
  const listed = names.filter((name) => /^[A-Z]+, [A-Za-z ]+$/.test(name))
  return shareOf(names, (name) => listed.some((other) => scoreOf(name, other, 'person') >= ALERT))
}

interface Listed {
  readonly text: string
  readonly kind: NameKind
}

/** Main names and aliases of the SDN list, of two dates: what there is. */
function listedNames(folder: string): Listed[] {
  const kinds = new Map<string, NameKind>()
  const main = cellsOf(join(folder, 'sdn_2023-05-25.csv')).filter(([, name]) => name !== undefined && name !== '')
  for (const [id, , type] of main)
    kinds.set(id!, type!.trim() === 'individual' ? 'person' : type!.trim() === '-0-' ? 'organisation' : 'other')
  const aliases = cellsOf(join(folder, 'alt_2025-12-24.csv')).filter(([, , , name]) => name !== undefined && name !== '')
  // Of an entry younger than the main file the kind is not known.
  return [
    ...main.map(([id, text]) => ({ text: text!, kind: kinds.get(id!)! })),
    ...aliases.map(([id, , , text]) => ({ text: text!, kind: kinds.get(id!) ?? 'other' })),
  ]
}

/** One person in so many is compared with every listed name, to see that the index loses none. */
const EVERY = 60

function alarms(folder: string, listed: readonly Listed[]): Pick<NameMeasures, 'alarms' | 'withoutIndex'> {
  const index = buildNameIndex(listed.map((one, party) => ({ ...one, party, quality: 'strong' as const })))
  const prepared = listed.map(({ text, kind }) => prepareName(text, kind))
  const people = (where: string): string[] => rowsOf(join(folder, `yente_negatives_${where}.csv`)).map((row) => row['full_name']!)
  const found = (name: string): boolean => index.search(name, { kind: 'person', limit: 1, least: ALERT }).length > 0
  const [us, global] = [people('us'), people('global')]
  const sample = [...us, ...global].filter((_, i) => i % EVERY === 0)
  const foundByAll = (name: string): boolean => {
    const query = prepareName(name, 'person')
    return prepared.some((other) => other.kind !== 'organisation' && scorePrepared(query, other) >= ALERT)
  }
  return {
    alarms: { us: shareOf(us, found), global: shareOf(global, found) },
    withoutIndex: shareOf(sample, (name) => foundByAll(name) !== found(name)),
  }
}

/** Columns query_name, result_name, ofac_score; -1 is no hit at 80. */
const regulatorScores = (rows: readonly Row[]): Share =>
  shareOf(
    rows.filter((row) => Number(row['ofac_score']) >= 0),
    (row) => Math.abs(compareAsRegulator(row['query_name']!, row['result_name']!) - Number(row['ofac_score'])) <= 5,
  )
