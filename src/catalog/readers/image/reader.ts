import { sha256 } from '@noble/hashes/sha2.js'
import { bytesToHex } from '@noble/hashes/utils.js'
import type { Metadata } from 'sharp'
import { grayOf, imageHash } from '../../../compute/image-hash.ts'
import { defineReader, type Reading, type ReadingNote } from '../../../kit/reader.ts'
import { emptyFile, tooLarge, unreadable, unsupported } from '../../../model/errors.ts'
import type { AnyDraft } from '../../../model/statement.ts'
import type { ValueOf } from '../../../model/vocabulary.ts'
import { writtenIn } from './exif.ts'
import { formatOf, isRefused, whyRefused } from './format.ts'
import { secondFormat } from './second-format.ts'

/** Pixels, after unpacking. Phones take 12 to 50 million; a few kilobytes can claim billions. */
const MOST_PIXELS = 64_000_000
const MOST_BYTES = 64 << 20
/** Pixels a side that the hash is computed from; it averages down to 32 anyway. */
const HASHED_SIDE = 512
/** Pixels a side below which a picture is an icon or a line of a design, and equality means nothing. */
const ICON = 48

/** Photographs and scans. What is in the picture is not looked at, only whether it is the same picture as another. */
export default defineReader({
  id: 'image',
  version: 1,
  title: 'Picture',
  extensions: ['.jpg', '.jpeg', '.png', '.webp', '.gif', '.tif', '.tiff'],
  native: true,
  recognise: (head) => (formatOf(head) === undefined ? 'no' : 'yes'),
  async warm() {
    await decoder()
    await import('exifr')
  },
  async read({ bytes, name }): Promise<Reading> {
    if (bytes.length === 0) throw emptyFile('The picture is empty: it has no bytes at all. Ask for it again.')
    const format = formatOf(bytes)
    if (format === undefined)
      throw unreadable('This is not a picture of a known format, although its name says so. Ask for it as JPEG or PNG.')
    if (isRefused(format)) throw unsupported(whyRefused(format))
    if (bytes.length > MOST_BYTES)
      throw tooLarge(`The picture is ${bytes.length >> 20} MB; at most ${MOST_BYTES >> 20} MB are read. Ask for a smaller copy.`)
    const second = secondFormat(bytes, format)
    if (second !== undefined)
      throw unreadable(
        `The file is two formats in one: a picture and ${second}. Honest programs do not write such files; it was not opened. Ask for the picture saved anew.`,
      )
    const picture = await decode(bytes)
    const written = await writtenIn(bytes, format, picture.metadata)
    const { width, height } = picture
    const statements: AnyDraft[] = [
      {
        about: 'self',
        property: 'document-metadata',
        value: { format: 'image', ...(written.value.software === undefined ? {} : { creator: written.value.software }) },
        basis: 'observed',
        at: 'metadata=format',
      },
    ]
    const notes: ReadingNote[] = [...written.notes]
    const hash = Math.min(width, height) < ICON ? undefined : imageHash(picture.gray, picture.grayWidth, picture.grayHeight)
    const role = roleOf(name, picture)
    if (hash === undefined) notes.push({ kind: 'quality', says: 'The picture is too small or too plain to compare with others' })
    else
      statements.push({
        about: 'self',
        property: 'image-hash',
        value: { ...hash, sha256: bytesToHex(sha256(bytes)), width, height, role },
        basis: 'observed',
        at: 'page=1',
      })
    if (Object.keys(written.value).length > 0)
      statements.push({ about: 'self', property: 'image-metadata', value: written.value, basis: 'observed', at: 'metadata=EXIF' })
    if (role === 'scan') statements.push({ about: 'self', property: 'no-text-layer', value: { pages: 1 }, basis: 'observed', at: 'page=1' })
    if ((picture.metadata.pages ?? 1) > 1)
      notes.push({ kind: 'skipped', says: 'Pictures after the first in the same file', count: picture.metadata.pages! - 1 })
    return { role: 'photo', statements, enclosed: [], notes }
  },
})

interface Picture {
  readonly metadata: Metadata
  /** As shown, turned the way the camera says; pixels. */
  readonly width: number
  readonly height: number
  readonly gray: Uint8Array
  readonly grayWidth: number
  readonly grayHeight: number
}

/** The image library, set to keep no cache and take one core. */
async function decoder(): Promise<typeof import('sharp').default> {
  const { default: sharp } = await import('sharp')
  sharp.cache(false)
  sharp.concurrency(1)
  return sharp
}

async function decode(bytes: Uint8Array): Promise<Picture> {
  const sharp = await decoder()
  const open = () => sharp(bytes, { limitInputPixels: MOST_PIXELS, failOn: 'error', pages: 1 })
  const metadata = await damagedUnless(() => sharp(bytes, { limitInputPixels: false, failOn: 'error' }).metadata())
  const [wide, high] = [metadata.width, metadata.pageHeight ?? metadata.height]
  if (wide * high > MOST_PIXELS)
    throw tooLarge(
      `The picture says that it is ${wide} × ${high} pixels; at most ${MOST_PIXELS / 1e6} million are read. Ask for a smaller copy.`,
    )
  const { data, info } = await damagedUnless(() =>
    open()
      .autoOrient()
      .resize({ width: HASHED_SIDE, height: HASHED_SIDE, fit: 'inside', withoutEnlargement: true })
      .toColourspace('srgb')
      .raw()
      .toBuffer({ resolveWithObject: true }),
  )
  const turned = (metadata.orientation ?? 1) >= 5
  return {
    metadata,
    width: turned ? high : wide,
    height: turned ? wide : high,
    gray: grayOf(data, info.channels as 1 | 2 | 3 | 4),
    grayWidth: info.width,
    grayHeight: info.height,
  }
}

async function damagedUnless<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work()
  } catch (error) {
    throw unreadable('The picture is damaged or was cut short. Ask for it again.', { cause: error })
  }
}

/** Sides of paper: ISO 216 (√2) and US Letter, within 1.5 %. */
const PAGES = [Math.SQRT2, 11 / 8.5]
/** Grey from which a pixel counts as paper, and the share of paper on a page of text. */
const PAPER = 200
const PAPER_SHARE = 0.5

function roleOf(name: string, { width, height, gray }: Picture): ValueOf<'image-hash'>['role'] {
  if (name.startsWith('embedded-')) return 'embedded'
  if (/avatar/i.test(name)) return 'avatar'
  const ratio = Math.max(width, height) / Math.min(width, height)
  const page = Math.max(width, height) > 1500 && PAGES.some((side) => Math.abs(ratio / side - 1) < 0.015)
  return page && gray.filter((level) => level >= PAPER).length > gray.length * PAPER_SHARE ? 'scan' : 'photo'
}
