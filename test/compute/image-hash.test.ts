import { existsSync, readdirSync } from 'node:fs'
import { join, resolve } from 'node:path'
import fc from 'fast-check'
import sharp, { type Sharp } from 'sharp'
import { describe, expect, it } from 'vitest'
import { grayOf, hamming, hashBlocks, type ImageHash, imageHash, SAME_PICTURE } from '../../src/compute/image-hash.ts'
import { scene } from '../support/scene.ts'

async function hashOf(image: Sharp): Promise<ImageHash | undefined> {
  const { data, info } = await image.toColourspace('srgb').raw().toBuffer({ resolveWithObject: true })
  return imageHash(grayOf(data, info.channels as 1 | 2 | 3 | 4), info.width, info.height)
}

async function usable(image: Sharp): Promise<ImageHash> {
  const hash = await hashOf(image)
  if (hash === undefined) throw new Error('no usable hash')
  return hash
}

describe('imageHash', () => {
  it('stays within six bits when a picture is recompressed, resized, greyed or slightly cropped', async () => {
    for (let seed = 1; seed <= 12; seed++) {
      const png = await scene(seed).png().toBuffer()
      const original = await usable(sharp(png))
      const changed = {
        jpeg: await sharp(png).jpeg({ quality: 40 }).toBuffer(),
        webp: await sharp(png).webp({ quality: 50 }).toBuffer(),
        half: await sharp(png).resize(200).png().toBuffer(),
        stretched: await sharp(png).resize(640, 640, { fit: 'fill' }).jpeg().toBuffer(),
        thumbnail: await sharp(png).resize(64).jpeg().toBuffer(),
        grey: await sharp(png).greyscale().png().toBuffer(),
        cropped: await sharp(png).extract({ left: 2, top: 1, width: 396, height: 298 }).png().toBuffer(),
      }
      for (const [how, bytes] of Object.entries(changed)) {
        expect(hamming(original.dct, (await usable(sharp(bytes))).dct), `scene ${seed} ${how}`).toBeLessThanOrEqual(SAME_PICTURE)
      }
    }
  })

  it('holds different pictures apart', async () => {
    const hashes = await Promise.all(Array.from({ length: 40 }, (_, i) => usable(scene(i + 1))))
    let pairs = 0
    for (const [i, a] of hashes.entries())
      for (const b of hashes.slice(i + 1)) {
        expect(hamming(a.dct, b.dct)).toBeGreaterThan(SAME_PICTURE)
        expect(hamming(a.dct, b.mirror)).toBeGreaterThan(SAME_PICTURE)
        pairs++
      }
    expect(pairs).toBe(780)
  })

  it('gives a flipped picture the mirror hash, exactly', async () => {
    for (let seed = 1; seed <= 12; seed++) {
      const png = await scene(seed, 333, 257).png().toBuffer()
      const [original, flipped] = [await usable(sharp(png)), await usable(sharp(png).flop())]
      expect(flipped.dct).toBe(original.mirror)
      expect(flipped.mirror).toBe(original.dct)
      expect(hamming(original.dct, original.mirror)).toBeGreaterThan(SAME_PICTURE)
    }
  })

  it('has no hash for a flat picture, a bare gradient or faint noise', async () => {
    expect(imageHash(new Uint8Array(100 * 80).fill(200), 100, 80)).toBeUndefined()
    expect(
      imageHash(
        Uint8Array.from({ length: 256 * 64 }, (_, i) => i % 256),
        256,
        64,
      ),
    ).toBeUndefined()
    expect(
      imageHash(
        Uint8Array.from({ length: 128 * 128 }, (_, i) => 128 + ((i * 7919) % 2)),
        128,
        128,
      ),
    ).toBeUndefined()
    expect(imageHash(Uint8Array.of(7), 1, 1)).toBeUndefined()
  })

  it('refuses values that are not a picture of that size', () => {
    expect(() => imageHash(new Uint8Array(10), 3, 3)).toThrow(RangeError)
  })

  it('lays see-through pixels on white', () => {
    expect([...grayOf(Uint8Array.of(0, 0, 0, 0, 0, 0, 0, 255, 255, 0, 0, 255), 4)]).toEqual([255, 0, 76])
    expect([...grayOf(Uint8Array.of(9, 255, 9, 0), 2)]).toEqual([9, 255])
  })
})

