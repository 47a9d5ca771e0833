import { readFileSync } from 'node:fs'
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { parse } from 'csv-parse/sync'
import type { LinkInput } from './linkage-product.ts'

/**
 * The data sets with known truth. One set of settings for all of them; what differs is the map, which says what a column is. Files are
 * given to the product as they came, except where it says so.
 */
export interface LinkageSet {
  readonly input: LinkInput
  /** What each id stands for. */
  readonly truth: ReadonlyMap<string, string>
}

const rowsOf = (path: string): Record<string, string>[] => parse(readFileSync(path), { columns: true, bom: true, ltrim: true, rtrim: true })
const written = async (path: string, rows: readonly object[]): Promise<string> => {
  await writeFile(path, rows.map((row) => `${JSON.stringify(row)}\n`).join(''))
  return path
}

export function febrl(shared: string, number: 1 | 2): LinkageSet {
  const input = join(shared, `linkage/febrl_dataset${number}.csv`)
  return {
    input: {
      input,
      map: {
        id: 'rec_id',
        columns: {
          given_name: 'name',
          surname: 'name',
          street_number: 'exact',
          address_1: 'address',
          address_2: 'address',
          suburb: 'name',
          postcode: 'exact',
          state: 'exact',
          date_of_birth: 'date',
          soc_sec_id: 'account',
        },
      },
    },
    // `rec-<person>-org` and `rec-<person>-dup-<n>`.
    truth: new Map(rowsOf(input).map((row) => [row['rec_id']!, row['rec_id']!.split('-')[1]!])),
  }
}

export interface FakePeople extends LinkageSet {
  /** Pairs that people looked at. */
  readonly labelled: readonly { readonly left: string; readonly right: string; readonly same: boolean }[]
}

export function fakePeople(shared: string): FakePeople {
  const input = join(shared, 'linkage/splink_fake_1000.csv')
  return {
    input: {
      input,
      map: {
        id: 'unique_id',
        columns: { first_name: 'name', surname: 'name', dob: 'date', city: 'name', email: 'email' },
      },
    },
    truth: new Map(rowsOf(input).map((row) => [row['unique_id']!, row['cluster']!])),
    labelled: rowsOf(join(shared, 'linkage/splink_fake_1000_labels.csv')).map((row) => ({
      left: row['unique_id_l']!,
      right: row['unique_id_r']!,
      same: Number(row['clerical_match_score']) >= 0.5,
    })),
  }
}

/** `unique_id` is the truth here and no id, so the rows are written anew with their number. */
export async function restaurants(shared: string, folder: string): Promise<LinkageSet> {
  const rows = rowsOf(join(shared, 'linkage/restaurant_nophone_training.csv'))
  const input = await written(
    join(folder, 'restaurants.jsonl'),
    rows.map((row, i) => ({ row: `r${i}`, name: row['name'], address: row['address'], city: row['city'], cuisine: row['cuisine'] })),
  )
  return {
    input: { input, map: { id: 'row', columns: { name: 'name', address: 'address', city: 'name', cuisine: 'text' } } },
    truth: new Map(rows.map((row, i) => [`r${i}`, row['unique_id']!])),
  }
}

export interface Bibliographies {
  readonly input: LinkInput
  /** Pairs of the test part. */
  readonly test: readonly { readonly left: string; readonly right: string; readonly same: boolean }[]
}

/**
 * Two bibliographies as pairs with a label. Both are put together from all pairs of all parts without the labels; the labels of the
 * test part are the truth, those of the others are not read.
 */
export async function bibliographies(shared: string, folder: string): Promise<Bibliographies> {
  const sides = [new Map<string, string>(), new Map<string, string>()] as const
  const idOf = (side: 0 | 1, entry: string): string => {
    const known = sides[side].get(entry)
    if (known !== undefined) return known
    const id = `${side === 0 ? 'a' : 'b'}${sides[side].size}`
    sides[side].set(entry, id)
    return id
  }
  const test: { left: string; right: string; same: boolean }[] = []
  for (const part of ['train', 'valid', 'test']) {
    for (const line of readFileSync(join(shared, `linkage/ditto_dblp_acm_${part}.txt`), 'utf8').split('\n')) {
      if (line === '') continue
      const [left = '', right = '', label] = line.split('\t')
      const pair = { left: idOf(0, left.trim()), right: idOf(1, right.trim()) }
      if (part === 'test') test.push({ ...pair, same: label?.trim() === '1' })
    }
  }
  const entries = (side: 0 | 1): object[] => [...sides[side]].map(([entry, id]) => ({ id, ...fieldsOf(entry) }))
  return {
    input: {
      input: await written(join(folder, 'dblp.jsonl'), entries(0)),
      against: await written(join(folder, 'acm.jsonl'), entries(1)),
      map: { id: 'id', columns: { title: 'text', authors: 'text', venue: 'text', year: 'exact' } },
    },
    test,
  }
}

/** `COL title VAL … COL authors VAL …` */
function fieldsOf(entry: string): Record<string, string> {
  return Object.fromEntries(
    entry
      .split('COL ')
      .slice(1)
      .map((part) => {
        const [name = '', value = ''] = part.split(' VAL ')
        return [name.trim(), value.trim()]
      }),
  )
}
