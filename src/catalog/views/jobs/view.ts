import { defineView } from '../../../kit/input.ts'
import { placeAll } from '../../../kit/placed.ts'

/** Jobs as each artifact tells them; the same job told twice stands twice. */
export default defineView({ id: 'jobs', missing: 'no employment history', reads: ['job'], build: placeAll })
