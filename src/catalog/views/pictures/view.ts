import { defineView } from '../../../kit/input.ts'
import { placeAll } from '../../../kit/placed.ts'

/** Pictures by their perceptual hashes; nobody's face is measured. */
export default defineView({ id: 'pictures', missing: 'no picture', reads: ['image-hash'], build: placeAll })
