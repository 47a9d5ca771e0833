import type { SameAnswer } from '../../../kit/cell.ts'
import { attestedCell, instantCell, numberCell, sameCell, textCell } from '../../../kit/cell.ts'
import { defineRelation } from '../../../kit/input.ts'
import type { Attested, Instant, PersonaId } from '../../../model/statement.ts'

/** Another persona used the same network address within 24 hours of this one. The first use of each calendar day counts. */
export interface AddressMeeting {
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
  reads: ['network-address'],
  sql: `
with mine as (
  select i.persona, i.key, cast(i.at as date) as day, min(i.statement) as statement, min(i.at) as at
  from identifier i join slice s on s.persona = i.persona
  where i.kind = 'ip' and i.at is not null
  group by i.persona, i.key, cast(i.at as date)
),
held as (
  select m.key, count(distinct i.persona) as holders
  from (select distinct key from mine) m join identifier i on i.kind = 'ip' and i.key = m.key
  group by m.key
  having count(distinct i.persona) > 1
),
theirs as (
  select i.persona, i.key, cast(i.at as date) as day, min(i.statement) as statement, min(i.at) as at, max(h.holders) as holders
  from held h join identifier i on i.kind = 'ip' and i.key = h.key
  where h.holders <= ${MOST} and i.at is not null
  group by i.persona, i.key, cast(i.at as date)
)
select m.persona, m.key, m.statement as mine, m.at, t.persona as other, t.statement as theirs, t.at as other_at, t.holders, p.same
from mine m
join theirs t on t.key = m.key and t.persona <> m.persona
  and cast(t.at as timestamp) between cast(m.at as timestamp) - interval '24' hour and cast(m.at as timestamp) + interval '24' hour
left join pair p on p.persona = m.persona and p.other = t.persona
order by m.persona, m.key, m.at, t.persona, t.at`,
  row: (raw): AddressMeeting => {
    const key = textCell(raw, 'key')
    return {
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
