import type { ListFile, ListNote, ListReading } from '../../kit/list.ts'
import { listedParty, type ListedParty } from '../../model/listed-party.ts'
import { broken } from './text.ts'

export interface Parties {
  add(party: ListedParty): void
  note(note: ListNote): void
  /** Throws where there is no party at all. */
  reading(published: string | undefined): ListReading
}

/** To be filled. */
export const blankParty = (id: string, type: ListedParty['type'], at: string): ListedParty => ({
  id,
  type,
  names: [],
  programmes: [],
  births: [],
  birthPlaces: [],
  nationalities: [],
  identifiers: [],
  addresses: [],
  wallets: [],
  ties: [],
  at,
})

/** Without what stands in it twice. Keeps the first of equals. */
function unique<T>(values: readonly T[]): T[] {
  const seen = new Map<string, T>()
  for (const value of values) {
    const key = JSON.stringify(value)
    if (!seen.has(key)) seen.set(key, value)
  }
  return [...seen.values()]
}

/** Numbers in their order, then the rest by their letters. */
function inOrder({ id: a }: ListedParty, { id: b }: ListedParty): number {
  const [x, y] = [a, b].map((id) => (/^\d{1,15}$/.test(id) ? Number(id) : Number.POSITIVE_INFINITY)) as [number, number]
  return x === y ? (a < b ? -1 : 1) : x < y ? -1 : 1
}

/** The parties of one version of a list as they are read: every id once, in order, each as the model has it. */
export function partiesOf(file: ListFile): Parties {
  const found = new Map<string, ListedParty>()
  const notes: ListNote[] = []
  return {
    note: (note) => notes.push(note),
    add(party) {
      const fit = fitting(party, notes)
      if (fit === undefined) return
      const before = found.get(fit.id)
      if (before !== undefined)
        notes.push({ kind: 'odd', says: `Entry ${fit.id} stands in the list twice; both were read as one`, at: fit.at })
      found.set(fit.id, before === undefined ? fit : asOne(before, fit))
    },
    reading(published) {
      if (found.size === 0) throw broken(file, 'has no entry of a list in it')
      return { published, parties: [...found.values()].sort(inOrder), notes }
    },
  }
}

/** Nothing of either is lost: a name that is left out is a hit that is missed. */
function asOne(a: ListedParty, b: ListedParty): ListedParty {
  const more = b.names.map((name) => (name.kind === 'primary' ? { ...name, kind: 'alias' as const } : name))
  const remarks = unique([a.remarks, b.remarks].filter((text) => text !== undefined)).join('\n')
  return {
    ...b,
    ...a,
    names: uniqueNames([...a.names, ...more]),
    programmes: unique([...a.programmes, ...b.programmes]),
    births: unique([...a.births, ...b.births]),
    birthPlaces: unique([...a.birthPlaces, ...b.birthPlaces]),
    nationalities: unique([...a.nationalities, ...b.nationalities]),
    identifiers: unique([...a.identifiers, ...b.identifiers]),
    addresses: unique([...a.addresses, ...b.addresses]),
    wallets: unique([...a.wallets, ...b.wallets]),
    ties: unique([...a.ties, ...b.ties]),
    ...(remarks === '' ? {} : { remarks }),
  }
}

/** One of each spelling: the primary before an alias, the strong before the weak. */
function uniqueNames(names: ListedParty['names']): ListedParty['names'] {
  const best = new Map<string, ListedParty['names'][number]>()
  for (const name of names) {
    const before = best.get(name.full)
    if (before === undefined || (before.kind !== 'primary' && before.quality === 'weak' && name.quality === 'strong'))
      best.set(name.full, name)
  }
  return [...best.values()]
}

/**
 * The party with everything once, as the model has it. A value that does not fit (an address of ten thousand letters) is left
 * out with a note, and the party stays: only one without an id or a name goes.
 */
function fitting(written: ListedParty, notes: ListNote[]): ListedParty | undefined {
  const leftOut = (says: string): undefined => {
    notes.push({ kind: 'left-out', says, at: written.at })
  }
  let party: Record<string, unknown> = { ...asOne(written, { ...written, names: [] }) }
  // Each round takes out everything that was complained about, so a second round only finds what the first one emptied.
  for (let round = 0; round < 3; round++) {
    const checked = listedParty.safeParse(party)
    if (checked.success) return checked.data
    const wrong = checked.error.issues.map(({ path: [field, index] }) => ({ field: String(field), index }))
    if (wrong.some(({ field, index }) => field === 'names' && index === undefined))
      return leftOut(`Entry ${written.id} has no name and was left out`)
    const needed = wrong.find(({ index, field }) => index === undefined && ['id', 'type', 'at'].includes(field))
    if (needed !== undefined) return leftOut(`An entry without a usable ${needed.field} was left out`)
    for (const field of new Set(wrong.map((w) => w.field))) {
      const bad = new Set(wrong.filter((w) => w.field === field).map((w) => w.index))
      const value = party[field]
      const { [field]: _gone, ...rest } = party
      party = Array.isArray(value) ? { ...rest, [field]: value.filter((_, i) => !bad.has(i)) } : rest
      leftOut(`Entry ${written.id}: something in its ${field} is too long or malformed and was left out`)
    }
  }
  return leftOut(`Entry ${written.id} could not be read and was left out`)
}
