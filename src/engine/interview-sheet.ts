import { notFound } from '../model/errors.ts'
import type { Requisition } from '../model/persona.ts'
import type { Instant, PersonaId, Statement, StatementOf } from '../model/statement.ts'
import type { OpenProperty } from '../model/vocabulary.ts'
import { INTERVIEW_FORM } from '../model/interview-form.ts'
import type { Actor } from './access.ts'
import type { Tx } from './ports.ts'

export interface SheetRequest {
  readonly persona: string
  /** The persona's statements; of those only what the candidate claims about work, and the own repositories, is used. */
  readonly statements: readonly Statement[]
  readonly requisition?: Requisition
  /** Id of the session the sheet is for: `s1` for the first. */
  readonly session?: string
  readonly interviewers?: Interviewers
}

/** Who will ask, where that is known when the sheet is made; else they write it in. */
export interface Interviewers {
  readonly interviewer?: string | undefined
  readonly second?: string | undefined
}

interface Question {
  readonly id: string
  readonly asks: string
  readonly about: 'job' | 'education' | 'project' | 'skill' | 'place' | 'own-document' | 'other'
}

/** Asked of everybody, in this order, in these words (R-016). Each is about the work; none needs a right answer. */
export const QUESTION_BANK: readonly Question[] = [
  {
    id: 'base-1',
    about: 'job',
    asks: 'Please walk me through your last two positions: the organisation, your part in it, from when to when.',
  },
  { id: 'base-2', about: 'project', asks: 'Tell me about one piece of work that you did yourself, from the first idea to the last day.' },
  { id: 'base-3', about: 'project', asks: 'Which decision in it would you take differently today, and why?' },
  {
    id: 'base-4',
    about: 'own-document',
    asks: 'Please open one piece of your own work that you are free to show, change a small thing in it and explain what you do.',
  },
  { id: 'base-5', about: 'skill', asks: 'Which of the technologies in your application did you use most recently, and for what?' },
  {
    id: 'base-6',
    about: 'job',
    asks: 'Whom did you report to in your last position, and may we call them over the public number of the organisation?',
  },
  {
    id: 'base-7',
    about: 'other',
    asks: 'We confirm identity before an offer, with everybody. Which way suits you: in person, at a notary, through an identity provider, or in a video call?',
  },
]

/** How many claims of a kind are re-asked: an interview is an hour. */
const MOST = { jobs: 4, places: 2, education: 2, projects: 3, skills: 4, repositories: 2 } as const
const LONGEST_QUOTE = 280

/** The sheet for a persona of the store; that it was made is written down. Throws not-found. */
export async function sheetFor(
  tx: Tx,
  actor: Actor,
  { persona, interviewers }: { readonly persona: PersonaId; readonly interviewers?: Interviewers },
  now: Instant,
): Promise<string> {
  const known = await tx.persona(persona)
  if (known === undefined) throw notFound('persona', persona)
  const requisition = known.requisition === undefined ? undefined : await tx.requisition(known.requisition)
  await tx.appendAudit(
    { actor: actor.id, action: 'interview-sheet', subject: persona, detail: { requisition: known.requisition ?? null } },
    now,
  )
  return interviewSheet({
    persona,
    statements: await tx.statementsOf([persona]),
    ...(requisition === undefined ? {} : { requisition }),
    ...(interviewers === undefined ? {} : { interviewers }),
  })
}

/**
 * The question sheet for one candidate, as YAML with notes for the interviewer: the bank that all get, the questions of the
 * requisition, and the candidate's own claims asked back in the candidate's own words. Pure: the same statements give the
 * same sheet. Filled in, it is read by the interview reader.
 */
export function interviewSheet(request: SheetRequest): string {
  const { persona, requisition, session = 's1', interviewers: { interviewer, second } = {} } = request
  const asked = [...QUESTION_BANK, ...requisitionQuestions(requisition), ...claimQuestions(request.statements)]
  return [
    ...INTRODUCTION,
    `form: ${INTERVIEW_FORM}`,
    `candidate: ${quoted(persona)}`,
    ...(requisition === undefined ? [] : [`requisition: ${quoted(requisition.id)}`]),
    'sessions:',
    `  - id: ${quoted(session)}`,
    '    at:                    # 2026-03-31 14:00 (UTC, or with a zone: 2026-03-31 14:00+02:00)',
    `    interviewer: ${interviewer === undefined ? '          # your name; required' : quoted(interviewer)}`,
    `    second: ${second === undefined ? '               # the second interviewer' : quoted(second)}`,
    '    joined_with_email:     # the address that the meeting shows',
    '    # FIRST QUESTION, before all others: "Is there anything we can arrange so that the interview works well for you?"',
    '    # Wishes go to HR only; write here only that you asked.',
    '    accommodation_asked: false',
    '    questions:',
    ...asked.flatMap(question),
    ...AFTERWARDS,
    '',
  ].join('\n')
}

const INTRODUCTION = [
  '# Interview record. The same questions for every candidate, then the own claims of this one in the words of the documents.',
  '# Write down facts: what was said, by whom, when. Not how it sounded. A difference is a reason to ask and proves nothing:',
  '# people misremember dates, and documents have mistakes. Almost all candidates are who they say they are.',
  '# There is no field for accent, language, appearance or origin, and text that names them is refused.',
]

const AFTERWARDS = [
  '    # Only what the candidate showed on their own: an address, an account or a document under another name.',
  '    # - { kind: email, value: "…" }        kind: email, account, document',
  '    seen_on_shared_screen: []',
  '    # Kept only when the accommodation question was asked. Never scored; can only lead to another way to verify.',
  '    # - text: "…"',
  '    observations: []',
  '# What an outside party confirmed or denied when you asked, over a contact that you found yourself where possible.',
  '# - { kind: employment, about: "…", outcome: confirmed, found: "…", contact: independent, at: 2026-03-31, recorded_by: "…" }',
  '#   kind: employment, education, degree-programme, certificate, reference, identity-owner, met-in-person, organisation-exists',
  '#   outcome: confirmed, contradicted, not-found, no-answer · contact: independent, supplied-by-candidate',
  'checks: []',
]

