/** Markup that is safe to put into a page: made only by `html`, which escapes everything that is not markup already. */
export class Markup {
  readonly text: string
  constructor(text: string) {
    this.text = text
  }
}

type Part = Markup | string | number | undefined | false | readonly Part[]

const ESCAPES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' }

function render(part: Part): string {
  if (part === undefined || part === false) return ''
  if (part instanceof Markup) return part.text
  if (typeof part === 'object') return part.map(render).join('')
  // Control characters and direction overrides would let a file rewrite how its own evidence reads.
  // Joiners and direction marks (U+200C to U+200F) stay: names in Persian, Hindi or Hebrew are spelled with them.
  return String(part)
    .replace(/[\u0000-\u0008\u000B\u000C\u000E-\u001F\u007F-\u009F\u202A-\u202E\u2066-\u2069]/g, '\uFFFD')
    .replace(/[&<>"']/g, (c) => ESCAPES[c] ?? c)
}

/** Template tag: values are escaped, nested markup and lists of it are not escaped twice. */
export function html(strings: TemplateStringsArray, ...parts: readonly Part[]): Markup {
  return new Markup(strings.reduce((text, literal, i) => text + literal + (i < parts.length ? render(parts[i]) : ''), ''))
}
