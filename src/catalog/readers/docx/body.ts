import { addToLook, GAP, isFilled, isWhite, type Look, type Styles } from './styles.ts'
import type { XmlEvent } from './xml.ts'

export type Hiding = 'vanish' | 'same-colour' | 'tiny'

/** A paragraph as it is shown, with what is in it and not shown. */
export interface Paragraph {
  /** From 1, counting empty ones, in the order in which they begin. */
  readonly number: number
  /** What is shown; line breaks of the author as line feeds, tabulators kept. */
  readonly text: string
  /** Points; of most of its characters. */
  readonly size: number | undefined
  readonly bold: boolean
  readonly gapBefore: boolean
  readonly hidden: ReadonlyMap<Hiding, string>
  /** Relationship ids of pictures and links in it. */
  readonly pictures: readonly string[]
  readonly links: readonly string[]
  /** Instructions of fields, such as `HYPERLINK "https://…"`. */
  readonly fields: readonly string[]
  readonly cell: Cell | undefined
}

/** Rows are numbered through the whole document, columns from 1 in each. */
export interface Cell {
  readonly row: number
  readonly column: number
}

export interface Body {
  readonly paragraphs: readonly Paragraph[]
  /** Tracked insertions, deletions and moves, and whose they are. */
  readonly changes: number
  readonly changedBy: ReadonlySet<string>
}

/** What the body needs to know of the rest of the document. */
export interface Surroundings {
  readonly styles: Styles
  /** The page is coloured, or a drawing lies behind the text: white letters may well be seen. */
  readonly backdrop: boolean
}

/** Points. People do not read smaller print; the same bound as for PDF. */
const READABLE = 4
/** Copies of text for older programs, text struck out or moved away, and earlier formatting. */
const SKIPPED = new Set([
  'Fallback',
  'del',
  'moveFrom',
  'rPrChange',
  'pPrChange',
  'tblPrChange',
  'trPrChange',
  'tcPrChange',
  'sectPrChange',
])
const CHANGES = new Set(['ins', 'del', 'moveFrom', 'moveTo'])
const HEADING = /^(heading \d|title)$/
/** What an element in a run stands for in plain text. */
const CHARACTERS: Readonly<Record<string, string>> = { tab: '\t', ptab: '\t', br: '\n', cr: '\n', noBreakHyphen: '-', sym: '•' }

interface Draft {
  readonly number: number
  style: string | undefined
  text: string
  /** Characters by size; characters that are bold, and that are not. */
  readonly sizes: Map<number, number>
  bold: number
  light: number
  listed: boolean | undefined
  outlined: boolean
  gapBefore: boolean
  backed: boolean
  run: { look: Look; style: string | undefined }
  readonly hidden: Map<Hiding, string>
  readonly pictures: string[]
  readonly links: string[]
  readonly fields: string[]
  readonly cell: Cell | undefined
}

interface Table {
  backed: boolean
  cellBacked: boolean
  row: number
  column: number
}

interface Walk extends Surroundings {
  readonly done: Paragraph[]
  /** Paragraphs begun: one in another where a text box is anchored. */
  readonly begun: Draft[]
  readonly tables: Table[]
  /** Names of the elements around. */
  readonly path: string[]
  readonly changedBy: Set<string>
  changes: number
  paragraphs: number
  rows: number
  /** Depth below a skipped element, 0 outside. */
  skipped: number
}

/** Reads the paragraphs of one part (the body, a header, a footer): tables and text boxes too, tracked changes as accepted. */
export function readBody(events: Iterable<XmlEvent>, around: Surroundings): Body {
  const walk: Walk = {
    ...around,
    done: [],
    begun: [],
    tables: [],
    path: [],
    changedBy: new Set(),
    changes: 0,
    paragraphs: 0,
    rows: 0,
    skipped: 0,
  }
  for (const event of events) {
    if (event.kind === 'open') enter(walk, event)
    else if (event.kind === 'close') leave(walk, event.name)
    else if (walk.skipped === 0) take(walk, event.text)
  }
  return { paragraphs: walk.done.sort((a, b) => a.number - b.number), changes: walk.changes, changedBy: walk.changedBy }
}

type Opening = XmlEvent & { kind: 'open' }

function enter(walk: Walk, event: Opening): void {
  if (CHANGES.has(event.name) && walk.skipped === 0) {
    walk.changes++
    walk.changedBy.add(event.attributes.get('author') ?? '')
  }
  if (walk.skipped > 0 || SKIPPED.has(event.name)) {
    walk.skipped++
    return
  }
  const parent = walk.path.at(-1) ?? ''
  const above = walk.path.at(-2) ?? ''
  walk.path.push(event.name)
  enterTable(walk, event, parent)
  const paragraph = walk.begun.at(-1)
  if (event.name === 'p') walk.begun.push(newParagraph(walk))
  else if (paragraph === undefined) return
  else if (event.name === 'r') paragraph.run = { look: {}, style: undefined }
  else if (parent === 'rPr') enterRunProperties(paragraph, event, above)
  else if (parent === 'pPr' || parent === 'numPr') enterProperties(paragraph, event)
  else if (parent === 'r' && event.name in CHARACTERS) put(walk, paragraph, CHARACTERS[event.name]!)
  else enterReference(paragraph, event)
}

