import type { SameAnswer } from '../../../kit/cell.ts'
import { attestedCell, instantCell, numberCell, optionalText, sameCell, textCell } from '../../../kit/cell.ts'
import { personsOf, sharedKeys } from '../../../kit/held.ts'
import { defineRelation } from '../../../kit/input.ts'
import type { Attested, Instant, PersonaId } from '../../../model/statement.ts'

const KINDS = [
  'email',
  'phone',
  'messenger',
  'wallet',
  'bank-account',
  'deposit-address',
  'postal-address',
  'home-address',
  'device',
  'mfa-device',
  'mfa-phone',
] as const
export type SharedKind = (typeof KINDS)[number]

/** One of my identifiers that stands on another persona too. */
export interface SharedIdentifier {
  readonly kind: SharedKind
  readonly mine: Attested<string>
  /** How many personas hold it, this one included. */
  readonly holders: number
  /** One of the others, and one id for all records of that person; undefined when there are more holders than are joined (`MOST`). */
  readonly with:
    | { readonly other: PersonaId; readonly person: PersonaId; readonly theirs: Attested<string>; readonly same: SameAnswer }
    | undefined
  /** First and last known use on either side; undefined where no time is known. */
  readonly used: { readonly mine: Period | undefined; readonly theirs: Period | undefined }
}

interface Period {
  readonly first: Instant
  readonly last: Instant
}

const period = (first: Instant | undefined, last: Instant | undefined): Period | undefined => (first && last ? { first, last } : undefined)

/** Beyond this many holders a key is a switchboard, a default or a service: only the count is returned, so that one key never joins a crowd with itself. */
const MOST = 50

export default defineRelation({
  id: 'shared-identifier',
  missing: 'nothing that two applicants could share: no contact, account, wallet, address or device',
  reads: [
    'email',
    'phone',
    'messenger',
    'wallet',
    'bank-account',
    'payout',
    'deposit-address',
    'postal-address',
    'shipment',
    'device',
    'mfa-enrolment',
  ],
  sql: `
with ${sharedKeys({ kinds: KINDS, most: MOST, each: 'key' })},
who as (${personsOf('theirs')}
)
select m.persona, m.kind, m.key, m.statement as mine, m.first_at as my_first, m.last_at as my_last, h.holders,
  t.persona as other, w.person, t.statement as theirs, t.first_at as their_first, t.last_at as their_last, p.same
from mine m
join held h on h.kind = m.kind and h.key = m.key
left join theirs t on t.kind = m.kind and t.key = m.key and t.persona <> m.persona
left join who w on w.persona = t.persona
left join pair p on p.persona = m.persona and p.other = t.persona
order by m.persona, m.kind, m.key, t.persona`,
  row: (raw): SharedIdentifier => {
    const key = textCell(raw, 'key')
    const other = optionalText(raw, 'other')
    return {
      kind: textCell(raw, 'kind') as SharedKind,
      mine: attestedCell(raw, 'mine', key),
      holders: numberCell(raw, 'holders'),
      with:
        other === undefined
          ? undefined
          : { other, person: textCell(raw, 'person'), theirs: attestedCell(raw, 'theirs', key), same: sameCell(raw) },
      used: {
        mine: period(instantCell(raw, 'my_first'), instantCell(raw, 'my_last')),
        theirs: period(instantCell(raw, 'their_first'), instantCell(raw, 'their_last')),
      },
    }
  },
})
