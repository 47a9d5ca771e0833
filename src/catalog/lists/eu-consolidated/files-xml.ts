import type { ListedParty } from '../../../model/listed-party.ts'
import type { ListFormat } from '../../../kit/list.ts'
import { wholeDay } from '../../list-formats/dates.ts'
import { partiesOf } from '../../list-formats/parties.ts'
import { headOf } from '../../list-formats/text.ts'
import { childOf, childrenOf, readXml, type XmlElement } from '../../list-formats/xml.ts'
import { attributeOf, beginsWith, rootAttribute, say as sayChild } from '../../list-formats/xml-say.ts'
import { address, birth, citizenship, contact, entityDraft, identification, name, regulation, type Say } from './entity.ts'

/** Attributes first, then texts of children: remarks are elements, everything else is an attribute. */
const sayOf =
  (element: XmlElement): Say =>
  (field) =>
    attributeOf(element, field) ?? sayChild(element, field)

/** `xmlFullSanctionsList_1_1`: `sanctionEntity` elements under `export`. */
export const filesXml: ListFormat = {
  id: 'files-xml',
  title: 'Financial Sanctions Files in XML',
  recognise: (files) => {
    const mine = files.filter(
      (file) => beginsWith(file, 'export') && /sanctionEntity|fsd\/export/.test(headOf(file).replaceAll('\u0000', '')),
    )
    return mine.length === 0 ? undefined : mine.slice(0, 1)
  },
  read: ([file]) => {
    const parties = partiesOf(file!)
    const sanctionEntity = (element: XmlElement): void => {
      const id = attributeOf(element, 'logicalId') ?? attributeOf(element, 'euReferenceNumber')
      const at = `sanctionEntity ${id ?? `in line ${element.line}`}`
      if (id === undefined) parties.note({ kind: 'left-out', says: 'An entry has no id', at })
      else parties.add(partyOf(element, id, at))
    }
    readXml(file!, { root: 'export', records: { sanctionEntity } })
    return parties.reading(wholeDay(rootAttribute(file!, 'generationDate')))
  },
}

function partyOf(element: XmlElement, id: string, at: string): ListedParty {
  const subject = childOf(element, 'subjectType')
  const own = sayOf(element)
  const say: Say = (field) =>
    field === 'subjectType' ? (attributeOf(subject, 'code') ?? attributeOf(subject, 'classificationCode')) : own(field)
  const draft = entityDraft(id, say, at)
  for (const child of element.children) {
    READ[child.name]?.(draft, sayOf(child))
    if (child.name !== 'address') continue
    for (const part of childrenOf(child, 'contactInfo')) contact(draft, attributeOf(part, 'key') ?? '', attributeOf(part, 'value'))
  }
  return draft.done()
}

const READ: Readonly<Record<string, typeof address | undefined>> = {
  regulation,
  nameAlias: name,
  birthdate: birth,
  citizenship,
  identification,
  address,
}