function leave(walk: Walk, name: string): void {
  if (walk.skipped > 0) {
    walk.skipped--
    return
  }
  walk.path.pop()
  if (name === 'tbl') walk.tables.pop()
  else if (name === 'p') {
    const paragraph = walk.begun.pop()
    if (paragraph !== undefined) walk.done.push(finished(paragraph, walk.styles))
  }
}

function take(walk: Walk, text: string): void {
  const paragraph = walk.begun.at(-1)
  const element = walk.path.at(-1)
  if (paragraph === undefined) return
  if (element === 't') put(walk, paragraph, text)
  else if (element === 'instrText') paragraph.fields.push(text)
}

function enterTable(walk: Walk, event: Opening, parent: string): void {
  const table = walk.tables.at(-1)
  if (event.name === 'tbl') walk.tables.push({ backed: false, cellBacked: false, row: 0, column: 0 })
  else if (table === undefined) return
  else if (event.name === 'tr') Object.assign(table, { row: ++walk.rows, column: 0 })
  else if (event.name === 'tc') Object.assign(table, { column: table.column + 1, cellBacked: false })
  else if (event.name === 'tblStyle') table.backed ||= walk.styles.backed(event.attributes.get('val'))
  else if (event.name === 'shd' && parent === 'tblPr') table.backed ||= isFilled(event)
  else if (event.name === 'shd' && parent === 'tcPr') table.cellBacked = isFilled(event)
}

function enterRunProperties(paragraph: Draft, event: Opening, above: string): void {
  // Below `pPr` they are of the paragraph mark, which shows nothing.
  if (above === 'pPr') return
  if (event.name === 'rStyle') paragraph.run.style = event.attributes.get('val')
  else addToLook(paragraph.run.look, event)
}

function enterProperties(paragraph: Draft, event: Opening): void {
  const value = event.attributes.get('val')
  if (event.name === 'pStyle') paragraph.style = value
  else if (event.name === 'numId') paragraph.listed = value !== '0'
  else if (event.name === 'outlineLvl') paragraph.outlined = value !== '9'
  else if (event.name === 'spacing') paragraph.gapBefore ||= Number(event.attributes.get('before') ?? 0) >= GAP
  else if (event.name === 'shd') paragraph.backed = isFilled(event)
}

function enterReference(paragraph: Draft, event: Opening): void {
  const id = event.attributes.get(event.name === 'blip' ? 'embed' : 'id')
  if (event.name === 'fldSimple') paragraph.fields.push(event.attributes.get('instr') ?? '')
  else if (id === undefined) return
  else if (event.name === 'hyperlink') paragraph.links.push(id)
  else if (event.name === 'blip' || event.name === 'imagedata') paragraph.pictures.push(id)
}

function newParagraph(walk: Walk): Draft {
  const table = walk.tables.at(-1)
  return {
    number: ++walk.paragraphs,
    style: undefined,
    text: '',
    sizes: new Map(),
    bold: 0,
    light: 0,
    listed: undefined,
    outlined: false,
    gapBefore: false,
    // A text box may be filled; its shape's own properties are not followed.
    backed: table?.cellBacked === true || table?.backed === true || walk.path.includes('txbxContent'),
    run: { look: {}, style: undefined },
    hidden: new Map(),
    pictures: [],
    links: [],
    fields: [],
    cell: table === undefined ? undefined : { row: table.row, column: table.column },
  }
}

/** Adds text of the current run to what is shown or to what is hidden. */
function put(walk: Walk, paragraph: Draft, text: string): void {
  const look: Look = { ...walk.styles.look(paragraph.style, paragraph.run.style), ...paragraph.run.look }
  const seen = text.replaceAll(/\s/g, '').length
  const how = seen === 0 ? undefined : hidingOf(look, walk.backdrop || paragraph.backed)
  if (how !== undefined) {
    paragraph.hidden.set(how, (paragraph.hidden.get(how) ?? '') + text)
    return
  }
  paragraph.text += text
  if (look.size !== undefined) paragraph.sizes.set(look.size, (paragraph.sizes.get(look.size) ?? 0) + seen)
  if (look.bold === true) paragraph.bold += seen
  else paragraph.light += seen
}

function hidingOf(look: Look, backed: boolean): Hiding | undefined {
  if (look.vanish === true) return 'vanish'
  if (look.size !== undefined && look.size < READABLE) return 'tiny'
  return isWhite(look.colour) && !backed && look.backed !== true ? 'same-colour' : undefined
}

function finished(draft: Draft, styles: Styles): Paragraph {
  const heading = draft.outlined || HEADING.test(styles.nameOf(draft.style))
  const listed = !heading && (draft.listed ?? styles.listed(draft.style)) && draft.text.trim() !== ''
  const [size] = [...draft.sizes].sort((a, b) => b[1] - a[1])[0] ?? []
  const { number, hidden, pictures, links, fields, cell } = draft
  return {
    number,
    hidden,
    pictures,
    links,
    fields,
    cell,
    size,
    text: listed ? `• ${draft.text.trimStart()}` : draft.text,
    bold: heading || (draft.light === 0 && draft.bold > 0),
    gapBefore: draft.gapBefore || styles.spaced(draft.style),
  }
}
