import { readFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { lists } from '../src/catalog/lists.gen.ts'
import { recognise } from '../src/engine/lists/recognise.ts'
import { readList } from '../src/engine/lists/read-list.ts'
import { privateList } from '../src/catalog/list-formats/private.ts'
import { openParties } from '../src/engine/screening/open-list.ts'
import type { OpenList } from '../src/engine/screening/ports.ts'

const KNOWN = {
  published: lists,
  own: (id: string) =>
    privateList(
      id,
      lists.flatMap((list) => list.formats),
    ),
}
const DAY = '2026-03-01'

/** Real files of publishers, read as the product reads them and opened for screening. */
function openedFrom(shared: string, as: string, paths: readonly string[]): OpenList {
  const files = paths.map((path) => ({ name: basename(path), bytes: readFileSync(join(shared, path)) }))
  const recognised = recognise(KNOWN, files, as)
  const { published, parties } = readList(recognised, DAY)
  const names = parties.reduce((sum, party) => sum + party.names.length, 0)
  return openParties(
    {
      list: as,
      hash: as,
      ...(published === undefined ? {} : { published }),
      imported: `${DAY}T00:00:00.000Z`,
      reader: `${recognised.list.id}@${recognised.list.version}`,
      format: recognised.format.id,
      entries: parties.length,
      names,
      notes: 0,
      files: [],
    },
    parties,
  )
}

/** What a company in the United States would have loaded, as far as it is there: SDN list, the other lists of the office, the Security Council's. */
export const loadedLists = (shared: string): readonly OpenList[] => [
  openedFrom(shared, 'ofac-sdn', ['sanctions/ofac/sdn_2023-05-25.csv', 'sanctions/ofac/alt_2025-12-24.csv']),
  openedFrom(
    shared,
    'ofac-consolidated',
    ['prim', 'alt', 'add', 'comments'].map((part) => `sanctions/ofac/cons_${part}_2025-12-19.csv`),
  ),
  openedFrom(shared, 'un-security-council', ['sanctions/un/UN_consolidated_2026-02-27.xml']),
]
