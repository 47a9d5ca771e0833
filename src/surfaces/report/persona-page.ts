import type { Dossier, ExplainedFinding } from '../../engine/dossier.ts'
import type { Catalog } from '../../kit/catalog.ts'
import type { Direction } from '../../model/finding.ts'
import { findingCard, type CardContext } from './finding-card.ts'
import { frame } from './frame.ts'
import { html, type Markup } from './html.ts'
import { withNames, type Names } from './mentions.ts'
import { section } from './section.ts'
import { sharesSection, type Shares } from './shares.ts'
import { sheetStyle, type Sheets } from './sheets.ts'
import { timeline } from './timeline.ts'
import { BASE_RATE, nextStep, recommendationOf, RECOMMENDATION_WORDS, strongestReason } from './words.ts'

/** One page for one persona: what is recommended and why, what speaks for and against, every value with its place. */
export function personaPage(d: Dossier, catalog: Catalog, more: { sheets: Sheets; names: Names; shares: Shares }): string {
  const context: CardContext = { citations: catalog.citations, sheets: more.sheets, names: more.names, paired: new Set() }
  const name = d.name ?? 'No name was read'
  const of = (direction: Direction) => d.findings.filter((f) => f.finding.direction === direction)
  const [raising, lowering, shown] = [of('raises'), of('lowers'), of('context')]
  return frame(
    name,
    html`<main>
      <nav class="crumb small" aria-label="Report"><a href="index.html">← All candidates</a></nav>
      <h1>${name}</h1>
      <p class="tags">
        <span class="mono">${d.persona.id}</span><span>${d.persona.source}</span><span>received ${d.persona.received.slice(0, 10)}</span
        ><span>kept until ${d.persona.keepUntil.slice(0, 10)}</span>${d.persona.status === 'withdrawn' && html`<span>withdrawn</span>`}
      </p>
      ${summary(d, more.names, { raising: raising.length, lowering: lowering.length, shown: shown.length, shares: more.shares.links.length })}
      ${raising.length > 0 && section('for-a-closer-look', `For a closer look (${raising.length})`, html`${raising.map((f) => findingCard(f, context))}`)}
      ${section('shares', `Shares with others (${more.shares.links.length})`, sharesSection(d.persona.id, more.shares, more.names))}
      ${section('for-the-candidate', `For the candidate (${lowering.length})`, lowering.length === 0 ? html`<p class="soft">Nothing recorded yet. That is usual early on and counts for nothing.</p>` : html`<div class="two">${lowering.map((f) => findingCard(f, context))}</div>`)}
      ${
        shown.length > 0 &&
        section(
          'shown',
          `Shown, never counted (${shown.length})`,
          html`<p class="soft small">About documents and circumstances, not about the person.</p>
            <div class="two">${shown.map((f) => findingCard(f, context))}</div>`,
        )
      }
      ${section('timeline', 'What the candidate says, over time', html`${timeline(d.statements)}${places(d)}`)}
      ${section('checks', 'Checks', checks(d, catalog))} ${section('files', 'Files', files(d))}
      <footer class="small soft">
        <p>
          Sources are rated by the Admiralty code: a letter for how reliable the source is (A best, F cannot be judged) and a number for how
          credible what it says is (1 best, 6 cannot be judged). A candidate’s own file is F6 until somebody else confirms it. That is so
          for everybody.
        </p>
      </footer>
    </main>`,
    sheetStyle(more.sheets),
  )
}

/** What is recommended, why, what to do and what would end it: all that is needed when there is time for one screen. */
interface Counts {
  readonly raising: number
  readonly lowering: number
  readonly shown: number
  readonly shares: number
}

