import { z } from 'zod'
import type { AccessExport } from '../../../engine/contest/access-export.ts'
import type { Explanation } from '../../../engine/contest/explanation.ts'
import { DISPOSITIONS } from '../../../model/disposition.ts'
import { RECOMMENDATIONS } from '../../../model/finding.ts'
import { explanationLetter } from '../../notices/letters.ts'
import { instant } from './shapes.ts'

/** What the person is told, as staff previews it and as the person's own link shows it. */
export const explanation = z
  .object({
    made: instant,
    against: z.array(
      z.object({
        /** By which the person can speak against it. */
        number: z.number().int(),
        title: z.string(),
        rests: z.array(
          z.object({
            from: z.enum(['your-file', 'your-code-account', 'your-interview', 'asked-organisation', 'file-marks', 'other-application']),
            file: z.string().optional(),
            at: z.string().optional(),
            value: z.string().optional(),
          }),
        ),
        clears: z.array(z.string()),
      }),
    ),
    inFavour: z.array(z.string()),
    recommendation: z.enum(RECOMMENDATIONS).optional(),
    decided: z.object({ kind: z.enum(DISPOSITIONS), day: z.string() }).optional(),
    /** Something is contested and nothing is done against the person until it is answered. */
    frozen: z.boolean(),
    /** The whole of it as a text in plain words. */
    letter: z.string(),
  })
  .meta({ id: 'Explanation' })

export const explanationOf = (e: Explanation): z.infer<typeof explanation> => ({
  made: e.made,
  against: e.against.map(({ number, title, rests, clears }) => ({ number, title, rests: [...rests], clears: [...clears] })),
  inFavour: [...e.inFavour],
  recommendation: e.recommendation,
  decided: e.decided,
  frozen: e.frozen,
  letter: explanationLetter(e),
})

/** A file and not a shape of the API: it holds whatever is held. */
export const exportFile = (held: AccessExport): { readonly name: string; readonly content: Uint8Array } => ({
  name: 'what-we-hold.json',
  content: Buffer.from(`${JSON.stringify(held, undefined, 2)}\n`),
})
