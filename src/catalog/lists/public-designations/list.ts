import { defineList } from '../../../kit/list.ts'
import { designationsJson } from './designations-json.ts'
import { shippedFiles } from './shipped.ts'

export default defineList({
  id: 'public-designations',
  version: 1,
  title: 'Publicly designated IT-worker persons, front companies, domains and wallets',
  publisher: 'Bonafide',
  licence: 'Apache-2.0, as the program: facts from public acts, in our own words, each with its source.',
  // It changes with the program. It takes the place of no authority's list, and half a year without a release is old.
  staleAfterDays: 180,
  from: [],
  ships: shippedFiles,
  formats: [designationsJson],
})
