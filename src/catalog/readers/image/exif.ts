import type { Metadata } from 'sharp'
import type { ReadingNote } from '../../../kit/reader.ts'
import type { ValueOf } from '../../../model/vocabulary.ts'
import type { ImageFormat } from './format.ts'

/** What a camera or program wrote into the picture, without where it was taken. */
export interface Written {
  readonly value: ValueOf<'image-metadata'>
  readonly notes: readonly ReadingNote[]
}

const PICK = [
  'Software',
  'CreatorTool',
  'Make',
  'Model',
  'DateTimeOriginal',
  'OffsetTimeOriginal',
  'CreateDate',
  'GPSLatitude',
  'GPSLongitude',
  'GPSAltitude',
]

/** EXIF and XMP. A damaged block is no block: it says nothing about the picture. */
export async function writtenIn(bytes: Uint8Array, format: ImageFormat, metadata: Metadata): Promise<Written> {
  const { default: exifr } = await import('exifr')
  const options = { pick: PICK, xmp: true, gps: true, reviveValues: false, translateValues: false }
  const source = blockOf(bytes, format, metadata)
  let tags: Readonly<Record<string, unknown>> = {}
  try {
    if (source !== undefined) tags = ((await exifr.parse(source, options)) as Record<string, unknown> | undefined) ?? {}
  } catch {
    return { value: {}, notes: [{ kind: 'quality', says: 'What the camera wrote into the picture is damaged and was not read' }] }
  }
  const text = (key: string): string | undefined => {
    const value = tags[key]
    return typeof value === 'string'
      ? value
          .replaceAll(/\p{Cc}/gu, ' ')
          .trim()
          .slice(0, 500) || undefined
      : undefined
  }
  const software =
    text('Software') ??
    text('CreatorTool') ??
    metadata.comments
      ?.find(({ keyword }) => keyword === 'Software')
      ?.text.trim()
      .slice(0, 500)
  const camera = [...new Set([text('Make'), text('Model')])].filter((part) => part !== undefined).join(' ')
  const taken = instantOf(text('DateTimeOriginal') ?? text('CreateDate'), text('OffsetTimeOriginal'))
  const located = Object.keys(tags).some((key) => /^(?:GPS|latitude|longitude)/.test(key))
  return {
    value: {
      ...(software === undefined || software === '' ? {} : { software }),
      ...(camera === '' ? {} : { camera }),
      ...(taken === undefined ? {} : { taken }),
    },
    notes: located ? [{ kind: 'dropped-field', says: 'Where the picture was taken (GPS)', count: 1 }] : [],
  }
}

/** The bytes the parser understands: whole files of three formats, and the block that the image library took out of a WebP. */
function blockOf(bytes: Uint8Array, format: ImageFormat, { exif }: Metadata): Buffer | undefined {
  if (format === 'gif' || format === 'webp') return exif?.subarray(exif.indexOf('Exif') === 0 ? 6 : 0)
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
}

/** Cameras write their own clock, mostly without a zone; it is then read as UTC and good to within a day. */
function instantOf(stamp: string | undefined, offset: string | undefined): string | undefined {
  const [, year, month, day, time] = /^(\d{4})[:-](\d{2})[:-](\d{2})[ T](\d{2}:\d{2}:\d{2})/.exec(stamp ?? '') ?? []
  if (year === undefined || Number(year) < 1990) return undefined
  const parsed = Date.parse(`${year}-${month}-${day}T${time}${/^[+-]\d{2}:\d{2}$/.test(offset ?? '') ? offset : 'Z'}`)
  return Number.isNaN(parsed) ? undefined : new Date(parsed).toISOString()
}
