import { domainKey } from '../../compute/keys/domain.ts'
import type { ListedParty } from '../../model/listed-party.ts'
import type { Comparison, Subject } from '../../model/screening.ts'
import { sharedDomain } from '../lookback/shared-domains.ts'
import { type ExactKey, exactKeys, type Meeting, meetingOf } from './exact-keys.ts'
import type { OpenList } from './ports.ts'
import type { ExactSide } from './screen-subject.ts'

/** Keys of what can be looked up rather than compared. */
const partyKeys = (party: Pick<Subject | ListedParty, 'identifiers' | 'wallets' | 'type'>): readonly ExactKey[] => [
  ...party.identifiers.flatMap(({ kind, value, ...more }) => exactKeys(kind, value, { ...more, type: party.type })),
  ...party.wallets.flatMap(({ address, currency }) => exactKeys('wallet', address, { currency })),
]

/**
 * A subject's keys: those, and the domains of its mailboxes and pages, where the domain is somebody's own. A mailbox at a listed
 * company's domain is one of that company's.
 */
const subjectKeys = (subject: Pick<Subject, 'identifiers' | 'wallets' | 'type'>): readonly ExactKey[] => [
  ...partyKeys(subject),
  ...subject.identifiers.flatMap(({ kind, value }): ExactKey[] => {
    const host =
      kind === 'email' ? value.split('@').at(-1) : kind === 'website' ? /^(?:[a-z]+:\/\/)?([^/?#:]+)/i.exec(value.trim())?.[1] : undefined
    const domain = host === undefined ? undefined : domainKey(host)
    if (domain === undefined || sharedDomain(domain) !== undefined) return []
    return exactKeys('website', domain).map((key) => ({ ...key, written: value, says: `It is at the domain ${domain}.` }))
  }),
]

/** What keys meet by → rows of the list whose entry has one. Made once for a list, when the first exact thing is asked for. */
const looked = new WeakMap<OpenList, ReadonlyMap<string, readonly number[]>>()

function meetingPlaces(list: OpenList): ReadonlyMap<string, readonly number[]> {
  const known = looked.get(list)
  if (known !== undefined) return known
  const rows = new Map<string, number[]>()
  list.parties().forEach((party, row) => {
    for (const meets of new Set(partyKeys(party).map((key) => key.meets))) {
      const at = rows.get(meets)
      if (at === undefined) rows.set(meets, [row])
      else at.push(row)
    }
  })
  looked.set(list, rows)
  return rows
}

/** Entries of the list on which something exact of the subject may stand too. */
function rowsSharing(list: OpenList, mine: readonly ExactKey[]): readonly number[] {
  if (mine.length === 0) return []
  const rows = meetingPlaces(list)
  return [...new Set(mine.flatMap((key) => rows.get(key.meets) ?? []))]
}

/** The same number of something else is chance as a rule and says nothing. */
const AGREES: Readonly<Record<Meeting['how'], Comparison['agrees'] | undefined>> = {
  exact: 'yes',
  damaged: 'near',
  'other-chain': 'near',
  'other-branch': undefined,
  'issuer-unknown': 'near',
  'issuer-differs': undefined,
  'other-kind': undefined,
}

/** The best that each of the subject's exact things says about the entry. */
function compareExact(mine: readonly ExactKey[], party: ListedParty): readonly Comparison[] {
  const theirs = partyKeys(party)
  const best = new Map<string, Comparison>()
  for (const asked of mine)
    for (const listed of theirs) {
      const meeting = meetingOf(asked, listed)
      const agrees = meeting === undefined ? undefined : AGREES[meeting.how]
      if (meeting === undefined || agrees === undefined || best.get(asked.written)?.agrees === 'yes') continue
      const about = asked.kind === 'wallet' ? 'wallet' : 'identifier'
      const odd = [asked.says, listed.says].filter((says) => says !== undefined).join(' ')
      best.set(asked.written, {
        about,
        agrees,
        mine: asked.written,
        theirs: listed.written,
        says: `${SAYS[about][agrees]} ${meeting.says}${odd === '' ? '' : ` ${odd}`}`,
      })
    }
  return [...best.values()]
}

const SAYS = {
  wallet: {
    yes: 'The wallet address is one that the entry lists.',
    near: 'The wallet address is very like one that the entry lists.',
    no: '',
  },
  identifier: { yes: 'The identifier is one that the entry lists.', near: 'The identifier may be one that the entry lists.', no: '' },
} as const

/** Numbers, wallets and accounts of all kinds. */
export const EXACT: ExactSide = { keysOf: subjectKeys, rowsSharing, compare: compareExact }
