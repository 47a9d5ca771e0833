import { defineView } from '../../../kit/input.ts'
import { placeAll } from '../../../kit/placed.ts'

/** Scanned documents in which no text could be read. */
export default defineView({ id: 'text-layer', missing: 'no document without a text layer', reads: ['no-text-layer'], build: placeAll })
