import { defineDetector } from '../../../../kit/detector.ts'
import { differentApplicants } from '../../../../kit/wording.ts'
import refereeGraph from '../../../relations/referee-graph/relation.ts'
import referees from '../../../views/referees/view.ts'

/** A contact of more personas than this is an office's or an agency's. */
const OFFICE = 5

export default defineDetector({
  id: 'application/referee-contact-is-another-applicants',
  version: 1,
  status: 'stable',
  title: 'Referee reached at a different applicant’s contact',
  asks: 'Is the e-mail address or phone number of a referee that of a different applicant?',
  phase: 'application',
  family: 'contact',
  direction: 'raises',
  strength: 'moderate',
  room: 'identity',
  technique: ['F1020.001', 'T1656'],
  indicators: ['references-share-infrastructure-with-applicant', 'cross-persona-references'],
  threshold: {
    origin: 'EXACT',
    says: `The mailbox or number given for a referee equals one of a different applicant; one that more than ${OFFICE} personas give is an office’s and does not count. The catalogue calls it strong; we weigh it moderate, because former colleagues honestly vouch for each other and honestly apply to the same company.`,
  },
  clears: ['An employer confirms, through a contact found independently, that both worked there together.'],
  cites: [
    { source: 'mtrends25', says: 'Personas were found to vouch for one another.' },
    { source: 'gtig25', says: 'Fabricated references were provided through personas that the same people controlled.' },
  ],
  falsePositives: [
    { story: 'The referee’s number is an agency’s switchboard that stands on many applicants.', case: 'quiet-agency-switchboard' },
    { story: 'The other applicant with that contact is the same person, who applied before.', case: 'quiet-own-earlier-application' },
  ],
  blindSpots: [
    'A former colleague who applied here too looks the same: ask, do not conclude.',
    'A referee mailbox that no applicant uses is not found.',
  ],
  lawfulUse: {
    purpose: 'Checking references that the applicant offered.',
    note: 'Only equality of contacts; the referee’s name is not read. Ask every applicant for referees in the same form.',
  },
  next: [
    'Ask how the two know each other and where they worked together.',
    'Reach the referee through the employer’s switchboard, looked up independently.',
  ],
  needs: { referees, graph: refereeGraph },
  detect: ({ graph }) =>
    [
      ...Map.groupBy(
        graph.filter((m) => m.how === 'applicant' && m.holders <= OFFICE && (m.same === 'no' || m.same === 'unasked')),
        (m) => m.mine.value,
      ).values(),
    ].flatMap((group) => {
      const [first] = group
      if (first === undefined) return []
      return [
        {
          says: `A referee is to be reached at ${first.mine.value}, a contact of ${differentApplicants(group.map((m) => m.other))}.`,
          because: [first.mine, ...group.map((m) => m.theirs)],
        },
      ]
    }),
})
