import type { SameAnswer } from '../../../kit/cell.ts'
import { attestedCell, jsonCell, numberCell, sameCell, textCell } from '../../../kit/cell.ts'
import { holdersOf } from '../../../kit/held.ts'
import { defineRelation } from '../../../kit/input.ts'
import type { Attested, PersonaId } from '../../../model/statement.ts'
import type { ValueOf } from '../../../model/vocabulary.ts'

/** Where the e-mail address or phone number of one of my referees stands besides. */
export interface RefereeMeeting {
  /**
   * `own`: it is the applicant's own contact. `applicant`: it is another persona's. `also-named`: another persona names the
   * same referee. `circle`: the persona it belongs to names, at most one step on, a contact of mine as referee.
   */
  readonly how: 'own' | 'applicant' | 'also-named' | 'circle'
  readonly other: PersonaId
  readonly same: SameAnswer
  /** In a circle of three: the persona in between. */
  readonly third: { readonly persona: PersonaId; readonly same: SameAnswer } | undefined
  /** The e-mail address or phone number. */
  readonly mine: Attested<string>
  /** `also-named`: the other's referee; in a circle: the referee who leads back to me; else the contact. */
  readonly theirs: Attested<ValueOf<'referee'> | undefined>
  /** How many personas hold it as their own contact (`own`, `applicant`, `circle`), or name it as a referee (`also-named`). */
  readonly holders: number
}

/** A contact of more personas than this is a switchboard, a referee of more personas than this a reference office. */
const MOST = 20

export default defineRelation({
  id: 'referee-graph',
  missing: 'no referee with an e-mail address or phone number',
  reads: ['referee'],
  sql: `
with named as (
  select i.persona, i.kind as as_referee, case when i.kind = 'referee-email' then 'email' else 'phone' end as kind, i.key, min(i.statement) as statement
  from identifier i join slice s on s.persona = i.persona
  where i.kind in ('referee-email', 'referee-phone')
  group by i.persona, i.kind, i.key
),
contact as (${holdersOf('named', 1)}
),
as_named as (
  select as_referee as kind, key from named
),
naming as (${holdersOf('as_named')}
),
forward as (
  select n.persona, i.persona as other, n.kind, n.key, min(n.statement) as mine, min(i.statement) as theirs, max(c.holders) as holders
  from named n
  join contact c on c.kind = n.kind and c.key = n.key
  join identifier i on i.kind = n.kind and i.key = n.key
  where c.holders <= ${MOST} or i.persona = n.persona
  group by n.persona, i.persona, n.kind, n.key
),
own as (
  select i.persona, i.kind, case when i.kind = 'email' then 'referee-email' else 'referee-phone' end as as_referee, i.key
  from identifier i join (select distinct persona from forward) f on f.persona = i.persona
  where i.kind in ('email', 'phone')
  group by i.persona, i.kind, i.key
),
named_me as (
  select i.kind as as_referee, i.key
  from (select distinct as_referee, key from own) o join identifier i on i.kind = o.as_referee and i.key = o.key
  group by i.kind, i.key
  having count(distinct i.persona) <= ${MOST}
),
backward as (
  select o.persona, i.persona as other, min(i.statement) as theirs
  from own o
  join named_me n on n.as_referee = o.as_referee and n.key = o.key
  join identifier i on i.kind = o.as_referee and i.key = o.key and i.persona <> o.persona
  group by o.persona, i.persona
),
circle as (
  select f.persona, f.other, b.other as last, f.key, f.mine, b.theirs, f.holders
  from forward f join backward b on b.persona = f.persona and b.other = f.other
  where f.other <> f.persona
  union all
  select f.persona, f.other, b.other as last, f.key, min(f.mine), min(b.theirs), max(f.holders)
  from forward f
  join backward b on b.persona = f.persona and b.other <> f.other
  join identifier r on r.persona = f.other and r.kind in ('referee-email', 'referee-phone')
  join identifier c on c.persona = b.other and c.key = r.key and c.kind = case when r.kind = 'referee-email' then 'email' else 'phone' end
  where f.other <> f.persona
  group by f.persona, f.other, b.other, f.key
),
met as (
  select case when persona = other then 'own' else 'applicant' end as how, persona, other, other as last, key, mine, theirs, holders from forward
  union all
  select 'circle', persona, other, last, key, mine, theirs, holders from circle
  union all
  select 'also-named', n.persona, i.persona, i.persona, n.key, min(n.statement), min(i.statement), max(g.holders)
  from named n
  join naming g on g.kind = n.as_referee and g.key = n.key
  join identifier i on i.kind = n.as_referee and i.key = n.key and i.persona <> n.persona
  where g.holders <= ${MOST}
  group by n.persona, i.persona, n.key
)
select m.how, m.persona, m.other, m.last, m.key, m.mine, m.theirs, m.holders, st.value, p.same, q.same as last_same
from met m
left join statement st on st.id = m.theirs and st.property = 'referee'
left join pair p on p.persona = m.persona and p.other = m.other
left join pair q on q.persona = m.persona and q.other = m.last
order by m.persona, m.how, m.key, m.other, m.last`,
  row: (raw): RefereeMeeting => {
    const other = textCell(raw, 'other')
    const last = textCell(raw, 'last')
    return {
      how: textCell(raw, 'how') as RefereeMeeting['how'],
      other,
      same: textCell(raw, 'how') === 'own' ? 'yes' : sameCell(raw),
      third: last === other ? undefined : { persona: last, same: sameCell(raw, 'last_same') },
      mine: attestedCell(raw, 'mine', textCell(raw, 'key')),
      theirs: attestedCell(raw, 'theirs', jsonCell<ValueOf<'referee'>>(raw, 'value')),
      holders: numberCell(raw, 'holders'),
    }
  },
})
