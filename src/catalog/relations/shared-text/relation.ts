import type { SameAnswer } from '../../../kit/cell.ts'
import { jsonCell, numberCell, sameCell, textCell } from '../../../kit/cell.ts'
import { defineRelation } from '../../../kit/input.ts'
import type { Attested, PersonaId, StatementId } from '../../../model/statement.ts'

/** Prose that stands on this persona and on another one. */
export interface SharedText {
  /** `text`: whole documents compared; `phrase`: single rare word sequences. */
  readonly kind: 'text' | 'phrase'
  readonly other: PersonaId
  readonly same: SameAnswer
  /** Jaccard similarity of 5-word shingles, 0–1, for `text`; 1 for `phrase`. */
  readonly measure: number
  readonly passages: readonly { readonly mine: Attested<string>; readonly theirs: Attested<string> }[]
  /** How many other personas share text of this kind with this one. */
  readonly others: number
}

/** With more than this many others one of them stands for all: the count says the rest. */
const MOST = 50

export default defineRelation({
  id: 'shared-text',
  missing: 'no text to compare',
  reads: ['passage'],
  sql: `
with met as (
  select o.persona, o.kind, count(distinct o.other) as others, min(o.other) as first_other
  from overlap o join slice s on s.persona = o.persona
  where o.kind in ('text', 'phrase')
  group by o.persona, o.kind
)
select o.persona, o.other, o.kind, o.measure, o.passages, m.others, p.same
from met m
join overlap o on o.persona = m.persona and o.kind = m.kind and (m.others <= ${MOST} or o.other = m.first_other)
left join pair p on p.persona = o.persona and p.other = o.other
order by o.persona, o.kind, o.other`,
  row: (raw): SharedText => ({
    kind: textCell(raw, 'kind') as SharedText['kind'],
    other: textCell(raw, 'other'),
    same: sameCell(raw),
    measure: numberCell(raw, 'measure'),
    passages: (jsonCell<readonly { mine: StatementId; theirs: StatementId; text: string }[]>(raw, 'passages') ?? []).map((p) => ({
      mine: { value: p.text, from: [p.mine] },
      theirs: { value: p.text, from: [p.theirs] },
    })),
    others: numberCell(raw, 'others'),
  }),
})
