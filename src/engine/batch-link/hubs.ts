import { IDENTIFIER_KINDS, NONE, type Records } from '../../compute/record-linkage/columns.ts'

/** Groups up to this size are always compared: sixteen accounts on one phone are worth looking at, whoever owns it. */
const ALWAYS = 16
/** Up to this size where the records say that such groups are one operator's; what more hold weighs nothing (record-linkage/train.ts). */
const MEASURED = 32
/** Pairs that are looked at for one step. */
const SAMPLE = 4_000
/**
 * Of the pairs in a group of one operator about a third share a second thing; of strangers behind one office line hardly any do.
 * Measured on generated accounts: 15–40 % against 0–0.5 %.
 */
const CORROBORATED = 0.05

/**
 * From what size on a shared value of this column stands for a crowd (an office, a network, a service). Measured on the records: as
 * long as pairs that share the value also share something else that identifies, the group is one operator's.
 */
export function hubLimit(records: Records, column: number, groups: Uint32Array): number {
  let any = false
  for (let size = ALWAYS + 1; size <= MEASURED; size++) if (groups[size]! > 0) any = true
  return any && corroborated(records, column, ALWAYS, MEASURED) < CORROBORATED ? ALWAYS : MEASURED
}

/** Share of pairs in groups of this size that agree on another identifier which is not itself held by many. */
function corroborated(records: Records, column: number, above: number, upTo: number): number {
  const { codes, counts, starts } = records.columns[column]!
  const others = records.columns.filter((other, c) => c !== column && IDENTIFIER_KINDS.has(other.kind) && other.starts === undefined)
  if (others.length === 0 || starts !== undefined) return 0
  // The first members of each group, in order of record.
  const members = new Map<number, number[]>()
  let pairs = 0
  let second = 0
  for (let record = 0; record < records.count && pairs < SAMPLE; record++) {
    const code = codes[record]!
    if (code === NONE || counts[code]! <= above || counts[code]! > upTo) continue
    const group = members.get(code) ?? []
    for (const earlier of group) {
      pairs++
      const agrees = others.some((other) => {
        const shared = other.codes[record]!
        return shared !== NONE && shared === other.codes[earlier] && other.counts[shared]! <= ALWAYS
      })
      if (agrees) second++
    }
    if (group.length < 8) members.set(code, [...group, record])
  }
  return pairs === 0 ? 0 : second / pairs
}

/** A value that is held by more records than are compared. */
export interface FoundHub {
  readonly column: number
  readonly holders: number
  /** One record that holds it, to look the value up. */
  readonly record: number
  readonly reason: string
}

/** Hubs of the identifier columns, largest first within each. */
export function hubsOf(records: Records, limits: ReadonlyMap<number, number>): readonly FoundHub[] {
  return records.columns.flatMap((column, c) => {
    const largest = limits.get(c)
    if (largest === undefined || !IDENTIFIER_KINDS.has(column.kind)) return []
    const found: FoundHub[] = []
    const seen = new Set<number>()
    const look = (code: number, record: number): void => {
      const holders = code === NONE ? 0 : column.counts[code]!
      if (holders <= largest || seen.has(code)) return
      seen.add(code)
      found.push({ column: c, holders, record, reason: reasonOf(largest) })
    }
    for (let record = 0; record < records.count; record++) {
      if (column.starts === undefined) look(column.codes[record]!, record)
      else for (let x = column.starts[record]!; x < column.starts[record + 1]!; x++) look(column.codes[x]!, record)
    }
    return found.sort((a, b) => b.holders - a.holders || a.record - b.record)
  })
}

const reasonOf = (largest: number): string =>
  largest === MEASURED
    ? `Held by more than ${MEASURED} records: an office, a network or a service rather than one operator. It joins nobody.`
    : `Held by more than ${largest} records, and in this file those who share such a value share nothing else: an office, a network or a service rather than one operator. It joins nobody.`
