import { postalAddressKey } from '../../compute/keys/postal-address.ts'
import type { ListedParty } from '../../model/listed-party.ts'
import type { Comparison, Subject } from '../../model/screening.ts'
import { type ExactKey, exactKeys, type Meeting, meetingOf } from './exact-keys.ts'
import type { OpenList } from './ports.ts'

/** Keys of what can be looked up rather than compared. */
export const exactOf = (party: Pick<Subject | ListedParty, 'identifiers' | 'wallets' | 'type'>): readonly ExactKey[] => [
  ...party.identifiers.flatMap(({ kind, value, ...more }) => exactKeys(kind, value, { ...more, type: party.type })),
  ...party.wallets.flatMap(({ address, currency }) => exactKeys('wallet', address, { currency })),
]

/** What keys meet by → rows of the list whose entry has one. Made once for a list, when the first exact thing is asked for. */
const looked = new WeakMap<OpenList, ReadonlyMap<string, readonly number[]>>()

function meetingPlaces(list: OpenList): ReadonlyMap<string, readonly number[]> {
  const known = looked.get(list)
  if (known !== undefined) return known
  const rows = new Map<string, number[]>()
  list.parties().forEach((party, row) => {
    for (const meets of new Set(exactOf(party).map((key) => key.meets))) {
      const at = rows.get(meets)
      if (at === undefined) rows.set(meets, [row])
      else at.push(row)
    }
  })
  looked.set(list, rows)
  return rows
}

/** Entries of the list on which something exact of the subject may stand too. */
export function rowsSharing(list: OpenList, mine: readonly ExactKey[]): readonly number[] {
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
export function compareExact(mine: readonly ExactKey[], party: ListedParty): readonly Comparison[] {
  const theirs = exactOf(party)
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

/** Whole addresses by equality; a town or a postcode is nobody's (R-006). */
export function compareAddresses(mine: readonly string[], theirs: readonly string[]): readonly Comparison[] {
  const listed = new Map(theirs.flatMap((written) => keyed(written)))
  return mine.flatMap((written) =>
    keyed(written).flatMap(([key]): Comparison[] => {
      const other = listed.get(key)
      return other === undefined
        ? []
        : [{ about: 'address', agrees: 'yes', mine: written, theirs: other, says: 'The full address is one that the entry lists.' }]
    }),
  )
}

function keyed(written: string): readonly (readonly [string, string])[] {
  const key = postalAddressKey(written)
  return key === undefined ? [] : [[key, written]]
}
