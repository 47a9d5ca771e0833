import type { SameAnswer } from '../../../kit/cell.ts'
import { jsonCell, numberCell, sameCell, textCell } from '../../../kit/cell.ts'
import { defineRelation } from '../../../kit/input.ts'
import type { Attested, PersonaId, StatementId } from '../../../model/statement.ts'

/** A picture that stands on this persona and, equal or mirrored, on another one. */
export interface SharedPhoto {
  readonly other: PersonaId
  readonly same: SameAnswer
  /** 1 − Hamming distance / 64 of the closer of the two ways round, 0–1. */
  readonly measure: number
  readonly pictures: readonly { readonly mine: Attested<'picture'>; readonly theirs: Attested<'picture'> }[]
  /** How many other personas have a picture like one of this persona's. */
  readonly others: number
}

/** With more than this many others it is a default avatar or a logo; one of them stands for all. */
const MOST = 50

export default defineRelation({
  id: 'shared-photo',
  missing: 'no picture',
  reads: ['image-hash'],
  sql: `
with met as (
  select o.persona, count(distinct o.other) as others, min(o.other) as first_other
  from overlap o join slice s on s.persona = o.persona
  where o.kind = 'photo'
  group by o.persona
)
select o.persona, o.other, o.measure, o.passages, m.others, p.same
from met m
join overlap o on o.persona = m.persona and o.kind = 'photo' and (m.others <= ${MOST} or o.other = m.first_other)
left join pair p on p.persona = o.persona and p.other = o.other
order by o.persona, o.other`,
  row: (raw): SharedPhoto => ({
    other: textCell(raw, 'other'),
    same: sameCell(raw),
    measure: numberCell(raw, 'measure'),
    pictures: (jsonCell<readonly { mine: StatementId; theirs: StatementId }[]>(raw, 'passages') ?? []).map((p) => ({
      mine: { value: 'picture', from: [p.mine] },
      theirs: { value: 'picture', from: [p.theirs] },
    })),
    others: numberCell(raw, 'others'),
  }),
})
