import { defineReader, type Reading, type ReadingNote } from '../../../kit/reader.ts'
import type { AnyDraft } from '../../../model/statement.ts'
import { hiddenText } from '../../grammar/hidden-text.ts'
import type { Line } from '../../grammar/line.ts'
import { inPieces } from '../../grammar/long-line.ts'
import { decodeText } from '../../grammar/plain-text.ts'
import { readResume } from '../../grammar/resume.ts'
import { withoutMarkdown, type MarkedLine } from './markdown.ts'

const TEXT_NAME = /\.(?:txt|text|md|markdown)$/i
const MARKDOWN_NAME = /\.(?:md|markdown)$/i
/** First characters of what is something else, whatever it is called. */
const OTHERS =
  /^(?:%PDF-|PK\u0003\u0004|\u00d0\u00cf\u0011\u00e0|\u0089PNG|\u00ff\u00d8\u00ff|GIF8[79]a|RIFF....WEBP|\{\\rtf|\u007fELF|\u001f\u008b|Rar!|7z\u00bc|\s*(?:<\?xml|<svg|<!doctype|<html))/is

/** Plain text and Markdown, in whatever encoding people save it. */
export default defineReader({
  id: 'text',
  version: 1,
  title: 'Plain text or Markdown',
  extensions: ['.txt', '.text', '.md', '.markdown'],
  recognise(head, name) {
    if (!TEXT_NAME.test(name)) return 'no'
    return OTHERS.test(Buffer.from(head.subarray(0, 64)).toString('latin1')) ? 'no' : 'maybe'
  },
  async read({ bytes, name }): Promise<Reading> {
    const { text, encoding } = decodeText(bytes)
    const markdown = MARKDOWN_NAME.test(name)
    const raw = text.split(/\r\n|[\n\r\f\u000b\u0085\u2028\u2029]/)
    const unmarked = markdown
      ? withoutMarkdown(raw)
      : { lines: raw.flatMap((line, i) => inPieces(line).map((piece) => ({ number: i + 1, text: piece }))), hidden: [] }
    const metadata: AnyDraft = {
      about: 'self',
      property: 'document-metadata',
      basis: 'observed',
      at: 'metadata=format',
      value: { format: markdown ? 'markdown' : 'text', words: text.match(/[\p{L}\p{N}]+/gu)?.length ?? 0 },
    }
    const comments = unmarked.hidden.map(({ number, text: comment }) => hiddenText('vanish', comment, `line=${number}`))
    const resume = readResume(linesOf(unmarked.lines))
    const notes: ReadingNote[] = [...resume.notes]
    if (encoding === 'windows-1252')
      notes.push({
        kind: 'quality',
        says: 'The text is not Unicode and was read as Western European (Windows-1252); letters beyond a to z may be wrong',
      })
    return { role: 'resume', statements: [metadata, ...resume.drafts, ...comments], enclosed: [], notes }
  },
})

function linesOf(marked: readonly MarkedLine[]): Line[] {
  const lines: Line[] = []
  let gapBefore = false
  for (const { number, text, heading } of marked) {
    const clean = text.trim()
    if (clean === '') {
      gapBefore = true
      continue
    }
    lines.push({
      text: clean,
      at: `line=${number}`,
      gapBefore: gapBefore || heading !== undefined,
      ...(heading === undefined ? {} : { bold: true, size: 22 - 2 * heading }),
    })
    gapBefore = false
  }
  return lines
}
