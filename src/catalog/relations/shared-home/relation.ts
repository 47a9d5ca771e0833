import { numberCell, textCell } from '../../../kit/cell.ts'
import { holdersOf, personsOf } from '../../../kit/held.ts'
import { defineRelation } from '../../../kit/input.ts'
import type { PersonaId } from '../../../model/statement.ts'

/**
 * Somebody who gave the same home address as this person. What either said under another application counts too: a row of a
 * payroll export has no address, and the application of the same person has.
 */
export interface SharedHome {
  readonly other: PersonaId
  /** One id for all records of that person. */
  readonly person: PersonaId
  /** How many personas gave that address. */
  readonly holders: number
}

/** An address with more records than this is a hall, an office or a mailbox service, and nobody's home in common. */
const MOST = 10

export default defineRelation({
  id: 'shared-home',
  missing: 'nothing recorded that a household shares: no address, device, laptop, second factor or account',
  reads: ['postal-address', 'device', 'shipment', 'bank-account', 'payout', 'mfa-enrolment', 'laptop-network', 'deposit-address'],
  sql: `
with self as (
  select persona, persona as record from slice
  union
  select s.persona, p.other as record from slice s join pair p on p.persona = s.persona and p.same = 'yes'
),
mine as (
  select r.persona, i.kind, i.key
  from self r join identifier i on i.persona = r.record
  where i.kind = 'home-address'
  group by r.persona, i.kind, i.key
),
held as (${holdersOf('mine')}
),
theirs as (
  select i.kind, i.key, i.persona
  from held h join identifier i on i.kind = h.kind and i.key = h.key
  where h.holders <= ${MOST}
  group by i.kind, i.key, i.persona
),
others as (
  select kind, key, persona from theirs
  union
  select t.kind, t.key, p.other as persona from theirs t join pair p on p.persona = t.persona and p.same = 'yes'
),
who as (${personsOf('others')}
)
select m.persona, o.persona as other, max(w.person) as person, max(h.holders) as holders
from mine m
join held h on h.kind = m.kind and h.key = m.key
join others o on o.kind = m.kind and o.key = m.key and o.persona <> m.persona
join who w on w.persona = o.persona
group by m.persona, o.persona
order by m.persona, o.persona`,
  row: (raw): SharedHome => ({ other: textCell(raw, 'other'), person: textCell(raw, 'person'), holders: numberCell(raw, 'holders') }),
})
