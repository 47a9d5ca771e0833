import sharp from 'sharp'
import { describe, expect, it } from 'vitest'
import { burnIn } from '../../src/adapters/page-image/index.ts'

const WHITE = { r: 255, g: 255, b: 255 }
const page = (): Promise<Buffer> =>
  sharp({ create: { width: 40, height: 20, channels: 3, background: WHITE } })
    .withExif({ IFD0: { Copyright: 'Ada Example' } })
    .png()
    .toBuffer()

/** Black pixels as `x,y` of the corners, and how many. */
async function black(image: Uint8Array): Promise<readonly unknown[]> {
  const { data, info } = await sharp(image).raw().toBuffer({ resolveWithObject: true })
  const at: (readonly [number, number])[] = []
  for (let i = 0; i < info.width * info.height; i += 1)
    if (data.subarray(i * info.channels, i * info.channels + 3).every((v) => v === 0)) at.push([i % info.width, Math.floor(i / info.width)])
  const [xs, ys] = [at.map(([x]) => x), at.map(([, y]) => y)]
  return at.length === 0 ? [0] : [at.length, Math.min(...xs), Math.min(...ys), Math.max(...xs), Math.max(...ys)]
}

describe('boxes over a page', () => {
  it('are black in the picture itself, outwards to whole pixels, and nothing of the original file comes along', async () => {
    const image = await burnIn(await page(), [[2.2, 1, 5.6, 3]], 2)
    expect(await black(image)).toEqual([8 * 4, 4, 2, 11, 5])
    expect((await sharp(image).metadata()).exif).toBeUndefined()
    expect(Buffer.from(image).toString('latin1')).not.toContain('Ada Example')
  })
  it('may reach over the edge, and may be none', async () => {
    expect(
      await black(
        await burnIn(
          await page(),
          [
            [38, 18, 500, 500],
            [60, 0, 70, 10],
          ],
          1,
        ),
      ),
    ).toEqual([4, 38, 18, 39, 19])
    expect(await black(await burnIn(await page(), [], 1))).toEqual([0])
  })
  it('refuse what is no picture', async () => {
    await expect(burnIn(Buffer.from('no picture'), [], 1)).rejects.toMatchObject({ code: 'unreadable' })
  })
})
