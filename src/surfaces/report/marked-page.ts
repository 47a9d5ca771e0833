import type { Evidence } from '../../engine/dossier.ts'
import { html, type Markup } from './html.ts'
import { pagePlace } from './place.ts'
import { sheetKey, type Sheet, type Sheets } from './sheets.ts'

/** PDF points from the top left: left, top, right, bottom. */
type Box = readonly [left: number, top: number, right: number, bottom: number]

/** Points of page shown around what is marked, so that it is seen in its place. */
const AROUND = 42
/** Places nearer than this share a picture. */
const NEAR = 90
/** A strip narrower than this would be enlarged until it blurs. */
const NARROWEST = 380
/** Pictures to a finding; the rest is named with its page. */
const MOST_PIECES = 3

/** The persona's own evidence as the file draws it: the piece of page around each place, marked, and the whole page folded below. */
export function markedPages(evidence: readonly Evidence[], sheets: Sheets): Markup | false {
  const pages = new Map<string, { readonly sheet: Sheet; readonly page: number; readonly name: string; readonly boxes: Box[] }>()
  for (const { own, statement, artifact } of evidence) {
    const place = pagePlace(statement.seenIn.at)
    if (!own || place?.box === undefined) continue
    const key = sheetKey(statement.seenIn.artifact, place.page)
    const sheet = sheets.get(key)
    if (sheet === undefined) continue
    const entry = pages.get(key) ?? { sheet, page: place.page, name: artifact?.name ?? 'the file', boxes: [] }
    const [x0, y0, x1, y1] = place.box
    entry.boxes.push([x0 - 2, sheet.height - y1 - 2, x1 + 2, sheet.height - y0 + 2])
    pages.set(key, entry)
  }
  if (pages.size === 0) return false
  const figures = [...pages.values()].flatMap(({ sheet, page, name, boxes }) =>
    pieces(boxes, sheet).map(
      (piece) =>
        html`<figure>
          ${picture(sheet, { piece, boxes, says: `A piece of page ${page} of ${name}, the evidence marked` })}
          <figcaption>${name}, page ${page}; a mark stands where the value begins</figcaption>
        </figure>`,
    ),
  )
  const wholes = [...pages.values()].map(
    ({ sheet, page, name, boxes }) =>
      html`<figure>
        ${picture(sheet, { piece: [0, 0, sheet.width, sheet.height], boxes, says: `Page ${page} of ${name}, the evidence marked` })}
        <figcaption>${name}, page ${page}</figcaption>
      </figure>`,
  )
  return html`<div class="marked">${figures.slice(0, MOST_PIECES)}</div>
    <details>
      <summary>The whole page, as the file draws it</summary>
      <div class="marked whole">${wholes}</div>
    </details>`
}

/** One piece of page per group of places that lie near each other, from top to bottom. */
function pieces(boxes: readonly Box[], sheet: Sheet): Box[] {
  const groups: [number, number, number, number][] = []
  for (const [left, top, right, bottom] of boxes.toSorted((a, b) => a[1] - b[1])) {
    const last = groups.at(-1)
    if (last === undefined || top - last[3] > NEAR) groups.push([left, top, right, bottom])
    else groups.splice(-1, 1, [Math.min(last[0], left), last[1], Math.max(last[2], right), Math.max(last[3], bottom)])
  }
  return groups.map(([left, top, right, bottom]) => {
    const [x0, x1] = widened(
      [Math.max(0, left - AROUND), Math.min(sheet.width, right + AROUND)],
      Math.min(NARROWEST, sheet.width),
      sheet.width,
    )
    return [x0, Math.max(0, top - AROUND), x1, Math.min(sheet.height, bottom + AROUND)]
  })
}

function widened([from, to]: readonly [number, number], least: number, most: number): readonly [number, number] {
  if (to - from >= least) return [from, to]
  const start = Math.max(0, Math.min(from, most - least))
  return [start, start + least]
}

const percent = (n: number): string => `${(n * 100).toFixed(3)}%`

/** Shares of the piece, so that it holds at every width of the screen. */
function picture(
  sheet: Sheet,
  { piece: [left, top, right, bottom], boxes, says }: { piece: Box; boxes: readonly Box[]; says: string },
): Markup {
  const [width, height] = [Math.max(1, right - left), Math.max(1, bottom - top)]
  // CSS places a background by the share of the room that is left over.
  const shift = (start: number, whole: number, part: number): string => percent(whole <= part ? 0 : start / (whole - part))
  const inside = boxes.filter(([x0, y0, x1, y1]) => x1 > left && x0 < right && y1 > top && y0 < bottom)
  return html`<div
    class="sheet ${sheet.shownAs}"
    role="img"
    aria-label="${says}"
    style="aspect-ratio:${width.toFixed(1)}/${height.toFixed(1)};background-size:${percent(sheet.width / width)} auto;background-position:${shift(left, sheet.width, width)} ${shift(top, sheet.height, height)}"
  >
    ${inside.map(
      ([x0, y0, x1, y1]) =>
        html`<i
          style="left:${percent((x0 - left) / width)};top:${percent((y0 - top) / height)};width:${percent((x1 - x0) / width)};height:${percent((y1 - y0) / height)}"
        ></i>`,
    )}
  </div>`
}
