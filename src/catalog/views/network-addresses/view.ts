import { defineView } from '../../../kit/input.ts'
import { placeAll } from '../../../kit/placed.ts'

/** Network addresses that applications and sessions came from. */
export default defineView({ id: 'network-addresses', missing: 'no network address recorded', reads: ['network-address'], build: placeAll })
