import { numberCell } from '../../../kit/cell.ts'
import { defineRelation } from '../../../kit/input.ts'

/** How many other personas have text to compare with, counted up to `MOST`. */
export interface ComparedTexts {
  readonly others: number
}

/** Counting stops here: the question is only whether there were enough to compare with. */
const MOST = 100

export default defineRelation({
  id: 'compared-texts',
  missing: 'no text to compare',
  reads: ['passage'],
  sql: `
with some_texts as (
  select subject from statement where property = 'passage' group by subject limit ${MOST + 1}
),
counted as (
  select count(*) as texts from some_texts
)
select s.persona, c.texts from slice s cross join counted c order by s.persona`,
  // The persona itself is one of those counted: the relation only speaks of personas that have text.
  row: (raw): ComparedTexts => ({ others: Math.max(0, numberCell(raw, 'texts') - 1) }),
})
