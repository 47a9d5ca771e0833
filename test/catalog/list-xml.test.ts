import { describe, expect, it } from 'vitest'
import { readXml, rootOf, type XmlElement } from '../../src/catalog/list-formats/xml.ts'
import type { ListFile } from '../../src/kit/list.ts'
import { AppError } from '../../src/model/errors.ts'

const file = (text: string | Uint8Array): ListFile => ({
  name: 'list.xml',
  bytes: typeof text === 'string' ? new TextEncoder().encode(text) : text,
})

function recordsOf(from: ListFile): XmlElement[] {
  const records: XmlElement[] = []
  readXml(from, { root: 'list', records: { entry: (e) => void records.push(e) } })
  return records
}

function refused(from: ListFile): AppError {
  try {
    recordsOf(from)
  } catch (error) {
    if (error instanceof AppError) return error
    throw error
  }
  throw new Error('was read')
}

describe('XML of a list', () => {
  it('hands over each record whole, without its prefix, with its line', () => {
    const text =
      '<?xml version="1.0"?>\n<x:list xmlns:x="urn:x">\n<x:entry id="1"><x:name> A &amp; <![CDATA[B]]> </x:name></x:entry>\n<x:entry id="2"/>\n</x:list>'
    const [first, second] = recordsOf(file(text))
    expect(first).toMatchObject({ name: 'entry', attributes: { id: '1' }, line: 3, children: [{ name: 'name', text: 'A & B' }] })
    expect(second).toMatchObject({ attributes: { id: '2' }, line: 4, children: [], text: '' })
    expect(rootOf(file(text))).toBe('list')
  })

  it.each([['utf-16le', [0xff, 0xfe]]] as const)('reads %s by its mark', (_encoding, mark) => {
    const text = '<list><entry>имя</entry></list>'
    const bytes = new Uint8Array([...mark, ...[...text].flatMap((c) => [c.charCodeAt(0) & 0xff, c.charCodeAt(0) >> 8])])
    expect(recordsOf(file(bytes))[0]?.text).toBe('имя')
    expect(rootOf(file(bytes))).toBe('list')
  })

  it('reads the encoding that it declares', () => {
    const bytes = Uint8Array.from('<?xml version="1.0" encoding="iso-8859-1"?><list><entry>Caf\u00e9</entry></list>', (c) =>
      c.charCodeAt(0),
    )
    expect(recordsOf(file(bytes))[0]?.text).toBe('Café')
    expect(refused(file('<?xml version="1.0" encoding="klingon"?><list/>')).detail).toContain('klingon')
  })

  it.each([
    ['a letter cut in half', new Uint8Array([...new TextEncoder().encode('<list><entry>'), 0xd0]), /encoding|cut off/],
    [
      'Latin-1 that says it is UTF-8',
      Uint8Array.from('<list><entry>\u00e9\u00e9</entry></list>', (c) => c.charCodeAt(0)),
      /another encoding/,
    ],
    ['a bomb of entities', '<!DOCTYPE list [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;&a;">]><list><entry>&b;</entry></list>', /document type/],
    ['an entity from outside', '<!DOCTYPE list SYSTEM "http://192.0.2.1/x.dtd"><list><entry/></list>', /document type/],
    ['an entity that nothing declares', '<list><entry>&b;</entry></list>', /damaged/],
    ['another root', '<rss><entry/></rss>', /<rss>/],
    ['a web page', '<!doctype html><html><body>Not found</body></html>', /web page/],
    ['an open element', '<list><entry>', /cut off/],
    ['elements that cross', '<list><entry><a></entry></a></list>', /damaged/],
    ['two roots', '<list/><list/>', /damaged/],
    ['a depth without end', `<list><entry>${'<a>'.repeat(100_000)}`, /deeper/],
    ['a record without end', `<list><entry>${'<a/>'.repeat(200_001)}`, /elements/],
    ['a text without end', `<list><entry>${'x'.repeat((16 << 20) + 1)}</entry></list>`, /letters/],
  ] as const)('refuses %s in words', (_what, text, says) => {
    const error = refused(file(text))
    expect(error.code).toBe('unreadable')
    expect(error.detail).toMatch(says)
    expect(error.detail).toContain('list.xml')
  })

  it('is not misled by names that objects have anyway', () => {
    const [entry] = recordsOf(file('<list><constructor/><entry __proto__="1"><__proto__>x</__proto__></entry></list>'))
    expect(entry?.children[0]?.name).toBe('__proto__')
    expect(Object.getPrototypeOf({})).toBe(Object.prototype)
  })
})
