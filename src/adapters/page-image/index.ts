import sharp from 'sharp'
import { unreadable } from '../../model/errors.ts'
import type { Mask } from '../../model/mask.ts'

/** Larger pictures are not drawn: a page at 200 dots an inch has four million. */
const MOST_PIXELS = 40_000_000

/**
 * The picture with black boxes in place of what is covered, as a new PNG without the original's metadata: what was under a box is
 * in no byte of it. Boxes are in points of the page; `scale` is pixels per point. A box is drawn outwards to whole pixels.
 */
export async function burnIn(image: Uint8Array, boxes: readonly Mask['box'][], scale: number): Promise<Uint8Array> {
  try {
    const { data, info } = await sharp(image, { limitInputPixels: MOST_PIXELS })
      .rotate()
      .removeAlpha()
      .toColourspace('srgb')
      .raw()
      .toBuffer({ resolveWithObject: true })
    const { width, height, channels } = info
    for (const [left, top, right, bottom] of boxes) {
      const [from, to] = [Math.max(0, Math.floor(left * scale)), Math.min(width, Math.ceil(right * scale))]
      for (let y = Math.max(0, Math.floor(top * scale)); y < Math.min(height, Math.ceil(bottom * scale)); y += 1)
        if (to > from) data.fill(0, (y * width + from) * channels, (y * width + to) * channels)
    }
    return await sharp(data, { raw: { width, height, channels } }).png().toBuffer()
  } catch (cause) {
    throw unreadable('The page cannot be drawn as a picture.', { cause })
  }
}
