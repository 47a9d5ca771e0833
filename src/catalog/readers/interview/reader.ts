import type { z } from 'zod'
import { defineReader, type Reading } from '../../../kit/reader.ts'
import { unreadable } from '../../../model/errors.ts'
import { INTERVIEW_FORM, interviewForm, type InterviewForm, type InterviewSession } from '../../../model/interview-form.ts'
import { refuseFields } from '../../../model/refused.ts'
import { refuseWording } from '../../../model/wording.ts'
import { collector, type Collector } from '../../grammar/collector.ts'
import { formValue } from './form-text.ts'

/** What stands between these marks in a question is quoted from the candidate's own documents: the names of employers and projects. */
const QUOTED = /“[^”]*”/g

export default defineReader({
  id: 'interview',
  version: 1,
  title: 'Interview record (YAML or JSON form)',
  extensions: ['.yml', '.yaml', '.json'],
  ownRecord: true,
  recognise(head, name) {
    if (!/\.(?:ya?ml|json)$/i.test(name)) return 'no'
    const text = new TextDecoder().decode(head)
    if (new RegExp(`^\\s*(?:#.*\\n\\s*)*\\{?[^]{0,2000}["']?form["']?\\s*:\\s*["']?${INTERVIEW_FORM}`).test(text)) return 'yes'
    return /["']?accommodation_asked["']?\s*:/.test(text) ? 'yes' : 'no'
  },
  async read({ bytes }): Promise<Reading> {
    const value = await formValue(bytes)
    // Before the shape is judged: a field for accent or origin is not a typing mistake and gets its own answer.
    refuseFields(value)
    const form = checked(value)
    const found = collector()
    for (const [i, session] of form.sessions.entries()) readSession(found, session, `/sessions/${i}`)
    for (const [i, check] of form.checks.entries()) {
      const at = `/checks/${i}`
      if (check.found !== undefined) refuseWording(check.found, 'note', `${at}/found`)
      put(found, at, {
        property: 'check',
        value: {
          kind: check.kind,
          about: check.about,
          outcome: check.outcome,
          contact: check.contact,
          recordedBy: check.recorded_by,
          ...given('found', check.found),
          ...given('at', check.at),
        },
      })
    }
    if (found.statements.length === 0)
      throw unreadable('The interview form has neither a session nor a check in it. Fill it in and hand it in again.')
    return { role: 'interview', statements: found.statements, enclosed: [], notes: found.notes(), ...given('meantFor', form.candidate) }
  },
})

function checked(value: unknown): InterviewForm {
  const parsed = interviewForm.safeParse(value)
  if (parsed.success) return parsed.data
  const [issue] = parsed.error.issues
  const path = issue?.path ?? []
  throw unreadable(
    `The interview form is not usable at ${written(path)}: ${complaint(issue)}.${parsed.error.issues.length > 1 ? ` There are ${parsed.error.issues.length - 1} more such places.` : ''}`,
    { pointer: `/${path.join('/')}` },
  )
}

/** `sessions 1, questions 2, agreement` */
const written = (path: readonly PropertyKey[]): string =>
  path.length === 0
    ? 'its beginning'
    : path
        .map((step) => (typeof step === 'number' ? String(step + 1) : `, ${String(step)}`))
        .join(' ')
        .replace(/^, /, '')
        .replaceAll(' , ', ', ')

function complaint(issue: z.core.$ZodIssue | undefined): string {
  if (issue === undefined) return 'it has another shape'
  if (issue.code === 'unrecognized_keys')
    return `there is no field ${issue.keys.map((key) => `"${key}"`).join(', ')} in the form. What was observed goes under observations, what was said under said`
  if (issue.code === 'invalid_value') return `it must be one of ${issue.values.join(', ')}`
  if (issue.code === 'invalid_type')
    return issue.path.at(-1) === 'interviewer' ? 'write who led the interview' : 'it is missing or of the wrong kind'
  return issue.message
}

function readSession(found: Collector, session: InterviewSession, at: string): void {
  const { interviewer, second } = session
  if (session.observations.length > 0 && !session.accommodation_asked)
    throw unreadable(
      'Observations are kept only when the accommodation question was asked first. Ask it ("Is there anything we can arrange so that the interview works well for you?"), then set accommodation_asked to true; or leave the observations out.',
      { pointer: `${at}/observations` },
    )
  put(found, at, {
    property: 'interview-session',
    value: {
      session: session.id,
      interviewer,
      accommodationAsked: session.accommodation_asked,
      ...given('at', session.at),
      ...given('second', second),
      ...given('joinedWithEmail', session.joined_with_email),
    },
  })
  for (const [i, question] of session.questions.entries()) readQuestion(found, { session, question, at: `${at}/questions/${i}` })
  for (const [i, seen] of session.seen_on_shared_screen.entries()) {
    put(found, `${at}/seen_on_shared_screen/${i}`, {
      property: 'seen-on-shared-screen',
      value: {
        session: session.id,
        kind: seen.kind,
        value: seen.kind === 'email' ? seen.value.toLowerCase() : seen.value,
        recordedBy: seen.recorded_by ?? interviewer,
        ...given('secondedBy', seen.seconded_by),
      },
    })
  }
  for (const [i, { text, recorded_by }] of session.observations.entries()) {
    refuseWording(text, 'note', `${at}/observations/${i}/text`)
    put(found, `${at}/observations/${i}`, {
      property: 'interview-observation',
      value: { session: session.id, text, recordedBy: recorded_by ?? interviewer },
    })
  }
}

interface Asked {
  readonly session: InterviewSession
  readonly question: InterviewSession['questions'][number]
  readonly at: string
}

function readQuestion(found: Collector, { session, question, at }: Asked): void {
  const { said } = question
  refuseWording(question.asks.replace(QUOTED, '“”'), 'note', `${at}/asks`)
  if (said !== undefined) refuseWording(said, 'note', `${at}/said`)
  if ((said !== undefined || question.job !== undefined) && question.agreement === undefined)
    throw unreadable(
      `The question "${question.id}" has an answer but no agreement. Write matches, differs or not-known: it compares the answer with the candidate's own documents, and is not a mark.`,
      { pointer: `${at}/agreement` },
    )
  put(found, at, {
    property: 'interview-answer',
    value: {
      session: session.id,
      question: question.id,
      asks: question.asks,
      about: question.about,
      agreement: question.agreement ?? 'not-asked',
      recordedBy: question.recorded_by ?? session.interviewer,
      ...given('said', said),
      ...given('job', question.job),
      ...given('secondedBy', question.seconded_by),
    },
  })
}

type InterviewDraft = Collector['statements'][number] extends infer D
  ? D extends { property: infer P; value: infer V }
    ? { readonly property: P; readonly value: V }
    : never
  : never

/** What people of ours recorded is observed, whatever was said. */
function put(found: Collector, at: string, draft: InterviewDraft): void {
  if (!found.add({ about: 'self', basis: 'observed', at, ...draft } as Collector['statements'][number]))
    found.skip('A value is too long or of the wrong kind and was left out', at)
}

function given<K extends string, V>(key: K, value: V | undefined): { [P in K]: V } | Record<string, never> {
  return value === undefined ? {} : ({ [key]: value } as { [P in K]: V })
}
