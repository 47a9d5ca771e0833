import { MISSING, type Records } from '../../compute/record-linkage/columns.ts'
import { LEVELS } from '../../compute/record-linkage/levels.ts'
import type { Kept } from './score-slice.ts'

/** Pairs with the same levels have the same words, so that millions of pairs share a few thousand sentences. */
export function evidenceOf(
  records: Records,
  kept: readonly Kept[],
): { readonly pattern: Uint32Array; readonly evidence: readonly string[] } {
  const width = records.columns.length
  const known = new Map<string, number>()
  const evidence: string[] = []
  const pattern = new Uint32Array(kept.reduce((sum, slice) => sum + slice.left.length, 0))
  let at = 0
  for (const { levels, left } of kept) {
    for (let k = 0; k < left.length; k++) {
      const row = levels.subarray(k * width, (k + 1) * width)
      const key = String.fromCharCode(...row)
      let number = known.get(key)
      if (number === undefined) {
        number = evidence.length
        known.set(key, number)
        evidence.push(wordsOf(records, row))
      }
      pattern[at++] = number
    }
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
