import { createCanvas } from '@napi-rs/canvas'

/** Pages as blank pictures of `scale` × 10 pixels; on `bytes` that start with 0, something that is no picture. */
export async function renderPages(bytes: Uint8Array, pages: readonly number[], scale: number): Promise<ReadonlyMap<number, Uint8Array>> {
  const page = bytes[0] === 0 ? new TextEncoder().encode('<script>') : await createCanvas(10 * scale, 10 * scale).encode('png')
  return new Map(pages.map((number) => [number, page]))
}
