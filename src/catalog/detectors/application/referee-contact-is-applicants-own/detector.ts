import { defineDetector } from '../../../../kit/detector.ts'
import refereeGraph from '../../../relations/referee-graph/relation.ts'
import referees from '../../../views/referees/view.ts'

/** A contact of more personas than this is an office's; applicant and referee may both sit there. */
const OFFICE = 5

export default defineDetector({
  id: 'application/referee-contact-is-applicants-own',
  version: 1,
  status: 'stable',
  title: 'Referee reached at the applicant’s own contact',
  asks: 'Is the e-mail address or phone number of a referee the applicant’s own?',
  phase: 'application',
  family: 'contact',
  direction: 'raises',
  strength: 'strong',
  room: 'identity',
  technique: ['F1020.001', 'T1656'],
  indicators: ['references-share-infrastructure-with-applicant'],
  threshold: {
    origin: 'EXACT',
    says: `The mailbox or number given for a referee equals one that the applicant gives as the own, on this or on another application; one that more than ${OFFICE} personas give is an office’s and does not count.`,
  },
  clears: [
    'The form was filled in wrongly and the applicant gives another contact of the same referee, which is then confirmed independently.',
    'Applicant and referee really share the phone (spouses, a small office).',
  ],
  cites: [
    { source: 'gtig25', says: 'Fabricated references were provided through personas that the same people controlled.' },
    { source: 'mtrends25', says: 'Personas were found to vouch for one another.' },
  ],
  falsePositives: [
    { story: 'Applicant and referee work in one office and both give its switchboard.', case: 'quiet-office-switchboard' },
    { story: 'The referee has a mailbox at the same company as the applicant, but another one.', case: 'quiet-same-company-other-mailbox' },
  ],
  blindSpots: [
    'A form that filled the applicant’s own address into the referee field looks the same; asking for the referee’s contact again clears it.',
    'A second mailbox of the same person is not recognised.',
    'Spouses or partners in a two-person office may share one phone.',
  ],
  lawfulUse: {
    purpose: 'Checking references that the applicant offered.',
    note: 'Only equality of contacts; the referee’s name is not read. Ask every applicant for referees in the same form.',
  },
  next: ['Ask for the referee’s work contact again.', 'Reach the referee through the employer’s switchboard, looked up independently.'],
  needs: { referees, graph: refereeGraph },
  detect: ({ graph }) =>
    [
      ...Map.groupBy(
        graph.filter((m) => m.holders <= OFFICE && (m.how === 'own' || (m.how === 'applicant' && m.same === 'yes'))),
        (m) => m.mine.value,
      ).values(),
    ].flatMap((group) => {
      const [first] = group
      if (first === undefined) return []
      return [
        {
          says: `A referee is to be reached at ${first.mine.value}, which the applicant gives as the own contact.`,
          because: [first.mine, ...group.map((m) => m.theirs)],
        },
      ]
    }),
})
