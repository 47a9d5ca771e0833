import { defineDetector } from '../../../../kit/detector.ts'
import { enumerate } from '../../../../kit/wording.ts'
import { isNonEmpty } from '../../../../model/statement.ts'
import sameApplicant from '../../../relations/same-applicant/relation.ts'
import type { SameApplicantThing } from '../../../relations/same-applicant/relation.ts'

const CONTACT: Partial<Record<SameApplicantThing['kind'], string>> = { email: 'another e-mail address', phone: 'another phone number' }

export default defineDetector({
  id: 'application/same-applicant-again',
  version: 2,
  status: 'stable',
  title: 'The same applicant again',
  asks: 'Does the same applicant stand here more than once, and under other contacts?',
  phase: 'application',
  family: 'contact',
  direction: 'context',
  strength: 'weak',
  room: 'identity',
  technique: ['T1585'],
  indicators: ['name-or-contact-spelling-inconsistent'],
  threshold: {
    origin: 'EXACT',
    says: 'The identity channel answered that both personas are one applicant. A contact is another one when no address (or no number) of the one stands on the other.',
  },
  clears: ['Nothing to clear: people apply again, and get new addresses and numbers.'],
  cites: [
    { source: 'sharedart', says: 'Records of one person are put side by side by people, never merged by a program.' },
    {
      source: 'adv22',
      says: 'Contacts that differ between sources are listed as something to look at; honest people produce them all the time.',
    },
  ],
  falsePositives: [{ story: 'Two people of one household share a phone number.', case: 'quiet-one-household' }],
  blindSpots: [
    'Whether it is one applicant is the identity channel’s answer; it can be wrong for two people with one name in one household.',
  ],
  lawfulUse: {
    purpose: 'Showing a recruiter that two files belong to one applicant.',
    note: 'Shown for context, never counted: applying again is ordinary, and so are changed names, addresses and numbers are ordinary.',
  },
  next: ['Read both files together; use the newer contact.'],
  needs: { again: sameApplicant },
  detect: ({ again }) =>
    [...Map.groupBy(again, (thing) => thing.other)].flatMap(([other, things]) => {
      const changed = things.filter((thing) => CONTACT[thing.kind] !== undefined && !thing.equal)
      const words = changed.flatMap((thing) => CONTACT[thing.kind] ?? [])
      const because = (changed.length > 0 ? changed : things).flatMap((thing) => [thing.mine, thing.theirs])
      if (!isNonEmpty(because)) return []
      const contacts = words.length === 0 ? 'and no e-mail address or phone number differs' : `with ${enumerate(words)}`
      return [{ says: `The same applicant stands here as persona ${enumerate([other])} too, ${contacts}.`, because }]
    }),
})
