import type { ReadingNote } from '../../../kit/reader.ts'
import type { ValueOf } from '../../../model/vocabulary.ts'

/** What a camera or program wrote into the picture, without where it was taken. */
export interface Written {
  readonly value: ValueOf<'image-metadata'>
  readonly notes: readonly ReadingNote[]
}

const PICK = ['Software', 'CreatorTool', 'Make', 'Model', 'DateTimeOriginal', 'OffsetTimeOriginal', 'CreateDate', 'GPSLatitude', 'GPSLongitude', 'GPSAltitude']

/**
 * EXIF and XMP. A damaged block is no block: it says nothing about the picture.
 * @param comments text chunks of a PNG
 */
export async function writtenIn(bytes: Uint8Array, comments: readonly { readonly keyword: string; readonly text: string }[]): Promise<Written> {
  const { default: exifr } = await import('exifr')
  let tags: Readonly<Record<string, unknown>> = {}
  try {
    tags = ((await exifr.parse(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength), { pick: PICK, xmp: true, gps: true, reviveValues: false, translateValues: false })) as Record<string, unknown> | undefined) ?? {}
  } catch {
    return { value: {}, notes: [{ kind: 'quality', says: 'What the camera wrote into the picture is damaged and was not read' }] }
  }
  const text = (key: string): string | undefined => {
    const value = tags[key]
    return typeof value === 'string' ? value.replaceAll(/\p{Cc}/gu, ' ').trim().slice(0, 500) || undefined : undefined
  }
  const software = text('Software') ?? text('CreatorTool') ?? comments.find(({ keyword }) => keyword === 'Software')?.text.trim().slice(0, 500)
  const camera = [...new Set([text('Make'), text('Model')])].filter((part) => part !== undefined).join(' ')
  const taken = instantOf(text('DateTimeOriginal') ?? text('CreateDate'), text('OffsetTimeOriginal'))
  const located = Object.keys(tags).some((key) => /^(?:GPS|latitude|longitude)/.test(key))
  return {
    value: { ...(software === undefined || software === '' ? {} : { software }), ...(camera === '' ? {} : { camera }), ...(taken === undefined ? {} : { taken }) },
    notes: located ? [{ kind: 'dropped-field', says: 'Where the picture was taken (GPS)', count: 1 }] : [],
  }
}

/** Cameras write their own clock, mostly without a zone; it is then read as UTC and good to within a day. */
function instantOf(stamp: string | undefined, offset: string | undefined): string | undefined {
  const [, year, month, day, time] = /^(\d{4})[:-](\d{2})[:-](\d{2})[ T](\d{2}:\d{2}:\d{2})/.exec(stamp ?? '') ?? []
  if (year === undefined || Number(year) < 1990) return undefined
  const parsed = Date.parse(`${year}-${month}-${day}T${time}${/^[+-]\d{2}:\d{2}$/.test(offset ?? '') ? offset : 'Z'}`)
  return Number.isNaN(parsed) ? undefined : new Date(parsed).toISOString()
}