function question({ id, asks, about }: Question): string[] {
  return [
    `      - id: ${quoted(id)}`,
    `        asks: ${quoted(asks)}`,
    `        about: ${about}`,
    '        said:              # what the candidate said',
    '        agreement:         # with the documents: matches, differs, not-known, not-asked',
    ...(about === 'job'
      ? ['        # job: { employer: "…", title: "…", from: 2019-04, to: present }   # the answer as a record, as said']
      : []),
    '        seconded_by:       # the second interviewer, where they heard the same',
  ]
}

function requisitionQuestions(requisition: Requisition | undefined): Question[] {
  return (requisition?.questions ?? []).map((asks, i) => ({ id: `requisition-${i + 1}`, asks, about: 'other' }))
}

/** The candidate's own claims. Places are asked about only where a document of theirs names them (R-016). */
function claimQuestions(statements: readonly Statement[]): Question[] {
  const claims = claimed(statements)
  return [
    ...numbered('job', jobs(claims('job')), MOST.jobs),
    ...numbered('place', places(claims('place')), MOST.places),
    ...numbered('education', education(claims('education')), MOST.education),
    ...numbered('project', projects(claims('passage')), MOST.projects),
    ...numbered('skill', skills(claims('skill')), MOST.skills),
    ...numbered('own-document', repositories(claims('repository'), claims('commit')), MOST.repositories),
  ]
}

type Claims = <P extends OpenProperty>(property: P) => readonly StatementOf<P>[]

function claimed(statements: readonly Statement[]): Claims {
  const own = statements.filter((s) => s.seenIn.role !== 'interview').toSorted((a, b) => (a.id < b.id ? -1 : 1))
  return <P extends OpenProperty>(property: P) => own.filter((s) => s.property === property) as unknown as readonly StatementOf<P>[]
}

function numbered(about: Question['about'], asks: readonly string[], most: number): Question[] {
  return [...new Set(asks)].slice(0, most).map((text, i) => ({ id: `${about}-${i + 1}`, asks: text, about }))
}

function jobs(statements: readonly StatementOf<'job'>[]): string[] {
  const latestFirst = statements.toSorted((a, b) => (b.value.from ?? '').localeCompare(a.value.from ?? ''))
  return latestFirst.map(({ value: { employer, title, from, to } }) => {
    const as = title === undefined ? '' : ` as ${cited(title)}`
    const when =
      from === undefined
        ? ''
        : to === undefined
          ? `, beginning ${from}`
          : to === 'present'
            ? `, from ${from} until now`
            : `, from ${from} to ${to}`
    return `Your documents list ${cited(employer)}${as}${when}. From when to when was it, what was your part, and who else was on the team?`
  })
}

function places(statements: readonly StatementOf<'place'>[]): string[] {
  return statements
    .filter((s) => s.value.scope === 'job')
    .map(
      ({ value }) =>
        `Your documents name ${cited(value.text)} as the place of a job. Where did the team sit, and did you work there or from elsewhere?`,
    )
}

function education(statements: readonly StatementOf<'education'>[]): string[] {
  return statements.map(
    ({ value: { school, degree } }) =>
      `Your documents list ${degree === undefined ? '' : `${cited(degree)} at `}${cited(school)}. What was your final piece of work there, and who supervised it?`,
  )
}

/** The longest say most; the own name in them is already masked. */
function projects(statements: readonly StatementOf<'passage'>[]): string[] {
  return statements
    .filter(({ value }) => (value.kind === 'bullet' || value.kind === 'paragraph') && value.text.length >= 40)
    .toSorted((a, b) => b.value.text.length - a.value.text.length)
    .map(
      ({ value }) => `In your documents it says: ${cited(value.text)} What did you do of it yourself, and how would I see that it works?`,
    )
}

function skills(statements: readonly StatementOf<'skill'>[]): string[] {
  return statements
    .filter(({ value }) => value.years !== undefined || value.from !== undefined)
    .toSorted((a, b) => (b.value.years ?? 0) - (a.value.years ?? 0))
    .map(
      ({ value: { name, years, from } }) =>
        `You state ${years === undefined ? `use of ${cited(name)} since ${from}` : `${years} years of ${cited(name)}`}. In which position did you first use it, and in which version?`,
    )
}

/** Own repositories with the most commits by this account. */
function repositories(statements: readonly StatementOf<'repository'>[], commits: readonly StatementOf<'commit'>[]): string[] {
  const counts = Map.groupBy(commits, (commit) => commit.value.repository.toLowerCase())
  const many = (name: string): number => counts.get(name.toLowerCase())?.length ?? 0
  return statements
    .filter(({ value }) => value.own && !value.fork)
    .toSorted((a, b) => many(b.value.name) - many(a.value.name) || a.value.name.localeCompare(b.value.name))
    .map(
      ({ value }) =>
        `The public repository ${cited(value.name)} is under your account. Please open it and show me the change that was hardest to make.`,
    )
}

/** In the candidate's own words, between the marks that say so. */
function cited(text: string): string {
  const plain = text.replace(/\s+/g, ' ').replaceAll(/[“”]/g, "'").trim()
  return `“${plain.length > LONGEST_QUOTE ? `${plain.slice(0, LONGEST_QUOTE).trimEnd()}…` : plain}”`
}

/** A JSON string is a YAML string, whatever is in it. */
const quoted = (text: string): string => JSON.stringify(text)
