import { DatabaseSync } from 'node:sqlite'
import MiniSearch from 'minisearch'
import type { IndexedName } from '../src/compute/name-index/name.ts'

/** Answers a query with the parties of its ten best names, best first. */
export type Search = (query: string) => readonly number[]

const TOP = 10

/** All runs of three letters, each once; without them `undefined`, since nothing can be asked. */
function trigrams(query: string): string | undefined {
  const runs = new Set<string>()
  const lower = query.toLowerCase()
  for (let at = 0; at + 3 <= lower.length; at++) runs.add(`"${lower.slice(at, at + 3).replaceAll('"', '""')}"`)
  return runs.size === 0 ? undefined : [...runs].join(' OR ')
}

/** SQLite FTS5 with its trigram tokenizer, any trigram of the query, ranked by bm25. In memory. */
export function sqliteTrigrams(names: readonly IndexedName[]): Search {
  const database = new DatabaseSync(':memory:')
  database.exec("create virtual table names using fts5(text, party unindexed, tokenize = 'trigram')")
  database.exec('begin')
  const insert = database.prepare('insert into names (rowid, text, party) values (?, ?, ?)')
  for (const [at, { text, party }] of names.entries()) insert.run(at + 1, text, party)
  database.exec('commit')
  database.exec("insert into names (names) values ('optimize')")
  const select = database.prepare(`select party from names where names match ? order by rank limit ${TOP}`)
  return (query) => {
    const any = trigrams(query)
    return any === undefined ? [] : select.all(any).map(({ party }) => Number(party))
  }
}

/** minisearch with the tolerance at which it finds most of these queries. */
export function minisearch(names: readonly IndexedName[]): Search {
  const index = new MiniSearch({ fields: ['text'], storeFields: ['party'], searchOptions: { fuzzy: 0.3 } })
  index.addAll(names.map(({ text, party }, id) => ({ id, text, party })))
  return (query) =>
    index
      .search(query)
      .slice(0, TOP)
      .map((found) => Number(found['party']))
}
