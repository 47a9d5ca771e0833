import { defineView } from '../../../kit/input.ts'
import { placeAll } from '../../../kit/placed.ts'

/** Answers of the identity channel about author fields; the names themselves stay there. */
export default defineView({
  id: 'authorship',
  missing: 'no author field that could be compared with the candidate',
  reads: ['authorship'],
  build: placeAll,
})
