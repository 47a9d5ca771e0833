import { unreadable } from '../../../model/errors.ts'

/** Names are without their prefix: Word, LibreOffice and Google write the same names under the same namespaces. */
export type XmlEvent =
  | { readonly kind: 'open'; readonly name: string; readonly attributes: ReadonlyMap<string, string> }
  | { readonly kind: 'close'; readonly name: string }
  | { readonly kind: 'text'; readonly text: string }

const damaged = (part: string, what: string) => unreadable(`The file is damaged: its part "${part}" ${what}. Ask for it again, saved anew.`)

/** Names are bounded, so that no tag, however broken, costs more than its length. */
const MARKUP =
  /<!--[\s\S]*?-->|<!\[CDATA\[([\s\S]*?)\]\]>|<\?[\s\S]*?\?>|<!DOCTYPE|<\/([^\s>]{1,200})\s*>|<([^\s/>!?]{1,200})((?:[^>"']|"[^"]*"|'[^']*')*?)(\/?)>/y
const ATTRIBUTE = /(?<=^|\s)([^\s=]{1,200})\s*=\s*(?:"([^"]*)"|'([^']*)')/g
const ENTITY = /&(?:#x([0-9a-fA-F]{1,6})|#(\d{1,7})|(amp|lt|gt|quot|apos));/g
const NAMED: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" }

/**
 * The events of an XML part, in order, one pass, without recursion. A document type declaration is refused (the format forbids
 * it, and it is how XML is made to read files or to swell), so the five named entities and numbers are all there is.
 * @param part its name in the archive, for the error
 */
export function* xmlEvents(bytes: Uint8Array, part: string): Generator<XmlEvent> {
  const xml = decode(bytes, part)
  const open: string[] = []
  let end = 0
  // Sticky, so that a bracket that closes nowhere ends the reading at once instead of a search from every bracket after it.
  for (let at = xml.indexOf('<'); at >= 0; at = xml.indexOf('<', end)) {
    MARKUP.lastIndex = at
    const match = MARKUP.exec(xml)
    if (match === null) throw damaged(part, 'is not well-formed XML')
    if (at > end && open.length > 0) yield { kind: 'text', text: unescape(xml.slice(end, at)) }
    end = MARKUP.lastIndex
    const [whole, cdata, closing, opening, attributes, empty] = match
    if (whole === '<!DOCTYPE') throw damaged(part, 'holds a document type declaration, which documents of this kind may not')
    if (cdata !== undefined) yield { kind: 'text', text: cdata }
    else if (closing !== undefined) {
      if (open.pop() !== closing) throw damaged(part, 'is not well-formed XML')
      yield { kind: 'close', name: local(closing) }
    } else if (opening !== undefined) {
      yield { kind: 'open', name: local(opening), attributes: attributesOf(attributes ?? '') }
      if (empty === '/') yield { kind: 'close', name: local(opening) }
      else open.push(opening)
    }
  }
  if (open.length > 0 || end === 0 || xml.slice(end).trim() !== '') throw damaged(part, 'breaks off in the middle')
}

function decode(bytes: Uint8Array, part: string): string {
  const encoding = bytes[0] === 0xff && bytes[1] === 0xfe ? 'utf-16le' : bytes[0] === 0xfe && bytes[1] === 0xff ? 'utf-16be' : 'utf-8'
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes)
  } catch {
    throw damaged(part, 'is not text')
  }
}

const local = (name: string): string => name.slice(name.indexOf(':') + 1)

function attributesOf(source: string): Map<string, string> {
  const found = new Map<string, string>()
  for (const [, name, double, single] of source.matchAll(ATTRIBUTE)) {
    if (!name!.startsWith('xmlns')) found.set(local(name!), unescape(double ?? single ?? ''))
  }
  return found
}

function unescape(text: string): string {
  if (!text.includes('&')) return text
  return text.replace(ENTITY, (whole, hex: string | undefined, decimal: string | undefined, name: string | undefined) => {
    if (name !== undefined) return NAMED[name]!
    const code = hex === undefined ? Number(decimal) : Number.parseInt(hex, 16)
    return code > 0 && code <= 0x10ffff && (code < 0xd800 || code > 0xdfff) ? String.fromCodePoint(code) : whole
  })
}
