import type { ExplainedCluster, ExplainedLink, HeldHub } from '../../engine/cluster-dossier.ts'
import type { Dossier } from '../../engine/dossier.ts'
import { WRONG_LINK_COSTS } from '../../engine/export-read-me.ts'
import type { ClusterEvent, ClusterId } from '../../model/link.ts'
import type { PersonaId } from '../../model/statement.ts'
import { clusterGraph } from './cluster-graph.ts'
import { frame } from './frame.ts'
import { html, type Markup } from './html.ts'
import { hubRow, hubTable } from './hubs-page.ts'
import { clusterFile, linkFile, STATE_PILL } from './link-page.ts'
import { changesIds, clusterTitle, EVENT_WORDS, JUDGEMENT_WORDS, sharedNoun, shortReason, STATE_WORDS, WEIGHT_WORDS } from './link-words.ts'
import { personaLink, withNames, type Names } from './mentions.ts'
import { section } from './section.ts'
import { sharedThings, type SharedThing } from './shared-things.ts'
import { recommendationOf, strongestReason } from './words.ts'

/** Rows that stand open; the rest is folded. */
const SHOWN = 15
/** Links in the table, heaviest first. */
const MOST_LINKS = 500
/** People named in one cell. */
const MOST_NAMED = 8

/** A page for personas that share something: who they are, what they share, what happened to the cluster. */
export function clusterPage(
  explained: ExplainedCluster,
  found: ReadonlyMap<PersonaId, Dossier>,
  more: { names: Names; pages: ReadonlySet<string> },
): string {
  const { cluster, links, events, hubs, judgements } = explained
  const { names, pages } = more
  const title = clusterTitle(cluster, links)
  const linked = links.filter((l) => l.link.state === 'linked')
  const shared = sharedThings(linked)
  return frame(
    title,
    html`<main>
      <nav class="crumb small" aria-label="Report"><a href="index.html">← All candidates</a></nav>
      <h1>${title}</h1>
      <p class="tags">
        <span class="mono">${cluster.id}</span
        ><span>${linked.length} ${linked.length === 1 ? 'link' : 'links'}</span
        >${events[0] !== undefined && html`<span>first seen ${events[0].at.slice(0, 10)}</span>`}
      </p>
      <p class="note">
        A persona is one application. That several share something does not say that one person is behind them. ${WRONG_LINK_COSTS}
      </p>
      ${section(
        'members',
        'Who they are',
        members(
          cluster.personas,
          found,
          names,
          clusterGraph(
            cluster.personas,
            links.map((l) => l.link),
          ),
        ),
      )}
      ${section(
        'shared',
        `What they share (${shared.length})`,
        shared.length === 0
          ? html`<p class="soft">Nothing that counts: people judged them the same.</p>`
          : folded(
              shared.map((s) => sharedRow(s, names)),
              SHARED_HEAD,
              { more: 'more that they share' },
            ),
      )}
      ${section('links', `The links between them (${links.length})`, linkTable(links, names, pages))}
      ${
        hubs.length > 0 &&
        section(
          'hubs',
          `Held by many, joins nobody (${hubs.length})`,
          html`<p class="soft small">
              So many hold these that they belong to an office, a network or a service. They add nothing to any link.
              <a href="hubs.html">All such values</a>
            </p>
            ${hubTable(hubs.map(({ hub, personas }: HeldHub) => hubRow(hub, html`, ${personas.length} of them here`)))}`,
        )
      }
      ${section('events', 'What happened to it', eventList(events, cluster.id, names, pages))}
      ${
        judgements.length > 0 &&
        section(
          'judged',
          'What people judged',
          html`<ol class="events">
            ${judgements.map(
              (j) =>
                html`<li>
                  <b>${j.at.slice(0, 10)}</b> ${personaLink(j.persona, names)} and ${personaLink(j.other, names)}: ${j.by}
                  ${JUDGEMENT_WORDS[j.kind]}
                  <div class="soft">“${j.reason}”</div>
                </li>`,
            )}
          </ol>`,
        )
      }
      <footer class="small soft">
        <p>
          To hand this on with everything it rests on, signed:
          <span class="mono">bonafide clusters export ${cluster.id} --purpose "…" --out &lt;folder&gt;</span>
        </p>
      </footer>
    </main>`,
  )
}

const MEMBER_HEAD = ['No.', 'Candidate', 'Says'] as const

function members(personas: readonly PersonaId[], found: ReadonlyMap<PersonaId, Dossier>, names: Names, graph: Markup | undefined): Markup {
  const rows = personas.map((id, i) => memberRow(id, i + 1, found.get(id), names))
  // Beside a drawing all stand open, so that every number in it can be looked up.
  const table = folded(rows, MEMBER_HEAD, { more: 'more', shown: graph === undefined ? SHOWN : rows.length, kind: 'numbered' })
  return graph === undefined
    ? table
    : html`<div class="beside">
        <div>${table}</div>
        ${graph}
      </div>`
}

