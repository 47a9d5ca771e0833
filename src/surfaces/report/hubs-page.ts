import type { Hub } from '../../model/link.ts'
import { frame } from './frame.ts'
import { html, type Markup } from './html.ts'
import { sharedNoun } from './link-words.ts'

/** Values that so many hold that they join nobody: kept and shown, so that nobody wonders why two who share one are not linked. */
export function hubsPage(hubs: readonly Hub[], more: { readonly cut: boolean }): string {
  return frame(
    'Values that many hold',
    html`<main>
      <nav class="crumb small" aria-label="Report"><a href="index.html">← All candidates</a></nav>
      <h1>Values that many hold</h1>
      <p class="note">
        An agency’s telephone, an office’s network, a template that everybody uses: so many applicants hold these that two who share one are
        strangers as likely as not. They join nobody and count against nobody. They are listed so that you can see what was set aside, and
        why.
      </p>
      ${
        hubs.length === 0
          ? html`<p class="card soft">No value is held by so many. Everything that two personas share was weighed.</p>`
          : html`<section aria-labelledby="values">
              <h2 id="values">${hubs.length}${more.cut && ' or more'} ${hubs.length === 1 ? 'value' : 'values'}</h2>
              ${hubTable(hubs.map((hub) => hubRow(hub)))}
            </section>`
      }
    </main>`,
  )
}

export const hubTable = (rows: readonly Markup[]): Markup =>
  html`<table class="stack reasons">
    <thead>
      <tr>
        <th scope="col">Value</th>
        <th scope="col">Held by</th>
        <th scope="col">Why it joins nobody</th>
      </tr>
    </thead>
    <tbody>
      ${rows}
    </tbody>
  </table>`

export const hubRow = (hub: Hub, more?: Markup): Markup =>
  html`<tr>
    <td>
      <div class="soft small">${sharedNoun(hub.kind)}</div>
      <div class="value">${hub.key}</div>
    </td>
    <td>${hub.holders} personas${more}</td>
    <td>${hub.reason}</td>
  </tr>`
