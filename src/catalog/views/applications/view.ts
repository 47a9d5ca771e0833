import { defineView } from '../../../kit/input.ts'
import { placeAll } from '../../../kit/placed.ts'

/** Applications as the applicant system recorded them. */
export default defineView({ id: 'applications', missing: 'no application record', reads: ['application'], build: placeAll })
