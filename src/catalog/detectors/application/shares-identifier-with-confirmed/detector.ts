import { hamming } from '../../../../compute/image-hash.ts'
import { defineDetector } from '../../../../kit/detector.ts'
import { personas } from '../../../../kit/wording.ts'
import { isNonEmpty } from '../../../../model/statement.ts'
import sharedWithConfirmed from '../../../relations/shared-with-confirmed/relation.ts'
import type { SharedWithConfirmed, SharedWithConfirmedKind } from '../../../relations/shared-with-confirmed/relation.ts'

/** How many other personas may hold it before it is an office's, a service's or a template's; as in the detectors of each kind. */
const MOST: Readonly<Record<Exclude<SharedWithConfirmedKind, 'home-address'>, number>> = {
  email: 10,
  phone: 10,
  messenger: 10,
  wallet: 10,
  'bank-account': 5,
  device: 5,
  'document-id': 4,
  'document-revision': 4,
  'document-author': 4,
  text: 10,
  photo: 5,
}
const WHAT: Readonly<Record<keyof typeof MOST, string>> = {
  email: 'The mailbox',
  phone: 'The phone number',
  messenger: 'The messenger account',
  wallet: 'The payment wallet',
  'bank-account': 'The bank account',
  device: 'The device',
  'document-id': 'The document that the file was made from',
  'document-revision': 'The document that the file was made from',
  'document-author': 'The author of the file, who is not named,',
  text: 'Most of the text',
  photo: 'The picture',
}
/** What people of one home have in common without being one. */
const OF_A_HOME: ReadonlySet<SharedWithConfirmedKind> = new Set(['phone', 'device', 'bank-account'])
/** As `device-shared`: a device changes hands. */
const DAYS = 90
const DAY = 86_400_000
/** As `resume-text-near-copy`. */
const NEAR_TEXT = 0.6
const WORDS = 40
/** As `photo-reused`: 58 of 64 bits equal; a picture this near its own mirror image is drawn. */
const NEAR_PHOTO = 0.906
const SYMMETRIC = 6
/** Passages and pictures shown. */
const SHOWN = 6
const MEMO_CHAINS = /^(?:xrp|stellar|eos|cosmos|hedera|ton|bnb-beacon):[^#]*$/

export default defineDetector({
  id: 'application/shares-identifier-with-confirmed',
  version: 1,
  status: 'stable',
  title: 'Shares something with a persona whom a person decided on',
  asks: 'Does this applicant share a contact, account, device, file, text or picture with a persona that a person decided on as confirmed?',
  phase: 'application',
  family: 'contact',
  direction: 'raises',
  strength: 'strong',
  room: 'identity',
  technique: ['T1585'],
  indicators: ['reapplication-under-new-persona'],
  threshold: {
    origin: 'EXACT',
    says: `One strong thing in common with a persona whose last decision is *confirmed*, while the identity channel answered that the two are different applicants and no person judged them to be different people. What more than ${MOST.email} others hold (${MOST.device} for devices, accounts and pictures, ${MOST['document-id']} for documents) does not count, nor does a phone, device or account of two people with one home address.`,
  },
  clears: [
    'Somebody judges the two to be different people.',
    'The earlier decision is taken back by a later one.',
    'The number was given to somebody else in between, as the provider or a dated bill shows.',
  ],
  cites: [
    { source: 'seal', says: 'People who were turned away change the identity and try again.' },
    { source: 'okta25', says: 'Shows applications repeated at scale with the same things behind them.' },
    {
      source: 'sharedart',
      says: 'A shared identifier is not a shared identity: households and agencies share them, so a person confirms.',
    },
  ],
  falsePositives: [
    { story: 'The same applicant applies again: that is told elsewhere and is no new persona.', case: 'quiet-same-applicant-again' },
    { story: 'Two people of one home share a phone number.', case: 'quiet-one-household' },
    { story: 'An agency’s number stands on many applications.', case: 'quiet-agency-number' },
    { story: 'A decision was taken back: the earlier persona was cleared later.', case: 'quiet-decision-taken-back' },
    { story: 'A person judged the two to be different people.', case: 'quiet-judged-different' },
    { story: 'A phone was sold and its new owner applies months later.', case: 'quiet-sold-phone' },
    { story: 'Both use the drawn silhouette of one site as their picture.', case: 'quiet-drawn-silhouette' },
  ],
  blindSpots: [
    'A wrong decision is inherited by everybody who shares something with that persona; taking it back looks at them again.',
    'A recycled phone number looks the same until its dates are known.',
    'Nothing is seen of personas whose time of keeping is over.',
    'A file that names nobody is not weighed: whether it is the same applicant cannot be said.',
  ],
  lawfulUse: {
    purpose: 'Prevention of application fraud by comparing the company’s own records.',
    note: 'Rests on a decision that a person made with a reason, never on a list and never on what the person is called. Kept only as long as the earlier record may be kept.',
  },
  next: [
    'Read the reason of the earlier decision and look at both personas side by side.',
    'Ask the applicant, as everybody is asked, who else uses the number, account or device.',
    'Judge whether the two are the same person, different people, or unclear.',
  ],
  needs: { sharing: sharedWithConfirmed },
  detect: ({ sharing }) => {
    const homes = new Set(sharing.filter((s) => s.kind === 'home-address').map((s) => s.other))
    const counted = sharing.filter((s) => s.same === 'no' && !s.judgedDifferent && counts(s, homes))
    return [
      ...Map.groupBy(counted, (s) =>
        s.kind === 'text' || s.kind === 'photo' ? `${s.kind} ${s.other}` : `${s.kind} ${s.shared[0].mine.value}`,
      ).values(),
    ].flatMap((group) => {
      const [first] = group
      if (first === undefined || first.kind === 'home-address') return []
      const because = first.shared.slice(0, SHOWN).flatMap((p) => [p.mine, p.theirs])
      const theirs = group.slice(1).flatMap((s) => s.shared.slice(0, 1).map((p) => p.theirs))
      const all = [...because, ...theirs]
      if (!isNonEmpty(all)) return []
      const others = group.map((s) => s.other)
      return [{ says: `${WHAT[first.kind]} also stands on ${personas(others)}, which a person decided on as confirmed.`, because: all }]
    })
  },
})

function counts(s: SharedWithConfirmed, homes: ReadonlySet<string>): boolean {
  if (s.kind === 'home-address' || s.holders - 1 > MOST[s.kind]) return false
  if (OF_A_HOME.has(s.kind) && homes.has(s.other)) return false
  if (s.kind === 'device') return near(s)
  if (s.kind === 'wallet') return !MEMO_CHAINS.test(s.shared[0].mine.value)
  if (s.kind === 'text') return s.measure >= NEAR_TEXT && s.shared.reduce((sum, p) => sum + p.mine.value.split(/\s+/).length, 0) >= WORDS
  if (s.kind === 'photo') return s.measure >= NEAR_PHOTO && isPortrait(s)
  return true
}

function near({ used }: SharedWithConfirmed): boolean {
  if (used.mine === undefined || used.theirs === undefined) return false
  const gap = Math.max(
    Date.parse(used.theirs.first) - Date.parse(used.mine.last),
    Date.parse(used.mine.first) - Date.parse(used.theirs.last),
  )
  return gap <= DAYS * DAY
}

/** The shared one of my pictures shows somebody: a photo or avatar that is not its own mirror image. */
function isPortrait({ picture, shared }: SharedWithConfirmed): boolean {
  if (picture === undefined || !shared.some((p) => p.mine.from[0] === picture.from[0])) return false
  const { role, dct, mirror } = picture.value
  return (role === 'photo' || role === 'avatar') && hamming(dct, mirror) > SYMMETRIC
}
