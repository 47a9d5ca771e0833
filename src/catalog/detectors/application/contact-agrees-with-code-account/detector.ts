import { defineDetector } from '../../../../kit/detector.ts'
import sharedIdentifier from '../../../relations/shared-identifier/relation.ts'
import account from '../../../views/account/view.ts'
import contactSources from '../../../views/contact-sources/view.ts'

const WHAT = { email: 'The mailbox', handle: 'The code account' } as const

export default defineDetector({
  id: 'application/contact-agrees-with-code-account',
  version: 1,
  status: 'stable',
  title: 'Contact agrees between the documents and the code account',
  asks: 'Does the code account itself name the mailbox, or do the documents name the account, so that both sources agree?',
  phase: 'application',
  family: 'contact',
  direction: 'lowers',
  strength: 'moderate',
  room: 'identity',
  technique: ['T1585'],
  indicators: [],
  threshold: {
    origin: 'EXACT',
    says: 'One mailbox or handle in the code account’s own record and in at least one other kind of source; nobody else here holds a contact of this applicant. Résumé and application form alone do not count: typing the same address twice shows nothing.',
  },
  clears: ['The code account turns out to belong to somebody else.'],
  cites: [
    {
      source: 'ghfa',
      says: 'An open tool looks for several names behind one commit address; documents and account that agree are the opposite.',
    },
    { source: 'ketman', says: 'Investigators compare the contacts of a code account with those of the person behind it.' },
  ],
  falsePositives: [
    { story: 'Résumé and application form name the same mailbox, and there is no other source.', case: 'quiet-only-own-documents' },
    { story: 'The contacts agree, but a different applicant uses the same phone.', case: 'quiet-phone-shared' },
  ],
  blindSpots: [
    'Whoever prepares a persona with care makes the contacts agree; that is why it is moderate and needs an account of the own.',
    'People who keep their code account private have nothing to compare, which means nothing against them.',
  ],
  lawfulUse: {
    purpose: 'Seeing what speaks for an applicant.',
    note: 'It can only help. That an account is missing or private is never held against anybody.',
  },
  next: ['Nothing to do.'],
  needs: { account, contactSources, sharing: sharedIdentifier },
  detect: ({ contactSources, sharing }) => {
    if (sharing.some((s) => s.kind !== 'device' && s.with?.same !== 'yes')) return []
    const agreed = contactSources.filter((c) => c.roles.has('code-account') && c.roles.size > 1)
    return agreed.map((c) => ({
      says: `${WHAT[c.kind]} ${c.key} stands in the code account’s own record and in ${c.roles.size - 1 === 1 ? 'one other source' : `${c.roles.size - 1} other kinds of source`}.`,
      because: c.named,
    }))
  },
})
