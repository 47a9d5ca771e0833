import type { ListedParty } from '../../../model/listed-party.ts'
import type { ListFormat } from '../../../kit/list.ts'
import { wholeDay } from '../../list-formats/dates.ts'
import { PartyDraft } from '../../list-formats/draft.ts'
import { identifierKind } from '../../list-formats/identifier-kind.ts'
import { partiesOf } from '../../list-formats/parties.ts'
import { joined } from '../../list-formats/said.ts'
import { readXml, type XmlElement } from '../../list-formats/xml.ts'
import { beginsWith, say, says, within } from '../../list-formats/xml-say.ts'
import { addName, addOwners, imoNumber, typeOf } from './designation.ts'

const ROOT = 'Designations'

/** `UK-Sanctions-List.xml`: one `Designation` each, with the day of the file in `DateGenerated`. */
export const sanctionsListXml: ListFormat = {
  id: 'sanctions-list-xml',
  title: 'UK Sanctions List in XML',
  recognise: (files) => {
    const mine = files.filter((file) => beginsWith(file, ROOT))
    return mine.length === 0 ? undefined : mine.slice(0, 1)
  },
  read: ([file]) => {
    const parties = partiesOf(file!)
    let published: string | undefined
    readXml(file!, {
      root: ROOT,
      records: {
        DateGenerated: ({ text }) => {
          published = wholeDay(text)
        },
        Designation: (element) => {
          const id = say(element, 'UniqueID') ?? say(element, 'OFSIGroupID')
          const at = `Designation ${id ?? `in line ${element.line}`}`
          if (id === undefined) parties.note({ kind: 'left-out', says: 'A designation has no id', at })
          else parties.add(partyOf(element, id, at))
        },
      },
    })
    return parties.reading(published)
  },
}

function partyOf(entry: XmlElement, id: string, at: string): ListedParty {
  const draft = new PartyDraft(id, typeOf(say(entry, 'IndividualEntityShip')), at)
  draft
    .identifier('other', say(entry, 'OFSIGroupID'), { label: 'OFSI group' })
    .identifier('other', say(entry, 'UNReferenceNumber'), { label: 'UN reference' })
    .text('programmes', say(entry, 'RegimeName'))
    .listed(wholeDay(say(entry, 'DateDesignated')))
  for (const name of within(entry, 'Name')) {
    const parts = ['Name1', 'Name2', 'Name3', 'Name4', 'Name5', 'Name6'].map((part) => say(name, part))
    addName(draft, parts, { kind: say(name, 'NameType'), strength: say(name, 'AliasStrength') })
  }
  for (const name of says(entry, 'NameNonLatinScript')) draft.name(name, 'alias')
  for (const address of within(entry, 'Address'))
    draft.text(
      'addresses',
      joined([
        ...[1, 2, 3, 4, 5, 6].map((line) => say(address, `AddressLine${line}`)),
        say(address, 'AddressPostalCode'),
        say(address, 'AddressCountry'),
      ]),
    )
  for (const birth of says(entry, 'DOB')) draft.born(birth)
  for (const place of within(entry, 'Location'))
    draft.text('birthPlaces', joined([say(place, 'TownOfBirth'), say(place, 'CountryOfBirth')]))
  for (const nationality of says(entry, 'Nationality')) draft.text('nationalities', nationality)
  identifiersOf(entry, draft)
  addOwners(draft, [...says(entry, 'CurrentOwnerOperator'), ...says(entry, 'ParentCompany')])
  for (const subsidiary of says(entry, 'Subsidiary')) draft.tie({ kind: 'owns', party: subsidiary, by: 'name' })
  for (const position of says(entry, 'Position')) draft.remark(position)
  return draft.remark(say(entry, 'OtherInformation')).remark(say(entry, 'UKStatementofReasons')).done()
}

function identifiersOf(entry: XmlElement, draft: PartyDraft): void {
  for (const passport of within(entry, 'Passport'))
    draft.identifier('passport', say(passport, 'PassportNumber'), { label: say(passport, 'PassportAdditionalInformation') })
  for (const national of within(entry, 'NationalIdentifier')) {
    const label = say(national, 'NationalIdentifierAdditionalInformation')
    const kind = identifierKind(label ?? '')
    draft.identifier(kind === 'other' ? 'national-id' : kind, say(national, 'NationalIdentifierNumber'), { label })
  }
  for (const number of says(entry, 'BusinessRegistrationNumber')) draft.identifier('registration', number)
  for (const number of says(entry, 'IMONumber')) draft.identifier('imo', imoNumber(number))
  for (const phone of says(entry, 'PhoneNumber')) draft.identifier('phone', phone)
  for (const mail of says(entry, 'EmailAddress')) for (const one of mail.split(/[;,\s]+/)) draft.identifier('email', one)
  for (const site of says(entry, 'Website')) draft.identifier('website', site)
}
