import { defineView } from '../../../kit/input.ts'
import { placeAll } from '../../../kit/placed.ts'

/** Text that a program reads and a person does not see. */
export default defineView({ id: 'hidden-text', missing: 'no text that is drawn invisibly', reads: ['hidden-text'], build: placeAll })
