import type { Line } from '../../grammar/line.ts'
import { inPieces } from '../../grammar/long-line.ts'

const MOST_LINES = 5_000
/** "On 3 May, Jane Doe wrote:" in the languages whose mail programs write it on one line. */
const WROTE =
  /^(?=.*\d).{4,200}(?:wrote|schrieb|a écrit|escribió|ha scritto|escreveu|napisał(?:\(a\))?|пишет|писал\(а\)|написал\(а\)|schreef).{0,120}:\s*$/i
/** From here on it is an earlier mail: the rulers and headers that Outlook and others put above it. */
const EARLIER =
  /^\s*-{2,}\s*(?:Original Message|Forwarded message|Original-?Nachricht|Ursprüngliche Nachricht|Message d'origine|Mensaje original|Messaggio originale|Mensagem original)\s*-{2,}/i
const FIELD = /^\s*\**(?:From|Von|De|Da|Van|Od|От)\s*:\**\s+\S/i
const SENT = /^\s*\**(?:Sent|Date|Gesendet|Datum|Envoyé|Enviado|Inviato|Data|Verzonden|Отправлено|Дата)\s*:/i

export interface OwnText {
  readonly lines: readonly Line[]
  /** Lines of earlier mails that were left out: other people's words and contacts. */
  readonly quoted: number
}

/** The lines that the sender wrote, without what is quoted from earlier mails. Their place counts the lines of the decoded text. */
export function ownLines(text: string): OwnText {
  const all = text.split(/\r\n|[\n\r]/).slice(0, MOST_LINES)
  const lines: Line[] = []
  let quoted = 0
  let gapBefore = false
  for (const [i, raw] of all.entries()) {
    if (EARLIER.test(raw) || (FIELD.test(raw) && all.slice(i + 1, i + 4).some((next) => SENT.test(next))))
      return { lines, quoted: quoted + all.length - i }
    const shown = raw.replaceAll(/[ \u00a0]+/g, ' ').trim()
    if (shown.startsWith('>') || WROTE.test(shown)) quoted++
    else if (shown !== '') for (const text of inPieces(shown)) lines.push({ text, at: placeOf(i), gapBefore })
    gapBefore = shown === ''
  }
  return { lines, quoted }
}

/** A line of the text as a mail program shows it, which the bytes may hold encoded. */
const placeOf = (index: number): string => `part=text&line=${index + 1}`

const ENTITIES: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: ' ',
  ndash: '–',
  mdash: '—',
  bull: '•',
  middot: '·',
  hellip: '…',
  rsquo: '’',
  lsquo: '‘',
}

/** What a mail in HTML shows, as lines; quoted blocks are marked with `>` as in plain text. */
export function textOfHtml(html: string): string {
  let depth = 0
  let out = ''
  let skipping: string | undefined
  for (const [, text, closing, name, rest] of html
    .replaceAll(/<!--[\s\S]*?(?:-->|$)/g, '')
    .matchAll(/([^<]+)|<(\/?)([a-zA-Z][a-zA-Z0-9]*)([^<>]*)>?|</g)) {
    const tag = name?.toLowerCase()
    if (skipping !== undefined) {
      if (closing === '/' && tag === skipping) skipping = undefined
    } else if (text !== undefined) out += text.replaceAll(/\s+/g, ' ')
    else if (tag === undefined) out += '<'
    else if (['script', 'style', 'head', 'title'].includes(tag) && closing === '') skipping = tag
    else {
      if (tag === 'blockquote') depth = Math.max(0, depth + (closing === '/' ? -1 : 1))
      out += markOf(tag, closing === '/', rest ?? '', depth)
    }
  }
  return out.replaceAll(
    /&(?:#(\d{1,7})|#x([0-9a-f]{1,6})|([a-z]{2,8}));/gi,
    (whole, decimal: string | undefined, hex: string | undefined, name: string | undefined) => {
      if (name !== undefined) return ENTITIES[name.toLowerCase()] ?? whole
      const code = decimal === undefined ? Number.parseInt(hex!, 16) : Number(decimal)
      return code > 0 && code <= 0x10ffff && (code < 0xd800 || code > 0xdfff) ? String.fromCodePoint(code) : whole
    },
  )
}

const BLOCKS = new Set([
  'p',
  'div',
  'br',
  'li',
  'tr',
  'ul',
  'ol',
  'table',
  'blockquote',
  'h1',
  'h2',
  'h3',
  'h4',
  'h5',
  'h6',
  'hr',
  'section',
  'article',
  'header',
  'footer',
  'pre',
])

/** Line breaks, bullets, cells, and the address behind a link. */
function markOf(tag: string, closes: boolean, attributes: string, depth: number): string {
  if (tag === 'td' || tag === 'th') return closes ? '\t' : ''
  if (tag === 'a' && !closes) {
    const href = /href\s*=\s*["']?(?:mailto:|tel:)?(https?:[^"'\s>]+)/i.exec(attributes)?.[1]
    return href === undefined ? '' : `${href} `
  }
  if (!BLOCKS.has(tag)) return ''
  return `\n${depth > 0 ? '> ' : ''}${tag === 'li' && !closes ? '• ' : ''}`
}
