import type { AnyDraft } from '../../model/statement.ts'
import { claim, tidy } from './draft.ts'
import { isPlace } from './places.ts'
import type { Placed } from './sections.ts'

const LABEL =
  /^[\s•●▪*-]{0,4}(?:(?:current|permanent|present|home|residential|mailing|correspondence)\s{1,2})?(?:address|adress|location|residence|based\sin|lives\sin|city|wohnort|adresse|anschrift|dirección|domicilio)\s{0,3}[:：\t–-]{1,3}[\s:]{0,4}(.{3,200})$/iu
const STREET = /\d/u

/** Where the person says they live: after a label, or a line of the header that is nothing but a place. */
export function residenceIn(lines: readonly Placed[]): AnyDraft[] {
  for (const line of lines) {
    if (line.section !== 'header' && line.section !== 'personal' && line.section !== 'other') continue
    const labelled = LABEL.exec(line.text)?.[1]
    if (labelled === undefined || line.heading || labelled.includes('@')) continue
    return fromAddress(labelled.replaceAll('\t', ' '), line)
  }
  const header = lines.filter((line) => line.section === 'header').slice(0, 15)
  for (const [i, line] of header.entries()) {
    for (const part of line.text.split(/\t|\s{0,2}[|•·]\s{0,2}|\s[–—-]\s|;/u)) {
      const place = withoutPostcode(tidy(part))
      if (place !== '' && isPlace(place))
        return [claim('place', { text: place, scope: 'residence' }, line.at, tidy(part)), ...street(header[i - 1], line, part)]
      const tail = placeAtEnd(tidy(part))
      if (tail !== undefined) return fromAddress(tidy(part), line)
    }
  }
  return []
}

function fromAddress(text: string, line: Placed): AnyDraft[] {
  const address = tidy(text)
  const place = isPlace(address) ? address : placeAtEnd(address)
  const drafts: AnyDraft[] =
    place === undefined && STREET.test(address) ? [] : [claim('place', { text: place ?? address, scope: 'residence' }, line.at, address)]
  if (isPostal(address)) drafts.push(claim('postal-address', address, line.at))
  return drafts
}

/** A street line directly over "Springfield, IL 62704". */
function street(above: Placed | undefined, line: Placed, part: string): AnyDraft[] {
  if (above === undefined || above.heading) return []
  const first = tidy(above.text.split('\t')[0]!)
  const isStreet = /^#?\d{1,6}[\w-]{0,4}\s\p{L}/u.test(first) && first.length < 80 && !/@|\d{7}/u.test(first)
  return isStreet && /\d/u.test(part) ? [claim('postal-address', `${first}, ${tidy(part)}`, line.at)] : []
}

/** Number of a house and a postcode or three parts: enough that two people who share it share a home. */
const isPostal = (text: string): boolean => text.length >= 12 && text.split(/[,;]/u).length >= 3 && /\d/u.test(text) && !/@/u.test(text)

const withoutPostcode = (text: string): string =>
  tidy(text.replace(/\s{0,2}[-–]?\s?\(?\b\d{4,6}(?:\s?-?\s?\d{3,4})?\b\)?\s{0,2}(?=$|,)/u, ''))

function placeAtEnd(text: string): string | undefined {
  const atoms = withoutPostcode(text)
    .split(/,\s{0,3}/u)
    .map((a) => a.trim())
    .filter((a) => a !== '')
  for (const n of [2, 3]) {
    if (atoms.length <= n) continue
    const tail = atoms.slice(-n).join(', ')
    if (/\d/u.test(text.slice(0, 12)) && isPlace(tail)) return tail
  }
  return undefined
}
