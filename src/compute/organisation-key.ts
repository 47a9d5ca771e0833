import { ascii } from './ascii.ts'

/** Legal forms say nothing about which organisation is meant; people leave them out or spell them differently. */
const LEGAL_FORMS = new Set(
  'inc incorporated llc llp lp ltd limited corp corporation co company gmbh ag kg ug se sa sas sarl srl spa bv nv oy oyj ab as asa aps plc pty pvt private kk sro doo ooo zrt kft'.split(
    ' ',
  ),
)
const FILLERS = new Set(['the', 'and', 'of'])

/**
 * The name of an employer or school for comparing by equality: "Northwind Traders, Inc." and "northwind traders" have one
 * key. Deliberately no similarity: two names that are only alike are not held against anybody.
 */
export function organisationKey(name: string): string {
  const tokens =
    ascii(name.normalize('NFKC').replace(/\([^)]*\)/g, ' '))
      .toLowerCase()
      .replace(/(?<=\b[a-z])\.(?=[a-z]\b)/g, '')
      .match(/[a-z0-9]+/g) ?? []
  const kept = tokens.filter((t) => !LEGAL_FORMS.has(t) && !FILLERS.has(t))
  return (kept.length > 0 ? kept : tokens).join(' ')
}
