import { defineView } from '../../../kit/input.ts'
import { placeAll } from '../../../kit/placed.ts'

/** Interview sessions. */
export default defineView({ id: 'meetings', missing: 'no interview session', reads: ['interview-session'], build: placeAll })
