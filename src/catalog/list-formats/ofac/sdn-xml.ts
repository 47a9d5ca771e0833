import type { ListFile, ListFormat, ListReading } from '../../../kit/list.ts'
import type { ListedParty, PartyType } from '../../../model/listed-party.ts'
import { blankParty, partiesOf } from '../parties.ts'
import { tidy } from '../text.ts'
import { childOf, childrenOf, readXml, rootOf, textAt, type XmlElement } from '../xml.ts'
import { usDay } from './dates.ts'
import { addFact } from './facts.ts'
import { readRemarks } from './remarks.ts'

/** `sdn.xml` and `consolidated.xml`: one `sdnEntry` a party, everything about it inside. */

const ROOT = 'sdnList'
const TYPES = new Map<string, PartyType>([
  ['individual', 'person'],
  ['entity', 'organisation'],
  ['vessel', 'vessel'],
  ['aircraft', 'aircraft'],
])
const ADDRESS = ['address1', 'address2', 'address3', 'city', 'stateOrProvince', 'postalCode', 'country'] as const
/** List, item, where the value stands, and what it is. */
const LISTS = [
  ['dateOfBirthList', 'dateOfBirthItem', 'dateOfBirth', 'DOB'],
  ['placeOfBirthList', 'placeOfBirthItem', 'placeOfBirth', 'POB'],
  ['nationalityList', 'nationality', 'country', 'nationality'],
  ['citizenshipList', 'citizenship', 'country', 'citizen'],
] as const
const SHIP = { callSign: 'Call Sign', vesselFlag: 'Vessel Flag', vesselOwner: 'Vessel Owner' } as const
const SHIP_REMARKS = { vesselType: 'Vessel Type', tonnage: 'Tonnage', grossRegisteredTonnage: 'Gross Registered Tonnage' } as const

export const sdnXml = (id: string, title: string): ListFormat => ({
  id,
  title,
  recognise(files) {
    const file = files.find((one) => rootOf(one) === ROOT)
    return file === undefined ? undefined : [file]
  },
  read: ([file]) => readFile(file as ListFile),
})

function readFile(file: ListFile): ListReading {
  const parties = partiesOf(file)
  let published: string | undefined
  let said: number | undefined
  let seen = 0
  readXml(file, {
    root: ROOT,
    records: {
      publshInformation(element) {
        published = usDay(textAt(element, 'Publish_Date') ?? '')
        said = Number(textAt(element, 'Record_Count') ?? Number.NaN)
      },
      sdnEntry(element) {
        seen += 1
        parties.add(entryOf(element, file))
      },
    },
  })
  if (said !== undefined && Number.isFinite(said) && said !== seen)
    parties.note({ kind: 'odd', says: `The file says that it has ${said} entries, and has ${seen}`, at: file.name })
  return parties.reading(published)
}

function entryOf(element: XmlElement, file: ListFile): ListedParty {
  const type = TYPES.get(textAt(element, 'sdnType')?.toLowerCase() ?? '') ?? 'unknown'
  const party = blankParty(textAt(element, 'uid') ?? '', type, `${file.name} line ${element.line}`)
  const primary = nameOf(element)
  if (primary !== undefined) party.names.push({ full: primary, kind: 'primary', quality: 'strong' })
  for (const aka of childrenOf(childOf(element, 'akaList'), 'aka')) {
    const full = nameOf(aka)
    const former = textAt(aka, 'type')?.startsWith('f') === true
    const quality = textAt(aka, 'category')?.toLowerCase() === 'weak' ? 'weak' : 'strong'
    if (full !== undefined) party.names.push({ full, kind: former ? 'former' : 'alias', quality })
  }
  for (const programme of childrenOf(childOf(element, 'programList'), 'program')) party.programmes.push(programme.text)
  for (const address of childrenOf(childOf(element, 'addressList'), 'address')) {
    const written = ADDRESS.flatMap((part) => textAt(address, part) ?? []).join(', ')
    if (written !== '') party.addresses.push(tidy(written))
  }
  const left = [...titleOf(element), ...listsOf(party, element), ...shipOf(party, element)]
  left.push(...remarksOf(party, textAt(element, 'remarks')))
  return left.length === 0 ? party : { ...party, remarks: left.join('; ') }
}

/** Family name first, as the office writes it in its other files. */
function nameOf(element: XmlElement): string | undefined {
  const name = [textAt(element, 'lastName'), textAt(element, 'firstName')].filter((part) => part !== undefined).join(', ')
  return name === '' ? undefined : tidy(name)
}

const titleOf = (element: XmlElement): string[] => {
  const title = textAt(element, 'title')
  return title === undefined ? [] : [`Title: ${tidy(title)}`]
}

/** Everything in lists; what has no place of its own is handed back as a remark. */
function listsOf(party: ListedParty, element: XmlElement): string[] {
  const left: string[] = []
  const add = (label: string, value: string | undefined, issuer?: string): void => {
    if (!addFact(party, { label, value: value ?? '', issuer })) left.push(tidy(`${label} ${value ?? ''}`))
  }
  for (const [list, item, at, label] of LISTS) for (const one of childrenOf(childOf(element, list), item)) add(label, textAt(one, at))
  for (const one of childrenOf(childOf(element, 'idList'), 'id'))
    add(textAt(one, 'idType') ?? 'Identification', textAt(one, 'idNumber'), textAt(one, 'idCountry'))
  return left
}

function shipOf(party: ListedParty, element: XmlElement): string[] {
  const ship = childOf(element, 'vesselInfo')
  for (const [at, label] of Object.entries(SHIP)) addFact(party, { label, value: textAt(ship, at) ?? '' })
  return Object.entries(SHIP_REMARKS).flatMap(([at, label]) => {
    const value = textAt(ship, at)
    return value === undefined ? [] : [`${label} ${value}`]
  })
}

/** In this file each part of the remarks may stand in brackets: `(Linked To: SOMEBODY)`. */
const remarksOf = (party: ListedParty, written: string | undefined): readonly string[] =>
  written === undefined
    ? []
    : readRemarks(party, tidy(written).replaceAll(/(^|; ?)\((Linked To: (?:[^();]|\([^()]*\))*)\)/g, '$1$2'), false)
