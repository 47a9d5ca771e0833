/**
 * Just enough of TypeScript's grammar to tell code from comments and strings. TypeScript 7 has no compiler API, and
 * dependency-cruiser reads 0 modules with it and says OK; a scanner of our own prints what it saw and fails on nothing.
 */

export interface SourceText {
  /** The text with comments blanked; same length, same line breaks. */
  readonly code: string
  /** Comments and the contents of strings, templates and regular expressions blanked. */
  readonly bare: string
  /** String and template contents with their line, in order. */
  readonly strings: readonly { readonly line: number; readonly text: string }[]
}

/** After these, a slash begins a regular expression; after anything else it divides. */
const BEFORE_REGEX = /(?:^|[=(,:;[{}!&|?+\-*%<>~^]|=>|\b(?:return|typeof|case|in|of|await|yield|void|delete))\s*$/

type Kind = 'line' | 'block' | 'quote' | 'template' | 'regex'
interface Span {
  readonly kind: Kind
  readonly from: number
  readonly to: number
}

function endOfQuoted(text: string, from: number, quote: string): number {
  let i = from + 1
  while (i < text.length && text[i] !== quote && text[i] !== '\n') i += text[i] === '\\' ? 2 : 1
  return i + 1
}

function endOfRegex(text: string, from: number): number {
  let inClass = false
  let i = from + 1
  for (; i < text.length && text[i] !== '\n'; i++) {
    const c = text[i]
    if (c === '\\') i++
    else if (c === '[') inClass = true
    else if (c === ']') inClass = false
    else if (c === '/' && !inClass) break
  }
  return i + 1
}

/** Spans that are not code. A template's `${…}` is code again, so a template gives one span per piece of text. */
function spansOf(text: string): Span[] {
  const spans: Span[] = []
  /** Open templates: the depth of braces at which each `${` began. */
  const holes: number[] = []
  let depth = 0
  let i = 0
  const template = (from: number): number => {
    let j = from
    for (; j < text.length; j++) {
      if (text[j] === '\\') j++
      else if (text[j] === '`') {
        spans.push({ kind: 'template', from, to: j })
        return j + 1
      } else if (text[j] === '$' && text[j + 1] === '{') {
        spans.push({ kind: 'template', from, to: j })
        holes.push(depth)
        depth++
        return j + 2
      }
    }
    return j
  }
  while (i < text.length) {
    const c = text[i]
    const next = text[i + 1]
    if (c === '/' && (next === '/' || next === '*')) {
      const end = next === '/' ? text.indexOf('\n', i) : text.indexOf('*/', i) + 2
      const to = end < i ? text.length : end
      spans.push({ kind: next === '/' ? 'line' : 'block', from: i, to })
      i = to
    } else if (c === "'" || c === '"') {
      const to = endOfQuoted(text, i, c)
      spans.push({ kind: 'quote', from: i + 1, to: to - 1 })
      i = to
    } else if (c === '`') i = template(i + 1)
    else if (c === '/' && BEFORE_REGEX.test(text.slice(Math.max(0, i - 20), i))) {
      const to = endOfRegex(text, i)
      spans.push({ kind: 'regex', from: i + 1, to: to - 1 })
      i = to
    } else {
      if (c === '{') depth++
      else if (c === '}') {
        depth--
        if (holes.at(-1) === depth) {
          holes.pop()
          i = template(i + 1)
          continue
        }
      }
      i++
    }
  }
  return spans
}

const blank = (text: string): string => text.replace(/[^\n]/g, ' ')

function without(text: string, spans: readonly Span[], kinds: ReadonlySet<Kind>): string {
  let out = ''
  let at = 0
  for (const s of spans) {
    if (!kinds.has(s.kind)) continue
    out += text.slice(at, s.from) + blank(text.slice(s.from, s.to))
    at = s.to
  }
  return out + text.slice(at)
}

export const lineOf = (text: string, at: number): number => text.slice(0, at).split('\n').length

export function sourceText(text: string): SourceText {
  const spans = spansOf(text)
  return {
    code: without(text, spans, new Set(['line', 'block'])),
    bare: without(text, spans, new Set(['line', 'block', 'quote', 'template', 'regex'])),
    strings: spans
      .filter((s) => s.kind === 'quote' || s.kind === 'template')
      .map((s) => ({ line: lineOf(text, s.from), text: text.slice(s.from, s.to) })),
  }
}

export interface ImportSeen {
  readonly specifier: string
  /** `import type`: gone when it runs. */
  readonly typeOnly: boolean
  readonly line: number
}

/** Every `import … from`, `export … from`, bare `import` and `import()` with a literal; `unknown` counts `import()` of something else. */
export function importsOf(source: SourceText): { readonly imports: readonly ImportSeen[]; readonly computed: number } {
  const imports: ImportSeen[] = []
  const computed = [...source.bare.matchAll(/\bimport\s*\(\s*(?!['"\s])/g)].length
  const forms = /\b(?:import|export)\b(?:[\w\s{},*$]*?\bfrom\b)?\s*\(?\s*(?=['"])/g
  for (const m of source.bare.matchAll(forms)) {
    if (m[0].startsWith('export') && !m[0].includes('from')) continue
    const at = m.index + m[0].length
    const quote = source.code[at] ?? ''
    const end = source.code.indexOf(quote, at + 1)
    imports.push({ specifier: source.code.slice(at + 1, end), typeOnly: /^\w+\s+type\b/.test(m[0]), line: lineOf(source.code, at) })
  }
  return { imports, computed }
}