function memberRow(id: PersonaId, number: number, d: Dossier | undefined, names: Names): Markup {
  const recommendation = d === undefined ? undefined : recommendationOf(d)
  return html`<tr>
    <td class="number"><span class="phone">No. </span>${number}</td>
    <td>
      ${personaLink(id, names)}
      ${d === undefined ? html`<div class="soft small">Not in this report; <span class="mono">bonafide show ${id}</span></div>` : html`<div class="small">${withNames(strongestReason(d), names)}</div>`}
    </td>
    <td>${recommendation !== undefined && html`<span class="pill ${recommendation}">${recommendation}</span>`}</td>
  </tr>`
}

const SHARED_HEAD = ['What', 'Who', 'How much it says'] as const

function sharedRow({ piece, personas }: SharedThing, names: Names): Markup {
  const who = [...personas]
  return html`<tr>
    <td>
      <div class="soft small">${sharedNoun(piece.kind)}</div>
      <div class="value${piece.value.length > 80 && ' long'}">${piece.value}</div>
    </td>
    <td>
      ${who.slice(0, MOST_NAMED).map((id, i) => html`${i > 0 && ', '}${personaLink(id, names)}`)}${who.length > MOST_NAMED && ` and ${who.length - MOST_NAMED} more`}
    </td>
    <td>${WEIGHT_WORDS[piece.weight]}</td>
  </tr>`
}

const LINK_HEAD = ['Between', 'Strongest reason', 'Look'] as const

function linkTable(links: readonly ExplainedLink[], names: Names, pages: ReadonlySet<string>): Markup {
  const rows = links.slice(0, MOST_LINKS).map((explained) => linkRow(explained, names, pages))
  return html`${folded(rows, LINK_HEAD, { more: 'more links', kind: 'pairs' })}
  ${links.length > MOST_LINKS && html`<p class="soft small">And ${links.length - MOST_LINKS} lighter ones; <span class="mono">bonafide clusters show</span> with <span class="mono">--json</span> has them all.</p>`}`
}

function linkRow(explained: ExplainedLink, names: Names, pages: ReadonlySet<string>): Markup {
  const { link } = explained
  const file = linkFile(link.persona, link.other)
  return html`<tr>
    <td>${personaLink(link.persona, names)} and ${personaLink(link.other, names)}</td>
    <td>${withNames(shortReason(explained), names)}</td>
    <td>
      <span class="pill ${STATE_PILL[link.state]}">${STATE_WORDS[link.state]}</span>
      ${pages.has(file) && html`<div><a href="${file}" aria-label="Why ${names.get(link.persona) ?? link.persona} and ${names.get(link.other) ?? link.other}">Why</a></div>`}
    </td>
  </tr>`
}

/** A table of which the first rows stand open. */
function folded(
  rows: readonly Markup[],
  head: readonly string[],
  { more, shown = SHOWN, kind = '' }: { more: string; shown?: number; kind?: string },
): Markup {
  const table = (of: readonly Markup[]): Markup =>
    html`<table class="stack ${kind}">
      <thead>
        <tr>
          ${head.map((title) => html`<th scope="col">${title}</th>`)}
        </tr>
      </thead>
      <tbody>
        ${of}
      </tbody>
    </table>`
  return html`${table(rows.slice(0, shown))}
  ${
    rows.length > shown &&
    html`<details>
      <summary>${rows.length - shown} ${more}</summary>
      ${table(rows.slice(shown))}
    </details>`
  }`
}

function eventList(events: readonly ClusterEvent[], own: ClusterId, names: Names, pages: ReadonlySet<string>): Markup {
  if (events.length === 0) return html`<p class="soft">Nothing is recorded.</p>`
  const named = (id: ClusterId): Markup =>
    id !== own && pages.has(clusterFile(id))
      ? html`<a class="mono" href="${clusterFile(id)}">${id}</a>`
      : html`<span class="mono">${id}</span>`
  const list = (ids: readonly ClusterId[]): Markup => html`${ids.map((id, i) => html`${i > 0 && ', '}${named(id)}`)}`
  return html`<ol class="events">
    ${events.map(
      (e) =>
        html`<li>
          <b>${e.at.slice(0, 10)}</b> ${EVENT_WORDS[e.kind]}: ${withNames(e.reason, names)}
          ${changesIds(e) && html`<div class="soft small">${list(e.before)} became ${list(e.after)}</div>`}
        </li>`,
    )}
  </ol>`
}
