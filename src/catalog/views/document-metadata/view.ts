import { defineView } from '../../../kit/input.ts'
import { placeAll } from '../../../kit/placed.ts'

/** What each file says about how it was made. */
export default defineView({ id: 'document-metadata', missing: 'no document with metadata', reads: ['document-metadata'], build: placeAll })