function summary(d: Dossier, names: Names, { raising, lowering, shown, shares }: Counts): Markup {
  const recommendation = recommendationOf(d)
  const carriers = d.findings.filter((f) => d.assessment?.reasons.includes(f.finding.id))
  const steps = unique(carriers, (f) => f.card?.next)
  const clears = unique(carriers, (f) => f.card?.clears)
  return html`<section class="card summary ${recommendation}" aria-label="Summary">
    <p><span class="pill ${recommendation}">${recommendation}</span></p>
    <p class="words">${RECOMMENDATION_WORDS[recommendation]}</p>
    <p><b>Why:</b> ${withNames(strongestReason(d), names)}</p>
    ${
      steps.length === 0
        ? html`<p><b>Next:</b> ${nextStep(d)}</p>`
        : html`<div class="two">
            <div>
              <h2 class="h3">What to do next</h2>
              <ul class="plain">
                ${steps.map((step) => html`<li>${step}</li>`)}
              </ul>
            </div>
            <div>
              <h2 class="h3">What would clear it</h2>
              <ul class="plain">
                ${clears.map((fact) => html`<li>${fact}</li>`)}
              </ul>
            </div>
          </div>`
    }
    <p class="tags counted">
      <a href="#${raising > 0 ? 'for-a-closer-look' : 'checks'}">${raising} for a closer look</a
      >${shares > 0 && html`<a href="#shares">shares with ${shares} ${shares === 1 ? 'other' : 'others'}</a>`}<a href="#for-the-candidate"
        >${lowering} for the candidate</a
      >${shown > 0 && html`<a href="#shown">${shown} shown, never counted</a>`}
    </p>
    <p class="note">${BASE_RATE}</p>
  </section>`
}

function unique(findings: readonly ExplainedFinding[], pick: (f: ExplainedFinding) => readonly string[] | undefined): string[] {
  return [...new Set(findings.flatMap((f) => pick(f) ?? []))].slice(0, 8)
}

/** Claimed places are shown because people compare them; no check weighs one. */
function places(d: Dossier): Markup | false {
  const claimed = [
    ...new Set(
      d.statements.flatMap((s) => (s.property === 'place' && s.value.scope === 'residence' ? [`${s.value.text} (${s.seenIn.role})`] : [])),
    ),
  ]
  return (
    claimed.length > 0 &&
    html`<p class="small">
      <b>Places the candidate names as home:</b> ${claimed.join('; ')}.
      <span class="soft">Shown as written; a place is never weighed.</span>
    </p>`
  )
}

function checks(d: Dossier, catalog: Catalog): Markup {
  const outcomes = Object.entries(d.assessment?.outcomes ?? {})
  const title = (id: string): string => catalog.detectors.find((c) => c.id === id)?.title ?? id
  const kind = (k: string) => outcomes.filter(([, o]) => o.kind === k)
  const [fired, quiet, lacking, failed] = [kind('fired'), kind('quiet'), kind('not-applicable'), kind('failed')]
  return html`<ul class="counts">
      <li><b>${fired.length}</b>fired</li>
      <li><b>${quiet.length}</b>quiet</li>
      <li><b>${lacking.length}</b>not applicable</li>
      <li><b>${failed.length}</b>failed</li>
    </ul>
    ${
      failed.length > 0 &&
      html`<div class="card">
        <h3>Failed: not checked, and not clean</h3>
        <ul class="plain">
          ${failed.map(([id, o]) => html`<li>${title(id)}: ${o.error ?? ''}</li>`)}
        </ul>
      </div>`
    }
    ${
      lacking.length > 0 &&
      html`<details>
        <summary>Checks that did not apply, and what they would have needed</summary>
        <ul>
          ${lacking.map(([id, o]) => html`<li>${title(id)} – ${(o.missing ?? []).join(', ')}</li>`)}
        </ul>
      </details>`
    }
    ${
      quiet.length > 0 &&
      html`<details>
        <summary>Checks that stayed quiet</summary>
        <ul>
          ${quiet.map(([id]) => html`<li>${title(id)}</li>`)}
        </ul>
      </details>`
    }`
}

function files(d: Dossier): Markup {
  return html`<div class="card">
    <ul class="evidence">
      ${d.submissions.map(
        (s) =>
          html`<li>
            <div class="value">${s.file?.name ?? s.artifact.slice(0, 12)}${s.row !== undefined && html`, row ${s.row}`}</div>
            <div class="small">
              ${s.read === undefined ? 'Not read yet' : s.read.outcome === 'unreadable' ? html`<b>Unreadable</b> (says nothing about the candidate): ${s.read.error?.detail ?? ''}` : `Read as ${s.read.role} by ${s.read.by}`}${s.file !== undefined && html` · source ${s.file.reliability}${s.file.credibility}`}
            </div>
            ${(s.read?.notes ?? []).map((n) => html`<div class="small soft">${n.says}${n.count !== undefined && ` (${n.count})`}</div>`)}
            <div class="mono soft">sha256 ${s.artifact}</div>
          </li>`,
      )}
    </ul>
  </div>`
}
