import { type Column, type ColumnKind, IDENTIFIER_KINDS, NONE, type Records } from '../../compute/record-linkage/columns.ts'
import { cancelled, unreadable } from '../../model/errors.ts'
import { Coder, CODE_OF_NOBODYS } from './coder.ts'
import type { LinkMap } from './map.ts'
import type { LinkTable, LinkWatch } from './ports.ts'
import { shared32 } from './shared.ts'

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

export interface Loaded {
  readonly records: Records
  readonly facts: readonly ColumnFacts[]
}

/** A column of which less than this share can be read as its kind has the wrong kind in the map. */
const LEAST_READ = 0.5

/** Columns that are read together. A dictionary is needed until its column is read, and takes seven times the room of the codes. */
const TOGETHER = 4

/** Loads the columns as codes. Throws where a column cannot be what the map says. */
export async function load(table: LinkTable, map: LinkMap, watch: LinkWatch): Promise<Loaded> {
  const names = Object.keys(map.columns)
  const single = names.filter((name) => !table.many.has(name))
  const ofColumn = (name: string): Of => {
    const kind = map.columns[name]!
    const spelled = SPELLED.has(kind) && !(map.restsOn === 'identifiers' && IDENTIFIER_KINDS.has(kind))
    return { table, name, kind, spelled }
  }
  const made = new Map<string, Made>()
  watch.progress('columns', 0, table.count)
  for (let from = 0; from < single.length; from += TOGETHER) {
    const some = single.slice(from, from + TOGETHER)
    const share = (done: number): void =>
      watch.progress('columns', Math.floor((table.count * from + done * some.length) / names.length), table.count)
    for (const one of await encode(table, some.map(ofColumn), { share, signal: watch.signal })) made.set(one.column.name, one)
  }
  for (const name of names) {
    if (watch.signal.aborted) throw cancelled()
    if (table.many.has(name)) made.set(name, await loadMany(ofColumn(name)))
  }
  watch.progress('columns', table.count, table.count)
  const columns = names.map((name) => made.get(name)!.column)
  const facts = names.map((name) => made.get(name)!.facts)
  for (const fact of facts) checkKind(fact)
  if (facts.every((fact) => fact.held === 0))
    throw unreadable('None of the columns that the map names has a value in any record. Check the map against the file.')
  return { records: { count: table.count, columns, boundary: table.boundary }, facts }
}

async function encode(
  table: LinkTable,
  columns: readonly Of[],
  of: { readonly share: (done: number) => void; readonly signal: AbortSignal },
): Promise<Made[]> {
  const coders = columns.map(({ kind, spelled }) => new Coder(kind, spelled))
  const codes = columns.map(() => shared32(table.count).fill(NONE))
  let done = 0
  for await (const { records, lengths, bytes } of table.texts(columns.map(({ name }) => name))) {
    if (of.signal.aborted) throw cancelled()
    const starts = new Uint32Array(records.length + 1)
    for (let i = 0, at = 0; i < records.length; i++) {
      starts[i] = at
      for (let c = 0; c < lengths.length; c++) at += lengths[c]![i]!
    }
    for (let c = 0; c < coders.length; c++) {
      const coder = coders[c]!
      const mine = lengths[c]!
      const to = codes[c]!
      for (let i = 0; i < records.length; i++) {
        const length = mine[i]!
        if (length === 0) continue
        to[records[i]!] = coder.encode(bytes, starts[i]!, length)
        starts[i]! += length
      }
    }
    done += records.length
    if ((done & 0x3ffff) < 2048) of.share(done)
  }
  return columns.map((column, c) => finish(column, coders[c]!, codes[c]!))
}

/** Kinds whose values are compared by more than equality. Identifiers are where everything counts, and rest on equality alone between personas. */
const SPELLED: ReadonlySet<ColumnKind> = new Set<ColumnKind>(['name', 'email', 'phone', 'account', 'address', 'date', 'text'])

interface Made {
  readonly column: Column
  readonly facts: ColumnFacts
}

interface Of {
  readonly table: LinkTable
  readonly name: string
  readonly kind: ColumnKind
  readonly spelled: boolean
}

function finish(of: Of, coder: Coder, codes: Uint32Array): Made {
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
    column: { name: of.name, kind: of.kind, codes, counts, spellings: coder.spellings(order) },
    facts: {
      name: of.name,
      kind: of.kind,
      held: counts.reduce((sum, count) => sum + count, 0),
      different: order.length,
      unread,
      nobodys,
    },
  }
}

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

async function loadMany(of: Of): Promise<Made> {
  const coder = new Coder(of.kind, of.spelled)
  const { count } = of.table
  const recordParts: Uint32Array[] = []
  const codeParts: Uint32Array[] = []
  for await (const { records, lengths, bytes } of of.table.texts([of.name])) {
    const codes = new Uint32Array(records.length)
    let at = 0
    for (let i = 0; i < records.length; i++) {
      codes[i] = coder.encode(bytes, at, lengths[0]![i]!)
      at += lengths[0]![i]!
    }
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
    column: { name: of.name, kind: of.kind, starts, codes, counts, spellings: coder.spellings(order) },
    facts: { name: of.name, kind: of.kind, held: byRecord.size, different: order.length, unread, nobodys },
  }
}

const byHash =
  (hashes: Uint32Array) =>
  (a: number, b: number): number =>
    hashes[2 * a + 1]! - hashes[2 * b + 1]! || hashes[2 * a]! - hashes[2 * b]!

function checkKind(fact: ColumnFacts): void {
  const present = fact.held + fact.unread
  if (present === 0 || fact.held >= present * LEAST_READ) return
  throw unreadable(
    `The map calls the column "${fact.name}" ${article(fact.kind)} ${fact.kind}, but of its ${present} values only ${fact.held} can be read as one. Give it another kind in the map (\`exact\` compares whatever stands there), or leave it out.`,
  )
}

const article = (kind: string): string => (/^[aeiou]/.test(kind) ? 'an' : 'a')
