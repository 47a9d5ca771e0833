import type { Deps } from '../../engine/ports.ts'
import type { Dossier } from '../../engine/dossier.ts'
import { AppError } from '../../model/errors.ts'
import type { ArtifactId } from '../../model/statement.ts'
import { pagePlace } from './place.ts'

/** Device pixels per PDF point: sharp enough to read on a laptop, small enough to inline. */
const SCALE = 1.6
/** Rendered for one persona; further places are named, not pictured. */
const MOST_PAGES = 6

/** A rendered page: its picture, its size in points, and the class under which this report page shows it. */
export interface Sheet {
  readonly png: string
  readonly width: number
  readonly height: number
  readonly shownAs: string
}

export type Sheets = ReadonlyMap<string, Sheet>
export const sheetKey = (artifact: ArtifactId, page: number): string => `${artifact} ${page}`

/** The pages that this persona's own evidence stands on, rendered in the sandbox. A page that cannot be drawn is left out. */
export async function sheetsOf(d: Dossier, deps: Pick<Deps, 'blobs' | 'sandbox'>): Promise<Sheets> {
  const sheets = new Map<string, Sheet>()
  for (const [artifact, pages] of wantedPages(d)) {
    try {
      const drawn = await deps.sandbox.renderPages(await deps.blobs.get(artifact), [...pages], SCALE)
      for (const [page, png] of drawn) sheets.set(sheetKey(artifact, page), { ...sheetOf(png), shownAs: `sheet-${sheets.size + 1}` })
    } catch (error) {
      // The evidence is still named with its place; only the picture is missing.
      if (!(error instanceof AppError) || error.status >= 500) throw error
    }
  }
  return sheets
}

function wantedPages(d: Dossier): ReadonlyMap<ArtifactId, ReadonlySet<number>> {
  const wanted = new Map<ArtifactId, Set<number>>()
  let count = 0
  for (const { finding, evidence } of d.findings) {
    if (finding.direction === 'lowers') continue
    for (const { statement, own } of evidence) {
      const place = pagePlace(statement.seenIn.at)
      if (!own || place?.box === undefined || count >= MOST_PAGES) continue
      const pages = wanted.get(statement.seenIn.artifact) ?? new Set<number>()
      if (!pages.has(place.page)) count++
      wanted.set(statement.seenIn.artifact, pages.add(place.page))
    }
  }
  return wanted
}

/** Each picture stands once in the page, however many findings show a piece of it. */
export function sheetStyle(sheets: Sheets): string {
  return [...sheets.values()].map((sheet) => `.${sheet.shownAs}{background-image:url(data:image/png;base64,${sheet.png})}`).join('\n')
}

/** Width and height stand in the header of a PNG, bytes 16 to 23. */
function sheetOf(png: Uint8Array): Omit<Sheet, 'shownAs'> {
  const view = new DataView(png.buffer, png.byteOffset, png.byteLength)
  return { png: Buffer.from(png).toString('base64'), width: view.getUint32(16) / SCALE, height: view.getUint32(20) / SCALE }
}
