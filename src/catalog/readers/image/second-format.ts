import { endOf, type ImageFormat } from './format.ts'

/** What another program would take the file for, by the signature it looks for. */
const BEGINNINGS: readonly (readonly [RegExp, string])[] = [
  [/PK\u0003\u0004|PK\u0005\u0006/, 'an archive (ZIP)'],
  [/%PDF-\d/, 'a PDF'],
  [/Rar!\u001a\u0007/, 'an archive (RAR)'],
  [/7z\u00bc\u00af\u0027\u001c/, 'an archive (7-Zip)'],
  [/\u00d0\u00cf\u0011\u00e0\u00a1\u00b1\u001a\u00e1/, 'an Office file'],
  [/\u007fELF|^MZ[\s\S]{58,1100}PE\u0000\u0000/, 'a program'],
  [/<(?:!doctype html|html|script|svg)[\s>]/i, 'a web page'],
  [/#!\/(?:usr\/)?bin\//, 'a program'],
]

/** Bytes of the tail that are searched; phones put whole films behind a photograph. */
const TAIL = 16 << 20
/** PDF programs look for their signature in the first kilobyte (ISO 32000-1, implementation note 13). */
const PDF_HEAD = 1024
/** End record of a ZIP archive with the longest comment. */
const ZIP_END = 65_557

/**
 * The other format that a picture also is, if it is one: a file that one program shows as a picture and another opens as an
 * archive or a PDF. Films and thumbnails that cameras put behind a photograph are none.
 */
export function secondFormat(bytes: Uint8Array, format: ImageFormat): string | undefined {
  const text = (from: number, to: number) => Buffer.from(bytes.buffer, bytes.byteOffset + from, Math.max(0, to - from)).toString('latin1')
  if (/%PDF-\d/.test(text(0, Math.min(PDF_HEAD, bytes.length)))) return 'a PDF'
  if (endsAsZip(bytes)) return 'an archive (ZIP)'
  const end = endOf(bytes, format)
  if (end === undefined || end >= bytes.length) return undefined
  const tail = text(end, Math.min(bytes.length, end + TAIL))
  return BEGINNINGS.find(([signature]) => signature.test(tail))?.[1]
}

/** An end record whose comment reaches exactly to the last byte and whose directory lies before it. */
function endsAsZip(bytes: Uint8Array): boolean {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  for (let at = bytes.length - 22; at >= Math.max(0, bytes.length - ZIP_END); at--) {
    if (view.getUint32(at) !== 0x504b0506) continue
    if (at + 22 + view.getUint16(at + 20, true) === bytes.length && view.getUint32(at + 12, true) <= at) return true
  }
  return false
}
