import { defineView } from '../../../kit/input.ts'
import { placeAll } from '../../../kit/placed.ts'

/** Companies that are paid instead of the person. */
export default defineView({
  id: 'payee-companies',
  missing: 'no company that is paid instead of the person',
  reads: ['payee-company'],
  build: placeAll,
})
