import type { SameAnswer } from '../../../kit/cell.ts'
import { attestedCell, numberCell, sameCell, textCell } from '../../../kit/cell.ts'
import { sharedKeys } from '../../../kit/held.ts'
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
with ${sharedKeys({ kinds: ['document-id', 'document-revision', 'document-author'], most: MOST, each: 'key' })}
select m.persona, t.persona as other, m.kind, m.key, m.statement as mine, t.statement as theirs, h.holders, p.same
from mine m
join held h on h.kind = m.kind and h.key = m.key
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
