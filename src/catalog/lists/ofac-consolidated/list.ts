import { defineList } from '../../../kit/list.ts'
import { advancedXml } from '../../list-formats/ofac/advanced-xml.ts'
import { csvSet } from '../../list-formats/ofac/csv-set.ts'
import { sdnXml } from '../../list-formats/ofac/sdn-xml.ts'

const EXPORTS = 'https://sanctionslistservice.ofac.treas.gov/api/PublicationPreview/exports'

export default defineList({
  id: 'ofac-consolidated',
  version: 1,
  title: 'Consolidated Sanctions List (all lists of the office but the SDN list)',
  publisher: 'Office of Foreign Assets Control, US Department of the Treasury',
  licence: 'A work of the United States government: in the public domain, free to use and to pass on.',
  // It changes a few times a year, and is published anew with every change of the other list.
  staleAfterDays: 30,
  from: [
    { format: 'advanced-xml', urls: [`${EXPORTS}/CONS_ADVANCED.XML`] },
    { format: 'xml', urls: [`${EXPORTS}/CONSOLIDATED.XML`] },
    {
      format: 'csv',
      urls: [`${EXPORTS}/CONS_PRIM.CSV`, `${EXPORTS}/CONS_ALT.CSV`, `${EXPORTS}/CONS_ADD.CSV`, `${EXPORTS}/CONS_COMMENTS.CSV`],
    },
  ],
  formats: [
    advancedXml('advanced-xml', 'The advanced XML: CONS_ADVANCED.XML'),
    sdnXml('xml', 'The XML: CONSOLIDATED.XML'),
    csvSet('csv', { entries: 'CONS_PRIM.CSV', names: 'CONS_ALT.CSV', addresses: 'CONS_ADD.CSV', comments: 'CONS_COMMENTS.CSV' }, (name) =>
      /^cons/i.test(name),
    ),
  ],
})
