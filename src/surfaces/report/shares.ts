import type { ExplainedLink } from '../../engine/cluster-dossier.ts'
import type { ClusterId } from '../../model/link.ts'
import type { PersonaId } from '../../model/statement.ts'
import { html, type Markup } from './html.ts'
import { clusterFile, linkFile, STATE_PILL } from './link-page.ts'
import { STATE_WORDS, shortReason } from './link-words.ts'
import { personaLink, withNames, type Names } from './mentions.ts'

/** Rows that stand open; the rest is folded. */
const SHOWN = 8
const MOST = 200

/** What stands in a report beside a persona's own findings. */
export interface Shares {
  readonly links: readonly ExplainedLink[]
  readonly cluster: { readonly id: ClusterId; readonly size: number } | undefined
  /** Files of this report: a pair's page is led to only where there is one. */
  readonly pages: ReadonlySet<string>
}

/** With whom this persona shares what, the heaviest first, each with the way to "Why linked". */
export function sharesSection(persona: PersonaId, shares: Shares, names: Names): Markup {
  const { links, cluster, pages } = shares
  if (links.length === 0)
    return html`<p class="soft">
      Nothing that counts stands on anybody else here. What very many share is on <a href="hubs.html">a page of its own</a>.
    </p>`
  const rows = links.slice(0, MOST).map((explained) => row(persona, explained, pages, names))
  return html`${
      cluster !== undefined &&
      html`<p>
        One of <a href="${clusterFile(cluster.id)}">${cluster.size} personas that share something</a>. An honest applicant can be one of
        them: people who live together, work in one office or were sent by one agency share things too.
      </p>`
    }
    <div class="card">
      <ul class="evidence">
        ${rows.slice(0, SHOWN)}
      </ul>
      ${
        rows.length > SHOWN &&
        html`<details>
          <summary>${rows.length - SHOWN} more</summary>
          <ul class="evidence">
            ${rows.slice(SHOWN)}
          </ul>
        </details>`
      }
      ${links.length > MOST && html`<p class="soft small">And ${links.length - MOST} lighter ones; <span class="mono">bonafide links ${persona}</span> has them all.</p>`}
    </div>`
}

function row(persona: PersonaId, explained: ExplainedLink, pages: ReadonlySet<string>, names: Names): Markup {
  const { link } = explained
  const other = link.persona === persona ? link.other : link.persona
  const file = linkFile(link.persona, link.other)
  const called = names.get(other) ?? other
  return html`<li class="share">
    <div>
      <div class="value">${personaLink(other, names)}</div>
      <div>${withNames(shortReason(explained), names)}</div>
    </div>
    <div class="beside-text">
      <span class="pill ${STATE_PILL[link.state]}">${STATE_WORDS[link.state]}</span>
      ${pages.has(file) ? html`<a class="small" href="${file}" aria-label="${link.state === 'linked' ? 'Why linked' : 'What is shared'} with ${called}">${link.state === 'linked' ? 'Why linked' : 'What is shared'}</a>` : html`<span class="mono">bonafide links why ${link.persona} ${link.other}</span>`}
    </div>
  </li>`
}
