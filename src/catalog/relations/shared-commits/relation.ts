import type { SameAnswer } from '../../../kit/cell.ts'
import { attestedCell, jsonCell, numberCell, optionalText, sameCell, textCell } from '../../../kit/cell.ts'
import { sharedKeys } from '../../../kit/held.ts'
import { defineRelation } from '../../../kit/input.ts'
import type { Attested, PersonaId } from '../../../model/statement.ts'
import type { ValueOf } from '../../../model/vocabulary.ts'

/**
 * A commit that stands in the history of another persona too, by its hash, by the content it leaves behind (`tree`), or by
 * message and second (`commit-stamp`). `repository` rows carry the other's repositories, for their dates of creation.
 */
export type SharedCommit =
  | {
      readonly kind: 'commit' | 'tree' | 'commit-stamp'
      readonly other: PersonaId
      readonly same: SameAnswer
      readonly mine: Attested<string>
      readonly theirs: Attested<ValueOf<'commit'>>
      /** How many keys of this kind the two have in common; rows start at 10. */
      readonly shared: number
      /** How many distinct keys of this kind each side has. */
      readonly total: { readonly mine: number; readonly theirs: number }
      readonly holders: number
    }
  | { readonly kind: 'repository'; readonly other: PersonaId; readonly same: SameAnswer; readonly theirs: Attested<ValueOf<'repository'>> }

/** A commit in more accounts than this is a public project that many carry on or a course that many took. */
const MOST = 5
/** Fewer equal commits than this are a template or an exercise. */
const FEWEST = 10

export default defineRelation({
  id: 'shared-commits',
  missing: 'no code account with commits',
  reads: ['commit'],
  sql: `
with ${sharedKeys({ kinds: ['commit', 'tree', 'commit-stamp'], most: MOST, each: 'key' })},
met as (
  select m.persona, t.persona as other, m.kind, m.key, m.statement as mine, t.statement as theirs, h.holders
  from mine m
  join held h on h.kind = m.kind and h.key = m.key
  join theirs t on t.kind = m.kind and t.key = m.key and t.persona <> m.persona
),
counted as (
  select persona, other, kind, count(*) as shared from met group by persona, other, kind having count(*) >= ${FEWEST}
),
my_total as (
  select persona, kind, count(*) as total from mine group by persona, kind
),
their_total as (
  select i.persona, i.kind, count(distinct i.key) as total
  from (select other, kind from counted group by other, kind) c
  join identifier i on i.persona = c.other and i.kind = c.kind
  group by i.persona, i.kind
)
select m.persona, m.other, m.kind, m.key, m.mine, m.theirs, st.value, c.shared, a.total as my_total, b.total as their_total, m.holders, p.same
from counted c
join met m on m.persona = c.persona and m.other = c.other and m.kind = c.kind
join my_total a on a.persona = m.persona and a.kind = m.kind
join their_total b on b.persona = m.other and b.kind = m.kind
join statement st on st.id = m.theirs
left join pair p on p.persona = m.persona and p.other = m.other
union all
select c.persona, c.other, 'repository', null, null, st.id, st.value, 0, 0, 0, 0, p.same
from (select persona, other from counted group by persona, other) c
join statement st on st.subject = c.other and st.property = 'repository'
left join pair p on p.persona = c.persona and p.other = c.other
order by 1, 2, 3, 4, 6`,
  row: (raw): SharedCommit => {
    const other = textCell(raw, 'other')
    const same = sameCell(raw)
    const kind = textCell(raw, 'kind')
    if (kind === 'repository')
      return { kind, other, same, theirs: attestedCell(raw, 'theirs', jsonCell<ValueOf<'repository'>>(raw, 'value')!) }
    return {
      kind: kind as 'commit' | 'tree' | 'commit-stamp',
      other,
      same,
      mine: attestedCell(raw, 'mine', optionalText(raw, 'key') ?? ''),
      theirs: attestedCell(raw, 'theirs', jsonCell<ValueOf<'commit'>>(raw, 'value')!),
      shared: numberCell(raw, 'shared'),
      total: { mine: numberCell(raw, 'my_total'), theirs: numberCell(raw, 'their_total') },
      holders: numberCell(raw, 'holders'),
    }
  },
})
