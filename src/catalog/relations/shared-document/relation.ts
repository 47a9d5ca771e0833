import type { SameAnswer } from '../../../kit/cell.ts'
import { attestedCell, numberCell, sameCell, textCell } from '../../../kit/cell.ts'
import { defineRelation } from '../../../kit/input.ts'
import type { Attested, PersonaId } from '../../../model/statement.ts'

/** A trace inside my file that stands inside another persona's file too. */
export interface SharedDocument {
  readonly kind: 'document-id' | 'document-revision' | 'document-author'
  readonly other: PersonaId
  readonly same: SameAnswer
  /** The id or digest. */
  readonly mine: Attested<string>
  readonly theirs: Attested<string>
  /** How many personas hold it, this one included. */
  readonly holders: number
}

/**
 * A trace on more personas than this is stamped by a résumé builder or comes with a template, and is not counted
 * (threats.json, resume-document-metadata-shared: "ignore values with tenant frequency > 5").
 */
const MOST = 5

export default defineRelation({
  id: 'shared-document',
  missing: 'no document id, revision id or author field in the files',
  reads: ['document-metadata', 'document-author-digest'],
  sql: `
with mine as (
  select i.persona, i.kind, i.key, min(i.statement) as statement
  from identifier i join slice s on s.persona = i.persona
  where i.kind in ('document-id', 'document-revision', 'document-author')
  group by i.persona, i.kind, i.key
),
held as (
  select m.kind, m.key, count(distinct i.persona) as holders
  from (select distinct kind, key from mine) m join identifier i on i.kind = m.kind and i.key = m.key
  group by m.kind, m.key
  having count(distinct i.persona) > 1
),
theirs as (
  select i.persona, i.kind, i.key, min(i.statement) as statement, max(h.holders) as holders
  from held h join identifier i on i.kind = h.kind and i.key = h.key
  where h.holders <= ${MOST}
  group by i.persona, i.kind, i.key
)
select m.persona, t.persona as other, m.kind, m.key, m.statement as mine, t.statement as theirs, t.holders, p.same
from mine m
join theirs t on t.kind = m.kind and t.key = m.key and t.persona <> m.persona
left join pair p on p.persona = m.persona and p.other = t.persona
order by m.persona, m.kind, m.key, t.persona`,
  row: (raw): SharedDocument => {
    const key = textCell(raw, 'key')
    return {
      kind: textCell(raw, 'kind') as SharedDocument['kind'],
      other: textCell(raw, 'other'),
      same: sameCell(raw),
      mine: attestedCell(raw, 'mine', key),
      theirs: attestedCell(raw, 'theirs', key),
      holders: numberCell(raw, 'holders'),
    }
  },
})
