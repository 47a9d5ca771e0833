import { defineView } from '../../../kit/input.ts'
import { placeAll } from '../../../kit/placed.ts'

/** Second factors that were set up for the person. */
export default defineView({ id: 'mfa-enrolments', missing: 'no second factor recorded', reads: ['mfa-enrolment'], build: placeAll })
