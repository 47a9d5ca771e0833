import { z } from 'zod'
import { instant } from './shapes.ts'

/** From then on, and before then. */
export const period = z.object({ from: instant.default('1970-01-01T00:00:00.000Z'), to: instant.default('9999-12-31T23:59:59.999Z') })

/** A share of `n`, with the interval that holds it at 95 %. */
export const share = z
  .object({ part: z.number().int(), n: z.number().int(), rate: z.number(), low: z.number(), high: z.number() })
  .meta({ id: 'Share' })
