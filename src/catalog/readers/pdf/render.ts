import type { PDFPageProxy } from 'pdfjs-dist'
import { openPdf } from './open.ts'

/** A page larger than this, in pixels on its longer side, is drawn smaller. */
const LONGEST_SIDE = 6_000

/**
 * Pages as PNG, for showing where a value stands. Needs the native canvas.
 * @param pages page numbers from 1; numbers that the document does not have are left out
 * @param scale device pixels per point
 */
export async function renderPages(bytes: Uint8Array, pages: readonly number[], scale: number): Promise<ReadonlyMap<number, Uint8Array>> {
  const { createCanvas } = await import('@napi-rs/canvas')
  const { document, close } = await openPdf(bytes, { maxImageSize: 64_000_000, forDrawing: true })
  const drawn = new Map<number, Uint8Array>()
  try {
    for (const number of new Set(pages)) {
      if (!Number.isInteger(number) || number < 1 || number > document.numPages) continue
      const page = await document.getPage(number)
      const viewport = page.getViewport({ scale: fitting(page, scale) })
      const canvas = createCanvas(Math.max(1, Math.ceil(viewport.width)), Math.max(1, Math.ceil(viewport.height)))
      // pdf.js types name the browser's canvas; this one has the same methods.
      await page.render({ canvas: canvas as never, canvasContext: canvas.getContext('2d') as never, viewport, annotationMode: 1 }).promise
      drawn.set(number, new Uint8Array(canvas.toBuffer('image/png')))
      page.cleanup()
    }
  } finally {
    await close()
  }
  return drawn
}

function fitting(page: PDFPageProxy, scale: number): number {
  const { width, height } = page.getViewport({ scale })
  return scale * Math.min(1, LONGEST_SIDE / Math.max(width, height, 1))
}
