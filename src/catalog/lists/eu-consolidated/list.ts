import { defineList } from '../../../kit/list.ts'
import { filesCsv } from './files-csv.ts'
import { filesXml } from './files-xml.ts'
import { journalTables } from './journal-tables.ts'

export default defineList({
  id: 'eu-consolidated',
  version: 1,
  title: 'European Union consolidated list of persons, groups and entities subject to financial sanctions',
  publisher: 'European Commission',
  licence: 'Reuse is allowed where the source is named (Commission Decision 2011/833/EU); only the Official Journal is authentic.',
  // Amended several times a month, on the day of publication in the Official Journal.
  staleAfterDays: 7,
  // The site hands the files to registered users with a token of theirs, so an address without one may answer with a page.
  from: [
    { format: 'files-xml', urls: ['https://webgate.ec.europa.eu/fsd/fsf/public/files/xmlFullSanctionsList_1_1/content'] },
    { format: 'files-csv', urls: ['https://webgate.ec.europa.eu/fsd/fsf/public/files/csvFullSanctionsList_1_1/content'] },
  ],
  formats: [filesXml, filesCsv, journalTables],
})
