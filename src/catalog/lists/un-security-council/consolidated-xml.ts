import type { ListFormat } from '../../../kit/list.ts'
import { wholeDay } from '../../list-formats/dates.ts'
import { partiesOf } from '../../list-formats/parties.ts'
import { readXml, type XmlElement } from '../../list-formats/xml.ts'
import { beginsWith, rootAttribute, say } from '../../list-formats/xml-say.ts'
import { partyOf } from './party.ts'

const ROOT = 'CONSOLIDATED_LIST'

/** The one XML file of the Council: `INDIVIDUALS` and `ENTITIES` under `CONSOLIDATED_LIST`, with the moment at which it was made. */
export const consolidatedXml: ListFormat = {
  id: 'consolidated-xml',
  title: 'Consolidated list in XML',
  recognise: (files) => {
    const mine = files.filter((file) => beginsWith(file, ROOT))
    return mine.length === 0 ? undefined : mine.slice(0, 1)
  },
  read: ([file]) => {
    const parties = partiesOf(file!)
    const entry = (element: XmlElement): void => {
      const id = say(element, 'REFERENCE_NUMBER') ?? say(element, 'DATAID')
      const at = `${element.name} ${say(element, 'DATAID') ?? id ?? `in line ${element.line}`}`
      if (id === undefined) parties.note({ kind: 'left-out', says: 'An entry has neither a reference number nor an id of its own', at })
      else parties.add(partyOf(element, id, at))
    }
    readXml(file!, { root: ROOT, records: { INDIVIDUAL: entry, ENTITY: entry } })
    return parties.reading(wholeDay(rootAttribute(file!, 'dateGenerated')))
  },
}
