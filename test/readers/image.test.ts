import { crc32 } from 'node:zlib'
import sharp from 'sharp'
import { describe, expect, it } from 'vitest'
import reader from '../../src/catalog/readers/image/reader.ts'
import { hamming } from '../../src/compute/image-hash.ts'
import type { Reading } from '../../src/kit/reader.ts'
import { AppError } from '../../src/model/errors.ts'
import type { Property, ValueOf } from '../../src/model/vocabulary.ts'
import { scene } from '../support/scene.ts'
import { zipOf } from '../support/zip.ts'

const read = (bytes: Uint8Array, name = 'photo.jpg') => reader.read({ bytes: new Uint8Array(bytes), name })

async function refusal(bytes: Uint8Array, name = 'photo.jpg'): Promise<AppError> {
  const error: unknown = await read(bytes, name).then(
    () => new Error('it was read'),
    (thrown: unknown) => thrown,
  )
  expect(error).toBeInstanceOf(AppError)
  return error as AppError
}

function valueOf<P extends Property>(reading: Reading, property: P): ValueOf<P> {
  const found = reading.statements.find((s) => s.property === property)
  if (found === undefined) throw new Error(`no ${property}`)
  return found.value as ValueOf<P>
}

const jpeg = await scene(3).jpeg().toBuffer()
const png = await scene(3).png().toBuffer()

describe('pictures', () => {
  it('reads every format to the same hash', async () => {
    const formats = {
      jpeg,
      png,
      webp: await scene(3).webp().toBuffer(),
      gif: await scene(3).gif().toBuffer(),
      tiff: await scene(3).tiff().toBuffer(),
      deep: await scene(3).toColourspace('rgb16').png().toBuffer(),
      cmyk: await scene(3).toColourspace('cmyk').jpeg().toBuffer(),
    }
    const { dct } = valueOf(await read(jpeg), 'image-hash')
    for (const [format, bytes] of Object.entries(formats)) {
      expect(reader.recognise(bytes.subarray(0, 65_536), 'anything.bin'), format).toBe('yes')
      const reading = await read(bytes, 'anything.bin')
      const hash = valueOf(reading, 'image-hash')
      expect(hamming(hash.dct, dct), format).toBeLessThanOrEqual(4)
      expect(reading.notes, format).toEqual([])
      expect([hash.width, hash.height, hash.role, reading.role], format).toEqual([400, 300, 'photo', 'photo'])
    }
  })

  it('turns a picture the way its camera says', async () => {
    const upright = valueOf(await read(jpeg), 'image-hash')
    const lying = await sharp(png).rotate(-90).withMetadata({ orientation: 6 }).jpeg().toBuffer()
    const turned = valueOf(await read(lying), 'image-hash')
    expect([turned.width, turned.height]).toEqual([400, 300])
    expect(hamming(turned.dct, upright.dct)).toBeLessThanOrEqual(4)
  })

  it.each(['jpeg', 'webp', 'png'] as const)('states camera, program and time of a %s and leaves out the place', async (format) => {
    const bytes = await scene(4)
      .toFormat(format)
      .withExif({
        IFD0: { Make: 'Example', Model: 'Example One', Software: 'Darkroom 3.1' },
        IFD2: { DateTimeOriginal: '2025:06:01 10:30:00', OffsetTimeOriginal: '+02:00' },
        IFD3: { GPSLatitudeRef: 'N', GPSLatitude: '10/1 20/1 30/1', GPSLongitudeRef: 'E', GPSLongitude: '40/1 50/1 0/1' },
      })
      .toBuffer()
    const reading = await read(bytes)
    expect(valueOf(reading, 'image-metadata')).toEqual({
      software: 'Darkroom 3.1',
      camera: 'Example Example One',
      taken: '2025-06-01T08:30:00.000Z',
    })
    expect(reading.notes.map((note) => note.kind)).toEqual(['dropped-field'])
    expect(JSON.stringify(reading)).not.toMatch(/latitude|longitude|10\.34/i)
  })

  it('tells a scanned page, an avatar and a picture from a document apart', async () => {
    const page = sharp({ create: { width: 1240, height: 1754, channels: 3, background: '#fff' } }).composite([
      { input: await scene(5, 500, 700).png().toBuffer(), left: 300, top: 300 },
    ])
    const scan = await read(await page.jpeg().toBuffer(), 'cv.jpg')
    expect(valueOf(scan, 'image-hash').role).toBe('scan')
    expect(valueOf(scan, 'no-text-layer')).toEqual({ pages: 1 })
    expect(valueOf(await read(jpeg, 'avatar.jpg'), 'image-hash').role).toBe('avatar')
    expect(valueOf(await read(png, 'embedded-image1.png'), 'image-hash').role).toBe('embedded')
  })

  it('gives no hash to icons and to plain pictures', async () => {
    for (const bytes of [
      await scene(3, 32, 32).png().toBuffer(),
      await sharp({ create: { width: 300, height: 300, channels: 3, background: '#123' } })
        .png()
        .toBuffer(),
    ]) {
      const reading = await read(bytes)
      expect(reading.statements.some((s) => s.property === 'image-hash')).toBe(false)
      expect(reading.notes.some((note) => note.kind === 'quality')).toBe(true)
    }
  })
})

