import { rooms } from '../../texts/index.ts'
import type { Answers, Match } from './match.ts'

type Point = Answers['similarities'][number]
type YesNo = '' | 'yes' | 'no'

/** The form while it is filled in: an answer that was not given is empty. */
export interface Draft {
  readonly rightList: { readonly answer: YesNo; readonly evidence: string }
  readonly sameType: { readonly answer: YesNo; readonly evidence: string }
  readonly nameParts: { readonly answer: '' | Answers['nameParts']['answer']; readonly evidence: string }
  readonly wholeEntry: { readonly answer: YesNo; readonly evidence: string }
  readonly similarities: readonly Point[]
  readonly differences: readonly Point[]
  readonly nationality: Answers['nationality']
}

const OPEN = { answer: '', evidence: '' } as const

export const EMPTY: Draft = {
  rightList: OPEN,
  sameType: OPEN,
  nameParts: OPEN,
  wholeEntry: OPEN,
  similarities: [],
  differences: [],
  nationality: 'not compared',
}

/** The form as it is sent; undefined while a question is open. What is short or missing beyond that, the service says. */
export function answersOf({
  rightList,
  sameType,
  nameParts,
  wholeEntry,
  similarities,
  differences,
  nationality,
}: Draft): Answers | undefined {
  const [list, type, name, entry] = [yesNo(rightList), yesNo(sameType), nameParts.answer, yesNo(wholeEntry)]
  if (list === undefined || type === undefined || name === '' || entry === undefined) return undefined
  return {
    rightList: list,
    sameType: type,
    nameParts: { answer: name, evidence: nameParts.evidence },
    wholeEntry: entry,
    similarities: [...similarities],
    differences: [...differences],
    nationality,
  }
}

const yesNo = ({ answer, evidence }: Draft['rightList']) => (answer === '' ? undefined : { answer, evidence })

/** What the machine compared beside the name, as points that a person may take over and change. */
export const comparedPoints = ({ hit }: Match, agrees: boolean): readonly Point[] =>
  hit.comparisons
    .filter((one) => one.about !== 'type' && (one.agrees !== 'no') === agrees)
    .map(({ about, says, mine, theirs }) => ({ what: rooms.match.about[about], evidence: rooms.match.comparedAs(says, mine, theirs) }))
