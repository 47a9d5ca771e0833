import { html, type Markup } from './html.ts'

/** Persona id → the name that person goes by, of everybody who has a page in this report. */
export type Names = ReadonlyMap<string, string>

/** A persona by name, leading to their page where there is one. */
export function personaLink(id: string, names: Names): Markup {
  const name = names.get(id)
  return name === undefined ? html`<span class="mono">${id}</span>` : html`<a href="${id}.html">${name}</a>`
}

const MENTION = /(personas? )?(p-[0-9a-f]{16})/g

/** A sentence of a detector. Detectors never see a name, so they write ids; here each becomes a name and a way there. */
export function withNames(says: string, names: Names): Markup {
  const parts: (Markup | string)[] = []
  let from = 0
  for (const match of says.matchAll(MENTION)) {
    const [, noun = '', id = ''] = match
    parts.push(says.slice(from, match.index), names.has(id) ? '' : noun, personaLink(id, names))
    from = match.index + match[0].length
  }
  return html`${[...parts, says.slice(from)]}`
}
