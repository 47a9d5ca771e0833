import { defineDetector } from '../../../../kit/detector.ts'
import { personas } from '../../../../kit/wording.ts'
import type { Sighting } from '../../../../model/finding.ts'
import { isNonEmpty } from '../../../../model/statement.ts'
import { organisationKey } from '../../../../compute/organisation-key.ts'
import type { SameAnswer } from '../../../../kit/cell.ts'
import refereeGraph from '../../../relations/referee-graph/relation.ts'
import type { RefereeMeeting } from '../../../relations/referee-graph/relation.ts'
import referees from '../../../views/referees/view.ts'

const APPLICANTS = 3
const EMPLOYERS = 3
/** A referee of more applicants than this is an office that gives references for a living. */
const REFERENCE_OFFICE = 15

type Named = { readonly from: readonly string[]; readonly value: { readonly organisation?: string | undefined } }

const somebodyElse = (same: SameAnswer): boolean => same === 'no' || same === 'unasked'

/** Applicants whose referees lead back to me, directly or over one more. */
function circles(graph: readonly RefereeMeeting[]): readonly Sighting[] {
  return graph
    .filter((m) => m.how === 'circle' && somebodyElse(m.same) && (m.third === undefined || somebodyElse(m.third.same)))
    .map((m) => ({
      says:
        m.third === undefined
          ? `This applicant and persona ${m.other} name each other as referees.`
          : `This applicant and ${personas([m.other, m.third.persona])} name each other as referees in a circle.`,
      because: [m.mine, m.theirs],
    }))
}

/** One contact that vouches for applicants who each say they worked with it somewhere else. */
function oneForMany(graph: readonly RefereeMeeting[], mine: readonly Named[]): readonly Sighting[] {
  const named = graph.filter((m) => m.how === 'also-named' && m.holders <= REFERENCE_OFFICE && somebodyElse(m.same))
  return [...Map.groupBy(named, (m) => m.mine.value).values()].flatMap((group) => {
    const [first] = group
    if (first === undefined) return []
    const own = mine.find((r) => r.from[0] === first.mine.from[0])?.value.organisation
    const employers = new Set(
      [own, ...group.map((m) => m.theirs.value?.organisation)]
        .flatMap((o) => (o === undefined ? [] : [organisationKey(o)]))
        .filter((key) => key !== ''),
    )
    const others = group.map((m) => m.other)
    const theirs = group.map((m) => m.theirs)
    if (new Set(others).size + 1 < APPLICANTS || employers.size < EMPLOYERS || !isNonEmpty(theirs)) return []
    return [
      {
        says: `The referee at ${first.mine.value} also vouches for ${personas(others)}, each time as somebody from another employer (${employers.size} in all).`,
        because: [first.mine, ...theirs],
      },
    ]
  })
}

export default defineDetector({
  id: 'application/referees-in-a-circle',
  version: 1,
  status: 'stable',
  title: 'Applicants who vouch for one another, or one referee for many',
  asks: 'Do applicants name one another as referees, or does one contact vouch for several who claim different employers?',
  phase: 'application',
  family: 'contact',
  direction: 'raises',
  strength: 'moderate',
  room: 'identity',
  technique: ['F1020.001', 'T1656'],
  indicators: ['cross-persona-references'],
  threshold: {
    origin: 'PROP',
    says: `A circle of two or three applicants, or one contact that at least ${APPLICANTS} applicants name with at least ${EMPLOYERS} different employers; a contact named by more than ${REFERENCE_OFFICE} is a reference office and does not count.`,
  },
  clears: [
    'The referee, reached through an employer found independently, explains the different employers.',
    'The employers are names of one company.',
  ],
  cites: [
    { source: 'mtrends25', says: 'Personas were found to vouch for one another.' },
    { source: 'gtig25', says: 'Fabricated references were provided through personas that the same people controlled.' },
  ],
  falsePositives: [
    { story: 'A well-connected manager vouches for three former members of one team.', case: 'quiet-well-known-manager' },
    { story: 'Two friends who were laid off together name the same former boss.', case: 'quiet-common-boss' },
    { story: 'The same person names the same referee in every application.', case: 'quiet-same-person-again' },
  ],
  blindSpots: [
    'A separate mailbox for every reference is not found.',
    'Two colleagues who honestly vouch for each other form a circle of two; they should be asked.',
    'A referee without a stated employer is not counted.',
  ],
  lawfulUse: {
    purpose: 'Checking references that the applicant offered.',
    note: 'Only equality of contacts; names of referees are not read. That somebody knows many people means nothing by itself.',
  },
  next: [
    'Reach the referee through one of the employers’ switchboards, looked up independently.',
    'Ask each applicant, in the same words, where they worked with the referee.',
  ],
  needs: { referees, graph: refereeGraph },
  detect: ({ graph, referees }) => [...circles(graph), ...oneForMany(graph, referees)],
})
