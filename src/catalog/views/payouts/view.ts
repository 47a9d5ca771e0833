import { defineView } from '../../../kit/input.ts'
import { placeAll } from '../../../kit/placed.ts'

/** Payments, with where they went. */
export default defineView({ id: 'payouts', missing: 'no payment recorded', reads: ['payout'], build: placeAll })
