import type { LinkMap } from '../../engine/batch-link/map.ts'
import type { Linked } from '../../engine/batch-link/link-records.ts'
import type { SampledPair } from '../../engine/batch-link/sample.ts'
import { frame } from './frame.ts'
import { html, type Markup } from './html.ts'
import { missingValues } from './missing-values.ts'
import { waterfall, WATERFALL_STYLE } from './waterfall.ts'

/** Hubs that are shown one by one; the file beside has all. */
const MOST_HUBS = 50
/** Wide tables scroll by themselves, so that the page does not. */
const STYLE = `
.counts{display:grid;grid-template-columns:repeat(auto-fit,minmax(150px,1fr))}
.scroll{overflow-x:auto}.scroll table{min-width:480px}td.n,th.n{text-align:right;white-space:nowrap;width:auto;font-variant-numeric:tabular-nums}.counts b{overflow-wrap:anywhere}
.sizes{display:grid;grid-template-columns:minmax(84px,auto) 1fr minmax(64px,auto);gap:var(--s1) var(--s3);font-size:14px;align-items:center}.sizes .bar{position:static;height:14px;min-width:2px}.sizes>:nth-child(3n){text-align:right;font-variant-numeric:tabular-nums}
.counts b small{font-size:15px;font-weight:400}
${WATERFALL_STYLE}`

const grouped = (n: number): string => n.toLocaleString('en-US')

/** What a run of `bonafide link` read, found and left out, on one page. */
export function linkSummary(linked: Linked, more: { map: LinkMap; sample: readonly SampledPair[] }): string {
  const { clusters } = linked
  const across =
    linked.boundary === undefined
      ? ''
      : ` The first ${grouped(linked.boundary)} are the first file's; pairs were looked for across the two only.`
  return frame(
    'Linked records',
    html`<main>
      <h1>Linked records</h1>
      <p class="soft">${grouped(linked.records)} records, ${grouped(linked.compared)} pairs compared.${across}</p>
      <ul class="counts">
        <li><b>${grouped(clusters.count)}</b>${clusters.count === 1 ? 'cluster' : 'clusters'} of two or more</li>
        <li><b>${grouped(clusters.joined)}</b>records in them</li>
        <li><b>${grouped(linked.linked)}</b>pairs linked</li>
        <li><b>${grouped(linked.proposed)}</b>proposed to a person</li>
        <li><b>${grouped(linked.hubs.length)}</b>hubs that join nobody</li>
        <li><b>${grouped(linked.leftOut.count)}</b>lines left out</li>
      </ul>
      <p class="note">
        ${
          more.map.restsOn === 'identifiers'
            ? 'Links rest on shared identifiers alone. Names, dates and places that agree propose a pair to a person and join nobody.'
            : 'Every column of the map counts. A pair is linked where the odds, all columns together, are over the line.'
        }
        A link is a reason to look, not a finding about anybody: families, offices and honest mistakes share things too.
      </p>
      ${samples(more.sample, linked.model.line)} ${sizes(linked)} ${hubs(linked)} ${columns(linked)} ${rules(linked)} ${leftOut(linked)}
      <footer class="small soft">
        All pairs with their evidence are in pairs.parquet, all records with their cluster in clusters.parquet and clusters.csv, all hubs in
        hubs.parquet, the weights in model.json.
      </footer>
    </main>`,
    STYLE,
  )
}

function samples(sample: readonly SampledPair[], line: number): Markup {
  if (sample.length === 0)
    return html`<h2>Why pairs were linked</h2>
      <p class="card soft">No pair came near the line.</p>`
  return html`<h2>Why pairs were linked</h2>
    <p class="soft small">
      The most frequent kinds of pairs, those nearest to the line, and the most frequent proposals; one pair of each. Weights are in bits:
      each bit doubles the odds. They add up from top to bottom; a pair is linked from ${line.toFixed(1)} on.
    </p>
    ${sample.map((pair) => waterfall(pair))}`
}

function sizes({ clusters }: Linked): Markup {
  const shown = clusters.sizes.filter(({ size }) => size > 1)
  const most = Math.max(1, ...shown.map((s) => s.clusters))
  const alone = clusters.sizes.find(({ size }) => size === 1)?.clusters ?? 0
  // The counts fall steeply, so the bars are on a scale of logarithms.
  const width = (count: number): string => `width:${Math.round((100 * Math.log2(count + 1)) / Math.log2(most + 1))}%`
  return html`<h2>Cluster sizes</h2>
    <div class="card">
      <p class="small soft">${grouped(alone)} records stand by themselves. Bars are on a logarithmic scale.</p>
      <div class="sizes">
        ${banded(shown).map(({ name, clusters: count }) => html`<span>${name}</span><span class="bar" style="${width(count)}"></span><span>${grouped(count)}</span>`)}
      </div>
    </div>`
}

