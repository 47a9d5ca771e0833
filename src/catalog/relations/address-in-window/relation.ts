import type { SameAnswer } from '../../../kit/cell.ts'
import { attestedCell, instantCell, numberCell, sameCell, textCell } from '../../../kit/cell.ts'
import { sharedKeys } from '../../../kit/held.ts'
import { defineRelation } from '../../../kit/input.ts'
import type { Attested, Instant, PersonaId } from '../../../model/statement.ts'

/** Another persona used the same network address within 24 hours of this one. The first use of each calendar day counts. */
export interface AddressMeeting {
  /** `ip`: applications; `sign-in-ip`: sign-ins to accounts of a platform. */
  readonly kind: 'ip' | 'sign-in-ip'
  /** IPv4 address, or the /64 of an IPv6 address. */
  readonly mine: Attested<string>
  readonly at: Instant
  readonly other: PersonaId
  readonly same: SameAnswer
  readonly theirs: Attested<string>
  readonly otherAt: Instant
  /** How many personas were ever seen there, this one included. */
  readonly holders: number
}

/** An address that more personas than this were ever seen on is a public or carrier network. */
const MOST = 20

export default defineRelation({
  id: 'address-in-window',
  missing: 'no network address with a time',
  reads: ['network-address', 'sign-in'],
  sql: `
with ${sharedKeys({ kinds: ['ip', 'sign-in-ip'], most: MOST, each: 'day' })}
select m.persona, m.kind, m.key, m.statement as mine, m.first_at as at, t.persona as other, t.statement as theirs, t.first_at as other_at, h.holders, p.same
from mine m
join held h on h.kind = m.kind and h.key = m.key
join theirs t on t.kind = m.kind and t.key = m.key and t.persona <> m.persona
  and cast(t.first_at as timestamp) between cast(m.first_at as timestamp) - interval '24' hour and cast(m.first_at as timestamp) + interval '24' hour
left join pair p on p.persona = m.persona and p.other = t.persona
order by m.persona, m.kind, m.key, m.first_at, t.persona, t.first_at`,
  row: (raw): AddressMeeting => {
    const key = textCell(raw, 'key')
    return {
      kind: textCell(raw, 'kind') as AddressMeeting['kind'],
      mine: attestedCell(raw, 'mine', key),
      at: instantCell(raw, 'at')!,
      other: textCell(raw, 'other'),
      same: sameCell(raw),
      theirs: attestedCell(raw, 'theirs', key),
      otherAt: instantCell(raw, 'other_at')!,
      holders: numberCell(raw, 'holders'),
    }
  },
})
