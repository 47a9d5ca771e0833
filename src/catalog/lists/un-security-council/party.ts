import type { ListedBirth, ListedParty } from '../../../model/listed-party.ts'
import { partialDate, wholeDay } from '../../list-formats/dates.ts'
import { severalOf } from '../../list-formats/enumerated.ts'
import { identifierKind } from '../../list-formats/identifier-kind.ts'
import { PartyDraft } from '../../list-formats/draft.ts'
import { joined } from '../../list-formats/said.ts'
import { childrenOf, type XmlElement } from '../../list-formats/xml.ts'
import { say, says } from '../../list-formats/xml-say.ts'

const NAME_PARTS = ['FIRST_NAME', 'SECOND_NAME', 'THIRD_NAME', 'FOURTH_NAME'] as const
/** How the narrative of one entry names another: `(QDe.004)`. */
const REFERENCE = /\(([A-Z]{2}[ie]\.\d{3})\)/g

/**
 * One entry. The reference number is the id: the Council cites it everywhere and keeps it when the entry is amended, whereas
 * `DATAID` is of the database.
 */
export function partyOf(entry: XmlElement, id: string, at: string): ListedParty {
  const draft = new PartyDraft(id, entry.name === 'INDIVIDUAL' ? 'person' : 'organisation', at)
  draft
    .name(NAME_PARTS.flatMap((part) => say(entry, part) ?? []).join(' '), 'primary')
    .name(say(entry, 'NAME_ORIGINAL_SCRIPT'), 'alias')
    .text('programmes', say(entry, 'UN_LIST_TYPE'))
    .listed(wholeDay(say(entry, 'LISTED_ON')))
    .delisted(wholeDay(say(entry, 'DELISTED_ON')))
    .remark(say(entry, 'COMMENTS1'))
  for (const alias of entry.children.filter((child) => child.name.endsWith('_ALIAS'))) aliasOf(alias, draft)
  for (const title of [...childrenOf(entry, 'TITLE'), ...childrenOf(entry, 'DESIGNATION')])
    for (const value of says(title, 'VALUE')) draft.remark(value)
  for (const nationality of childrenOf(entry, 'NATIONALITY'))
    for (const value of says(nationality, 'VALUE')) draft.text('nationalities', value)
  for (const birth of childrenOf(entry, 'INDIVIDUAL_DATE_OF_BIRTH')) draft.birth(birthIn(birth)).born(say(birth, 'NOTE'))
  for (const place of childrenOf(entry, 'INDIVIDUAL_PLACE_OF_BIRTH')) draft.text('birthPlaces', placeIn(place))
  for (const address of entry.children.filter((child) => child.name.endsWith('_ADDRESS'))) draft.text('addresses', placeIn(address))
  for (const document of childrenOf(entry, 'INDIVIDUAL_DOCUMENT')) documentOf(document, draft)
  for (const [, reference] of (say(entry, 'COMMENTS1') ?? '').matchAll(REFERENCE))
    draft.tie({ kind: 'linked-to', party: reference!, by: 'id' })
  return draft.done()
}

/** Names and nothing else have a quality: *Low* is what the Council itself calls insufficient to find somebody. */
function aliasOf(alias: XmlElement, draft: PartyDraft): void {
  const quality = say(alias, 'QUALITY')?.toLowerCase() ?? ''
  for (const name of severalOf(say(alias, 'ALIAS_NAME')))
    draft.name(name, quality.startsWith('f.k.a') ? 'former' : 'alias', quality === 'low' ? 'weak' : 'strong')
  // What an alias was used with: a birth date of its own papers.
  draft.born(say(alias, 'DATE_OF_BIRTH'))
  draft.text('birthPlaces', joined([say(alias, 'CITY_OF_BIRTH'), say(alias, 'COUNTRY_OF_BIRTH')]))
}

function birthIn(birth: XmlElement): ListedBirth | undefined {
  const about = say(birth, 'TYPE_OF_DATE')?.toUpperCase() === 'APPROXIMATELY'
  const [first, last] = [say(birth, 'FROM_YEAR'), say(birth, 'TO_YEAR')].map((year) => (year === undefined ? undefined : partialDate(year)))
  const from = partialDate(say(birth, 'DATE') ?? say(birth, 'YEAR') ?? '') ?? first
  if (from === undefined) return undefined
  return { from, ...(from === first && last !== undefined && { to: last }), ...(about && { about }) }
}

function placeIn(place: XmlElement): string | undefined {
  const parts = ['STREET', 'CITY', 'STATE_PROVINCE', 'ZIP_CODE', 'COUNTRY'].map((part) => say(place, part))
  const note = say(place, 'NOTE')
  const where = joined(parts)
  return where === undefined || note === undefined ? (where ?? note) : `${where} (${note})`
}

function documentOf(document: XmlElement, draft: PartyDraft): void {
  const [type, more] = [say(document, 'TYPE_OF_DOCUMENT'), say(document, 'TYPE_OF_DOCUMENT2')]
  draft.identifier(identifierKind(type ?? more ?? ''), say(document, 'NUMBER') ?? say(document, 'NOTE'), {
    issuer: say(document, 'ISSUING_COUNTRY') ?? say(document, 'COUNTRY_OF_ISSUE'),
    label: more ?? (identifierKind(type ?? '') === 'other' ? type : undefined),
  })
}
