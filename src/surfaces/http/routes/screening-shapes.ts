import { z } from 'zod'
import { MATCH_STATES, OUTCOMES, type FiledMatch, type MatchAct } from '../../../model/adjudication.ts'
import { PARTY_TYPES } from '../../../model/listed-party.ts'
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
  })
  .meta({ id: 'ListHit' })

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
