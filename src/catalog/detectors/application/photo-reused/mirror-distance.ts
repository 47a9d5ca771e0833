/** Bits in which a picture's hash differs from that of its mirror image, 0–64. */
export function mirrorDistance({ dct, mirror }: { readonly dct: string; readonly mirror: string }): number {
  let bits = BigInt(`0x${dct}`) ^ BigInt(`0x${mirror}`)
  let count = 0
  for (; bits > 0n; bits &= bits - 1n) count += 1
  return count
}
