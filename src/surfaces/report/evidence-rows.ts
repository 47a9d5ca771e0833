import type { Evidence } from '../../engine/dossier.ts'
import { html, type Markup } from './html.ts'
import { personaLink, type Names } from './mentions.ts'
import { placeInWords } from './place.ts'
import { basisInWords, labelOf, valueInWords } from '../../model/in-words.ts'

/** More rows than this are folded away. */
const SHOWN = 4
/** Longer values are text, not a word to be picked out. */
const PICKED_OUT = 80
/** Enough to see the pattern; the data folder has them all. */
const MOST_ROWS = 60

/** Values, each with the file and the place it stands at, and the exact spot behind a fold. */
export function evidenceRows(rows: readonly Evidence[], names: Names): Markup | false {
  if (rows.length === 0) return false
  return html`<ul class="evidence">
      ${rows.slice(0, SHOWN).map((e) => evidenceRow(e, names))}
    </ul>
    ${
      rows.length > SHOWN &&
      html`<details>
        <summary>${rows.length - SHOWN} more</summary>
        <ul class="evidence">
          ${rows.slice(SHOWN, MOST_ROWS).map((e) => evidenceRow(e, names))}
        </ul>
      </details>`
    }`
}

function evidenceRow(e: Evidence, names: Names): Markup {
  const { statement, artifact } = e
  const value = valueInWords(statement)
  return html`<li>
    <span class="soft small">${labelOf(statement.property)}${!e.own && html` of ${personaLink(statement.subject, names)}`}</span>
    <div class="value${value.length > PICKED_OUT && ' long'}">${value}</div>
    ${statement.original !== undefined && html`<div class="small">written as “${statement.original}”</div>`}
    <details class="place">
      <summary>
        ${artifact?.name ?? statement.seenIn.artifact.slice(0, 12)}, ${placeInWords(statement.seenIn.at)} · ${basisInWords(statement.basis)}
      </summary>
      <div class="mono">
        sha256 ${statement.seenIn.artifact}<br />${statement.seenIn.at}<br />statement ${statement.id}, ${statement.readBy}
      </div>
      ${artifact !== undefined && html`<div>Received ${artifact.received.slice(0, 10)}; source ${artifact.reliability}${artifact.credibility}.</div>`}
    </details>
  </li>`
}
