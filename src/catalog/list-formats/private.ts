import { defineList, type List, type ListFormat } from '../../kit/list.ts'
import { plainCsv } from './plain-csv.ts'
import { mappedColumns } from './plain-columns.ts'
import { tagpack } from './tagpack.ts'

/**
 * A list of one's own, under an id of one's own: it has no folder in the catalogue and nobody publishes it.
 * @param publishers formats of the catalogue's lists, so that a copy of a publisher's file can be kept under another id; the plain
 * table comes after them, since it takes any table with a name in it
 * @param map which column of a table holds what; with one, it is a table and nothing else
 */
export const privateList = (id: string, publishers: readonly ListFormat[] = [], map?: unknown): List =>
  defineList({
    id,
    version: 1,
    title: `Own list "${id}"`,
    publisher: 'Whoever imported it',
    licence: 'As whoever made it allows.',
    // Nobody else changes it; a year without a look is long for any list.
    staleAfterDays: 365,
    from: [],
    formats: map === undefined ? [tagpack, ...publishers, plainCsv()] : [plainCsv(mappedColumns(map))],
  })
