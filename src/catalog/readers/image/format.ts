export type ImageFormat = 'jpeg' | 'png' | 'gif' | 'webp' | 'tiff'
/** Formats that are known and not read, with what to do about it. */
export type RefusedFormat = 'svg' | 'heic' | 'avif' | 'bmp'

const latin = (bytes: Uint8Array): string => Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1')

/** By the first bytes; the name counts for nothing. */
export function formatOf(bytes: Uint8Array): ImageFormat | RefusedFormat | undefined {
  const start = latin(bytes.subarray(0, 1024))
  if (start.startsWith('\u00ff\u00d8\u00ff')) return 'jpeg'
  if (start.startsWith('\u0089PNG\r\n\u001a\n')) return 'png'
  if (/^GIF8[79]a/.test(start)) return 'gif'
  if (/^RIFF[\s\S]{4}WEBP/.test(start)) return 'webp'
  if (start.startsWith('II*\u0000') || start.startsWith('MM\u0000*')) return 'tiff'
  const brand = /^[\s\S]{4}ftyp([\s\S]{4})/.exec(start)?.[1]
  if (brand !== undefined && /^(?:hei[cxms]|hev[cx]|mif1|msf1)/.test(brand)) return 'heic'
  if (brand === 'avif' || brand === 'avis') return 'avif'
  if (/^BM[\s\S]{4}\u0000{4}/.test(start)) return 'bmp'
  return /^(?:\u00ef\u00bb\u00bf)?\s*(?:<\?xml[^>]{0,200}\?>\s*|<!--[\s\S]{0,600}?-->\s*|<!DOCTYPE svg[^>]{0,400}>\s*)*<svg[\s>]/i.test(
    start,
  )
    ? 'svg'
    : undefined
}

const REASONS: Readonly<Record<RefusedFormat, string>> = {
  svg: 'This is a drawing (SVG), which can carry programs. Ask for the picture as JPEG or PNG.',
  heic: 'This is a photograph in the format of Apple phones (HEIC). Ask for it as JPEG.',
  avif: 'This is an AVIF picture. Ask for it as JPEG or PNG.',
  bmp: 'This is a bitmap (BMP). Ask for it as JPEG or PNG.',
}

export const isRefused = (format: ImageFormat | RefusedFormat): format is RefusedFormat => format in REASONS
export const whyRefused = (format: RefusedFormat): string => REASONS[format]

/**
 * Where the picture ends by its own format, so that what was put behind it can be looked at; undefined where the format does
 * not say (TIFF) or the picture is cut short.
 */
export function endOf(bytes: Uint8Array, format: ImageFormat): number | undefined {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  if (format === 'jpeg') return endOfJpeg(view)
  if (format === 'png') return endOfPng(view)
  if (format === 'gif') return endOfGif(view)
  if (format === 'webp') return bytes.length < 12 ? undefined : 8 + view.getUint32(4, true)
  return undefined
}

/** Markers with a length are jumped over; compressed data runs to the next marker that is neither stuffing nor a restart. */
function endOfJpeg(view: DataView): number | undefined {
  let at = 2
  while (at + 4 <= view.byteLength || at + 2 <= view.byteLength) {
    if (view.getUint8(at) !== 0xff) return undefined
    const marker = view.getUint8(at + 1)
    if (marker === 0xd9) return at + 2
    if (marker === 0xff) at += 1
    else if (marker === 0x01 || (marker >= 0xd0 && marker <= 0xd7)) at += 2
    else if (at + 4 > view.byteLength) return undefined
    else {
      at += 2 + view.getUint16(at + 2)
      if (marker === 0xda) at = afterScan(view, at)
    }
  }
  return undefined
}

function afterScan(view: DataView, from: number): number {
  let at = from
  while (at + 1 < view.byteLength) {
    const next = view.getUint8(at + 1)
    if (view.getUint8(at) === 0xff && next !== 0x00 && next !== 0xff && !(next >= 0xd0 && next <= 0xd7)) return at
    at++
  }
  return view.byteLength
}

function endOfPng(view: DataView): number | undefined {
  for (let at = 8; at + 12 <= view.byteLength;) {
    const end = at + 12 + view.getUint32(at)
    if (view.getUint32(at + 4) === 0x49454e44) return end
    at = end
  }
  return undefined
}

function endOfGif(view: DataView): number | undefined {
  if (view.byteLength < 13) return undefined
  const table = (flags: number) => ((flags & 0x80) === 0 ? 0 : 3 * 2 ** ((flags & 7) + 1))
  let at = 13 + table(view.getUint8(10))
  while (at < view.byteLength) {
    const kind = view.getUint8(at)
    if (kind === 0x3b) return at + 1
    if (kind === 0x21) at = afterBlocks(view, at + 2)
    else if (kind === 0x2c && at + 10 <= view.byteLength) at = afterBlocks(view, at + 11 + table(view.getUint8(at + 9)))
    else return undefined
  }
  return undefined
}

function afterBlocks(view: DataView, from: number): number {
  let at = from
  while (at < view.byteLength && view.getUint8(at) !== 0) at += 1 + view.getUint8(at)
  return at + 1
}
