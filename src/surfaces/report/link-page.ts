import { standingOf, type ExplainedLink, type ExplainedPiece } from '../../engine/cluster-dossier.ts'
import type { Evidence } from '../../engine/dossier.ts'
import { FAMILIES } from '../../model/finding.ts'
import type { ClusterId, Judgement } from '../../model/link.ts'
import type { PersonaId } from '../../model/statement.ts'
import { evidenceRows } from './evidence-rows.ts'
import { frame } from './frame.ts'
import { html, type Markup } from './html.ts'
import {
  costOfError,
  daysInWords,
  endedBy,
  holdersInWords,
  JUDGEMENT_WORDS,
  stateInWords,
  STATE_WORDS,
  strongestShared,
  WEIGHT_WORDS,
} from './link-words.ts'
import { markedPages } from './marked-page.ts'
import { personaLink, withNames, type Names } from './mentions.ts'
import { section } from './section.ts'
import { sheetStyle, type Sheets } from './sheets.ts'

/** Where the page of a pair stands: both ids, in their order. */
export const linkFile = (persona: PersonaId, other: PersonaId): string => `link-${[persona, other].sort().join('-')}.html`
export const clusterFile = (id: ClusterId): string => `${id}.html`

interface Context {
  readonly names: Names
  readonly sheets: Sheets
  /** The cluster that both are in, where they are in one. */
  readonly cluster: ClusterId | undefined
}

/** "Why linked": what two personas share and where it stands, what speaks against it, and what would take each piece away. */
export function linkPage(explained: ExplainedLink, context: Context): string {
  const { link, pieces, against, judgements } = explained
  const { names, cluster } = context
  const called = (id: PersonaId): string => names.get(id) ?? id
  const [mine, theirs] = [called(link.persona), called(link.other)]
  const counting = pieces.filter(({ piece }) => piece.weight !== 'none')
  const idle = pieces.filter(({ piece }) => piece.weight === 'none')
  return frame(
    `${mine} and ${theirs}`,
    html`<main>
      <nav class="crumb small" aria-label="Report">
        <a href="index.html">← All candidates</a
        >${cluster !== undefined && html` · <a href="${clusterFile(cluster)}">All personas that share this</a>`}
      </nav>
      <h1>${link.state === 'linked' ? `Why ${mine} and ${theirs} are linked` : `What ${mine} and ${theirs} share`}</h1>
      <p class="tags">
        <span>${personaLink(link.persona, names)} <span class="mono">${link.persona}</span></span
        ><span>${personaLink(link.other, names)} <span class="mono">${link.other}</span></span>
      </p>
      ${summary(explained, counting.length, names)}
      ${section('shared', `What they share (${counting.length})`, counting.length === 0 ? html`<p class="soft">Nothing that counts: a person judged them.</p>` : html`${counting.map((p) => pieceCard(p, explained, context))}`)}
      ${
        idle.length > 0 &&
        section(
          'idle',
          `Shared too, and counts for nothing (${idle.length})`,
          html`<p class="soft small">Held by too many to say anything, or said by another piece already.</p>
            ${notToldAbove(idle, counting).map((p) => pieceCard(p, explained, context))}`,
        )
      }
      ${section('against', `What speaks against it (${against.length})`, doubts(against, names))}
      ${section('judged', 'What people judged', judged(judgements))}
    </main>`,
    sheetStyle(context.sheets),
  )
}

/** The state's colours are those of what is to be done: look, ask, go on. */
export const STATE_PILL = { linked: 'review', proposed: 'ask', apart: 'clear' } as const

