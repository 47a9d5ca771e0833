import { defineView } from '../../../kit/input.ts'
import { placeAll } from '../../../kit/placed.ts'

/** Networks that the company’s laptop of the person was on. */
export default defineView({
  id: 'laptop-networks',
  missing: 'no network of a company laptop recorded',
  reads: ['laptop-network'],
  build: placeAll,
})
