import type { Deps } from '../../engine/ports.ts'
import type { ExplainedLink } from '../../engine/cluster-dossier.ts'
import type { Dossier, Evidence } from '../../engine/dossier.ts'
import { AppError } from '../../model/errors.ts'
import type { ArtifactId, PersonaId } from '../../model/statement.ts'
import { pagePlace } from './place.ts'

/** Device pixels per PDF point: sharp enough to read on a laptop, small enough to inline. */
const SCALE = 1.6
/** Rendered for one persona; further places are named, not pictured. */
const MOST_PAGES = 6
/** Of a link, on either side. */
const PAGES_A_SIDE = 2
const MOST_PIECES = 4

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
export function sheetsOf(d: Dossier, deps: Drawing): Promise<Sheets> {
  const counted = d.findings.filter(({ finding }) => finding.direction !== 'lowers')
  return drawn(
    wantedPages(
      counted.flatMap((f) => f.evidence.filter((e) => e.own)),
      MOST_PAGES,
    ),
    deps,
  )
}

/** The pages that both sides of a link stand on. */
export async function sheetsOfLink({ link, pieces }: ExplainedLink, deps: Drawing): Promise<Sheets> {
  const counted = pieces.filter(({ piece }) => piece.bits > 0).slice(0, MOST_PIECES)
  const of = (persona: PersonaId): readonly Evidence[] =>
    counted.flatMap((p) => [...p.mine, ...p.theirs]).filter((e) => e.statement.subject === persona)
  const wanted = [...wantedPages(of(link.persona), PAGES_A_SIDE), ...wantedPages(of(link.other), PAGES_A_SIDE)]
  return drawn(merged(wanted), deps)
}

type Drawing = Pick<Deps, 'blobs' | 'sandbox'>

async function drawn(wanted: Wanted, deps: Drawing): Promise<Sheets> {
  const sheets = new Map<string, Sheet>()
  for (const [artifact, pages] of wanted) {
    try {
      const pictures = await deps.sandbox.renderPages(await deps.blobs.get(artifact), [...pages], SCALE)
      for (const [page, png] of pictures) sheets.set(sheetKey(artifact, page), { ...sheetOf(png), shownAs: `sheet-${sheets.size + 1}` })
    } catch (error) {
      // The evidence is still named with its place; only the picture is missing.
      if (!(error instanceof AppError) || error.status >= 500) throw error
    }
  }
  return sheets
}

type Wanted = ReadonlyMap<ArtifactId, ReadonlySet<number>>

/** The first pages that the evidence stands on. */
function wantedPages(evidence: readonly Evidence[], most: number): Wanted {
  const wanted = new Map<ArtifactId, Set<number>>()
  let count = 0
  for (const { statement } of evidence) {
    const place = pagePlace(statement.seenIn.at)
    if (place?.box === undefined || count >= most) continue
    const pages = wanted.get(statement.seenIn.artifact) ?? new Set<number>()
    if (!pages.has(place.page)) count++
    wanted.set(statement.seenIn.artifact, pages.add(place.page))
  }
  return wanted
}

/** Both sides may have handed in one file. */
function merged(wanted: readonly (readonly [ArtifactId, ReadonlySet<number>])[]): Wanted {
  const all = new Map<ArtifactId, ReadonlySet<number>>()
  for (const [artifact, pages] of wanted) all.set(artifact, new Set([...(all.get(artifact) ?? []), ...pages]))
  return all
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