function summary(explained: ExplainedLink, counting: number, names: Names): Markup {
  const { link, judgements } = explained
  const stands = standingOf(judgements)
  return html`<section class="card summary ${STATE_PILL[link.state]}" aria-label="Summary">
    <p><span class="pill ${STATE_PILL[link.state]}">${STATE_WORDS[link.state]}</span></p>
    <p class="words">${stateInWords(explained)}</p>
    ${link.state !== 'apart' && html`<p><b>Why:</b> ${withNames(strongestShared(explained), names)}</p>`}
    ${stands !== undefined && html`<p><b>Judged ${stands.kind}</b> by ${stands.by}, ${stands.at.slice(0, 10)}: “${stands.reason}”</p>`}
    <div class="two">
      <div>
        <h2 class="h3">If the link is wrong</h2>
        <p>${costOfError(explained)}</p>
        <p><b>What alone would end it:</b> ${withNames(endedBy(explained), names)}</p>
      </div>
      <div>
        <h2 class="h3">When you know</h2>
        <p>Say so, and why. A “different” is never overruled by a program; every judgement can be taken back.</p>
        <p class="mono">bonafide judge ${link.persona} ${link.other} same|different|unsure --reason "…"</p>
      </div>
    </div>
    <p class="tags counted">
      <a href="#shared">${counting} shared</a><a href="#against">${explained.against.length} against it</a><a href="#judged">judgements</a>
    </p>
    <p class="note">
      A link says that two applications share something and how rare that is. It is no likelihood that one person is behind both, and it
      decides nothing.
    </p>
  </section>`
}

/** Places that stand above already are not written out again. */
function notToldAbove(pieces: readonly ExplainedPiece[], above: readonly ExplainedPiece[]): ExplainedPiece[] {
  const told = new Set(above.flatMap((p) => [...p.mine, ...p.theirs].map((e) => e.statement.id)))
  const fresh = (list: readonly Evidence[]): Evidence[] => list.filter((e) => !told.has(e.statement.id))
  return pieces.map((p) => ({ ...p, mine: fresh(p.mine), theirs: fresh(p.theirs) }))
}

function pieceCard({ piece, mine, theirs }: ExplainedPiece, { link }: ExplainedLink, context: Context): Markup {
  const { names, sheets } = context
  return html`<article class="card">
    <h3>${withNames(piece.says, names)}</h3>
    <p class="tags">
      <b class="${piece.weight}">${WEIGHT_WORDS[piece.weight]}</b><span>${FAMILIES[piece.family]}</span
      ><span>${holdersInWords(piece)}</span>${piece.daysApart !== undefined && html`<span>${daysInWords(piece.daysApart)}</span>`}
    </p>
    ${
      mine.length + theirs.length > 0 &&
      html`<div class="two">${side(link.persona, mine, names, sheets)}${side(link.other, theirs, names, sheets)}</div>`
    }
    ${piece.weight !== 'none' && html`<p class="note"><b>What alone would take it away:</b> ${withNames(piece.removedBy, names)}</p>`}
  </article>`
}

/** One persona's side: the values with their places, and the page of the file where it can be drawn. */
function side(persona: PersonaId, evidence: readonly Evidence[], names: Names, sheets: Sheets): Markup {
  const own = evidence.map((e) => ({ ...e, own: e.statement.subject === persona }))
  return html`<div>
    <h4>On ${personaLink(persona, names)}</h4>
    ${evidenceRows(own, names)} ${markedPages(own, sheets)}
  </div>`
}

function doubts(against: ExplainedLink['against'], names: Names): Markup {
  if (against.length === 0)
    return html`<p class="soft">
      Nothing that we can see. That is no sign for the link: who lives together, who was sent by whom, and who changed a name stands in no
      file.
    </p>`
  return html`${against.map(
    ({ says, because }) =>
      html`<article class="card">
        <h3>${withNames(says, names)}</h3>
        ${evidenceRows(
          because.map((e) => ({ ...e, own: false })),
          names,
        )}
      </article>`,
  )}`
}

/** Acts of people, oldest first. */
function judged(judgements: readonly Judgement[]): Markup {
  if (judgements.length === 0) return html`<p class="soft">Nobody has judged this pair yet.</p>`
  return html`<ol class="events">
    ${judgements.map(
      ({ kind, by, at, reason }) =>
        html`<li>
          <b>${at.slice(0, 10)}</b> ${by} ${JUDGEMENT_WORDS[kind]}
          <div class="soft">“${reason}”</div>
        </li>`,
    )}
  </ol>`
}
