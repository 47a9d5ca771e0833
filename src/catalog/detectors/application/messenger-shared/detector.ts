import { defineDetector } from '../../../../kit/detector.ts'
import { differentApplicants } from '../../../../kit/wording.ts'
import { heldByOthers } from '../../../relations/shared-identifier/others.ts'
import sharedIdentifier from '../../../relations/shared-identifier/relation.ts'
import messengers from '../../../views/messengers/view.ts'

/** As for phone numbers: on more other applicants than this it answers for an office. */
const OFFICE = 10

export default defineDetector({
  id: 'application/messenger-shared',
  version: 1,
  status: 'stable',
  title: 'Messenger account also used by a different applicant',
  asks: 'Does a messenger account of this persona stand on another applicant too?',
  phase: 'application',
  family: 'contact',
  direction: 'raises',
  strength: 'strong',
  room: 'identity',
  technique: ['T1585', 'T1656'],
  indicators: ['reapplication-under-new-persona'],
  threshold: {
    origin: 'PROP',
    says: `One account of one service on two applicants whom the identity channel answered to be different. An account on more than ${OFFICE} other applicants is an agency’s and does not count.`,
  },
  clears: [
    'The account belongs to an agency or a recruiter through whom both really applied.',
    'Both applicants, asked separately, explain why they share the account.',
  ],
  cites: [
    { source: 'mtrends25', says: 'Personas of one operator have been recognised by contacts that they share.' },
    {
      source: 'sharedart',
      says: 'A shared identifier is not a shared identity: households, agencies and offices share them, so a person confirms the link.',
    },
  ],
  falsePositives: [
    { story: 'A staffing agency puts its own account on everybody it sends.', case: 'quiet-agency-account' },
    { story: 'The same person applies again.', case: 'quiet-same-person-again' },
  ],
  blindSpots: [
    'A fresh account for every persona leaves nothing to compare.',
    `An agency that has sent ${OFFICE} applicants or fewer is not recognised as one.`,
  ],
  lawfulUse: {
    purpose: 'Prevention of application fraud by comparing the company’s own records.',
    note: 'Equality only. Which service somebody uses says nothing and is not looked at.',
  },
  next: [
    'Open both personas side by side and compare what else they have in common.',
    'Ask each applicant for a second way to be reached.',
  ],
  needs: { messengers, sharing: sharedIdentifier },
  detect: ({ sharing }) =>
    heldByOthers(sharing, 'messenger', { same: 'no', most: OFFICE }).map(({ mine, others }) => ({
      says: `The messenger account ${mine.value} also stands on ${differentApplicants(others.map((o) => o.other))}.`,
      because: [mine, ...others.map((o) => o.theirs)],
    })),
})
