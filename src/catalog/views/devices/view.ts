import { defineView } from '../../../kit/input.ts'
import { placeAll } from '../../../kit/placed.ts'

/** Devices that applications and sessions came from. */
export default defineView({ id: 'devices', missing: 'no device recorded', reads: ['device'], build: placeAll })
