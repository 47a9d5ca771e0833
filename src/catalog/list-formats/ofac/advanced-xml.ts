import type { ListFile, ListFormat, ListReading } from '../../../kit/list.ts'
import type { ListedParty, PartyType } from '../../../model/listed-party.ts'
import { blankParty, partiesOf, type Parties } from '../parties.ts'
import { tidy } from '../text.ts'
import { childOf, childrenOf, readXml, rootOf, textAt, type XmlElement } from '../xml.ts'
import { birthIn, dateIn } from './advanced-dates.ts'
import { namesIn } from './advanced-names.ts'
import { addFact, type Fact } from './facts.ts'
import { referencesIn, type References } from './references.ts'

/**
 * `sdn_advanced.xml` and `cons_advanced.xml`: reference values, places, documents, parties, relations and entries, in this order,
 * tied by numbers. What comes before the parties is kept by its number and what comes after is added to them, so the file is read
 * in one pass and holds no more than the parties.
 */

const ROOT = 'Sanctions'
const TYPES = new Map<string, PartyType>([
  ['Individual', 'person'],
  ['Entity', 'organisation'],
  ['Vessel', 'vessel'],
  ['Aircraft', 'aircraft'],
])
/** What the office calls a relation, and what it says of the party that it starts from. All others: linked. */
const TIES = new Map<string, ListedParty['ties'][number]['kind']>([
  ['Owned or Controlled By', 'owned-by'],
  ['Property in the interest of', 'owned-by'],
  ['Owns, controls, or operates', 'owns'],
  ['Acting for or on behalf of', 'acts-for'],
  ['Family member of', 'family'],
])
const PLACE_PARTS = ['ADDRESS1', 'ADDRESS2', 'ADDRESS3', 'CITY', 'REGION', 'STATE/PROVINCE', 'POSTAL CODE', 'Unknown']

export const advancedXml = (id: string, title: string): ListFormat => ({
  id,
  title,
  recognise(files) {
    const file = files.find((one) => rootOf(one) === ROOT)
    return file === undefined ? undefined : [file]
  },
  read: ([file]) => new AdvancedFile(file as ListFile).read(),
})

class AdvancedFile {
  readonly #file: ListFile
  readonly #parties: Parties
  #references: References = referencesIn(undefined)
  #published: string | undefined
  /** By the number of the place. */
  readonly #places = new Map<string, string>()
  /** By the number of the identity. */
  readonly #documents = new Map<string, Fact[]>()
  /** By the number of the profile. */
  readonly #profiles = new Map<string, ListedParty>()
  #nowhere = 0

  constructor(file: ListFile) {
    this.#file = file
    this.#parties = partiesOf(file)
  }

  read(): ListReading {
    const twice: ListedParty[] = []
    readXml(this.#file, {
      root: ROOT,
      records: {
        DateOfIssue: (e) => void (this.#published = dateIn(e)),
        ReferenceValueSets: (e) => void (this.#references = referencesIn(e)),
        Location: (e) => void this.#places.set(e.attributes['ID'] ?? '', this.#placeOf(e)),
        IDRegDocument: (e) => this.#document(e),
        DistinctParty: (e) => this.#party(e, twice),
        ProfileRelationship: (e) => this.#relation(e),
        SanctionsEntry: (e) => this.#entry(e),
      },
    })
    for (const party of [...this.#profiles.values(), ...twice]) this.#parties.add(party)
    if (this.#nowhere > 0)
      this.#parties.note({
        kind: 'odd',
        says: `${this.#nowhere} references lead to nothing in the file and were left out`,
        at: this.#file.name,
      })
    return this.#parties.reading(this.#published)
  }

  #placeOf(location: XmlElement): string {
    const parts = new Map<string, string>()
    for (const part of childrenOf(location, 'LocationPart')) {
      const value = textAt(part, 'LocationPartValue', 'Value')
      const name = this.#references.text('LocPartType', part.attributes['LocPartTypeID']) ?? 'Unknown'
      if (value !== undefined) parts.set(name, value)
    }
    const country = this.#country(childOf(location, 'LocationCountry')?.attributes['CountryID'])
    const all = [...PLACE_PARTS.flatMap((name) => parts.get(name) ?? []), ...(country === undefined ? [] : [country])]
    return tidy([...new Set(all)].join(', '))
  }

  #country(id: string | undefined): string | undefined {
    const name = this.#references.text('Country', id)
    return name === 'undetermined' ? undefined : name
  }

