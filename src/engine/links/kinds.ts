import type { Family } from '../../model/finding.ts'

/**
 * What each kind of shared value is worth when a link is weighed. Numbers are bits, log2 of the odds that two personas with
 * this value have one operator when nobody else holds it. Each says why and where from; `judged` means that no publication
 * gives a number and we set it, so that what the published cases were linked by reaches the line and what honest people
 * share does not.
 */
export interface LinkKind {
  readonly kind: string
  readonly family: Family
  /** What it is called in a sentence: "the same …". */
  readonly name: string
  readonly bits: number
  /** Held by more: a hub, weight 0. */
  readonly limit: number
  /**
   * Held by more than this, it counts only while most of its holders have something else of their own in common: the number of
   * a family or a small ring does, that of an agency does not.
   */
  readonly own: number
  /** Days between the nearest uses that cost one bit; undefined: time takes nothing away. */
  readonly fades: number | undefined
  /** Counts only where both uses are known and no further apart than so many days. */
  readonly within?: number
  /** What people who live together share without being one operator. */
  readonly home?: true
  readonly why: string
  readonly source: string
}

const YEAR = 365

export const LINK_KINDS: readonly LinkKind[] = [
  {
    kind: 'email',
    family: 'contact',
    name: 'e-mail address',
    bits: 8,
    limit: 20,
    own: 3,
    fades: 5 * YEAR,
    why: 'Whoever reads a mailbox reads the answers to both applications; a shared mailbox of a family or recruiter is the exception.',
    source: 'judged',
  },
  {
    kind: 'phone',
    family: 'contact',
    name: 'phone number',
    bits: 6.5,
    limit: 20,
    own: 3,
    fades: 2 * YEAR,
    home: true,
    why: 'One person answers a number, but homes and offices share one, and a number given up is given to somebody else.',
    source: 'judged',
  },
  {
    kind: 'messenger',
    family: 'contact',
    name: 'messenger account',
    bits: 7,
    limit: 20,
    own: 3,
    fades: 5 * YEAR,
    why: 'An account with a messenger is signed in to by one person.',
    source: 'judged',
  },
  {
    kind: 'link',
    family: 'contact',
    name: 'public account or page',
    bits: 6.5,
    limit: 20,
    own: 3,
    fades: 5 * YEAR,
    why: 'Two applicants who name one account as theirs cannot both be right; a page of an employer or a group project is the exception.',
    source: 'judged',
  },
  {
    kind: 'platform-account',
    family: 'contact',
    name: 'account on a marketplace for work',
    bits: 7,
    limit: 20,
    own: 3,
    fades: 5 * YEAR,
    why: 'A marketplace ties an account to one person; that two use it is the published sign of a rented account.',
    source: 'judged',
  },
  {
    kind: 'mfa-phone',
    family: 'contact',
    name: 'number that sign-in codes go to',
    bits: 7,
    limit: 10,
    own: 2,
    fades: 2 * YEAR,
    home: true,
    why: 'Whoever gets the codes signs in.',
    source: 'judged',
  },
  {
    kind: 'referee-email',
    family: 'contact',
    name: 'referee’s e-mail address',
    bits: 1.5,
    limit: 20,
    own: 3,
    fades: 5 * YEAR,
    why: 'Former colleagues honestly name the same manager, so it supports and never carries a link.',
    source: 'judged',
  },
  {
    kind: 'referee-phone',
    family: 'contact',
    name: 'referee’s phone number',
    bits: 1.5,
    limit: 20,
    own: 3,
    fades: 5 * YEAR,
    why: 'Former colleagues honestly name the same manager, so it supports and never carries a link.',
    source: 'judged',
  },
  {
    kind: 'wallet',
    family: 'payout',
    name: 'wallet',
    bits: 8,
    limit: 30,
    own: 5,
    fades: 10 * YEAR,
    why: 'Whoever holds the key takes the money; only an exchange’s collecting address is honestly shared.',
    source: 'judged',
  },
  {
    kind: 'deposit-address',
    family: 'payout',
    name: 'deposit address at an exchange',
    bits: 7,
    limit: 20,
    own: 3,
    fades: 10 * YEAR,
    why: 'An exchange gives a deposit address to one customer; some collect for many on one.',
    source: 'judged',
  },
  {
    kind: 'bank-account',
    family: 'payout',
    name: 'bank account',
    bits: 7.5,
    limit: 20,
    own: 3,
    fades: 5 * YEAR,
    home: true,
    why: 'Pay of two workers that goes to one account is one purse; couples have one, and agencies are paid for their people.',
    source: 'judged',
  },
  {
    kind: 'payee-company',
    family: 'payout',
    name: 'company that is paid instead of the person',
    bits: 5,
    limit: 20,
    own: 3,
    fades: 5 * YEAR,
    why: 'A company that is paid for two people is behind both, but a staffing agency is just that by trade.',
    source: 'judged',
  },
  {
    kind: 'payee-address',
    family: 'payout',
    name: 'address of the company that is paid',
    bits: 1.5,
    limit: 20,
    own: 2,
    fades: 5 * YEAR,
    home: true,
    why: 'Registered offices house thousands of companies.',
    source: 'judged',
  },
  {
    kind: 'device',
    family: 'device',
    name: 'device',
    bits: 6,
    limit: 20,
    own: 3,
    fades: 2 * YEAR,
    home: true,
    why: 'Two applications from one machine come from one desk; homes, libraries and hiring fairs share one.',
    source: 'judged',
  },
  {
    kind: 'sign-in-device',
    family: 'device',
    name: 'device signed in with',
    bits: 6.5,
    limit: 20,
    own: 3,
    fades: 2 * YEAR,
    home: true,
    why: 'Two workers’ accounts used on one machine are worked from one desk.',
    source: 'judged',
  },
  {
    kind: 'mfa-device',
    family: 'device',
    name: 'device that confirms sign-ins',
    bits: 7,
    limit: 10,
    own: 2,
    fades: 2 * YEAR,
    home: true,
    why: 'Whoever holds the second factor signs in.',
    source: 'judged',
  },
  {
    kind: 'postal-address',
    family: 'presence',
    name: 'street address',
    bits: 2.5,
    limit: 20,
    own: 4,
    fades: 4 * YEAR,
    home: true,
    why: 'Families, flats and offices share an address: it supports and never carries a link.',
    source: 'judged',
  },
  ...(['ip', 'sign-in-ip', 'laptop-ip'] as const).map((kind): LinkKind => ({
    kind,
    family: 'presence',
    name: kind === 'ip' ? 'network address' : kind === 'sign-in-ip' ? 'network signed in from' : 'network of the company laptop',
    bits: 2.5,
    limit: 20,
    own: 3,
    fades: 2,
    within: 7,
    home: true,
    why: 'An address is given to other customers within days, and homes, campuses and mobile networks have one for many.',
    source: 'judged',
  })),
  {
    kind: 'laptop-bssid',
    family: 'presence',
    name: 'wireless network of the company laptop',
    bits: 3.5,
    limit: 20,
    own: 3,
    fades: YEAR,
    home: true,
    why: 'Two company laptops on one access point stand in one place; a home or a shared office is the honest reason.',
    source: 'judged',
  },
  {
    kind: 'image-sha256',
    family: 'copied-content',
    name: 'picture file',
    bits: 6,
    limit: 20,
    own: 3,
    fades: undefined,
    why: 'One picture stands for two people; logos and stock pictures stand for very many.',
    source: 'judged',
  },
  {
    kind: 'document-id',
    family: 'document',
    name: 'internal document id',
    bits: 5,
    limit: 20,
    own: 3,
    fades: undefined,
    why: 'A file saved anew keeps its id; résumé builders stamp one id on all their files.',
    source: 'judged',
  },
  {
    kind: 'document-revision',
    family: 'document',
    name: 'first editing session of the file',
    bits: 3,
    limit: 20,
    own: 3,
    fades: undefined,
    why: 'The files began as one; so do all that were made from one template, and 24 of its 32 bits vary.',
    source: 'judged',
  },
  {
    kind: 'document-author',
    family: 'document',
    name: 'third person who made the file',
    bits: 2,
    limit: 10,
    own: 2,
    fades: undefined,
    why: 'Counts only where the identity channel says that it is not the candidate; common names are equal by chance.',
    source: 'judged',
  },
  {
    kind: 'author-email',
    family: 'code-history',
    name: 'e-mail address behind commits of both accounts',
    bits: 5.5,
    limit: 10,
    own: 2,
    fades: 5 * YEAR,
    why: 'Only commits that the platform itself ascribes to the account count, so history copied from somebody else links nobody.',
    source: 'judged',
  },
]

