import { defineView } from '../../../kit/input.ts'
import { placeAll } from '../../../kit/placed.ts'

/** Records that somebody met the candidate in person, or tried to. */
export default defineView({
  id: 'meetings-in-person',
  missing: 'no record of a meeting in person',
  reads: ['check'],
  build: (of) => placeAll(of.filter((s) => s.value.kind === 'met-in-person')),
})