  #document(element: XmlElement): void {
    const { attributes } = element
    const label = this.#references.text('IDRegDocType', attributes['IDRegDocTypeID']) ?? 'Identification Number'
    const value = textAt(element, 'IDRegistrationNo')
    const issuer = this.#country(attributes['IssuedBy-CountryID']) ?? textAt(element, 'IssuingAuthority')
    if (value === undefined) return
    const identity = attributes['IdentityID'] ?? ''
    const before = this.#documents.get(identity)
    if (before === undefined) this.#documents.set(identity, [{ label, value, issuer }])
    else before.push({ label, value, issuer })
  }

  #party(element: XmlElement, twice: ListedParty[]): void {
    const profile = childOf(element, 'Profile')
    const id = element.attributes['FixedRef'] ?? profile?.attributes['ID'] ?? ''
    const party = blankParty(id, this.#typeOf(profile), `${this.#file.name} line ${element.line}`)
    const left: string[] = []
    const add = (fact: Fact): void => {
      if (!addFact(party, fact) && fact.value !== '') left.push(tidy(`${fact.label} ${fact.value}`))
    }
    for (const identity of childrenOf(profile, 'Identity')) {
      party.names.push(...namesIn(identity, this.#references))
      for (const fact of this.#documents.get(identity.attributes['ID'] ?? '') ?? []) add(fact)
    }
    for (const feature of childrenOf(profile, 'Feature')) this.#feature(party, feature, add)
    const comment = textAt(element, 'Comment')
    if (comment !== undefined) left.unshift(tidy(comment))
    if (left.length > 0) party.remarks = left.join('; ')
    const key = profile?.attributes['ID'] ?? id
    if (this.#profiles.has(key)) twice.push(party)
    else this.#profiles.set(key, party)
  }

  #typeOf(profile: XmlElement | undefined): PartyType {
    const id = profile?.attributes['PartySubTypeID']
    const sub = this.#references.text('PartySubType', id)
    const type = this.#references.text('PartyType', this.#references.attribute('PartySubType', id, 'PartyTypeID'))
    return TYPES.get(sub ?? '') ?? TYPES.get(type ?? '') ?? 'unknown'
  }

  #feature(party: ListedParty, feature: XmlElement, add: (fact: Fact) => void): void {
    const label = tidy(this.#references.text('FeatureType', feature.attributes['FeatureTypeID']) ?? 'Feature')
    for (const version of childrenOf(feature, 'FeatureVersion')) {
      const birth = label === 'Birthdate' ? birthIn(childOf(version, 'DatePeriod')) : undefined
      if (birth !== undefined) party.births.push(birth)
      else
        for (const value of this.#valuesOf(version)) {
          if (label === 'Location') party.addresses.push(value)
          else add({ label, value })
        }
    }
  }

  #valuesOf(version: XmlElement): string[] {
    const details = childrenOf(version, 'VersionDetail').flatMap(({ text, attributes }) => {
      const referred = attributes['DetailReferenceID']
      return this.#found(referred === undefined ? text : this.#references.text('DetailReference', referred), referred)
    })
    const places = childrenOf(version, 'VersionLocation').flatMap(({ attributes }) =>
      this.#found(this.#places.get(attributes['LocationID'] ?? ''), attributes['LocationID']),
    )
    const date = dateIn(childOf(version, 'DatePeriod', 'Start', 'From'))
    return [...details, ...places, ...(details.length + places.length === 0 && date !== undefined ? [date] : [])]
  }

  /** `referred`: the number that should have led to the value. */
  #found(value: string | undefined, referred: string | undefined): string[] {
    if (value === undefined && referred !== undefined) this.#nowhere += 1
    return value === undefined || value === '' ? [] : [value]
  }

  #relation({ attributes }: XmlElement): void {
    const from = this.#profiles.get(attributes['From-ProfileID'] ?? '')
    const to = this.#profiles.get(attributes['To-ProfileID'] ?? '')
    if (from === undefined || to === undefined) {
      this.#nowhere += 1
      return
    }
    const type = this.#references.text('RelationType', attributes['RelationTypeID'])?.replace(/:$/, '') ?? ''
    // Who owned it once does not own it now, and stays somebody to look at.
    const kind = attributes['Former'] === 'true' ? 'linked-to' : (TIES.get(type) ?? 'linked-to')
    from.ties.push({ kind, party: to.id, by: 'id' })
  }

  /** Programmes, and the first day on which the party was entered. */
  #entry(element: XmlElement): void {
    const party = this.#profiles.get(element.attributes['ProfileID'] ?? '')
    if (party === undefined) {
      this.#nowhere += 1
      return
    }
    for (const measure of childrenOf(element, 'SanctionsMeasure')) {
      const programme = textAt(measure, 'Comment')
      if (programme !== undefined && this.#references.text('SanctionsType', measure.attributes['SanctionsTypeID']) === 'Program')
        party.programmes.push(programme)
    }
    const days = childrenOf(element, 'EntryEvent').flatMap((event) => dateIn(childOf(event, 'Date')) ?? [])
    const first = [...days.filter((day) => day.length === 10), ...(party.listed === undefined ? [] : [party.listed])].sort()[0]
    if (first !== undefined) party.listed = first
  }
}
