import { attestedCell, numberCell, textCell } from '../../../kit/cell.ts'
import { defineRelation } from '../../../kit/input.ts'
import type { Attested, PersonaId } from '../../../model/statement.ts'

/** Something of this persona beside the same kind of thing of another persona of the same applicant; an equal one where there is one. */
export interface SameApplicantThing {
  readonly other: PersonaId
  readonly kind: 'email' | 'phone' | 'link' | 'job'
  /** Contacts and links: the one key stands on both sides. Jobs are not compared here. */
  readonly equal: boolean
  readonly mine: Attested<string>
  readonly theirs: Attested<string>
  /** How many personas of the same applicant there are besides this one. */
  readonly others: number
}

/** Beyond this many personas of one applicant one of them stands for all. */
const MOST = 20

export default defineRelation({
  id: 'same-applicant',
  missing: 'no e-mail address, phone number, profile or position',
  reads: ['email', 'phone', 'link', 'account', 'job'],
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
involved as (
  select persona from met union select other from met
),
thing as (
  select i.persona, i.kind, i.key, min(i.statement) as statement
  from involved v join identifier i on i.persona = v.persona and i.kind in ('email', 'phone', 'link')
  group by i.persona, i.kind, i.key
  union all
  select s.subject, 'job', 'job', min(s.id)
  from involved v join statement s on s.subject = v.persona and s.property = 'job'
  group by s.subject
),
beside as (
  select m.persona, m.other, m.others, a.kind, min(case when a.key = b.key then a.key end) as both_key,
    min(a.key) as my_key, min(b.key) as their_key
  from met m
  join thing a on a.persona = m.persona
  join thing b on b.persona = m.other and b.kind = a.kind
  group by m.persona, m.other, m.others, a.kind
)
select x.persona, x.other, x.others, x.kind, case when x.both_key is null then 0 else 1 end as equal,
  a.key as my_key, a.statement as mine, b.key as their_key, b.statement as theirs
from beside x
join thing a on a.persona = x.persona and a.kind = x.kind and a.key = coalesce(x.both_key, x.my_key)
join thing b on b.persona = x.other and b.kind = x.kind and b.key = coalesce(x.both_key, x.their_key)
order by x.persona, x.other, x.kind`,
  row: (raw): SameApplicantThing => ({
    other: textCell(raw, 'other'),
    kind: textCell(raw, 'kind') as SameApplicantThing['kind'],
    equal: numberCell(raw, 'equal') === 1,
    mine: attestedCell(raw, 'mine', textCell(raw, 'my_key')),
    theirs: attestedCell(raw, 'theirs', textCell(raw, 'their_key')),
    others: numberCell(raw, 'others'),
  }),
})
