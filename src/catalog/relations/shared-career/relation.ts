import type { SameAnswer } from '../../../kit/cell.ts'
import { attestedCell, numberCell, sameCell, textCell } from '../../../kit/cell.ts'
import { holdersOf } from '../../../kit/held.ts'
import { defineRelation } from '../../../kit/input.ts'
import type { Attested, PersonaId } from '../../../model/statement.ts'

/** A job with both dates that stands, with the same employer and the same dates, on another persona. */
export interface SharedJob {
  readonly other: PersonaId
  readonly same: SameAnswer
  /** `employer|from|to` */
  readonly mine: Attested<string>
  readonly theirs: Attested<string>
  /** How many personas claim this employer with these dates, this one included. */
  readonly holders: number
  /** How many such jobs the two have in common; rows start at 2. */
  readonly entries: number
}

/** More personas than this with one employer and equal dates are a yearly intake or a closed company: not counted as held in common. */
const MOST = 20

export default defineRelation({
  id: 'shared-career',
  missing: 'no job with an employer and dates',
  reads: ['job'],
  sql: `
with mine as (
  select i.persona, i.kind, i.key, min(i.statement) as statement
  from identifier i join slice s on s.persona = i.persona
  where i.kind = 'job' and i.key not like '%|' and i.key not like '%||%'
  group by i.persona, i.kind, i.key
),
held as (${holdersOf('mine')}
),
theirs as (
  select i.persona, i.key, min(i.statement) as statement, max(h.holders) as holders
  from held h join identifier i on i.kind = h.kind and i.key = h.key
  where h.holders <= ${MOST}
  group by i.persona, i.key
),
met as (
  select m.persona, t.persona as other, m.key, m.statement as mine, t.statement as theirs, t.holders
  from mine m join theirs t on t.key = m.key and t.persona <> m.persona
),
counted as (
  select persona, other, count(*) as entries from met group by persona, other having count(*) >= 2
)
select m.persona, m.other, m.key, m.mine, m.theirs, m.holders, c.entries, p.same
from counted c
join met m on m.persona = c.persona and m.other = c.other
left join pair p on p.persona = m.persona and p.other = m.other
order by m.persona, m.other, m.key`,
  row: (raw): SharedJob => {
    const key = textCell(raw, 'key')
    return {
      other: textCell(raw, 'other'),
      same: sameCell(raw),
      mine: attestedCell(raw, 'mine', key),
      theirs: attestedCell(raw, 'theirs', key),
      holders: numberCell(raw, 'holders'),
      entries: numberCell(raw, 'entries'),
    }
  },
})
