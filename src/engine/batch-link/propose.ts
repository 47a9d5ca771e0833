import { type Records } from '../../compute/record-linkage/columns.ts'
import type { Block } from './blocks.ts'
import { type Candidates, repeats, testers } from './candidates.ts'

/** What proposing pairs needs. */
export interface Proposal {
  readonly records: Records
  readonly blocks: readonly Block[]
  /** Pairs are written here; each piece has room of its own. */
  readonly left: Uint32Array
  readonly right: Uint32Array
}

/** Groups from … to − 1 of one block; its pairs are written from `at` on. */
export interface ProposalPiece {
  readonly block: number
  readonly from: number
  readonly to: number
  readonly at: number
}

/** Pairs that are looked at at a time. */
const PAIRS = 1 << 18

/** All groups of all blocks, cut into pieces of about so many pairs. */
export function proposalPieces(blocks: readonly Block[], most = PAIRS): readonly ProposalPiece[] {
  const pieces: ProposalPiece[] = []
  let at = 0
  for (const [block, { starts }] of blocks.entries()) {
    for (let from = 0, to = 0; from + 1 < starts.length; from = to) {
      let pairs = 0
      for (; to + 1 < starts.length && pairs < most; to++) {
        const size = starts[to + 1]! - starts[to]!
        pairs += (size * (size - 1)) / 2
      }
      pieces.push({ block, from, to, at })
      at += pairs
    }
  }
  return pieces
}

/** Proposes the pairs of one piece after another; answers with how many were written. A pair belongs to the first rule that proposes it, so no list of seen pairs is needed. */
export function proposer({ records, blocks, left, right }: Proposal): (piece: ProposalPiece) => number {
  const tests = testers(records, blocks)
  return ({ block: b, from, to, at }) => {
    const block = blocks[b]!
    const { order, starts } = block
    const own = block.keys === undefined ? tests[b]! : repeats(records, block)
    let used = at
    for (let g = from; g < to; g++) {
      const key = block.keys?.[g] ?? 0
      for (let x = starts[g]!; x < starts[g + 1]!; x++) {
        const i = order[x]!
        for (let y = x + 1; y < starts[g + 1]!; y++) {
          const j = order[y]!
          if (records.boundary !== undefined && i < records.boundary === j < records.boundary) continue
          if (!own(i, j, key)) continue
          let known = false
          for (let e = 0; e < b && !known; e++) known = tests[e]!(i, j)
          if (known) continue
          left[used] = i
          right[used++] = j
        }
      }
    }
    return used - at
  }
}

/** What `proposer` wrote, piece after piece, as one list. */
export function joinedPairs(
  { left, right }: Pick<Proposal, 'left' | 'right'>,
  pieces: readonly ProposalPiece[],
  written: readonly number[],
): Candidates {
  let used = 0
  for (const [n, { at }] of pieces.entries()) {
    const to = at + written[n]!
    left.copyWithin(used, at, to)
    right.copyWithin(used, at, to)
    used += written[n]!
  }
  return { left: left.subarray(0, used), right: right.subarray(0, used) }
}
