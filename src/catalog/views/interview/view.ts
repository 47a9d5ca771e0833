import { defineView } from '../../../kit/input.ts'
import { place } from '../../../kit/placed.ts'
import type { Placed } from '../../../kit/placed.ts'
import { isNonEmpty } from '../../../model/statement.ts'
import type { NonEmpty } from '../../../model/statement.ts'
import type { ValueOf } from '../../../model/vocabulary.ts'

export type Answer = ValueOf<'interview-answer'>

/** One question of the sheet with every answer recorded to it, over all sessions. */
export interface Asked {
  readonly question: string
  readonly about: Answer['about']
  readonly answers: NonEmpty<Placed<Answer>>
  /** Answered the same as the documents at least once: a slip that was put right counts for nothing. */
  readonly matched: boolean
  readonly differed: boolean
  /** Two different people recorded that the answer differs. */
  readonly seconded: boolean
  /** Asked and not known in every session. */
  readonly unknown: boolean
}

/** Questions that were asked, in the order of the record. Observations in free words are not part of this. */
export default defineView({
  id: 'interview',
  missing: 'no interview record with answers',
  reads: ['interview-answer'],
  build: (of): NonEmpty<Asked> | undefined => {
    const byQuestion = new Map<string, Placed<Answer>[]>()
    for (const s of of) {
      if (s.value.agreement === 'not-asked') continue
      const answers = byQuestion.get(s.value.question)
      if (answers === undefined) byQuestion.set(s.value.question, [place(s)])
      else answers.push(place(s))
    }
    const asked = [...byQuestion].flatMap(([question, answers]) => (isNonEmpty(answers) ? [summarise(question, answers)] : []))
    return isNonEmpty(asked) ? asked : undefined
  },
})

function summarise(question: string, answers: NonEmpty<Placed<Answer>>): Asked {
  const matched = answers.some((a) => a.value.agreement === 'matches')
  const differing = answers.filter((a) => a.value.agreement === 'differs')
  const differed = differing.length > 0 && !matched
  const witnesses = new Set(
    differing.flatMap((a) =>
      [a.value.recordedBy, ...(a.value.secondedBy === undefined ? [] : [a.value.secondedBy])].map((who) => who.trim().toLowerCase()),
    ),
  )
  return {
    question,
    about: answers[0].value.about,
    answers,
    matched,
    differed,
    seconded: differed && witnesses.size > 1,
    unknown: answers.every((a) => a.value.agreement === 'not-known'),
  }
}