describe('hashBlocks', () => {
  const hash = fc.bigInt({ min: 0n, max: 2n ** 64n - 1n })
  const hex = (bits: bigint) => bits.toString(16).padStart(16, '0')

  it('shares a block between any two hashes at most six bits apart', () => {
    fc.assert(
      fc.property(hash, fc.uniqueArray(fc.integer({ min: 0, max: 63 }), { maxLength: SAME_PICTURE }), (bits, flips) => {
        const near = flips.reduce((b, at) => b ^ (1n << BigInt(at)), bits)
        expect(hamming(hex(bits), hex(near))).toBe(flips.length)
        const keys = new Set(hashBlocks(hex(bits)))
        expect(hashBlocks(hex(near)).some((key) => keys.has(key))).toBe(true)
      }),
    )
  })

  it('covers all 64 bits: one changed bit changes exactly the seven of 28 signed 32-bit keys that hold its byte', () => {
    fc.assert(
      fc.property(hash, fc.integer({ min: 0, max: 63 }), (bits, at) => {
        const [a, b] = [hashBlocks(hex(bits)), hashBlocks(hex(bits ^ (1n << BigInt(at))))]
        expect(a).toHaveLength(28)
        expect(new Set(a).size).toBe(28)
        expect(a.every((key) => key === (key | 0))).toBe(true)
        expect(a.filter((key, i) => key !== b[i])).toHaveLength(7)
      }),
    )
  })
})

const shared = resolve(process.env['BONAFIDE_SHARED_DATA'] ?? '../shared/data', 'images')
describe.skipIf(!existsSync(shared))(`real pictures (needs ${shared}; set BONAFIDE_SHARED_DATA)`, () => {
  it('finds the flipped copy of a photograph through the mirror hash and holds its rotations apart', async () => {
    const folder = join(shared, 'pdq_dih')
    const names = readdirSync(folder).filter((name) => name.endsWith('.jpg'))
    expect(names.length).toBeGreaterThan(5)
    const hashes = new Map(
      await Promise.all(
        names.map(async (name) => [name.replace(/^bridge-\d-|\.jpg$/g, ''), await usable(sharp(join(folder, name)))] as const),
      ),
    )
    const original = hashes.get('original')!
    // PDQ names a flip by the axis it is flipped over: over y is left to right.
    expect(hamming(original.mirror, hashes.get('flipy')!.dct)).toBeLessThanOrEqual(SAME_PICTURE)
    for (const turned of ['rotate-90', 'rotate-180', 'rotate-270', 'flipx'])
      expect(hamming(original.dct, hashes.get(turned)!.dct), turned).toBeGreaterThan(SAME_PICTURE)
  })

  it('knows a recompressed, resized or slightly cropped real photograph', async () => {
    const path = join(shared, 'pdq_dih', 'bridge-1-original.jpg')
    const original = await usable(sharp(path))
    const copies = [
      sharp(path).resize({ width: 120 }),
      sharp(path).resize({ width: 700 }),
      sharp(path).extract({ left: 8, top: 5, width: 1584, height: 994 }),
    ]
    for (const copy of copies) {
      const bytes = await copy.jpeg({ quality: 45 }).toBuffer()
      expect(hamming(original.dct, (await usable(sharp(bytes))).dct)).toBeLessThanOrEqual(SAME_PICTURE)
    }
  })

  it('has no hash for a real black picture', async () => {
    expect(await hashOf(sharp(join(shared, 'small.jpg')))).toBeUndefined()
  })
})
