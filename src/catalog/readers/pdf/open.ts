import type { PDFDocumentProxy, PDFDocumentLoadingTask } from 'pdfjs-dist'
import { unreadable } from '../../../model/errors.ts'

export type Pdfjs = typeof import('pdfjs-dist')

export interface OpenPdf {
  readonly document: PDFDocumentProxy
  close(): Promise<void>
}

export interface OpenOptions {
  /** Pictures with more pixels are left out of the drawing, undecoded. -1: none are. */
  readonly maxImageSize: number
  /** Fonts and decoders that only drawing needs. */
  readonly forDrawing?: boolean
}

let loading: Promise<Pdfjs> | undefined

/** pdf.js, loaded once. Its legacy build is the one for Node. */
export function loadPdfjs(): Promise<Pdfjs> {
  loading ??= importQuietly()
  return loading
}

/**
 * While it loads, pdf.js looks for the native canvas and complains on the console when the sandbox forbids native code.
 * Reading needs no canvas, and a child must print nothing, so the console is silent for these milliseconds.
 */
async function importQuietly(): Promise<Pdfjs> {
  // oxlint-disable no-console -- the one place where somebody else's complaint is kept off the console
  const speak = console.warn
  console.warn = () => {}
  try {
    const pdfjs = (await import('pdfjs-dist/legacy/build/pdf.mjs')) as Pdfjs
    const world = globalThis as { FontFace?: unknown }
    world.FontFace ??= ForgottenFont
    return pdfjs
  } finally {
    console.warn = speak
    // oxlint-enable no-console
  }
}

/** The package's own folder of decoding tables, as a path that pdf.js reads files from. */
const packageFolder = (name: string): string =>
  decodeURIComponent(new URL(`${name}/`, import.meta.resolve('pdfjs-dist/package.json')).pathname)

/**
 * Told that fonts cannot be given to a browser, pdf.js turns every letter into an outline and sends it over, a quarter of the
 * work of following a page. Reading draws nothing, so it is handed a document that takes fonts and forgets them.
 */
const PAGELESS = { fonts: { add: () => {}, delete: () => {} } } as unknown as PagelessDocument
type PagelessDocument = NonNullable<NonNullable<Parameters<Pdfjs['getDocument']>[0] & object>['ownerDocument']>

class ForgottenFont {
  readonly loaded = Promise.resolve(this)
}

/** Opens a PDF for reading only: nothing in it is executed, no system font is looked up. Throws `unreadable`. */
export async function openPdf(bytes: Uint8Array, options: OpenOptions): Promise<OpenPdf> {
  const { getDocument } = await loadPdfjs()
  // pdf.js takes the buffer it is given away from its owner, so it gets a copy.
  const task: PDFDocumentLoadingTask = getDocument({
    data: bytes.slice(),
    verbosity: 0,
    enableXfa: false,
    useSystemFonts: false,
    ...(options.forDrawing ? { disableFontFace: true } : { disableFontFace: false, ownerDocument: PAGELESS }),
    fontExtraProperties: true,
    stopAtErrors: false,
    maxImageSize: options.maxImageSize,
    cMapUrl: packageFolder('cmaps'),
    cMapPacked: true,
    ...(options.forDrawing
      ? { standardFontDataUrl: packageFolder('standard_fonts'), wasmUrl: packageFolder('wasm'), iccUrl: packageFolder('iccs') }
      : {}),
  })
  try {
    const document = await task.promise
    return { document, close: () => task.destroy() }
  } catch (error) {
    await task.destroy()
    throw refusal(error, bytes)
  }
}

function refusal(error: unknown, bytes: Uint8Array): Error {
  const name = error instanceof Error ? error.name : ''
  if (name === 'PasswordException') return unreadable('The PDF is protected by a password. Ask for a copy without one.', { cause: error })
  const cut = !endsAsPdf(bytes)
  return unreadable(
    cut
      ? 'The PDF is cut off or damaged: its end is missing. It may not have been transferred completely; ask for it again.'
      : 'The PDF is damaged: its table of contents cannot be read. Ask for it again, or for a copy saved by another program.',
    { cause: error },
  )
}

/** A PDF ends in `%%EOF`, give or take what a mail program appended. */
function endsAsPdf(bytes: Uint8Array): boolean {
  const tail = String.fromCharCode(...bytes.subarray(Math.max(0, bytes.length - 2048)))
  return tail.includes('%%EOF')
}
