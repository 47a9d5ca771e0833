import { defineView } from '../../../kit/input.ts'
import { placeAll } from '../../../kit/placed.ts'

/** Phone numbers on the candidate's own documents. */
export default defineView({ id: 'phones', missing: 'no phone number', reads: ['phone'], build: placeAll })
