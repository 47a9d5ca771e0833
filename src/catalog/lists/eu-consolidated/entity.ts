import type { ListedBirth, PartyType } from '../../../model/listed-party.ts'
import { birthsOf, partialDate, wholeDay } from '../../list-formats/dates.ts'
import { identifierKind } from '../../list-formats/identifier-kind.ts'
import { PartyDraft } from '../../list-formats/draft.ts'
import { joined, said } from '../../list-formats/said.ts'

/**
 * What the XML and the CSV of the Financial Sanctions Files both say of an entity. Both call the fields the same: attributes of an
 * element there, columns with the element's name before them here. `say` answers undefined for what is absent or empty.
 */
export type Say = (field: string) => string | undefined

/** The Commission's code for a country that it does not know. */
const UNKNOWN = /^(?:unknown|00)$/i

const countryIn = (say: Say): string | undefined => {
  const country = said(say('countryDescription')) ?? said(say('countryIso2Code'))
  return country === undefined || UNKNOWN.test(country) ? undefined : country
}

/**
 * `logicalId` is the id: it stands in every version of every format, whereas the reference (`EU.27.28`) came later and is not in
 * old files. The reference is kept among the identifiers, since letters and decisions cite it.
 */
export function entityDraft(id: string, say: Say, at: string): PartyDraft {
  return new PartyDraft(id, typeOf(say('subjectType')), at)
    .identifier('other', say('euReferenceNumber'), { label: 'EU reference' })
    .identifier('other', say('unitedNationId'), { label: 'UN reference' })
    .listed(wholeDay(say('designationDate')))
    .remark(say('remark'))
    .remark(say('designationDetails'))
}

/** `person` and `enterprise`, or `P` and `E`. Ships and aircraft are published as enterprises. */
function typeOf(subject: string | undefined): PartyType {
  const word = subject?.trim().toLowerCase()
  if (word === 'person' || word === 'p') return 'person'
  return word === 'enterprise' || word === 'e' ? 'organisation' : 'unknown'
}

/** Where an entry has no day of designation, the earliest regulation that names it lists it. */
export function regulation(draft: PartyDraft, say: Say): void {
  draft.text('programmes', say('programme')).listed(wholeDay(say('entryIntoForceDate') ?? say('publicationDate')))
}

/** Nobody marks a primary name: the first strong one is it. `strong` is of the XML; the CSV says *low quality* in the remark. */
export function name(draft: PartyDraft, say: Say): void {
  const full = said(say('wholeName')) ?? said(['firstName', 'middleName', 'lastName'].flatMap((part) => said(say(part)) ?? []).join(' '))
  const weak = say('strong') === 'false' || /\blow? quality\b/i.test(say('remark') ?? '')
  const former = /\bf\.?k\.?a\b|formerly|previous(?:ly)? (?:name|known)|former name/i.test(say('remark') ?? '')
  draft
    .name(full, former ? 'former' : 'alias', weak ? 'weak' : 'strong')
    .remark(say('function'))
    .remark(say('remark'))
}

export function birth(draft: PartyDraft, say: Say): void {
  const about = say('circa') === 'true'
  const whole = birthIn(say)
  draft.birth(whole === undefined ? undefined : { ...whole, ...(about && { about }) })
  draft.text('birthPlaces', joined([say('place'), say('city'), say('region'), countryIn(say)]))
}

function birthIn(say: Say): ListedBirth | undefined {
  const whole = birthsOf(say('birthdate') ?? say('birthDate') ?? '')[0]
  if (whole !== undefined) return whole
  // The XML calls the parts `monthOfYear` and `dayOfMonth`, the CSV `Month` and `Day`.
  const [year, month, day] = [
    numberIn(say('year')),
    numberIn(say('month') ?? say('monthOfYear')),
    numberIn(say('day') ?? say('dayOfMonth')),
  ]
  if (year !== undefined)
    return birthsOf([year, month, month === undefined ? undefined : day].filter((part) => part !== undefined).join('-'))[0]
  const [from, to] = [partialDate(say('yearRangeFrom') ?? ''), partialDate(say('yearRangeTo') ?? '')]
  return from === undefined ? undefined : { from, ...(to !== undefined && to !== from && { to }) }
}

/** The files write 0 for a part that is not known. */
const numberIn = (text: string | undefined): string | undefined => (text === undefined || Number(text) === 0 ? undefined : text.trim())

export function address(draft: PartyDraft, say: Say): void {
  const box = said(say('poBox'))
  draft.text(
    'addresses',
    joined([
      say('street'),
      box === undefined ? undefined : `P.O. Box ${box}`,
      say('zipCode'),
      say('city'),
      say('place'),
      say('region'),
      countryIn(say),
    ]),
  )
}

export function citizenship(draft: PartyDraft, say: Say): void {
  draft.text('nationalities', countryIn(say))
}

export function identification(draft: PartyDraft, say: Say): void {
  const described = [say('identificationTypeDescription'), say('identificationTypeCode')].flatMap((text) => said(text) ?? [])
  // *Other identification number* is told apart in its remark.
  const kind = [...described, say('remark') ?? ''].map(identifierKind).find((found) => found !== 'other') ?? 'other'
  const doubts = [
    ['knownFalse', 'known to be false'],
    ['revokedByIssuer', 'revoked'],
    ['reportedLost', 'reported lost'],
  ].flatMap(([field, words]) => (say(field!) === 'true' ? [words!] : []))
  const label = [...described.slice(0, 1), ...doubts].join(', ')
  for (const number of new Set([said(say('number')), said(say('latinNumber'))]))
    draft.identifier(kind, number, { issuer: countryIn(say) ?? say('issuedBy'), label: label === '' ? undefined : label })
}

/** `EMAIL`, `PHONE`, `WEB`, `FAX`, with one value or several. */
export function contact(draft: PartyDraft, key: string, value: string | undefined): void {
  const kind = identifierKind(key)
  for (const part of (value ?? '').split(/[;,]\s*/)) draft.identifier(kind, part, kind === 'other' ? { label: key } : {})
}
