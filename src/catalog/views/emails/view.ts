import { defineView } from '../../../kit/input.ts'
import { placeAll } from '../../../kit/placed.ts'

/** E-mail addresses on the candidate's own documents. */
export default defineView({ id: 'emails', missing: 'no e-mail address', reads: ['email'], build: placeAll })
