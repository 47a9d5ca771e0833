import { z } from 'zod'
import { CHECK_KINDS, job } from './vocabulary.ts'

/**
 * The interview form: one file for one candidate, YAML or JSON, filled in by hand. `bonafide interview new` prepares it and
 * the interview reader takes it back, so its shape stands here, below both.
 *
 * There is no field for accent, language, appearance or origin, and a field that names one is refused (`refuseFields`).
 */
export const INTERVIEW_FORM = 'bonafide-interview/1'

/** A line of the form left empty is absent. */
const filled = <T extends z.ZodType>(shape: T) => z.preprocess((given) => (given === null || given === '' ? undefined : given), shape)
const short = z.string().trim().min(1, 'is empty').max(500, 'is longer than 500 characters')
const long = z.string().trim().min(1, 'is empty').max(20_000, 'is longer than 20,000 characters')
const MOMENT = /^\d{4}-\d{2}-\d{2}(?:[T ]\d{2}:\d{2}(?::\d{2}(?:\.\d{1,3})?)?\s?(?:Z|[+-]\d{2}:?\d{2})?)?$/
/** A day, or a day and a time; without a zone it is UTC. Becomes a UTC instant. */
const moment = z
  .string()
  .regex(MOMENT, 'is not a date and time such as 2026-03-31 14:00')
  .transform((written, context) => {
    const at = Date.parse(instantText(written))
    if (!Number.isNaN(at)) return new Date(at).toISOString()
    context.addIssue({ code: 'custom', message: 'is not a day of the calendar' })
    return z.NEVER
  })

function instantText(written: string): string {
  const text = written.replace(' ', 'T').replace(/\s/g, '')
  return !text.includes('T') ? `${text}T00:00:00Z` : /(?:Z|[+-]\d{2}:?\d{2})$/.test(text) ? text : `${text}Z`
}
/** YAML takes 2019 for a number. */
const asText = (given: unknown): unknown => (typeof given === 'number' ? String(given) : given)
const spokenJob = z.preprocess((given) => {
  if (typeof given !== 'object' || given === null || Array.isArray(given)) return given
  return Object.fromEntries(
    Object.entries(given)
      .filter(([, value]) => value !== null && value !== '')
      .map(([key, value]) => [key, key === 'beside' ? value : asText(value)]),
  )
}, job)

const ABOUT = ['job', 'education', 'project', 'skill', 'place', 'own-document', 'other'] as const
const AGREEMENT = ['matches', 'differs', 'not-known', 'not-asked'] as const

const question = z.strictObject({
  id: short,
  asks: long,
  about: z.enum(ABOUT),
  /** What the candidate said: the fact, not the manner. */
  said: filled(long.optional()),
  agreement: filled(z.enum(AGREEMENT).optional()),
  /** What was said about a job, as a record. */
  job: filled(spokenJob.optional()),
  recorded_by: filled(short.optional()),
  seconded_by: filled(short.optional()),
})

const seen = z.strictObject({
  kind: z.enum(['email', 'account', 'document']),
  value: short,
  recorded_by: filled(short.optional()),
  seconded_by: filled(short.optional()),
})
const observation = z.strictObject({ text: long, recorded_by: filled(short.optional()) })
const list = <T extends z.ZodType>(shape: T) => z.preprocess((given) => given ?? [], z.array(shape).max(500, 'has more than 500 entries'))

const session = z.strictObject({
  id: short,
  at: filled(moment.optional()),
  interviewer: filled(short),
  second: filled(short.optional()),
  joined_with_email: filled(z.string().trim().toLowerCase().pipe(z.email('is not an e-mail address')).optional()),
  /** Comes before everything else; without it no observation is kept. */
  accommodation_asked: z.preprocess((given) => given ?? false, z.boolean('is neither true nor false')),
  questions: list(question),
  seen_on_shared_screen: list(seen),
  observations: list(observation),
})

const check = z.strictObject({
  kind: z.enum(CHECK_KINDS),
  about: short,
  outcome: z.enum(['confirmed', 'contradicted', 'not-found', 'no-answer']),
  found: filled(long.optional()),
  /** How the contact was found: by ourselves, or as the candidate gave it. */
  contact: z.enum(['independent', 'supplied-by-candidate']),
  at: filled(moment.optional()),
  recorded_by: short,
})

export const interviewForm = z.strictObject({
  form: z.literal(INTERVIEW_FORM),
  candidate: filled(short.optional()),
  requisition: filled(short.optional()),
  sessions: list(session),
  checks: list(check),
})
export type InterviewForm = z.infer<typeof interviewForm>
export type InterviewSession = InterviewForm['sessions'][number]
