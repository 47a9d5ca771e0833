import { defineList } from '../../../kit/list.ts'
import { conListCsv } from './con-list-csv.ts'
import { sanctionsListCsv } from './sanctions-list-csv.ts'
import { sanctionsListXml } from './sanctions-list-xml.ts'

export default defineList({
  id: 'uk-sanctions',
  version: 1,
  title: 'UK Sanctions List',
  publisher: 'UK Foreign, Commonwealth & Development Office',
  licence: 'Open Government Licence v3.0: use and pass on freely, naming the source.',
  // Amended several times a month; firms are expected to follow at once.
  staleAfterDays: 7,
  from: [
    { format: 'sanctions-list-xml', urls: ['https://sanctionslist.fcdo.gov.uk/docs/UK-Sanctions-List.xml'] },
    { format: 'sanctions-list-csv', urls: ['https://sanctionslist.fcdo.gov.uk/docs/UK-Sanctions-List.csv'] },
  ],
  formats: [sanctionsListXml, sanctionsListCsv, conListCsv],
})
