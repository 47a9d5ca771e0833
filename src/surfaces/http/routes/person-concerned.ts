import { z } from 'zod'
import { exportByLink } from '../../../engine/contest/access-export.ts'
import { askAnotherWay } from '../../../engine/contest/another-way.ts'
import { answerAsk, seeAsk } from '../../../engine/contest/ask.ts'
import { fileContest } from '../../../engine/contest/contest.ts'
import { seeExplanation } from '../../../engine/contest/explanation.ts'
import { seeOutcome } from '../../../engine/contest/outcome.ts'
import { badUsage } from '../../../model/errors.ts'
import { CONTESTS, OUTCOMES } from '../../../model/contest.ts'
import { ROLES } from '../../../model/statement.ts'
import { askLetter, outcomeLetter } from '../../notices/letters.ts'
import { fileReply, route } from '../route.ts'
import { explanation, explanationOf, exportFile } from './explanation-shapes.ts'
import { instant } from './shapes.ts'

/**
 * For the person it is about, who has a link and no account. The link is sent in the body, so that it stands in no log and in no
 * address that a browser passes on. One that never was, was used, or is over gives one and the same answer (R-131).
 */

const link = z.string().min(1).max(300)
const held = z.object({ link })
const example = { link: `local.${'0'.repeat(16)}.${'0'.repeat(64)}` }
/** A person looks a few times and answers once; whoever tries links does not get far. */
const perMinute = 30

/** Fields of a form beside its files, checked. */
function formed<T>(shape: z.ZodType<T>, fields: Readonly<Record<string, string>>): T {
  const read = shape.safeParse(fields)
  if (read.success) return read.data
  throw badUsage(`In the form: ${read.error.issues.map((i) => `${i.path.join('.')}: ${i.message}`).join('; ')}`)
}

const ask = route({
  method: 'POST',
  path: '/api/person/ask',
  says: 'Shows the question that a link was made for. It stays good.',
  may: 'anybody',
  perMinute,
  body: held,
  example,
  reply: z.object({ question: z.string(), documents: z.array(z.enum(ROLES)), until: instant, letter: z.string() }),
  async handle({ deps, address }, { body }) {
    const shown = await seeAsk(deps, { link: body.link, address })
    return { ...shown, documents: [...shown.documents], letter: askLetter(shown) }
  },
})

const answered = route({
  method: 'POST',
  path: '/api/person/ask/answer',
  says: 'Answers the question, once: fields `link` and `text`, and files where there are any.',
  may: 'anybody',
  perMinute,
  files: true,
  async handle({ deps, parts, catalog, address, form }) {
    const { fields, files } = await form()
    const { text, ...from } = formed(z.object({ link, text: z.string() }), fields)
    await answerAsk({ ...deps, jobs: parts.jobs }, catalog, { ...from, address }, { text, files })
  },
})

const anotherWay = route({
  method: 'POST',
  path: '/api/person/ask/another-way',
  says: 'Asks to do it another way. The link stays good, and it does not count.',
  may: 'anybody',
  perMinute,
  body: held.extend({ wish: z.string().min(2).max(5_000) }),
  example: { ...example, wish: 'By telephone, please.' },
  async handle({ deps, address }, { body }) {
    await askAnotherWay(deps, { link: body.link, address }, body.wish)
  },
})

const explained = route({
  method: 'POST',
  path: '/api/person/explanation',
  says: 'Shows what was found, what it rests on, and how to speak against it. The link stays good.',
  may: 'anybody',
  perMinute,
  body: held,
  example,
  reply: explanation,
  handle: async ({ deps, catalog, address }, { body }) => explanationOf(await seeExplanation(deps, catalog, { link: body.link, address })),
})

const record = route({
  method: 'POST',
  path: '/api/person/record',
  says: 'Everything that is held on the person. The link stays good.',
  may: 'anybody',
  perMinute,
  body: held,
  example,
  reply: fileReply('application/json'),
  handle: async ({ deps, catalog, address }, { body }) => exportFile(await exportByLink(deps, catalog, { link: body.link, address })),
})

const contested = route({
  method: 'POST',
  path: '/api/person/review',
  says: 'Says what is wrong, once: fields `link`, `kind`, `statement` and `wrong` (numbers of the explanation, with commas; empty for all of it), and files where there are any.',
  may: 'anybody',
  perMinute,
  files: true,
  status: 201,
  reply: z.object({ review: z.string(), due: instant }),
  async handle({ deps, parts, catalog, address, form }) {
    const { fields, files } = await form()
    const numbers = z
      .string()
      .regex(/^(\d{1,3}(,\d{1,3}){0,199})?$/, 'numbers with commas')
      .transform((text) => (text === '' ? [] : text.split(',').map(Number)))
    const shape = z.object({ link, kind: z.enum(CONTESTS), statement: z.string(), wrong: numbers.default([]) })
    const { link: through, ...filing } = formed(shape, fields)
    const { id, due } = await fileContest({ ...deps, jobs: parts.jobs }, catalog, { link: through, address }, { ...filing, files })
    return { review: id, due }
  },
})

const outcome = route({
  method: 'POST',
  path: '/api/person/outcome',
  says: 'Shows the answer to what the person said, with reasons; absent where there is none yet. The link stays good.',
  may: 'anybody',
  perMinute,
  body: held,
  example,
  reply: z.object({
    outcome: z.enum(OUTCOMES).optional(),
    further: z.boolean().optional(),
    /** Days on which the person wrote and was answered. */
    asked: z.iso.date().optional(),
    day: z.iso.date().optional(),
    reason: z.string().optional(),
    /** How many points no longer count. */
    withdrawn: z.number().int().optional(),
    /** A decision against the person was taken back. */
    takenBack: z.boolean().optional(),
    letter: z.string().optional(),
  }),
  async handle({ deps, address }, { body }) {
    const found = await seeOutcome(deps, { link: body.link, address })
    if (found === undefined) return {}
    const { outcome: said, further, asked, day, reason, withdrawn, takenBack } = found
    return { outcome: said, further, asked, day, reason, withdrawn, takenBack, letter: outcomeLetter(found) }
  },
})

export const personConcernedRoutes = [ask, answered, anotherWay, explained, record, contested, outcome] as const
