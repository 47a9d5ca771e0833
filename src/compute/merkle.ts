import { sha256 } from '@noble/hashes/sha2.js'
import { bytesToHex, concatBytes, hexToBytes } from '@noble/hashes/utils.js'

const LEAF = Uint8Array.of(0)
const NODE = Uint8Array.of(1)

/**
 * Root of the Merkle tree over these hashes, as RFC 6962 builds it: leaves and nodes are told apart by their first byte, and a list is
 * split at the largest power of two below its length. 64 hexadecimal digits; of an empty list the hash of nothing.
 */
export function merkleRoot(hashes: readonly string[]): string {
  if (hashes.length === 0) return bytesToHex(sha256(new Uint8Array()))
  // Subtrees of full size, largest first, as in a binary counter.
  const full: { size: number; hash: Uint8Array }[] = []
  for (const hash of hashes) {
    let one: { size: number; hash: Uint8Array } = { size: 1, hash: sha256(concatBytes(LEAF, hexToBytes(hash))) }
    for (let last = full.at(-1); last?.size === one.size; last = full.at(-1)) {
      full.pop()
      one = { size: one.size * 2, hash: join(last.hash, one.hash) }
    }
    full.push(one)
  }
  let root = full.pop()?.hash as Uint8Array
  for (let last = full.pop(); last !== undefined; last = full.pop()) root = join(last.hash, root)
  return bytesToHex(root)
}

const join = (left: Uint8Array, right: Uint8Array): Uint8Array => sha256(concatBytes(NODE, left, right))
