import { said } from './said.ts'

/** `(a) …, (b) …`, `a) … b) …`, `(1) … (2) …`; the mark stands at the beginning or after a blank or a separator. */
const MARKS: readonly { readonly begins: RegExp; readonly mark: RegExp }[] = [
  { begins: /^\(?a\)/, mark: /(?:^|[\s,;]+)\(?[a-z]\)\s*/ },
  { begins: /^\(1\)/, mark: /(?:^|[\s,;]+)\(\d{1,2}\)\s*/ },
  { begins: /^1\.\s/, mark: /(?:^|[\s,;]+)\d{1,2}\.\s+(?=\D)/ },
]

/**
 * The values of a cell that holds several: with `;` between them, or enumerated. A cell in quotation marks of its own loses them.
 * Commas separate nothing: names and addresses hold them.
 */
export function severalOf(cell: string | undefined): string[] {
  const text = said(said(cell)?.replace(/^"(.*)"$/, '$1'))
  if (text === undefined) return []
  const mark = MARKS.find(({ begins }) => begins.test(text))?.mark
  return text
    .split(';')
    .flatMap((part) => (mark === undefined ? part : part.split(mark)))
    .flatMap((part) => said(part.replaceAll(/^[\s,;]+|[\s,;]+$/g, '')) ?? [])
}
