import { type Column, type ColumnKind, NONE } from '../../compute/record-linkage/columns.ts'
import { Coder, CODE_OF_NOBODYS } from './coder.ts'
import { HashedColumn } from './hashed-column.ts'
import { shared32 } from './shared.ts'
import type { Texts } from './texts.ts'

/** What was found in one column, for the summary and for complaints. */
export interface ColumnFacts {
  readonly name: string
  readonly kind: ColumnKind
  /** Records with a value of this kind. */
  readonly held: number
  readonly different: number
  /** Values that are nothing of this kind and count as missing. */
  readonly unread: number
  /** Values of this kind that tell nobody apart (`NOBODYS`) and count as missing. */
  readonly nobodys: number
}

/** A column to be read. */
export interface WantedColumn {
  readonly name: string
  readonly kind: ColumnKind
  /** Whether values are compared by more than equality, so that their spellings are kept. */
  readonly spelled: boolean
  /** Whether a record may have several values. */
  readonly many: boolean
}

export interface EncodedColumn {
  readonly column: Column
  readonly facts: ColumnFacts
}

/** Reads one column of `count` records as codes, in memory that all threads see. */
export function encodeColumn(wanted: WantedColumn, texts: AsyncIterable<Texts>, count: number): Promise<EncodedColumn> {
  if (wanted.many) return encodeMany(wanted, texts, count)
  return wanted.spelled ? encodeSpelled(wanted, texts, count) : encodeHashed(wanted, texts, count)
}

async function encodeHashed({ name, kind }: WantedColumn, texts: AsyncIterable<Texts>, count: number): Promise<EncodedColumn> {
  const column = new HashedColumn(kind, count)
  for await (const { records, starts, lengths, bytes } of texts) {
    for (let i = 0; i < records.length; i++) if (lengths[i] !== 0) column.add(records[i]!, bytes, starts[i]!, lengths[i]!)
  }
  const { codes, counts, ...missing } = column.finish()
  return { column: { name, kind, codes, counts }, facts: { name, kind, held: sum(counts), different: counts.length, ...missing } }
}

async function encodeSpelled({ name, kind }: WantedColumn, texts: AsyncIterable<Texts>, count: number): Promise<EncodedColumn> {
  const coder = new Coder(kind, true)
  const codes = shared32(count).fill(NONE)
  for await (const { records, starts, lengths, bytes } of texts) {
    for (let i = 0; i < records.length; i++) if (lengths[i] !== 0) codes[records[i]!] = coder.encode(bytes, starts[i]!, lengths[i]!)
  }
  const settle = coder.settle()
  let unread = 0
  let nobodys = 0
  if (settle !== undefined)
    for (let i = 0; i < codes.length; i++) {
      if (codes[i] === NONE) continue
      const code = settle[codes[i]!]!
      if (code === NONE) unread++
      if (code === CODE_OF_NOBODYS) nobodys++
      codes[i] = code === CODE_OF_NOBODYS ? NONE : code
    }
  const { order, counts } = renumber(codes, coder.size)
  return {
    column: { name, kind, codes, counts, spellings: coder.spellings(order) },
    facts: { name, kind, held: sum(counts), different: order.length, unread, nobodys },
  }
}

const sum = (counts: Uint32Array): number => counts.reduce((all, count) => all + count, 0)

/**
 * Numbers the codes anew, in place, by the first record that has each: rows come in any order when several threads read, and what
 * is learnt and found must not hang on it. `order[code]` is what the code was before; `counts[code]` how often it stands here.
 */
function renumber(codes: Uint32Array, size: number): { order: Uint32Array; counts: Uint32Array } {
  const anew = new Uint32Array(size).fill(NONE)
  const order = new Uint32Array(size)
  const uses = new Uint32Array(size)
  let next = 0
  for (let i = 0; i < codes.length; i++) {
    const before = codes[i]!
    if (before === NONE) continue
    let code = anew[before]!
    if (code === NONE) {
      code = anew[before] = next++
      order[code] = before
    }
    uses[code]!++
    codes[i] = code
  }
  const counts = shared32(next)
  counts.set(uses.subarray(0, next))
  return { order: order.subarray(0, next), counts }
}

async function encodeMany({ name, kind, spelled }: WantedColumn, texts: AsyncIterable<Texts>, count: number): Promise<EncodedColumn> {
  const coder = new Coder(kind, spelled)
  const recordParts: Uint32Array[] = []
  const codeParts: Uint32Array[] = []
  for await (const { records, starts, lengths, bytes } of texts) {
    const codes = new Uint32Array(records.length)
    for (let i = 0; i < records.length; i++) codes[i] = coder.encode(bytes, starts[i]!, lengths[i]!)
    recordParts.push(records.slice())
    codeParts.push(codes)
  }
  const settle = coder.settle()
  const byRecord = new Map<number, Set<number>>()
  let unread = 0
  let nobodys = 0
  recordParts.forEach((records, part) =>
    records.forEach((record, i) => {
      const first = codeParts[part]![i]!
      if (first === NONE) return
      const code = settle?.[first] ?? first
      if (code === NONE) unread++
      else if (code === CODE_OF_NOBODYS) nobodys++
      else byRecord.set(record, (byRecord.get(record) ?? new Set()).add(code))
    }),
  )
  const starts = shared32(count + 1)
  for (let record = 0; record < count; record++) starts[record + 1] = starts[record]! + (byRecord.get(record)?.size ?? 0)
  const codes = shared32(starts[count]!)
  // In order of the hash within a record, which is the same however the rows came.
  const hashes = coder.hashes()
  for (const [record, held] of byRecord) codes.set([...held].sort(byHash(hashes)), starts[record]!)
  const { order, counts } = renumber(codes, coder.size)
  for (let record = 0; record < count; record++) codes.subarray(starts[record]!, starts[record + 1]!).sort()
  return {
    column: { name, kind, starts, codes, counts, spellings: coder.spellings(order) },
    facts: { name, kind, held: byRecord.size, different: order.length, unread, nobodys },
  }
}

const byHash =
  (hashes: Uint32Array) =>
  (a: number, b: number): number =>
    hashes[2 * a + 1]! - hashes[2 * b + 1]! || hashes[2 * a]! - hashes[2 * b]!
