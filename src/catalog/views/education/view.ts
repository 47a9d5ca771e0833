import { defineView } from '../../../kit/input.ts'
import { placeAll } from '../../../kit/placed.ts'

/** Schools and degrees as each artifact tells them. */
export default defineView({ id: 'education', missing: 'no education named', reads: ['education'], build: placeAll })
