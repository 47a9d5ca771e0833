import type { ListedParty } from '../../../model/listed-party.ts'
import { addFact, identifierKind } from './facts.ts'

/** Where a remark of the delimited files is cut; what is beyond stands in the file of comments. */
export const REMARK_LENGTH = 1_000

const QUOTED_NAME = /^(a\.k\.a\.|f\.k\.a\.|n\.k\.a\.) '(.+)'$/s
const WORDED = /^(DOB|POB|nationality|citizen|Gender|Linked To:|Nationality of Registration) (.+)$/s
const DIGITAL = /^(Digital Currency Address - [A-Z0-9]+) (\S+)$/
const CONTACT = /^(Email Address|Website:?|Phone Number|Phone No\.|Telephone(?: No\.|:)?|Fax) (\S.*)$/s
/** Dates of a document: they are of the document and not of the person, and serve no comparison. */
const DOCUMENT_DATES = /(?: issued (?:\d{1,2} )?(?:[A-Z][a-z]{2} )?\d{4}| expires (?:\d{1,2} )?(?:[A-Z][a-z]{2} )?\d{4})+$/
const ISSUER = /^(.+?) \(([^()]+(?:\([^()]*\)[^()]*)?)\)$/s

/**
 * The remarks of an entry in the delimited files: parts between semicolons, each with a label. What has a place in the party
 * goes there; the rest is handed back, as it was written. `cut`: the last part is not whole and says nothing for sure.
 */
export function readRemarks(party: ListedParty, remarks: string, cut: boolean): readonly string[] {
  const parts = partsOf(remarks)
  const torn = cut ? parts.splice(-1) : []
  const left = parts.filter((part) => part !== '' && !readPart(party, part.replace(/^alt\. /, '')))
  return [...left, ...torn.filter((part) => part !== '')]
}

/** The last part ends with the remarks' full stop. A semicolon at the very end ends a part too: what follows it was cut. */
const partsOf = (remarks: string): string[] =>
  remarks
    .trim()
    .replace(/\.$/, '')
    .split(/;(?:\s+|$)/)

function readPart(party: ListedParty, part: string): boolean {
  const name = QUOTED_NAME.exec(part)
  if (name?.[2] !== undefined) {
    // The office sets its low-quality names in quotation marks.
    party.names.push({ full: name[2], kind: name[1] === 'f.k.a.' ? 'former' : 'alias', quality: 'weak' })
    return true
  }
  const worded = WORDED.exec(part) ?? DIGITAL.exec(part) ?? CONTACT.exec(part)
  if (worded?.[1] !== undefined && worded[2] !== undefined) return addFact(party, { label: worded[1], value: worded[2] })
  const body = part.replace(DOCUMENT_DATES, '')
  const [, inner = body, issuer] = ISSUER.exec(body) ?? []
  const cutAt = labelEnd(inner)
  return cutAt !== undefined && addFact(party, { label: inner.slice(0, cutAt), value: inner.slice(cutAt + 1), issuer })
}

/** May be letters alone; of the rest a value without a digit is a sentence that begins with the same word. */
const LETTERS_ALONE = new Set(['tail-number', 'swift', 'call-sign'])

/** Where the label ends and the number begins: the longest label that is known and leaves a number. */
function labelEnd(text: string): number | undefined {
  const blanks = [...text.matchAll(/ /g)].map((m) => m.index).slice(0, 10)
  return blanks.toReversed().find((at) => {
    const kind = identifierKind(text.slice(0, at))
    return kind !== undefined && (LETTERS_ALONE.has(kind) || /\d/.test(text.slice(at)))
  })
}