describe('hostile pictures', () => {
  it('refuses what is cut short', async () => {
    for (const bytes of [jpeg, png]) expect((await refusal(bytes.subarray(0, bytes.length / 2))).code).toBe('unreadable')
    expect((await refusal(new Uint8Array())).code).toBe('empty-file')
  })

  it('refuses claimed sizes before unpacking', async () => {
    const huge = Buffer.from(png)
    huge.writeUInt32BE(100_000, 16)
    huge.writeUInt32BE(100_000, 20)
    huge.writeUInt32BE(crc32(huge.subarray(12, 29)), 29)
    expect((await refusal(huge)).detail).toContain('100000 × 100000')
    const real = await sharp({ create: { width: 9000, height: 8000, channels: 3, background: '#fff' } })
      .png({ compressionLevel: 9 })
      .toBuffer()
    expect(real.length).toBeLessThan(1_000_000)
    expect((await refusal(real)).code).toBe('too-large')
  })

  it('refuses a picture that is also an archive, a PDF or a page', async () => {
    const zip = zipOf([{ name: 'a.txt', bytes: 'hello' }])
    const gif = await scene(3).gif().toBuffer()
    const webp = await scene(3).webp().toBuffer()
    const tiff = await scene(3).tiff().toBuffer()
    const tails = [zip, Buffer.from('\n%PDF-1.7\n%%EOF'), Buffer.from('<html><script>1</script>')]
    let tried = 0
    for (const picture of [jpeg, png, gif, webp])
      for (const tail of tails) {
        expect((await refusal(Buffer.concat([picture, tail]))).detail).toContain('two formats in one')
        tried++
      }
    expect(tried).toBe(12)
    expect((await refusal(Buffer.concat([tiff, zip]))).detail).toContain('two formats in one')
    const comment = Buffer.concat([jpeg.subarray(0, 2), Buffer.from([0xff, 0xfe, 0, 14]), Buffer.from('%PDF-1.4 obj'), jpeg.subarray(2)])
    expect((await refusal(comment)).detail).toContain('two formats in one')
  })

  it('lets through what cameras put behind a photograph', async () => {
    const film = Buffer.concat([Buffer.from([0, 0, 0, 24]), Buffer.from('ftypmp42'), Buffer.alloc(2000, 7)])
    for (const tail of [film, jpeg, Buffer.alloc(64)])
      expect(valueOf(await read(Buffer.concat([jpeg, tail])), 'image-hash').width).toBe(400)
  })

  it('refuses drawings and unknown formats in words', async () => {
    const svg = Buffer.from('<?xml version="1.0"?>\n<!-- x --><svg xmlns="http://www.w3.org/2000/svg"><script>1</script></svg>')
    expect(reader.recognise(svg, 'logo.svg')).toBe('yes')
    expect((await refusal(svg)).code).toBe('unsupported-type')
    expect((await refusal(Buffer.concat([Buffer.from([0, 0, 0, 24]), Buffer.from('ftypheic'), Buffer.alloc(64)]))).code).toBe(
      'unsupported-type',
    )
    expect(reader.recognise(Buffer.from('Dear team'), 'photo.jpg')).toBe('no')
    expect((await refusal(Buffer.from('Dear team'))).code).toBe('unreadable')
  })
})