/** Every size up to ten, larger ones by doubling. */
function banded(sizes: readonly { readonly size: number; readonly clusters: number }[]): readonly { name: string; clusters: number }[] {
  const bands = new Map<string, number>()
  for (const { size, clusters } of sizes) {
    const from = size <= 10 ? size : 10 * 2 ** Math.floor(Math.log2((size - 1) / 10)) + 1
    const name = size <= 10 ? `${size} records` : `${grouped(from)}–${grouped((from - 1) * 2)}`
    bands.set(name, (bands.get(name) ?? 0) + clusters)
  }
  return [...bands].map(([name, clusters]) => ({ name, clusters }))
}

function hubs({ hubs: found }: Linked): Markup {
  if (found.length === 0)
    return html`<h2>Hubs</h2>
      <p class="card soft">No value is held by so many records that it was set aside.</p>`
  const shown = found.toSorted((a, b) => b.holders - a.holders).slice(0, MOST_HUBS)
  return html`<h2>Hubs</h2>
    <p class="soft small">Values that so many hold that they stand for a crowd. They are kept here and join nobody.</p>
    ${[...new Set(found.map((hub) => hub.reason))].map((reason) => html`<p class="note">${reason}</p>`)}
    <div class="scroll">
      <table>
        <thead>
          <tr>
            <th>Column</th>
            <th>Value</th>
            <th class="n">Holders</th>
          </tr>
        </thead>
        <tbody>
          ${shown.map(
            (hub) =>
              html`<tr>
                <td>${hub.column}</td>
                <td class="mono">${hub.value.slice(0, 120)}</td>
                <td class="n">${grouped(hub.holders)}</td>
              </tr>`,
          )}
        </tbody>
      </table>
    </div>
    ${found.length > shown.length && html`<p class="soft small">The ${shown.length} largest of ${grouped(found.length)}; hubs.parquet has all.</p>`}`
}

function columns({ columns: all }: Linked): Markup {
  return html`<h2>What was read</h2>
    <div class="scroll">
      <table>
        <thead>
          <tr>
            <th>Column</th>
            <th>Kind</th>
            <th class="n">Records with it</th>
            <th class="n">Different values</th>
            <th class="n">Not of its kind</th>
          </tr>
        </thead>
        <tbody>
          ${all.map(
            (c) =>
              html`<tr>
                <td>${c.name}</td>
                <td>${c.kind}</td>
                <td class="n">${grouped(c.held)}</td>
                <td class="n">${grouped(c.different)}</td>
                <td class="n">${grouped(c.unread)}</td>
              </tr>`,
          )}
        </tbody>
      </table>
    </div>`
}

function rules({ rules: all }: Linked): Markup {
  return html`<h2>Which pairs were compared</h2>
    <p class="soft small">Records that agree in one of these were compared, in groups of up to the size named.</p>
    <div class="scroll">
      <table>
        <thead>
          <tr>
            <th>Agree in</th>
            <th class="n">Groups up to</th>
            <th class="n">Pairs</th>
          </tr>
        </thead>
        <tbody>
          ${all.map(
            (rule) =>
              html`<tr>
                <td>${rule.name}</td>
                <td class="n">${grouped(rule.largest)}</td>
                <td class="n">${grouped(rule.pairs)}</td>
              </tr>`,
          )}
        </tbody>
      </table>
    </div>`
}

function leftOut({ leftOut: left, columns: all }: Linked): Markup {
  const missing = missingValues(all)
  if (left.count === 0 && missing.length === 0)
    return html`<h2>What was left out</h2>
      <p class="card soft">Nothing: every line was read, and every value in it.</p>`
  return html`<h2>What was left out</h2>
    <div class="card">
      ${left.count > 0 && html`<p>${grouped(left.count)} lines could not be read:</p>`}
      <ul class="plain">
        ${left.first.map((line) => html`<li>${line.file}, line ${grouped(line.line)}: ${line.why}</li>`)}
        ${left.count > left.first.length && html`<li>and ${grouped(left.count - left.first.length)} more</li>`}
        ${missing.map((says) => html`<li>${says}</li>`)}
      </ul>
    </div>`
}
