import { defineView } from '../../../kit/input.ts'
import { placeAll } from '../../../kit/placed.ts'

/** Ratings that the person’s account received. */
export default defineView({ id: 'ratings', missing: 'no rating recorded', reads: ['rating'], build: placeAll })
