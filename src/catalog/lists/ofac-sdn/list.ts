import { defineList } from '../../../kit/list.ts'
import { advancedXml } from '../../list-formats/ofac/advanced-xml.ts'
import { csvSet } from '../../list-formats/ofac/csv-set.ts'
import { sdnXml } from '../../list-formats/ofac/sdn-xml.ts'

const EXPORTS = 'https://sanctionslistservice.ofac.treas.gov/api/PublicationPreview/exports'

export default defineList({
  id: 'ofac-sdn',
  version: 1,
  title: 'Specially Designated Nationals and Blocked Persons List',
  publisher: 'Office of Foreign Assets Control, US Department of the Treasury',
  licence: 'A work of the United States government: in the public domain, free to use and to pass on.',
  // It changes several times in most weeks.
  staleAfterDays: 7,
  from: [
    { format: 'advanced-xml', urls: [`${EXPORTS}/SDN_ADVANCED.XML`] },
    { format: 'xml', urls: [`${EXPORTS}/SDN.XML`] },
    { format: 'csv', urls: [`${EXPORTS}/SDN.CSV`, `${EXPORTS}/ALT.CSV`, `${EXPORTS}/ADD.CSV`, `${EXPORTS}/SDN_COMMENTS.CSV`] },
  ],
  formats: [
    advancedXml('advanced-xml', 'The advanced XML: SDN_ADVANCED.XML'),
    sdnXml('xml', 'The XML: SDN.XML'),
    csvSet(
      'csv',
      { entries: 'SDN.CSV', names: 'ALT.CSV', addresses: 'ADD.CSV', comments: 'SDN_COMMENTS.CSV' },
      (name) => !/^cons/i.test(name),
    ),
  ],
})
