import { defineDetector } from '../../../../kit/detector.ts'
import { differentApplicants } from '../../../../kit/wording.ts'
import { isNonEmpty } from '../../../../model/statement.ts'
import shownContact from '../../../relations/shown-contact/relation.ts'
import meetings from '../../../views/meetings/view.ts'

/** An address of more personas than this is an agency's. */
const AGENCY = 5

export default defineDetector({
  id: 'interview/joined-with-anothers-email',
  version: 1,
  status: 'stable',
  title: 'Interview joined with a different applicant’s address',
  asks: 'Was the meeting joined with an e-mail address that belongs to a different applicant?',
  phase: 'interview',
  family: 'contact',
  direction: 'raises',
  strength: 'strong',
  room: 'identity',
  technique: ['T1656'],
  indicators: ['joined-under-other-name'],
  threshold: {
    origin: 'EXACT',
    says: `The mailbox that joined equals one of a different applicant and none of this one; a mailbox of more than ${AGENCY} personas is an agency’s and does not count.`,
  },
  clears: [
    'The mailbox is a shared one of an agency that arranged the interview.',
    'Both applicants explain, asked separately, that they share a computer.',
  ],
  cites: [
    { source: 'kraken25', says: 'An applicant joined under another identity than the one on the application; it was the first clue.' },
    { source: 'seal', says: 'Joining a call under the wrong identity is among the things interviewers observed.' },
  ],
  falsePositives: [
    { story: 'The candidate joins with a second address of the own, which stands on the résumé.', case: 'quiet-own-second-address' },
    { story: 'The address belongs to an earlier application of the same person.', case: 'quiet-own-earlier-application' },
    { story: 'The agency that arranged the interview joined for its candidates.', case: 'quiet-agency-account' },
  ],
  blindSpots: [
    'An address of nobody in this store says nothing and is not counted.',
    'The display name of the meeting is not compared: names are not read here.',
  ],
  lawfulUse: {
    purpose: 'Making sure that the person interviewed is the person who applied.',
    note: 'Only the address the meeting software recorded is compared. A nickname or an anonymous display name means nothing. Candidates are told that the participant record is kept.',
  },
  next: [
    'Open both personas side by side.',
    'Ask the candidate, neutrally, which account was used and why.',
    'Offer another way to verify, the same as for everybody.',
  ],
  needs: { meetings, shown: shownContact },
  detect: ({ meetings, shown }) => {
    const sessions = new Set(meetings.map((m) => m.from[0]))
    const others = shown.filter((s) => sessions.has(s.mine.from[0]) && s.holders <= AGENCY && s.same === 'no')
    return [...Map.groupBy(others, (s) => s.mine.from[0]).values()].flatMap((group) => {
      const [first] = group
      const theirs = group.map((s) => s.theirs)
      if (first === undefined || !isNonEmpty(theirs)) return []
      return [
        {
          says: `The interview was joined with ${first.mine.value}, an address of ${differentApplicants(group.map((s) => s.other))}.`,
          because: [first.mine, ...theirs],
        },
      ]
    })
  },
})
