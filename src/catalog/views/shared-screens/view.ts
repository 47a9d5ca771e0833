import { defineView } from '../../../kit/input.ts'
import { placeAll } from '../../../kit/placed.ts'

/** What an interviewer saw on a screen that the candidate shared. */
export default defineView({
  id: 'shared-screens',
  missing: 'nothing recorded from a shared screen',
  reads: ['seen-on-shared-screen'],
  build: placeAll,
})
