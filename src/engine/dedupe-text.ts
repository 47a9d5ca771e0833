import { wordsAt } from '../compute/near-duplicates/words-at.ts'
import type { Reading } from '../kit/reader.ts'
import { emptyFile } from '../model/errors.ts'

/** Fewer different words than this are a heading or the rest of a template, and say nothing about a document. */
const FEWEST_WORDS = 20

/** A document that a file holds; `part` names the row of a table, and is empty for the file itself. */
export interface DocumentText {
  readonly part: string
  readonly text: string
}

/**
 * What is compared of a file that a reader has read: its running text. Names and contacts stand masked in it, so nobody is
 * like anybody by them. Throws when there is too little.
 */
export function documentTexts(name: string, { statements }: Pick<Reading, 'statements'>): readonly DocumentText[] {
  const parts = new Map<string, string[]>()
  for (const statement of statements) {
    if (statement.property !== 'passage') continue
    const part = statement.about === 'self' ? '' : statement.about.replace(':', ' ')
    const list = parts.get(part) ?? []
    list.push(statement.value.text)
    parts.set(part, list)
  }
  const texts = Array.from(parts, ([part, lines]) => ({ part, text: lines.join('\n') }))
  const enough = texts.filter(({ text }) => new Set(wordsAt(text).words).size >= FEWEST_WORDS)
  if (enough.length === 0)
    throw emptyFile(
      texts.length === 0
        ? `No running text was found in "${name}". If it is a scan, it has pictures of words only: ask for the document as it was written.`
        : `"${name}" has fewer than ${FEWEST_WORDS} different words of running text, which is too little to compare. It was left out.`,
    )
  return enough
}
