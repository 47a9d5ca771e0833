import { defineDetector } from '../../../../kit/detector.ts'
import { enumerate } from '../../../../kit/wording.ts'
import sameApplicant from '../../../relations/same-applicant/relation.ts'
import type { SameApplicantContact } from '../../../relations/same-applicant/relation.ts'

const WHAT: Record<SameApplicantContact['kind'], string> = { email: 'e-mail address', phone: 'phone number' }

export default defineDetector({
  id: 'application/same-applicant-again',
  version: 1,
  status: 'stable',
  title: 'Same applicant, other contact',
  asks: 'Has the same applicant been here under another e-mail address or phone number?',
  phase: 'application',
  family: 'contact',
  direction: 'context',
  strength: 'weak',
  room: 'identity',
  technique: ['T1585'],
  indicators: ['name-or-contact-spelling-inconsistent'],
  threshold: {
    origin: 'EXACT',
    says: 'The identity channel answered that both personas are one applicant, and no address (or no number) of the one stands on the other.',
  },
  clears: ['Nothing to clear: people get new addresses and numbers.'],
  cites: [
    { source: 'sharedart', says: 'Records of one person are put side by side by people, never merged by a program.' },
    {
      source: 'adv22',
      says: 'Contacts that differ between sources are listed as something to look at; honest people produce them all the time.',
    },
  ],
  falsePositives: [{ story: 'The same person applies again with everything unchanged.', case: 'quiet-nothing-changed' }],
  blindSpots: [
    'Whether it is one applicant is the identity channel’s answer; it can be wrong for two people with one name in one household.',
  ],
  lawfulUse: {
    purpose: 'Showing a recruiter that two files belong to one applicant.',
    note: 'Shown for context, never counted: changed names, addresses and numbers are ordinary.',
  },
  next: ['Use the newer contact.'],
  needs: { again: sameApplicant },
  detect: ({ again }) => {
    const groups = Map.groupBy(again, (c) => `${c.kind} ${c.other}`)
    return [...groups.values()].flatMap((contacts) => {
      const [first] = contacts
      if (first === undefined || contacts.some((c) => c.mine.value === c.theirs.value)) return []
      return [
        {
          says: `The same applicant stands here as persona ${enumerate([first.other])} with another ${WHAT[first.kind]}.`,
          because: [first.mine, first.theirs],
        },
      ]
    })
  },
})
