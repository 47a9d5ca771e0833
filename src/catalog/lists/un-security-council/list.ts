import { defineList } from '../../../kit/list.ts'
import { consolidatedXml } from './consolidated-xml.ts'

export default defineList({
  id: 'un-security-council',
  version: 1,
  title: 'United Nations Security Council Consolidated List',
  publisher: 'United Nations Security Council',
  licence: 'Published by the United Nations for everybody to give effect to its measures; use it as published and say where it is from.',
  // Committees list and delist within days of a decision, and states must act without delay.
  staleAfterDays: 7,
  from: [{ format: 'consolidated-xml', urls: ['https://scsanctions.un.org/resources/xml/en/consolidated.xml'] }],
  formats: [consolidatedXml],
})