const BY_KIND = new Map(LINK_KINDS.map((kind) => [kind.kind, kind]))
export const linkKind = (kind: string): LinkKind | undefined => BY_KIND.get(kind)

/** One value in two different roles: my mailbox is your referee's, or was seen on your screen. Found by the kind `reach`. */
export const ACROSS = {
  shown: { bits: 7, why: 'What one uses in an interview was given as the other’s.' },
  own: { bits: 6.5, why: 'One gives it as a contact and the other gets sign-in codes there.' },
  referee: { bits: 1.5, why: 'A referee may be looking for work as well; in a circle of referees it supports a link.' },
} as const
export const REACH = { kind: 'reach', limit: 20 } as const

/** Found by comparing content (`overlap`); the number of near-equal ones takes the place of the holders. */
export const CONTENT = {
  /** Jaccard similarity of five-word shingles from which two texts are near-copies; the detectors' own line (threats.json, PROP). */
  text: { near: 0.6, bits: 6, half: { near: 0.5, bits: 3 }, words: 40, limit: 10 },
  phrase: { bits: 2.5, limit: 8 },
  photo: { bits: 6, limit: 10 },
} as const

/** Kinds by which a value is somebody else's than of whom it is said, or seen and not said: without one of them nothing is found across roles. */
export const ACROSS_KINDS = ['shown-email', 'shown-link', 'mfa-phone', 'referee-email', 'referee-phone'] as const
/** The address that somebody gives as home; a parcel may go elsewhere. Not weighed: it tells a household. */
export const HOME = 'home-address'
/** Kinds whose holders are counted. */
export const COUNTED_KINDS: readonly string[] = LINK_KINDS.map((kind) => kind.kind)
/** Kinds whose rows are read when links are weighed. */
export const READ_KINDS: readonly string[] = [...COUNTED_KINDS, REACH.kind, 'shown-email', 'shown-link', HOME]

/** More holders than any limit: of such a value nobody is named. */
export const MOST_HOLDERS = 30

/**
 * The lines, in bits after each family's strongest has been added up. 4 bits are odds of sixteen to one that one operator is
 * behind both, before a person has looked; 1 bit is two to one, worth a look. Judged.
 */
export const LINKED_BITS = 4
export const PROPOSED_BITS = 1
