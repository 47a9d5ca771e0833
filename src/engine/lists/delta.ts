import type { ListedParty } from '../../model/listed-party.ts'

/** What became other between two versions of a list, exactly and by the publisher's ids. */
export interface ListDelta {
  readonly added: readonly ListedParty[]
  readonly removed: readonly ListedParty[]
  readonly changed: readonly ChangedParty[]
  readonly unchanged: number
}

export interface ChangedParty {
  readonly before: ListedParty
  readonly after: ListedParty
  readonly fields: readonly FieldChange[]
}

/** Of a field with many values, those that came and went; of another, its values as lists of at most one. */
export interface FieldChange {
  readonly field: string
  readonly removed: readonly unknown[]
  readonly added: readonly unknown[]
}

/**
 * Entries in order of the versions they stand in. Where an entry stands in the file says nothing of the party, and in what order a
 * publisher names aliases or programmes neither; everything else counts, to the letter.
 */
export function deltaOf(before: Iterable<ListedParty>, after: Iterable<ListedParty>): ListDelta {
  const old = new Map(Array.from(before, (party) => [party.id, party]))
  const added: ListedParty[] = []
  const changed: ChangedParty[] = []
  let unchanged = 0
  for (const party of after) {
    const was = old.get(party.id)
    old.delete(party.id)
    const fields = was === undefined ? [] : changesOf(was, party)
    if (was === undefined) added.push(party)
    else if (fields.length === 0) unchanged++
    else changed.push({ before: was, after: party, fields })
  }
  return { added, removed: [...old.values()], changed, unchanged }
}

/** Ids of the entries that a delta touches: whoever was or is now compared with one of these is to be looked at again. */
export const touchedBy = ({ added, removed, changed }: ListDelta): ReadonlySet<string> =>
  new Set([...added, ...removed, ...changed.map((one) => one.after)].map((party) => party.id))

function changesOf(before: ListedParty, after: ListedParty): FieldChange[] {
  const fields = new Set([...Object.keys(before), ...Object.keys(after)])
  fields.delete('at')
  return [...fields].flatMap((field) => {
    const [was, is] = [valuesOf(before, field), valuesOf(after, field)]
    const removed = without(was, is)
    const added = without(is, was)
    return removed.length + added.length === 0 ? [] : [{ field, removed, added }]
  })
}

function valuesOf(party: ListedParty, field: string): readonly unknown[] {
  const value: unknown = party[field as keyof ListedParty]
  return Array.isArray(value) ? value : value === undefined ? [] : [value]
}

/** The values of `all` that `others` does not have as often. */
function without(all: readonly unknown[], others: readonly unknown[]): readonly unknown[] {
  const left = new Map<string, number>()
  for (const other of others) left.set(written(other), (left.get(written(other)) ?? 0) + 1)
  return all.filter((value) => {
    const count = left.get(written(value)) ?? 0
    left.set(written(value), count - 1)
    return count <= 0
  })
}

/** Equal for equal values, in whatever order a reader wrote their keys. */
const written = (value: unknown): string =>
  JSON.stringify(value, (_, part: unknown) =>
    part !== null && typeof part === 'object' && !Array.isArray(part)
      ? Object.fromEntries(Object.entries(part).sort(([a], [b]) => (a < b ? -1 : 1)))
      : part,
  )
