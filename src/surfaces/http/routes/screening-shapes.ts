import { z } from 'zod'
import { MATCH_STATES, OUTCOMES, type FiledMatch, type MatchAct } from '../../../model/adjudication.ts'
import { LISTED_IDENTIFIERS, listedParty, PARTY_TYPES } from '../../../model/listed-party.ts'
import type { ListHit, ScreeningMethod } from '../../../model/screening.ts'
import type { SideBySide } from '../../../engine/screening/side-by-side.ts'
import type { hitDocument } from '../../documents/hits.ts'
import { instant } from './shapes.ts'

/** Shapes of the sanctions room. */

export const hit = z
  .looseObject({
    list: z.string(),
    version: z.string(),
    entry: z.string(),
    name: z.string(),
    score: z.number(),
    state: z.enum(['name-only', 'possible']),
    explanation: z.string(),
    /** Of the name alone. */
    nameScore: z.number(),
    /** Only one part of a name of several met: never enough to be confirmed. */
    onePart: z.boolean(),
    type: z.enum(PARTY_TYPES),
    programmes: z.array(z.string()),
    comparisons: z.array(
      z.object({
        about: z.enum(['birth', 'identifier', 'wallet', 'address', 'type']),
        agrees: z.enum(['yes', 'near', 'no']),
        mine: z.string(),
        theirs: z.string(),
        precision: z.enum(['year', 'month', 'day']).optional(),
        says: z.string(),
      }),
    ),
    /** What the entry says that the subject leaves open. */
    missing: z.array(z.string()),
  })
  .meta({ id: 'ListHit' })

/** With what a result was made. */
export const method = z.looseObject({
  algorithm: z.string(),
  asOf: z.string(),
  lists: z.array(z.looseObject({ list: z.string(), version: z.string(), published: z.string().optional(), imported: instant })),
})
export const methodShown = ({ lists, ...how }: ScreeningMethod): z.infer<typeof method> => ({
  ...how,
  lists: lists.map((one) => ({ ...one })),
})

/** Nothing in it is shared with what is kept. */
export const hitShown = (found: ListHit | ReturnType<typeof hitDocument>): z.infer<typeof hit> => ({
  ...found,
  programmes: [...found.programmes],
  comparisons: [...found.comparisons],
  missing: [...found.missing],
})

export const matchLine = z
  .object({
    match: z.string(),
    about: z.enum(['persona', 'query']),
    subject: z.string(),
    type: z.enum(PARTY_TYPES),
    names: z.array(z.string()),
    list: z.string(),
    entry: z.string(),
    listed: z.string(),
    score: z.number(),
    state: z.enum(MATCH_STATES),
    owner: z.string().optional(),
    opened: instant,
    due: instant.optional(),
    expires: instant.optional(),
  })
  .meta({ id: 'MatchLine' })

export const matchLineOf = ({
  id,
  about,
  subject,
  hit: found,
  state,
  owner,
  opened,
  due,
  expires,
}: FiledMatch): z.infer<typeof matchLine> => ({
  match: id,
  about,
  subject: subject.id,
  type: subject.type,
  names: [...subject.names],
  list: found.list,
  entry: found.entry,
  listed: found.name,
  score: found.score,
  state,
  owner,
  opened,
  due,
  expires,
})

export const act = z.object({
  seq: z.number().int(),
  kind: z.string(),
  by: z.string(),
  at: instant,
  reason: z.string(),
  outcome: z.enum(OUTCOMES).optional(),
  form: z.unknown(),
})

export const actOf = ({ seq, kind, by, at, reason, outcome, form }: MatchAct): z.infer<typeof act> => ({
  seq,
  kind,
  by,
  at,
  reason,
  outcome,
  form,
})

const texts = z.array(z.string())

export const sides = z
  .object({
    subject: z.object({
      type: z.enum(PARTY_TYPES),
      names: texts,
      births: texts,
      identifiers: z.array(z.object({ kind: z.enum(LISTED_IDENTIFIERS), value: z.string(), issuer: z.string().optional() })),
      wallets: z.array(z.object({ address: z.string(), currency: z.string().optional() })),
      addresses: texts,
    }),
    /** Absent where the version it stood on is kept no more. */
    entry: listedParty.optional(),
    /** The pair of names to go by, part by part. */
    names: z
      .object({
        mine: z.string(),
        listed: z.string(),
        weak: z.boolean(),
        parts: z.array(z.object({ query: z.string(), listed: z.string(), how: z.string(), score: z.number() })),
        /** Words that met nothing. */
        queryLeft: texts,
        listedLeft: texts,
        against: texts,
      })
      .optional(),
  })
  .meta({ id: 'MatchSides' })

export const sidesOf = ({ match: { subject }, entry, names }: SideBySide): z.infer<typeof sides> => ({
  subject: {
    type: subject.type,
    names: [...subject.names],
    births: [...subject.births],
    identifiers: [...subject.identifiers],
    wallets: [...subject.wallets],
    addresses: [...subject.addresses],
  },
  entry,
  names:
    names === undefined
      ? undefined
      : {
          mine: names.mine,
          listed: names.name,
          weak: names.weak,
          parts: [...names.comparison.parts],
          queryLeft: [...names.comparison.queryLeft],
          listedLeft: [...names.comparison.listedLeft],
          against: [...names.comparison.against],
        },
})
