import type { PDFPageProxy } from 'pdfjs-dist'
import { sha256 } from '@noble/hashes/sha2.js'
import { bytesToHex } from '@noble/hashes/utils.js'
import { grayOf, imageHash } from '../../../compute/image-hash.ts'
import type { AnyDraft } from '../../../model/statement.ts'
import type { DrawnPage } from './drawn-page.ts'
import { locate } from './layout.ts'

/** Smaller is an icon, larger a scan; stretched beyond 1 : 2 a banner or a rule. Pixels. */
const SMALLEST = 80
const LARGEST = 2_000
const MOST = 4
/** Drawings and logos have few grey levels, photographs many (of 256). PROP. */
const CONTINUOUS_TONE = 64

interface Decoded {
  readonly width: number
  readonly height: number
  readonly data?: Uint8Array | Uint8ClampedArray | null
}

/**
 * Hashes of the pictures on a page that may be photographs. The SHA-256 is that of the decoded grey picture, because the file
 * it came from is not kept in a PDF: equal pictures have equal ones.
 */
export async function photosOf(page: PDFPageProxy, drawn: DrawnPage): Promise<AnyDraft[]> {
  const drafts: AnyDraft[] = []
  const seen = new Set<string>()
  for (const { picture, box } of drawn.shapes) {
    if (picture === undefined || seen.has(picture.id) || drafts.length >= MOST) continue
    seen.add(picture.id)
    const { width, height } = picture
    if (Math.min(width, height) < SMALLEST || Math.max(width, height) > LARGEST || width > 2 * height || height > 2 * width) continue
    const gray = toGray(await decoded(page, picture.id))
    const hash = gray === undefined ? undefined : imageHash(gray, width, height)
    if (gray === undefined || hash === undefined) continue
    const role = levelsOf(gray) >= CONTINUOUS_TONE ? 'photo' : 'embedded'
    drafts.push({
      about: 'self',
      property: 'image-hash',
      value: { ...hash, sha256: bytesToHex(sha256(gray)), width, height, role },
      basis: 'observed',
      at: locate(drawn.number, box, drawn.back),
    })
  }
  return drafts
}

function levelsOf(gray: Uint8Array): number {
  const seen = new Uint8Array(256)
  for (const level of gray) seen[level] = 1
  return seen.reduce((n, one) => n + one, 0)
}

/** Resolves when pdf.js has decoded the picture; null when it could not. */
const decoded = (page: PDFPageProxy, id: string): Promise<Decoded | null> =>
  new Promise((resolve) =>
    (id.startsWith('g_') ? page.commonObjs : page.objs).get(id, (picture: unknown) => resolve(picture as Decoded | null)),
  )

function toGray(picture: Decoded | null): Uint8Array | undefined {
  if (!picture?.data) return undefined
  const channels = picture.data.length / (picture.width * picture.height)
  return channels === 1 || channels === 3 || channels === 4 ? grayOf(picture.data, channels) : undefined
}
