import { attestedCell, numberCell, textCell } from '../../../kit/cell.ts'
import { defineRelation } from '../../../kit/input.ts'
import type { Attested, PersonaId } from '../../../model/statement.ts'

/** A contact of this persona beside one of the same kind of an earlier or later persona of the same applicant. */
export interface SameApplicantContact {
  readonly other: PersonaId
  readonly kind: 'email' | 'phone'
  readonly mine: Attested<string>
  readonly theirs: Attested<string>
  /** How many personas of the same applicant there are besides this one. */
  readonly others: number
}

/** Beyond this many personas of one applicant one of them stands for all. */
const MOST = 20

export default defineRelation({
  id: 'same-applicant',
  missing: 'no e-mail address or phone number',
  reads: ['email', 'phone'],
  sql: `
with again as (
  select p.persona, count(distinct p.other) as others, min(p.other) as first_other
  from pair p join slice s on s.persona = p.persona
  where p.same = 'yes'
  group by p.persona
),
met as (
  select a.persona, p.other, a.others
  from again a join pair p on p.persona = a.persona and p.same = 'yes' and (a.others <= ${MOST} or p.other = a.first_other)
),
mine as (
  select i.persona, i.kind, i.key, min(i.statement) as statement
  from again a join identifier i on i.persona = a.persona and i.kind in ('email', 'phone')
  group by i.persona, i.kind, i.key
),
theirs as (
  select i.persona, i.kind, i.key, min(i.statement) as statement
  from (select distinct other from met) m join identifier i on i.persona = m.other and i.kind in ('email', 'phone')
  group by i.persona, i.kind, i.key
)
select m.persona, m.other, a.kind, a.key as my_key, a.statement as mine, b.key as their_key, b.statement as theirs, m.others
from met m
join mine a on a.persona = m.persona
join theirs b on b.persona = m.other and b.kind = a.kind
order by m.persona, m.other, a.kind, a.key, b.key`,
  row: (raw): SameApplicantContact => ({
    other: textCell(raw, 'other'),
    kind: textCell(raw, 'kind') as SameApplicantContact['kind'],
    mine: attestedCell(raw, 'mine', textCell(raw, 'my_key')),
    theirs: attestedCell(raw, 'theirs', textCell(raw, 'their_key')),
    others: numberCell(raw, 'others'),
  }),
})
