import type { SameAnswer } from '../../../kit/cell.ts'
import { attestedCell, instantCell, numberCell, optionalText, sameCell, textCell } from '../../../kit/cell.ts'
import { defineRelation } from '../../../kit/input.ts'
import type { Attested, Instant, PersonaId } from '../../../model/statement.ts'

export type SharedKind = 'email' | 'phone' | 'messenger' | 'wallet' | 'device'

/** One of my identifiers that stands on another persona too. */
export interface SharedIdentifier {
  readonly kind: SharedKind
  readonly mine: Attested<string>
  /** How many personas hold it, this one included. */
  readonly holders: number
  /** One of the others; undefined when there are more holders than are joined (`MOST`). */
  readonly with: { readonly other: PersonaId; readonly theirs: Attested<string>; readonly same: SameAnswer } | undefined
  /** First and last known use on either side; undefined where no time is known. */
  readonly used: { readonly mine: Period | undefined; readonly theirs: Period | undefined }
}

interface Period {
  readonly first: Instant
  readonly last: Instant
}

const period = (first: Instant | undefined, last: Instant | undefined): Period | undefined => (first && last ? { first, last } : undefined)

/** Beyond this many holders a key is a switchboard, a default or a service: only the count is returned, so that one key never joins a crowd with itself. */
const MOST = 50

export default defineRelation({
  id: 'shared-identifier',
  missing: 'no e-mail address, phone number, messenger handle, wallet or device',
  reads: ['email', 'phone', 'messenger', 'wallet', 'device'],
  sql: `
with mine as (
  select i.persona, i.kind, i.key, min(i.statement) as statement, min(i.at) as first_at, max(i.at) as last_at
  from identifier i join slice s on s.persona = i.persona
  where i.kind in ('email', 'phone', 'messenger', 'wallet', 'device')
  group by i.persona, i.kind, i.key
),
held as (
  select m.kind, m.key, count(distinct i.persona) as holders
  from (select distinct kind, key from mine) m join identifier i on i.kind = m.kind and i.key = m.key
  group by m.kind, m.key
  having count(distinct i.persona) > 1
),
theirs as (
  select i.persona, i.kind, i.key, min(i.statement) as statement, min(i.at) as first_at, max(i.at) as last_at
  from held h join identifier i on i.kind = h.kind and i.key = h.key
  where h.holders <= ${MOST}
  group by i.persona, i.kind, i.key
)
select m.persona, m.kind, m.key, m.statement as mine, m.first_at as my_first, m.last_at as my_last, h.holders,
  t.persona as other, t.statement as theirs, t.first_at as their_first, t.last_at as their_last, p.same
from mine m
join held h on h.kind = m.kind and h.key = m.key
left join theirs t on t.kind = m.kind and t.key = m.key and t.persona <> m.persona
left join pair p on p.persona = m.persona and p.other = t.persona
order by m.persona, m.kind, m.key, t.persona`,
  row: (raw): SharedIdentifier => {
    const key = textCell(raw, 'key')
    const other = optionalText(raw, 'other')
    return {
      kind: textCell(raw, 'kind') as SharedKind,
      mine: attestedCell(raw, 'mine', key),
      holders: numberCell(raw, 'holders'),
      with: other === undefined ? undefined : { other, theirs: attestedCell(raw, 'theirs', key), same: sameCell(raw) },
      used: {
        mine: period(instantCell(raw, 'my_first'), instantCell(raw, 'my_last')),
        theirs: period(instantCell(raw, 'their_first'), instantCell(raw, 'their_last')),
      },
    }
  },
})
