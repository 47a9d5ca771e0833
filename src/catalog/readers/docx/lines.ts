import type { Line } from '../../grammar/line.ts'
import { inPieces } from '../../grammar/long-line.ts'
import { hiddenText } from '../../grammar/hidden-text.ts'
import { withoutInvisible } from '../../grammar/invisible.ts'
import type { AnyDraft } from '../../../model/statement.ts'
import type { Paragraph } from './body.ts'

/** A paragraph number as a place; parts other than the body are named. */
export type PlaceOf = (paragraph: number) => string

export const placeIn = (part: string): PlaceOf => {
  const name = part.replace(/^word\/|\.xml$/g, '')
  return name === 'document' ? (n) => `paragraph=${n}` : (n) => `part=${name}&paragraph=${n}`
}

/** What is shown, as lines for the grammar, in reading order. */
export function linesOf(paragraphs: readonly Paragraph[], at: PlaceOf): Line[] {
  const lines: Line[] = []
  let empty = false
  let before: Paragraph['cell']
  for (const group of byRow(paragraphs)) {
    for (const paragraph of group) {
      const { cell } = paragraph
      let gapBefore = empty || paragraph.gapBefore || isApart(cell, before)
      before = cell
      for (const broken of paragraph.text.split('\n')) {
        for (const text of inPieces(broken.replaceAll(/[ \u00a0]+/g, ' ').trim())) {
          if (text === '') continue
          lines.push({
            text,
            at: at(paragraph.number),
            bold: paragraph.bold,
            gapBefore,
            ...(paragraph.size === undefined ? {} : { size: paragraph.size }),
          })
          gapBefore = false
        }
      }
      empty = paragraph.text.trim() === ''
    }
  }
  return lines
}

/** Into or out of a table, or on to the next of several cells in a row; a row below the last one is only the next line. */
const isApart = (cell: Paragraph['cell'], before: Paragraph['cell']): boolean =>
  (cell === undefined) !== (before === undefined) || (cell?.row === before?.row && cell?.column !== before?.column)

/** Runs of text that are not shown, by paragraph. Invisible characters among shown ones are the grammar's to find. */
export function hiddenIn(paragraphs: readonly Paragraph[], at: PlaceOf): AnyDraft[] {
  return paragraphs.flatMap(({ number, hidden }) =>
    [...hidden].map(([how, raw]) => hiddenText(how, withoutInvisible(raw).clean, at(number))),
  )
}

/**
 * Paragraphs in groups, where a table row whose cells hold at most one line each is a single line (`Acme ⇥ 2019 – 2021`).
 * Other tables arrange columns; their cells follow each other.
 */
function byRow(paragraphs: readonly Paragraph[]): Paragraph[][] {
  const groups: Paragraph[][] = []
  for (let i = 0; i < paragraphs.length;) {
    const row = paragraphs[i]!.cell?.row
    let end = i + 1
    while (row !== undefined && end < paragraphs.length && paragraphs[end]!.cell?.row === row) end++
    const group = paragraphs.slice(i, end)
    groups.push(row === undefined ? group : (joined(group) ?? group))
    i = end
  }
  return groups
}

function joined(row: readonly Paragraph[]): Paragraph[] | undefined {
  const filled = row.filter((paragraph) => paragraph.text.trim() !== '')
  const columns = new Set(filled.map((paragraph) => paragraph.cell?.column))
  const [first] = filled
  if (
    first === undefined ||
    filled.length < 2 ||
    columns.size !== filled.length ||
    filled.some((paragraph) => paragraph.text.trim().includes('\n'))
  )
    return undefined
  return [
    { ...first, text: filled.map((paragraph) => paragraph.text.trim()).join('\t'), bold: filled.every((paragraph) => paragraph.bold) },
  ]
}
