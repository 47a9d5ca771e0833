import { defineView } from '../../../kit/input.ts'
import { placeAll } from '../../../kit/placed.ts'

/** Where equipment was sent to. */
export default defineView({ id: 'shipments', missing: 'no record of equipment sent', reads: ['shipment'], build: placeAll })
