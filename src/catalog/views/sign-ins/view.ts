import { defineView } from '../../../kit/input.ts'
import { placeAll } from '../../../kit/placed.ts'

/** Sign-ins to accounts of the person. */
export default defineView({ id: 'sign-ins', missing: 'no sign-in recorded', reads: ['sign-in'], build: placeAll })
