import type { SameAnswer } from '../../../kit/cell.ts'
import { attestedCell, numberCell, sameCell, textCell } from '../../../kit/cell.ts'
import { holdersOf } from '../../../kit/held.ts'
import { defineRelation } from '../../../kit/input.ts'
import type { Attested, PersonaId } from '../../../model/statement.ts'

/** An e-mail address used to join a meeting, or an address or account seen on a shared screen, that is another persona's and not this one's. */
export interface ShownContact {
  readonly mine: Attested<string>
  readonly other: PersonaId
  readonly same: SameAnswer
  readonly theirs: Attested<string>
  /** How many personas have it as their own contact. */
  readonly holders: number
}

/** An address that more personas than this give is an agency's or a service's. */
const MOST = 10

export default defineRelation({
  id: 'shown-contact',
  missing: 'no interview record with an address used or seen',
  reads: ['interview-session', 'seen-on-shared-screen'],
  sql: `
with shown as (
  select i.persona, case when i.kind = 'shown-email' then 'email' else 'link' end as kind, i.key, i.statement
  from identifier i join slice s on s.persona = i.persona
  where i.kind in ('shown-email', 'shown-link')
),
held as (${holdersOf('shown', 1)}
),
own as (
  select distinct i.persona, i.kind, i.key
  from shown m join identifier i on i.kind = m.kind and i.key = m.key and i.persona = m.persona
),
theirs as (
  select i.persona, i.kind, i.key, min(i.statement) as statement
  from held h join identifier i on i.kind = h.kind and i.key = h.key
  where h.holders <= ${MOST}
  group by i.persona, i.kind, i.key
)
select m.persona, m.key, m.statement as mine, t.persona as other, t.statement as theirs, h.holders, p.same
from shown m
join held h on h.kind = m.kind and h.key = m.key
join theirs t on t.kind = m.kind and t.key = m.key
left join own o on o.persona = m.persona and o.kind = m.kind and o.key = m.key
left join pair p on p.persona = m.persona and p.other = t.persona
where o.persona is null
order by m.persona, m.key, m.statement, t.persona`,
  row: (raw): ShownContact => {
    const key = textCell(raw, 'key')
    return {
      mine: attestedCell(raw, 'mine', key),
      other: textCell(raw, 'other'),
      same: sameCell(raw),
      theirs: attestedCell(raw, 'theirs', key),
      holders: numberCell(raw, 'holders'),
    }
  },
})
