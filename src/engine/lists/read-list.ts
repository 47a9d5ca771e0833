import type { ListNote } from '../../kit/list.ts'
import { unreadable } from '../../model/errors.ts'
import { listedParty, type ListedParty } from '../../model/listed-party.ts'
import type { Recognised } from './recognise.ts'

export interface ReadList {
  readonly published: string | undefined
  readonly parties: readonly ListedParty[]
  readonly notes: readonly ListNote[]
}

/**
 * Reads a version and holds it to the shape of an entry. Whatever is left out is told with its place: an entry that is not there
 * screens nobody. `today` so that a day of publication that has not come yet is seen.
 */
export function readList({ format, files }: Recognised, today: string): ReadList {
  const reading = format.read(files)
  const notes = [...reading.notes]
  const parties: ListedParty[] = []
  const ids = new Set<string>()
  for (const party of reading.parties) {
    const checked = listedParty.safeParse(party)
    const fault = checked.error?.issues[0]
    if (fault !== undefined)
      notes.push({
        kind: 'left-out',
        says: `The entry "${party.id}" was left out: ${fault.path.join('.')}: ${fault.message}.`,
        at: party.at,
      })
    else if (ids.has(party.id))
      notes.push({ kind: 'left-out', says: `The entry "${party.id}" stands there twice; the first one was kept.`, at: party.at })
    else {
      ids.add(party.id)
      parties.push(party)
    }
  }
  if (parties.length === 0)
    throw unreadable(`There is no entry in ${files.map((file) => `"${file.name}"`).join(', ')}, so nothing was taken in. Fetch it again.`)
  const { published } = reading
  if (published === undefined || published <= dayAfter(today)) return { published, parties, notes }
  // Taken at its word, it would be newer than every version that is still to come.
  notes.push({
    kind: 'odd',
    says: `It says that it was published on ${published}, which has not come yet; that was not believed.`,
    at: files[0]?.name ?? '',
  })
  return { published: undefined, parties, notes }
}

/** It may be tomorrow already where the publisher is. */
const dayAfter = (day: string): string => new Date(Date.parse(day) + 86_400_000).toISOString().slice(0, 10)
