import { defineView } from '../../../kit/input.ts'
import { placeAll } from '../../../kit/placed.ts'

/** Referees that the candidate names, by their contacts. */
export default defineView({
  id: 'referees',
  missing: 'no referee with an e-mail address or phone number',
  reads: ['referee'],
  build: placeAll,
})
