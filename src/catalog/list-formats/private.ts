import { defineList, type List, type ListFormat } from '../../kit/list.ts'
import { plainCsv } from './plain-csv.ts'
import { tagpack } from './tagpack.ts'

/**
 * A list of one's own, under an id of one's own: it has no folder in the catalogue and nobody publishes it.
 * @param publishers formats of the catalogue's lists, so that a copy of a publisher's file can be kept under another id; the plain
 * table comes after them, since it takes any table with a name in it
 */
export const privateList = (id: string, publishers: readonly ListFormat[] = []): List =>
  defineList({
    id,
    version: 1,
    title: `Own list "${id}"`,
    publisher: 'Whoever imported it',
    licence: 'As whoever made it allows.',
    // Nobody else changes it; a year without a look is long for any list.
    staleAfterDays: 365,
    from: [],
    formats: [tagpack, ...publishers, plainCsv],
  })
