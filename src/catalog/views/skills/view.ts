import { defineView } from '../../../kit/input.ts'
import { placeAll } from '../../../kit/placed.ts'

/** Skills with the years or dates claimed for them, where any are. */
export default defineView({ id: 'skills', missing: 'no skill named', reads: ['skill'], build: placeAll })
