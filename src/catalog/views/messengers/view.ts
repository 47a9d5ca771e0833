import { defineView } from '../../../kit/input.ts'
import { placeAll } from '../../../kit/placed.ts'

/** Accounts on messengers that the candidate names. */
export default defineView({ id: 'messengers', missing: 'no messenger handle', reads: ['messenger'], build: placeAll })
