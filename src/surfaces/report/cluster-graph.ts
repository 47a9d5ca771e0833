import type { Link, LinkEvidence } from '../../model/link.ts'
import type { PersonaId } from '../../model/statement.ts'
import { html, type Markup } from './html.ts'

/** More stand too close to be told apart; the tables have them all. */
const MOST_NODES = 30
const SIZE = 360
const MIDDLE = SIZE / 2
const ROUND = 150

/** A link is drawn as heavy as its heaviest piece. */
const STROKES: Readonly<Record<LinkEvidence['weight'], string>> = { strong: 'heavy', moderate: 'middling', weak: 'light', none: 'light' }

/**
 * The members as numbered dots on a circle, in the order of the table beside it, and a line for each link. `undefined` where a
 * drawing would not help. For those who do not see it the tables say the same.
 */
export function clusterGraph(personas: readonly PersonaId[], links: readonly Link[]): Markup | undefined {
  if (personas.length > MOST_NODES || links.length === 0) return undefined
  const at = new Map(personas.map((id, i) => [id, place(i, personas.length)]))
  const radius = personas.length > 18 ? 12 : 16
  const lines = links.flatMap((link) => {
    const [from, to] = [at.get(link.persona), at.get(link.other)]
    return from === undefined || to === undefined
      ? []
      : [
          html`<line
            class="${link.state} ${STROKES[link.evidence[0]?.weight ?? 'none']}"
            x1="${from.x}"
            y1="${from.y}"
            x2="${to.x}"
            y2="${to.y}"
          />`,
        ]
  })
  return html`<figure class="graph">
    <svg
      viewBox="0 0 ${SIZE} ${SIZE}"
      role="img"
      aria-label="${personas.length} personas as numbered dots and ${links.length} ${links.length === 1 ? 'link' : 'links'} between them as ${links.length === 1 ? 'a line' : 'lines'}; the tables on this page name each"
    >
      ${lines}
      ${[...at.values()].map(
        ({ x, y }, i) =>
          html`<circle cx="${x}" cy="${y}" r="${radius}" /><text x="${x}" y="${y}" font-size="${radius > 12 ? 15 : 12}">${i + 1}</text>`,
      )}
    </svg>
    <figcaption>
      Numbers are those of the table. Thick line: something that strangers hardly ever share. Thin line: less.
      ${links.some((l) => l.state === 'proposed') && 'Dashed: for a person to judge, joins nobody. '}${links.some((l) => l.state === 'apart') && 'Dotted: judged different.'}
    </figcaption>
  </figure>`
}

/** The first stands at the top, the others follow clockwise. */
function place(index: number, count: number): { readonly x: string; readonly y: string } {
  const turn = (index / count) * 2 * Math.PI - Math.PI / 2
  return { x: (MIDDLE + ROUND * Math.cos(turn)).toFixed(1), y: (MIDDLE + ROUND * Math.sin(turn)).toFixed(1) }
}
