import type { Dossier } from '../../engine/dossier.ts'
import type { Sharing } from '../../engine/cluster-dossier.ts'
import type { Failure } from '../../engine/read.ts'
import { RECOMMENDATIONS, type Recommendation } from '../../model/finding.ts'
import { frame } from './frame.ts'
import { html, type Markup } from './html.ts'
import { leftOut } from './left-out.ts'
import { personaLink, withNames, type Names } from './mentions.ts'
import { clusterTitle } from './link-words.ts'
import { clusterFile } from './link-page.ts'
import { BASE_RATE, nextStep, recommendationOf, RECOMMENDATION_WORDS, strongestReason } from './words.ts'

const IN_ORDER = RECOMMENDATIONS.toReversed()

/** All personas of the report, what needs a person first, and what could not be read at all. */
export function indexPage(
  found: readonly Dossier[],
  more: { made: string; names: Names; failures: readonly Failure[]; sharing: Sharing },
): string {
  const groups = IN_ORDER.map((recommendation) => ({ recommendation, of: found.filter((d) => recommendationOf(d) === recommendation) }))
  return frame(
    'Screening report',
    html`<main>
      <h1>Screening report</h1>
      <p class="soft">
        ${found.length} ${found.length === 1 ? 'candidate' : 'candidates'}, ${more.made.slice(0, 10)}. A recommendation says where to look;
        people decide.
      </p>
      <ul class="counts">
        ${groups.map(({ recommendation: r, of }) => html`<li>${of.length === 0 ? html`<b>0</b>` : html`<b><a href="#${r}">${of.length}</a></b>`}<span class="pill ${r}">${r}</span></li>`)}${
          more.sharing.clusters.length > 0 &&
          html`<li>
            <b><a href="#sharing">${more.sharing.clusters.length}</a></b
            >${more.sharing.clusters.length === 1 ? 'group shares' : 'groups share'} something
          </li>`
        }
      </ul>
      <p class="note">${BASE_RATE}</p>
      ${found.length === 0 && html`<p class="card soft">No candidate was screened. Run <span class="mono">bonafide screen</span> with files or folders.</p>`}
      ${groups.filter(({ of }) => of.length > 0).map(({ recommendation, of }) => group(recommendation, of, more.names))}
      ${found.length > 0 && sharing(more.sharing, more.names)} ${omitted(found)} ${unusable(more.failures)}
    </main>`,
  )
}

function group(recommendation: Recommendation, of: readonly Dossier[], names: Names): Markup {
  return html`<section aria-labelledby="${recommendation}">
    <h2 id="${recommendation}">
      <span class="pill ${recommendation}">${recommendation}</span> ${of.length} ${of.length === 1 ? 'candidate' : 'candidates'}
    </h2>
    <p class="soft">${RECOMMENDATION_WORDS[recommendation]}</p>
    <table class="stack">
      <thead>
        <tr>
          <th scope="col" class="who">Candidate</th>
          <th scope="col">Strongest reason</th>
          <th scope="col">What to do next</th>
        </tr>
      </thead>
      <tbody>
        ${of.map(
          (d) =>
            html`<tr>
              <td class="who">
                <a href="${d.persona.id}.html">${d.name ?? 'No name was read'}</a>
                <div class="mono soft">${d.persona.id}</div>
              </td>
              <td>${withNames(strongestReason(d), names)}</td>
              <td><span class="phone">Next: </span>${nextStep(d)}</td>
            </tr>`,
        )}
      </tbody>
    </table>
  </section>`
}

/** People named of one cluster. */
const MOST_NAMED = 6
/** Clusters named; the others are reached from their members. */
const MOST_CLUSTERS = 100

/** Clusters with one of the report in them, and the way to what many hold. */
function sharing({ clusters, hubs, moreHubs }: Sharing, names: Names): Markup {
  return html`<section aria-labelledby="sharing">
    <h2 id="sharing">Personas that share something${clusters.length > 0 && ` (${clusters.length})`}</h2>
    <div class="card">
      ${
        clusters.length === 0
          ? html`<p class="soft">Nobody here shares with anybody what strangers rarely share.</p>`
          : html`<ul class="evidence">
              ${clusters.slice(0, MOST_CLUSTERS).map(
                ({ cluster, links }) =>
                  html`<li>
                    <div class="value"><a href="${clusterFile(cluster.id)}">${clusterTitle(cluster, links)}</a></div>
                    <div class="small">
                      ${cluster.personas.slice(0, MOST_NAMED).map((id, i) => html`${i > 0 && ', '}${personaLink(id, names)}`)}${cluster.personas.length > MOST_NAMED && ` and ${cluster.personas.length - MOST_NAMED} more`}
                    </div>
                  </li>`,
              )}
            </ul>`
      }
      ${clusters.length > MOST_CLUSTERS && html`<p class="soft small">And ${clusters.length - MOST_CLUSTERS} smaller ones, led to from their members’ pages.</p>`}
      <p class="small soft"><a href="hubs.html">Values that many hold</a>: ${hubs.length}${moreHubs && ' or more'}. They join nobody.</p>
    </div>
  </section>`
}

function omitted(found: readonly Dossier[]): Markup | false {
  const kinds = leftOut(found)
  if (kinds.length === 0) return false
  return html`<section>
    <h2>What was left out</h2>
    <div class="card">
      ${kinds.map(
        ({ title, items }) =>
          html`<h3>${title}</h3>
            <ul>
              ${items.map(({ says, count }) => html`<li>${says} <span class="soft">(${count})</span></li>`)}
            </ul>`,
      )}
    </div>
  </section>`
}

function unusable(failures: readonly Failure[]): Markup | false {
  if (failures.length === 0) return false
  return html`<section>
    <h2>${failures.length} ${failures.length === 1 ? 'file' : 'files'} could not be used</h2>
    <p class="soft">This says nothing about the candidate. Ask for another copy.</p>
    <div class="card">
      <ul class="evidence">
        ${failures.map(
          (f) =>
            html`<li>
              <div class="value">${f.source}</div>
              <div class="small">${f.title}. ${f.detail}</div>
            </li>`,
        )}
      </ul>
    </div>
  </section>`
}
