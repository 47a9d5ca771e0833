import { defineView } from '../../../kit/input.ts'
import { placeAll } from '../../../kit/placed.ts'

/** Where the person says to live. */
export default defineView({ id: 'postal-addresses', missing: 'no postal address', reads: ['postal-address'], build: placeAll })
