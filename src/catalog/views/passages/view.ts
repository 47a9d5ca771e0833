import { defineView } from '../../../kit/input.ts'
import { placeAll } from '../../../kit/placed.ts'

/** Prose of all documents, passage by passage, with the own name and contacts already masked. */
export default defineView({ id: 'passages', missing: 'no prose', reads: ['passage'], build: placeAll })
