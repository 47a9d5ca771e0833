import { stringify } from 'yaml'
import { daysAfter, isoDay, writeMonth } from './calendar.ts'
import type { Random } from './random.ts'
import type { Applicant } from './applicant.ts'

export type Agreement = 'matches' | 'differs' | 'not-known' | 'not-asked'

interface Question {
  readonly id: string
  readonly about: 'job' | 'education' | 'project' | 'skill' | 'own-document'
  readonly asks: string
  readonly said: string
  readonly job?: Readonly<Record<string, string>>
}

const INTERVIEWERS = ['R. Vance', 'M. Solberg', 'T. Adair', 'P. Quill'] as const

/** The same questions for everybody, in the words of their own résumé. */
function questions(of: Applicant): Question[] {
  const { resume } = of
  const [latest, before] = [resume.jobs[0], resume.jobs[1] ?? resume.jobs[0]]
  const school = resume.education.at(-1)
  if (latest === undefined || before === undefined || school === undefined) throw new RangeError('There is nothing to ask about.')
  const first = (text: string): string => text.split(' ').slice(0, 9).join(' ')
  return [
    {
      id: 'latest-job',
      about: 'job',
      asks: `When did you start at “${latest.employer}”, and as what?`,
      said: `Began ${writeMonth(latest.from, 'long')} as ${latest.title}.`,
    },
    {
      id: 'earlier-job',
      about: 'job',
      asks: `What did you do at “${before.employer}”, and until when?`,
      said: `Left in ${writeMonth(before.to ?? before.from, 'long')}; described the daily work there.`,
    },
    {
      id: 'own-line',
      about: 'own-document',
      asks: `Your résumé says “${first(latest.bullets[0] ?? resume.summary)}”. What was the hardest part of it?`,
      said: 'Described the order of the steps, one that failed, and who decided what.',
    },
    {
      id: 'project',
      about: 'project',
      asks: `How did you know that “${first(before.bullets[0] ?? resume.summary)}” had worked?`,
      said: 'Named the figure that was watched and how it was taken.',
    },
    {
      id: 'school',
      about: 'education',
      asks: `What was your final piece of work at “${school.school}” about?`,
      said: 'Named the subject and the supervisor’s main objection.',
    },
    {
      id: 'tool',
      about: 'skill',
      asks: `You list “${resume.skills[0]?.items[0] ?? 'tools'}”. What would you not use it for?`,
      said: 'Gave two cases and an alternative for each.',
    },
  ]
}

export interface Session {
  /** By question id; those not named match. */
  readonly agreement?: Readonly<Record<string, Agreement>>
  /** Other words than the usual ones, by question id. */
  readonly said?: Readonly<Record<string, string>>
  /** What was told about a job, by question id. */
  readonly job?: Readonly<Record<string, { readonly employer: string; readonly from: string; readonly to: string }>>
  /** A second person was there and recorded the same. */
  readonly seconded?: boolean
  readonly observations?: readonly string[]
  readonly checks?: readonly {
    readonly kind: string
    readonly about: string
    readonly outcome: string
    readonly found?: string
    readonly contact: string
  }[]
}

/** The filled form of one interview, for the reader of interview records. */
export function interviewRecord(random: Random, of: Applicant, session: Session = {}): Uint8Array {
  const [interviewer, second] = random.sample(INTERVIEWERS, 2) as [string, string]
  const at = daysAfter(of.applied, random.int(3, 9))
  const form = {
    form: 'bonafide-interview/1',
    sessions: [
      {
        id: 'first',
        at: `${isoDay(at)} ${random.int(9, 16)}:00`.replace(' 9:', ' 09:'),
        interviewer,
        ...(session.seconded ? { second } : {}),
        accommodation_asked: true,
        questions: questions(of).map((q) => {
          const agreement = session.agreement?.[q.id] ?? 'matches'
          const job = session.job?.[q.id]
          return {
            id: q.id,
            asks: q.asks,
            about: q.about,
            ...(agreement === 'not-asked' ? {} : { said: session.said?.[q.id] ?? (agreement === 'not-known' ? 'Could not say.' : q.said) }),
            agreement,
            ...(job === undefined ? {} : { job }),
            ...(session.seconded ? { seconded_by: second } : {}),
          }
        }),
        ...(session.observations === undefined ? {} : { observations: session.observations.map((text) => ({ text })) }),
      },
    ],
    ...(session.checks === undefined
      ? {}
      : { checks: session.checks.map((check) => ({ ...check, at: isoDay(daysAfter(at, 2)), recorded_by: interviewer })) }),
  }
  return new TextEncoder().encode(stringify(form, { lineWidth: 0 }))
}
