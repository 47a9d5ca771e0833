import { defineDetector } from '../../../../kit/detector.ts'
import { differentApplicants } from '../../../../kit/wording.ts'
import { isNonEmpty } from '../../../../model/statement.ts'
import shownContact from '../../../relations/shown-contact/relation.ts'
import sharedScreens from '../../../views/shared-screens/view.ts'

/** An address of more personas than this is an agency's. */
const AGENCY = 5

export default defineDetector({
  id: 'interview/anothers-account-on-shared-screen',
  version: 1,
  status: 'stable',
  title: 'A different applicant’s account on the shared screen',
  asks: 'Did the screen that the candidate shared show the mailbox or account of a different applicant?',
  phase: 'interview',
  family: 'contact',
  direction: 'raises',
  strength: 'moderate',
  room: 'identity',
  technique: ['T1656', 'T1585.002'],
  indicators: ['screen-share-shows-other-identity'],
  threshold: {
    origin: 'EXACT',
    says: `A mailbox or code account written down from the shared screen equals one of a different applicant and none of this one; one that more than ${AGENCY} personas have is an agency’s and does not count. Moderate, because it rests on what one person read off a screen.`,
  },
  clears: [
    'The candidate had written to that person, or looked at their profile, and was not signed in as them.',
    'The computer is shared with the other applicant.',
  ],
  cites: [
    { source: 'seal', says: 'Shared screens revealed mailboxes and accounts of other personas.' },
    { source: 'ketman', says: 'Investigators describe how a shared screen gave other accounts away.' },
  ],
  falsePositives: [
    { story: 'The screen shows a second mailbox of the own, which stands on the résumé.', case: 'quiet-own-second-mailbox' },
    { story: 'The mailbox belongs to an earlier application of the same person.', case: 'quiet-own-earlier-application' },
    { story: 'The screen shows a mailbox of the agency.', case: 'quiet-agency-mailbox' },
  ],
  blindSpots: [
    'What was on the screen is only as good as the note of it; have a second person confirm it.',
    'A family computer looks the same.',
    'An account is compared when its web address was written down; a bare user name could be anybody’s.',
  ],
  lawfulUse: {
    purpose: 'Making sure that the person interviewed is the person who applied.',
    note: 'Only what the candidate chose to share in a structured interview, written down as a fact. Recording needs consent; language and layout of the screen are not noted.',
  },
  next: [
    'Have a second interviewer confirm the note.',
    'Ask the candidate, neutrally, whose account it was.',
    'Open both personas side by side.',
  ],
  needs: { sharedScreens, shown: shownContact },
  detect: ({ sharedScreens, shown }) => {
    const seen = new Set(sharedScreens.map((s) => s.from[0]))
    const others = shown.filter((s) => seen.has(s.mine.from[0]) && s.holders <= AGENCY && s.same === 'no')
    return [...Map.groupBy(others, (s) => s.mine.from[0]).values()].flatMap((group) => {
      const [first] = group
      const theirs = group.map((s) => s.theirs)
      if (first === undefined || !isNonEmpty(theirs)) return []
      return [
        {
          says: `The shared screen showed ${first.mine.value}, which belongs to ${differentApplicants(group.map((s) => s.other))}.`,
          because: [first.mine, ...theirs],
        },
      ]
    })
  },
})
