import { MISSING, type Records } from '../../compute/record-linkage/columns.ts'
import { LEVELS } from '../../compute/record-linkage/levels.ts'
import type { Kept } from './score-slice.ts'

/** Pairs with the same levels have the same words, so that millions of pairs share a few thousand sentences. */
export function evidenceOf(
  records: Records,
  kept: readonly Kept[],
): { readonly pattern: Uint32Array; readonly evidence: readonly string[] } {
  const width = records.columns.length
  const known = new Map<number | string, number>()
  const evidence: string[] = []
  const pattern = new Uint32Array(kept.reduce((sum, slice) => sum + slice.left.length, 0))
  let at = 0
  for (const { levels, left } of kept) {
    for (let k = 0; k < left.length; k++) {
      const key = keyOf(levels, k * width, width)
      let number = known.get(key)
      if (number === undefined) {
        number = evidence.length
        known.set(key, number)
        evidence.push(wordsOf(records, levels.subarray(k * width, (k + 1) * width)))
      }
      pattern[at++] = number
    }
  }
  return { pattern, evidence }
}

/** Levels, four bits each, that a number holds exactly; of more columns the key is a text. */
const IN_A_NUMBER = 13

function keyOf(levels: Uint8Array, at: number, width: number): number | string {
  if (width > IN_A_NUMBER) return String.fromCharCode(...levels.subarray(at, at + width))
  let key = 0
  for (let f = 0; f < width; f++) key = key * 16 + (levels[at + f]! & 15)
  return key
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
