/** Minimal PDFs written by hand, for what no well-behaved library writes. */

export interface Page {
  /** Content stream. */
  readonly content: string
  /** Further entries of the page, such as `/Annots[…]`. */
  readonly more?: string
  /** Further resources, such as `/XObject<<…>>`. */
  readonly resources?: string
}

export interface Extra {
  /** Entries of the catalogue, such as `/OpenAction…`. */
  readonly catalog?: string
  readonly info?: string
  /** Objects from number 100 on, as written between `obj` and `endobj`. */
  readonly objects?: readonly string[]
}

const stream = (entries: string, content: string): string => `<<${entries}/Length ${content.length}>>\nstream\n${content}\nendstream`
export const FIRST_EXTRA = 100

/** Pages of 612 × 792 points with Helvetica as /F1. Letters are written as single bytes. */
export function pdfOf(pages: readonly Page[], extra: Extra = {}): Uint8Array {
  const objects = new Map<number, string>()
  objects.set(1, `<</Type/Catalog/Pages 2 0 R${extra.catalog ?? ''}>>`)
  const kids = pages.map((_, i) => `${10 + i * 2} 0 R`).join(' ')
  objects.set(2, `<</Type/Pages/Kids[${kids}]/Count ${pages.length}>>`)
  objects.set(3, '<</Type/Font/Subtype/Type1/BaseFont/Helvetica/Encoding/WinAnsiEncoding>>')
  objects.set(4, `<<${extra.info ?? ''}>>`)
  pages.forEach((page, i) => {
    objects.set(
      10 + i * 2,
      `<</Type/Page/Parent 2 0 R/MediaBox[0 0 612 792]/Resources<</Font<</F1 3 0 R>>${page.resources ?? ''}>>/Contents ${11 + i * 2} 0 R${page.more ?? ''}>>`,
    )
    objects.set(11 + i * 2, stream('', page.content))
  })
  extra.objects?.forEach((object, i) => objects.set(FIRST_EXTRA + i, object))
  return assemble(objects)
}

export function assemble(objects: ReadonlyMap<number, string>): Uint8Array {
  const parts: string[] = ['%PDF-1.7\n']
  let at = parts[0]!.length
  const size = Math.max(...objects.keys()) + 1
  const rows = Array.from({ length: size }, () => '0000000000 65535 f \n')
  for (const [number, object] of objects) {
    rows[number] = `${String(at).padStart(10, '0')} 00000 n \n`
    const text = `${number} 0 obj\n${object}\nendobj\n`
    parts.push(text)
    at += text.length
  }
  parts.push(`xref\n0 ${size}\n${rows.join('')}trailer\n<</Size ${size}/Root 1 0 R/Info 4 0 R>>\nstartxref\n${at}\n%%EOF\n`)
  return Uint8Array.from(parts.join(''), (letter) => letter.charCodeAt(0) & 0xff)
}

export const streamObject = stream

/** One line of text; `before` are operators in the same text object, such as `3 Tr` or `1 1 1 rg`. */
export const textAt = (x: number, y: number, text: string, before = ''): string =>
  `BT ${before} /F1 11 Tf ${x} ${y} Td (${text.replace(/([()\\])/gu, '\\$1')}) Tj ET\n`

/** Lines from the top of a page, 14 points apart. */
export const linesAt = (x: number, top: number, lines: readonly string[], leading = 14): string =>
  lines.map((line, i) => textAt(x, top - i * leading, line)).join('')

/** A grey picture of the given size in pixels, as an image object. */
export const pictureObject = (width: number, height: number, level: (x: number, y: number) => number): string => {
  let pixels = ''
  for (let y = 0; y < height; y += 1) for (let x = 0; x < width; x += 1) pixels += String.fromCharCode(level(x, y) & 0xff)
  return stream(`/Type/XObject/Subtype/Image/Width ${width}/Height ${height}/ColorSpace/DeviceGray/BitsPerComponent 8`, pixels)
}
