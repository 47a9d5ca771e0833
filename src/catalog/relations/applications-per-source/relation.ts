import type { SameAnswer } from '../../../kit/cell.ts'
import { attestedCell, instantCell, numberCell, optionalText, sameCell, textCell } from '../../../kit/cell.ts'
import { defineRelation } from '../../../kit/input.ts'
import type { Attested, Instant, PersonaId } from '../../../model/statement.ts'

/** An application sent by somebody who shares a device, network address or phone number with this persona; its own stand among them. */
export interface SourceApplication {
  readonly source: 'device' | 'ip' | 'phone'
  /** The shared device, address or number. */
  readonly mine: Attested<string>
  readonly by: PersonaId
  /** Undefined for the persona's own applications. */
  readonly same: SameAnswer | undefined
  readonly role: Attested<string>
  readonly at: Instant
  /** How many personas share the source, this one included. */
  readonly holders: number
}

/** A source of more personas than this is a public network, a kiosk or a switchboard. */
const MOST = 10

export default defineRelation({
  id: 'applications-per-source',
  missing: 'no application record',
  reads: ['application'],
  sql: `
with mine as (
  select i.persona, i.kind, i.key, min(i.statement) as statement
  from identifier i join slice s on s.persona = i.persona
  where i.kind in ('device', 'ip', 'phone')
  group by i.persona, i.kind, i.key
),
held as (
  select m.kind, m.key, count(distinct i.persona) as holders
  from (select distinct kind, key from mine) m join identifier i on i.kind = m.kind and i.key = m.key
  group by m.kind, m.key
  having count(distinct i.persona) > 1
),
users as (
  select i.persona, i.kind, i.key, max(h.holders) as holders
  from held h join identifier i on i.kind = h.kind and i.key = h.key
  where h.holders <= ${MOST}
  group by i.persona, i.kind, i.key
)
select m.persona, m.kind, m.key, m.statement as mine, u.persona as sender, a.key as role, a.statement as application, a.at, u.holders,
  case when u.persona = m.persona then null else coalesce(p.same, 'unasked') end as same
from mine m
join users u on u.kind = m.kind and u.key = m.key
join identifier a on a.persona = u.persona and a.kind = 'application' and a.at is not null
left join pair p on p.persona = m.persona and p.other = u.persona
order by m.persona, m.kind, m.key, a.at, u.persona, a.key`,
  row: (raw): SourceApplication => ({
    source: textCell(raw, 'kind') as SourceApplication['source'],
    mine: attestedCell(raw, 'mine', textCell(raw, 'key')),
    by: textCell(raw, 'sender'),
    same: optionalText(raw, 'same') === undefined ? undefined : sameCell(raw),
    role: attestedCell(raw, 'application', textCell(raw, 'role')),
    at: instantCell(raw, 'at')!,
    holders: numberCell(raw, 'holders'),
  }),
})
