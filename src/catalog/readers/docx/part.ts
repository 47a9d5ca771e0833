import type { Archive } from '../../grammar/archive.ts'
import { unreadable } from '../../../model/errors.ts'
import { readBody, type Body } from './body.ts'
import { placeIn, type PlaceOf } from './lines.ts'
import { relationshipsOf, type Relationship } from './relationships.ts'
import { stylesOf } from './styles.ts'
import { xmlEvents } from './xml.ts'

const BODY = 'word/document.xml'
/** Parts that hold text a reader of the page sees, besides the body. Contacts often stand in the header. */
const BESIDE = ['header', 'footer', 'footnotes', 'endnotes']

/** One part that holds text: the body, or a header, footer or notes that it uses. */
export interface TextPart {
  readonly name: string
  readonly at: PlaceOf
  readonly relationships: readonly Relationship[]
  readonly body: Body
}

/** All parts with text, in reading order: headers, body, footers, notes. */
export async function textPartsOf(archive: Archive): Promise<TextPart[]> {
  const body = await archive.read(BODY)
  if (body === undefined) throw unreadable('The file is an archive without a Word text in it. Ask for it again as DOCX or PDF.')
  const relationships = await relationshipsOf(archive, BODY)
  const bytes = new Map([[BODY, body]])
  for (const { type, target, external } of relationships) {
    const part = !external && BESIDE.includes(type) ? await archive.read(target) : undefined
    if (part !== undefined) bytes.set(target, part)
  }
  const styles = await stylesOf(archive)
  const backdrop = [...bytes.values()].some(hasBackdrop)
  const parts: TextPart[] = []
  for (const [name, xml] of bytes) {
    parts.push({
      name,
      at: placeIn(name),
      relationships: name === BODY ? relationships : await relationshipsOf(archive, name),
      body: readBody(xmlEvents(xml, name), { styles, backdrop }),
    })
  }
  const rank = ({ name }: TextPart) => (name.includes('/header') ? 0 : name === BODY ? 1 : 2)
  return parts.sort((a, b) => rank(a) - rank(b))
}

/** A coloured page, or a drawing laid behind the text, as designed résumés have for white headings. */
function hasBackdrop(xml: Uint8Array): boolean {
  const source = Buffer.from(xml.buffer, xml.byteOffset, xml.byteLength)
  return ['behindDoc="1"', ':background ', '<v:rect', '<v:shape '].some((sign) => source.includes(sign))
}
