import { SaxesParser } from 'saxes'
import type { ListFile } from '../../kit/list.ts'
import type { AppError } from '../../model/errors.ts'
import { broken, headOf, markedEncoding, refuseForeign } from './text.ts'

/** An element without its namespace's prefix. `text` is what stands in it directly, trimmed. */
export interface XmlElement {
  readonly name: string
  readonly attributes: Readonly<Record<string, string>>
  readonly children: readonly XmlElement[]
  readonly text: string
  /** Where it begins, from 1. */
  readonly line: number
}

interface Growing extends XmlElement {
  readonly children: Growing[]
  text: string
}

/** No publisher nests deeper than a dozen. */
const DEEPEST = 64
/** Elements of one record: the largest party known has under a thousand. Beyond it the file means to fill the memory. */
const MOST_IN_A_RECORD = 200_000
const LONGEST_RECORD = 16 << 20
const CHUNK = 1 << 16

const local = (name: string): string => name.slice(name.indexOf(':') + 1)

/** Local name of the outermost element, from the first bytes; undefined where they are no XML. */
export function rootOf(file: ListFile): string | undefined {
  const head = headOf(file).replaceAll('\u0000', '')
  const name = /^[^<]{0,3}\s*(?:<[?!][^>]*>\s*)*<([\w.:-]+)/.exec(head)?.[1]
  return name === undefined ? undefined : local(name)
}

/**
 * Reads XML in one pass and bounded memory: each element whose name `records` knows is handed over whole, with what is in it,
 * and forgotten. A file with a document type is refused: no publisher needs one, and all entity expansion begins there.
 */
export function readXml(
  file: ListFile,
  { root, records }: { root: string; records: Readonly<Record<string, (e: XmlElement) => void>> },
): void {
  refuseForeign(file)
  const parser = new SaxesParser<{ xmlns: false }>({ xmlns: false })
  const open: Growing[] = []
  let depth = 0
  let elements = 0
  let letters = 0
  const fail = (what: string, cause?: unknown): AppError =>
    broken(file, `${what}, in line ${parser.line}`, { pointer: `line=${parser.line}`, cause })
  parser.on('error', (error) => {
    throw fail('is no whole XML: it was cut off or is damaged', error)
  })
  parser.on('doctype', () => {
    throw fail('has a document type of its own, which no list has and which can make a file unfold without end')
  })
  parser.on('opentag', (tag) => {
    const name = local(tag.name)
    if (++depth > DEEPEST) throw fail(`nests elements deeper than ${DEEPEST}`)
    if (depth === 1 && name !== root) throw fail(`begins with <${name}> where <${root}> is expected`)
    if (open.length === 0 && !Object.hasOwn(records, name)) return
    if (++elements > MOST_IN_A_RECORD) throw fail(`has a record of more than ${MOST_IN_A_RECORD} elements`)
    const element: Growing = { name, attributes: tag.attributes, children: [], text: '', line: parser.line }
    open.at(-1)?.children.push(element)
    open.push(element)
  })
  const addText = (text: string): void => {
    const element = open.at(-1)
    if (element === undefined) return
    letters += text.length
    if (letters > LONGEST_RECORD) throw fail(`has a record of more than ${LONGEST_RECORD} letters`)
    element.text += text
  }
  parser.on('text', addText)
  parser.on('cdata', addText)
  parser.on('closetag', () => {
    depth -= 1
    const element = open.pop()
    if (element === undefined) return
    element.text = element.text.trim()
    if (open.length > 0) return
    elements = 0
    letters = 0
    records[element.name]?.(element)
  })
  const decoder = decoderOf(file)
  try {
    for (let at = 0; at < file.bytes.length; at += CHUNK)
      parser.write(decoder.decode(file.bytes.subarray(at, at + CHUNK), { stream: true }))
    parser.write(decoder.decode())
    parser.close()
  } catch (error) {
    if (error instanceof TypeError)
      throw fail(`is no ${decoder.encoding.toUpperCase()} text: it was saved in another encoding, or is damaged`, error)
    throw error
  }
}

/** By its mark, by what it declares, else UTF-8, as XML 1.0 has it (appendix F). */
function decoderOf(file: ListFile): InstanceType<typeof TextDecoder> {
  const declared = /^[^<]{0,3}<\?xml[^>]*?encoding\s*=\s*["']([\w.:-]+)["']/.exec(headOf(file))?.[1]
  try {
    return new TextDecoder(markedEncoding(file) ?? declared ?? 'utf-8', { fatal: true })
  } catch (cause) {
    throw broken(file, `says that it is encoded as ${declared}, which is not known here`, { cause })
  }
}

export const childrenOf = (element: XmlElement | undefined, name: string): readonly XmlElement[] =>
  element?.children.filter((child) => child.name === name) ?? []

/** Along a path of names, the first of each. */
export const childOf = (element: XmlElement | undefined, ...path: readonly string[]): XmlElement | undefined =>
  path.reduce<XmlElement | undefined>((at, name) => at?.children.find((child) => child.name === name), element)

/** Undefined where the element is not there or holds nothing. */
export const textAt = (element: XmlElement | undefined, ...path: readonly string[]): string | undefined =>
  childOf(element, ...path)?.text || undefined
