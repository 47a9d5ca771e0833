import { z } from 'zod'
import { contestNamed, contestsWaiting } from '../../../engine/contest/contest.ts'
import { answerContest } from '../../../engine/contest/decide.ts'
import { outcomeOf } from '../../../engine/contest/outcome.ts'
import { CONTESTS, OUTCOMES, type Contest } from '../../../model/contest.ts'
import { outcomeLetter } from '../../notices/letters.ts'
import { cursorOf, cut, pageOf, paging } from '../page.ts'
import { route } from '../route.ts'
import { UNWATCHED } from '../unwatched.ts'
import { instant, reason } from './shapes.ts'

const ids = z.array(z.string().max(100)).max(200)
const review = z
  .object({
    review: z.string(),
    persona: z.string(),
    kind: z.enum(CONTESTS),
    instance: z.union([z.literal(1), z.literal(2)]),
    /** The first instance of this one. */
    of: z.string().optional(),
    statement: z.string(),
    /** Findings that are said to be wrong. */
    wrong: ids,
    files: z.number().int(),
    run: z.string().optional(),
    at: instant,
    due: instant,
    decided: z
      .object({
        outcome: z.enum(OUTCOMES),
        by: z.string(),
        at: instant,
        reason: z.string(),
        findings: ids,
        apart: ids,
        indicators: ids,
        undone: z.array(z.number().int()),
      })
      .optional(),
  })
  .meta({ id: 'Review' })

const reviewOf = ({ id, wrong, decided: d, ...rest }: Contest): z.infer<typeof review> => ({
  ...rest,
  review: id,
  wrong: [...wrong],
  ...(d === undefined
    ? {}
    : { decided: { ...d, findings: [...d.findings], apart: [...d.apart], indicators: [...d.indicators], undone: [...d.undone] } }),
})
const params = z.object({ review: z.string().max(40) })
const place = cursorOf(z.object({ at: instant, id: z.string().max(40) }))

const list = route({
  method: 'GET',
  path: '/api/reviews',
  says: 'Corrections and appeals that nobody has answered, oldest first.',
  may: 'appeal:decide',
  query: z.object(paging),
  reply: pageOf(review),
  async handle({ deps, caller }, { query: { after, limit } }) {
    const rows = await contestsWaiting(deps, caller, { after: place.read(after), limit: limit + 1 })
    return cut(rows, limit, reviewOf, ({ at, id }) => place.write({ at, id }))
  },
})

const one = route({
  method: 'GET',
  path: '/api/reviews/:review',
  says: 'A correction or an appeal, with what the person wrote.',
  may: 'appeal:decide',
  params,
  reply: review,
  handle: async ({ deps, caller }, { params: { review: id } }) => reviewOf(await contestNamed(deps, caller, id)),
})

const answer = route({
  method: 'POST',
  path: '/api/reviews/:review/answer',
  says: 'Answers a correction or an appeal, by somebody who has decided nothing about the person. Upheld, what it was about no longer counts for anybody and does not come back. Returns the letter and the link under which the person reads it.',
  may: 'appeal:decide',
  once: false,
  params,
  body: z.object({
    outcome: z.enum(OUTCOMES),
    /** Read by the person. */
    reason,
    /** Those that do not stand; without them, those that the person named. */
    findings: ids.optional(),
    /** Candidates that this one is not the same as. */
    apart: ids.default([]),
    /** Indicators to take back for everybody. */
    indicators: ids.default([]),
  }),
  example: { outcome: 'upheld', reason: 'The agency says that the number is theirs.', apart: [], indicators: [] },
  reply: z.object({ review, link: z.string(), letter: z.string(), changed: z.number().int() }),
  async handle({ deps, parts, catalog, caller }, { params: { review: contest }, body: { findings, ...body } }) {
    const work = { ...body, contest, watch: UNWATCHED, ...(findings === undefined ? {} : { findings }) }
    const done = await answerContest({ ...deps, jobs: parts.jobs }, catalog, caller, work)
    const told = outcomeOf(done.contest)
    return {
      review: reviewOf(done.contest),
      link: done.link,
      letter: told === undefined ? '' : outcomeLetter(told),
      changed: done.changes.length,
    }
  },
})

export const reviewRoutes = [list, one, answer] as const
