import { defineView } from '../../../kit/input.ts'
import { placeAll } from '../../../kit/placed.ts'

/** Addresses at exchanges to which the person’s wallets passed pay on. */
export default defineView({
  id: 'deposit-addresses',
  missing: 'no exchange address that pay was passed on to',
  reads: ['deposit-address'],
  build: placeAll,
})
