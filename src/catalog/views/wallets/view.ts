import { defineView } from '../../../kit/input.ts'
import { placeAll } from '../../../kit/placed.ts'

/** Payment wallets that the candidate names. */
export default defineView({ id: 'wallets', missing: 'no wallet address', reads: ['wallet'], build: placeAll })
