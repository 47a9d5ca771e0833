import type { PDFDocumentProxy, PDFPageProxy } from 'pdfjs-dist'
import type { Enclosed } from '../../../kit/reader.ts'
import type { AnyDraft } from '../../../model/statement.ts'
import type { Line } from '../../grammar/line.ts'
import { annotationsOf, pageScripts } from './attached.ts'
import type { DrawnPage } from './drawn-page.ts'
import type { Face } from './glyphs.ts'
import { linesOf, locate } from './layout.ts'
import { loadPdfjs, openPdf, type OpenPdf } from './open.ts'
import { photosOf } from './photos.ts'
import { withoutSubsetPrefix } from './properties.ts'
import { tracePage, type Tracing } from './trace.ts'
import { look, needsPictures, type Sight } from './visibility.ts'

/** A person's document is shorter; what is beyond is not read, and a note says so. */
export const MOST_PAGES = 50
/** Pictures up to 2000 × 2000 pixels are decoded for their hash; larger ones cost seconds and are photographs of paper. */
export const LARGEST_PICTURE = 4_000_000
/** TCPDF writes this into every document it makes. */
const PRODUCERS_MARK = /^powered by tcpdf\b/iu

export interface ReadPages {
  readonly lines: readonly Line[]
  /** Hidden text, links, pictures, scripts. */
  readonly drafts: readonly AnyDraft[]
  readonly enclosed: readonly Enclosed[]
  readonly fonts: readonly string[]
  readonly words: number
  readonly hiddenCharacters: number
  /** Pages without a word, of those read. */
  readonly blank: number
  /** Pages that are scans with a text layer. */
  readonly scans: number
  readonly failed: number
}

/** Reads the first pages of an open PDF, one after another, so that only one is in memory. */
export async function readPages(open: OpenPdf, bytes: Uint8Array): Promise<ReadPages> {
  const { document } = open
  const tracing = await tracingOf(document)
  const again = new WithAllPictures(bytes)
  const lines: Line[] = []
  const drafts: AnyDraft[] = []
  const enclosed: Enclosed[] = []
  const fonts = new Set<string>()
  const counts = { words: 0, hiddenCharacters: 0, blank: 0, scans: 0, failed: 0 }
  try {
    for (let number = 1; number <= Math.min(document.numPages, MOST_PAGES); number += 1) {
      const page = await pageOf(document, number)
      if (page === undefined) {
        counts.failed += 1
        continue
      }
      const drawn = await tracePage(page, tracing)
      let sight = look(drawn)
      if (needsPictures(sight)) sight = (await again.look(number)) ?? sight
      const read = linesOf(drawn, sight.visible)
      const words = read.reduce((n, line) => n + wordsIn(line.text), 0)
      counts.words += words
      if (words === 0) counts.blank += 1
      if (sight.scan) counts.scans += 1
      lines.push(...read)
      for (const name of drawn.fonts) fonts.add(withoutSubsetPrefix(name))
      drafts.push(...hiddenOf(sight, drawn))
      drafts.push(...(await pageScripts(page)))
      if (number === 1) drafts.push(...(await photosOf(page, drawn)))
      page.cleanup()
    }
    const marked = await annotationsOf(document, MOST_PAGES)
    drafts.push(...marked.drafts)
    enclosed.push(...marked.enclosed)
  } finally {
    await again.close()
  }
  counts.hiddenCharacters = drafts.reduce((n, d) => n + (d.property === 'hidden-text' ? d.value.characters : 0), 0)
  return { lines, drafts, enclosed, fonts: [...fonts].sort(), ...counts }
}

async function pageOf(document: PDFDocumentProxy, number: number): Promise<PDFPageProxy | undefined> {
  try {
    return await document.getPage(number)
  } catch {
    // One broken page does not hide the others; the caller counts it.
    return undefined
  }
}

async function tracingOf(document: PDFDocumentProxy): Promise<Tracing> {
  const pdfjs = await loadPdfjs()
  const layers = await document.getOptionalContentConfig()
  const faces = new Map<string, Face>()
  return {
    pdfjs,
    isLayerOff: (group) => group !== null && group !== undefined && layers.isVisible(group) === false,
    face: (page, id) => {
      const known = faces.get(id)
      if (known !== undefined) return known
      const face = faceOf(page, id)
      if (face !== PLAIN) faces.set(id, face)
      return face
    },
  }
}

interface LoadedFont {
  readonly name?: string
  readonly fontMatrix?: readonly number[]
  readonly vertical?: boolean
  readonly bold?: boolean
  readonly black?: boolean
  readonly missingFile?: boolean
  readonly isType3Font?: boolean
}

const PLAIN: Face = { fontMatrix: [0.001, 0, 0, 0.001, 0, 0], vertical: false, bold: false, embeddedName: undefined }

function faceOf(page: PDFPageProxy, id: string): Face {
  if (!page.commonObjs.has(id)) return PLAIN
  const font = page.commonObjs.get(id) as LoadedFont
  const name = font.name ?? ''
  return {
    fontMatrix: font.fontMatrix ?? PLAIN.fontMatrix,
    vertical: font.vertical === true,
    bold: font.bold === true || font.black === true || /bold|black|heavy|-semi|demi/iu.test(name),
    embeddedName: font.missingFile === true || font.isType3Font === true || name === '' ? undefined : name.slice(0, 200),
  }
}

/** Pictures too large to be decoded can still be the ground under text: where that matters, the page is looked at once more. */
class WithAllPictures {
  readonly #bytes: Uint8Array
  #open: OpenPdf | undefined

  constructor(bytes: Uint8Array) {
    this.#bytes = bytes
  }

  async look(number: number): Promise<Sight | undefined> {
    this.#open ??= await openPdf(this.#bytes, { maxImageSize: -1 })
    const page = await pageOf(this.#open.document, number)
    if (page === undefined) return undefined
    const sight = look(await tracePage(page, await tracingOf(this.#open.document)))
    page.cleanup()
    return sight
  }

  async close(): Promise<void> {
    await this.#open?.close()
  }
}

function hiddenOf(sight: Sight, drawn: DrawnPage): AnyDraft[] {
  return sight.hidden
    .filter(({ text }) => !PRODUCERS_MARK.test(text))
    .map(({ how, text, box, characters }) => ({
      about: 'self',
      property: 'hidden-text',
      value: { text, how, characters },
      basis: 'observed',
      at: locate(drawn.number, box, drawn.back),
    }))
}

const wordsIn = (text: string): number => (text.match(/[\p{L}\p{N}]{2,}/gu) ?? []).length
