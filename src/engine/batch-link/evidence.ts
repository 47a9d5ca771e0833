import { MISSING, type Records } from '../../compute/record-linkage/columns.ts'
import { LEVELS } from '../../compute/record-linkage/levels.ts'
import { RowNumbers } from './row-numbers.ts'
import type { Kept } from './score-slice.ts'

/** Pairs with the same levels have the same words, so that millions of pairs share a few thousand sentences. */
export function evidenceOf(
  records: Records,
  kept: readonly Kept[],
): { readonly pattern: Uint32Array; readonly evidence: readonly string[] } {
  const width = records.columns.length
  const known = new RowNumbers(width)
  const evidence: string[] = []
  const pattern = new Uint32Array(kept.reduce((sum, slice) => sum + slice.left.length, 0))
  let at = 0
  for (const slice of kept) {
    const numbers = Uint32Array.from({ length: slice.levels.length / width }, (_, row) => known.of(slice.levels, row * width))
    for (let row = 0; row < numbers.length; row++)
      if (numbers[row] === evidence.length) evidence.push(wordsOf(records, slice.levels.subarray(row * width, (row + 1) * width)))
    for (const row of slice.pattern) pattern[at++] = numbers[row]!
  }
  return { pattern, evidence }
}

/** "email: equal, held by 2; family: a slip apart; different: city". */
function wordsOf(records: Records, row: Uint8Array): string {
  const agree: string[] = []
  const differ: string[] = []
  for (const [f, level] of row.entries()) {
    if (level === MISSING) continue
    const { name, kind } = records.columns[f]!
    const { words } = LEVELS[kind]
    if (level === words.length - 1) differ.push(name)
    else agree.push(`${name}: ${words[level]}`)
  }
  return [...agree, ...(differ.length === 0 ? [] : [`different: ${differ.join(', ')}`])].join('; ')
}
