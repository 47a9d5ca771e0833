import { html, type Markup } from './html.ts'

/** A part of a page under its own heading, which names it to those who hear the page. */
export const section = (id: string, title: string, body: Markup): Markup =>
  html`<section aria-labelledby="${id}">
    <h2 id="${id}">${title}</h2>
    ${body}
  </section>`
