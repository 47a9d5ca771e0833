import type { Evidence, ExplainedFinding } from '../../engine/dossier.ts'
import type { Catalog } from '../../kit/catalog.ts'
import { lineOf } from '../../kit/detector.ts'
import { evidenceRows } from './evidence-rows.ts'
import { html, type Markup } from './html.ts'
import { markedPages } from './marked-page.ts'
import { personaLink, withNames, type Names } from './mentions.ts'
import { placeInWords } from './place.ts'
import type { Sheets } from './sheets.ts'
import { valueInWords } from '../../model/in-words.ts'

export interface CardContext {
  readonly citations: Catalog['citations']
  readonly sheets: Sheets
  readonly names: Names
  /** Pairs of passages that stand on this page already: each is written out once. */
  readonly paired: Set<string>
}

/** Named once for every surface: how strong, of what kind. */
const STRENGTH_WORDS = { weak: 'weak sign', moderate: 'moderate sign', strong: 'strong sign' } as const
const ORIGIN_WORDS = { SRC: 'stated by a source', PROP: 'our proposal, measured', EXACT: 'plain equality' } as const
/** Passages side by side, likewise. */
const SHOWN_PAIRS = 3

type Pair = readonly [mine: Evidence, theirs: Evidence]

/** A finding is always drawn by this one component. */
export function findingCard(explained: ExplainedFinding, context: CardContext): Markup {
  const { finding, card, evidence } = explained
  const pairs = sideBySide(evidence)
  const rows = pairs.length > 0 ? evidence.filter((e) => e.statement.property !== 'passage') : evidence
  return html`<article class="card" id="${finding.id}">
    <h3>${withNames(finding.says, context.names)}</h3>
    <p class="tags">
      <b class="${finding.direction === 'raises' ? finding.strength : ''}">${STRENGTH_WORDS[finding.strength]}</b
      ><span>${finding.family.replaceAll('-', ' ')}</span><span>${card?.title ?? ''}</span>
    </p>
    ${passages(pairs, context)}
    ${beside(evidenceRows(rows, context.names), finding.direction !== 'lowers' && markedPages(evidence, context.sheets))}
    ${
      card !== undefined &&
      finding.direction !== 'lowers' &&
      html`<details>
        <summary>Innocent explanations, and what would clear it</summary>
        <ul>
          ${card.falsePositives.map((f) => html`<li>${f.story}</li>`)}
        </ul>
        <h4>Would clear it</h4>
        <ul>
          ${card.clears.map((c) => html`<li>${c}</li>`)}
        </ul>
        <h4>It cannot see</h4>
        <ul>
          ${card.blindSpots.map((b) => html`<li>${b}</li>`)}
        </ul>
      </details>`
    }
    ${
      card !== undefined &&
      html`<details>
        <summary>Where this check comes from</summary>
        <ul>
          ${card.cites.map((c) => html`<li>${context.citations[c.source]?.publisher ?? ''}, ${context.citations[c.source]?.date ?? ''} <span class="mono">${c.source}</span></li>`)}
          <li>Threshold (${ORIGIN_WORDS[card.threshold.origin]}): ${lineOf(card, finding.numbers)}</li>
          <li>Lawful use: ${card.lawfulUse.purpose}. ${card.lawfulUse.note}</li>
          <li class="mono">${finding.detector}@${finding.version} · finding ${finding.id}</li>
        </ul>
      </details>`
    }
  </article>`
}

/** Values on the left, the file itself on the right, where there is room. */
function beside(rows: Markup | false, pages: Markup | false): Markup {
  return rows === false || pages === false
    ? html`${rows}${pages}`
    : html`<div class="two">
        <div>${rows}</div>
        <div>${pages}</div>
      </div>`
}

/** Passages come in pairs: mine, theirs, mine, theirs. */
function sideBySide(evidence: readonly Evidence[]): Pair[] {
  const found = evidence.filter((e) => e.statement.property === 'passage')
  const mine = found.filter((e) => e.own)
  const theirs = found.filter((e) => !e.own)
  return mine.flatMap((m, i): Pair[] => (theirs[i] === undefined ? [] : [[m, theirs[i]]])).slice(0, 6)
}

function passages(pairs: readonly Pair[], context: CardContext): Markup | false {
  if (pairs.length === 0) return false
  const key = ([mine, theirs]: Pair): string => `${mine.statement.id} ${theirs.statement.id}`
  const known = pairs.every((pair) => context.paired.has(key(pair)))
  for (const pair of pairs) context.paired.add(key(pair))
  const drawn = pairs.map(
    ([mine, theirs]) =>
      html`<div class="pair">
        ${side(html`This candidate`, mine)}${side(personaLink(theirs.statement.subject, context.names), theirs)}
      </div>`,
  )
  if (known)
    return html`<details>
      <summary>${pairs.length === 1 ? 'The passage' : `The ${pairs.length} passages`}, written out above already</summary>
      ${drawn}
    </details>`
  return html`${drawn.slice(0, SHOWN_PAIRS)}
  ${
    drawn.length > SHOWN_PAIRS &&
    html`<details>
      <summary>${drawn.length - SHOWN_PAIRS} more</summary>
      ${drawn.slice(SHOWN_PAIRS)}
    </details>`
  }`
}

function side(title: Markup, e: Evidence): Markup {
  return html`<div>
    <div class="place">${title}</div>
    ${valueInWords(e.statement)}
    <div class="place">${e.artifact?.name ?? ''}, ${placeInWords(e.statement.seenIn.at)}</div>
  </div>`
}
