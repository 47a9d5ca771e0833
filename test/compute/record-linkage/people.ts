import { type Column, type ColumnKind, NONE, type Pairs, type Records } from '../../../src/compute/record-linkage/columns.ts'

/** A column of the values as they stand, one a record or several. */
export function columnOf(name: string, kind: ColumnKind, values: readonly (string | readonly string[] | undefined)[]): Column {
  const codes = new Map<string, number>()
  const counts: number[] = []
  const several = values.some(Array.isArray)
  const written: number[] = []
  const starts = [0]
  for (const value of values) {
    const list = value === undefined ? [] : typeof value === 'string' ? [value] : [...new Set(value)]
    for (const one of list) {
      const code = codes.get(one) ?? codes.size
      if (code === codes.size) {
        codes.set(one, code)
        counts.push(0)
      }
      counts[code]! += 1
      written.push(code)
    }
    if (!several && list.length === 0) written.push(NONE)
    starts.push(written.length)
  }
  const texts = [...codes.keys()].map((text) => new TextEncoder().encode(text))
  const offsets = Uint32Array.from([0, ...texts.map((_, i) => texts.slice(0, i + 1).reduce((sum, t) => sum + t.length, 0))])
  return {
    name,
    kind,
    ...(several ? { starts: Uint32Array.from(starts) } : {}),
    codes: Uint32Array.from(written),
    counts: Uint32Array.from(counts),
    spellings: { bytes: Uint8Array.from(texts.flatMap((t) => [...t])), offsets },
  }
}

/** Numbers from 0 to 1 by a seed. */
export function chance(seed: number): () => number {
  let state = seed
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return state / 2 ** 32
  }
}

/** Candidate pairs of records that are equal in a column, one rule a column. */
export function pairsByColumn(records: Records, columns: readonly number[]): Pairs & { rules: Uint32Array } {
  const found = new Map<number, number>()
  for (const [r, c] of columns.entries()) {
    const { codes, starts } = records.columns[c]!
    const holders = new Map<number, number[]>()
    for (let i = 0; i < records.count; i++) {
      for (let at = starts?.[i] ?? i; at < (starts?.[i + 1] ?? i + 1); at++) {
        if (codes[at] === NONE) continue
        holders.set(codes[at]!, [...(holders.get(codes[at]!) ?? []), i])
      }
    }
    for (const list of holders.values()) {
      for (const [x, i] of list.entries()) {
        for (const j of list.slice(x + 1)) found.set(i * records.count + j, (found.get(i * records.count + j) ?? 0) | (1 << r))
      }
    }
  }
  const keys = [...found.keys()].sort((a, b) => a - b)
  return {
    left: Uint32Array.from(keys, (key) => Math.floor(key / records.count)),
    right: Uint32Array.from(keys, (key) => key % records.count),
    rules: Uint32Array.from(keys, (key) => found.get(key)! >>> 0),
  }
}

const SYLLABLES = ['ba', 'co', 'di', 'fu', 'ge', 'ha', 'jo', 'ki', 'lu', 'me', 'no', 'pa', 'ri', 'so', 'tu', 'va']
export const word = (next: () => number, syllables: number): string =>
  Array.from({ length: syllables }, () => SYLLABLES[Math.floor(next() * SYLLABLES.length)]).join('')

/** A letter exchanged for another. */
export function slip(next: () => number, text: string): string {
  const at = Math.floor(next() * text.length)
  return `${text.slice(0, at)}x${text.slice(at + 1)}`
}
