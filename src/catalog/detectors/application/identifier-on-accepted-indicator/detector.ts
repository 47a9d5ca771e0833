import { defineDetector } from '../../../../kit/detector.ts'
import { confidenceOf, independentSources } from '../../../../model/indicator.ts'
import acceptedIndicator from '../../../relations/accepted-indicator/relation.ts'
import type { AcceptedIndicator } from '../../../relations/accepted-indicator/relation.ts'

const WHAT: Readonly<Record<AcceptedIndicator['kind'], string>> = {
  email: 'The mailbox',
  domain: 'The domain',
  phone: 'The phone number',
  messenger: 'The messenger account',
  link: 'The account or page',
  wallet: 'The wallet',
  'bank-account': 'The bank account',
  device: 'The device',
  ip: 'The network address',
  'image-sha256': 'The picture file',
  photo: 'The picture',
  'document-id': 'The document id',
}
/** Kinds whose value is shown; ids and hashes tell a reader nothing. */
const SHOWN: ReadonlySet<AcceptedIndicator['kind']> = new Set(['email', 'domain', 'phone', 'messenger', 'link', 'wallet', 'ip'])
/** Sources named; more say nothing more. */
const NAMED = 3

export default defineDetector({
  id: 'application/identifier-on-accepted-indicator',
  version: 1,
  status: 'stable',
  title: 'Identifier on a list that a person accepted',
  asks: 'Does an identifier of this applicant stand on a published list that a person here has accepted?',
  phase: 'application',
  family: 'contact',
  direction: 'context',
  strength: 'weak',
  room: 'identity',
  technique: ['T1585'],
  indicators: ['identifier-matches-shared-threat-intel'],
  threshold: {
    origin: 'EXACT',
    says: 'Equality of the normalised value with an indicator that a person accepted and whose time is not over. Shown only, whatever the list says and however many lists say it: nothing that was imported may flag a person.',
  },
  clears: [
    'The applicant is reached over a contact that was verified independently.',
    'The source takes the entry back, or its time is over.',
    'A person here refuses the indicator.',
  ],
  cites: [
    {
      source: 'kraken25',
      says: 'A company tells that an applicant’s mailbox stood on a list shared among peers, and that it looked further.',
    },
    { source: 'maltrail', says: 'A community list of domains and addresses, of which each block says where it comes from.' },
    { source: 'sharedart', says: 'A shared identifier is not a shared identity, so nothing follows without a person.' },
  ],
  falsePositives: [
    { story: 'The list waits: no person has accepted it.', case: 'quiet-quarantined' },
    { story: 'The number was listed under an owner long gone, and the time of the entry is over.', case: 'quiet-expired' },
    { story: 'A person looked at the entry and refused it.', case: 'quiet-refused' },
    { story: 'The list names another mailbox at the applicant’s provider.', case: 'quiet-other-mailbox' },
  ],
  blindSpots: [
    'The owner of a listed mailbox may be the victim: identities and accounts are stolen and then listed.',
    'Lists lag behind, copy each other, and contain mistakes.',
    'Domains are compared as a whole: a list’s domain does not touch names below it.',
    'Pictures that are near and not equal are found by `bonafide lookback` and not here.',
  ],
  lawfulUse: {
    purpose: 'Showing a person what others have published about an identifier, with its source and date.',
    note: 'Context, never counted, and only after a person accepted the entry. Names and particulars of people are never taken from lists.',
  },
  next: ['Verify the contact over a way that the applicant did not supply.', 'Read what the source says, and how old it is.'],
  needs: { listed: acceptedIndicator },
  detect: ({ listed }) =>
    [...Map.groupBy(listed, (row) => `${row.kind} ${row.mine.value}`).values()].flatMap((rows) => {
      const [first] = rows
      if (first === undefined) return []
      const value = SHOWN.has(first.kind) ? ` ${first.mine.value}` : ''
      const named = rows.slice(0, NAMED).map(sourceOf)
      const more = rows.length > NAMED ? ` and ${rows.length - NAMED} more` : ''
      const independent = independentSources(rows)
      return [
        {
          says: `${WHAT[first.kind]}${value} stands on ${rows.length === 1 ? 'a list' : `${rows.length} lists`} that a person accepted: ${named.join('; ')}${more}. ${independent === 1 ? 'One independent source' : `${independent} independent sources`}, ${confidenceOf(rows)} confidence; it flags nobody by itself.`,
          because: [first.mine],
        },
      ]
    }),
})

const sourceOf = ({ source, reliability, credibility, seen, expires }: AcceptedIndicator): string =>
  `${source} (reliability ${reliability}, credibility ${credibility}${seen === undefined ? '' : `, seen ${seen.slice(0, 10)}`}, good until ${expires.slice(0, 10)})`
