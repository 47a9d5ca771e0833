import type { SameAnswer } from '../../../kit/cell.ts'
import { attestedCell, instantCell, numberCell, optionalText, sameCell, textCell } from '../../../kit/cell.ts'
import { sharedKeys } from '../../../kit/held.ts'
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
with ${sharedKeys({ kinds: ['device', 'ip', 'phone'], most: MOST, each: 'key' })}
select m.persona, m.kind, m.key, m.statement as mine, u.persona as sender, a.key as role, a.statement as application, a.at, h.holders,
  case when u.persona = m.persona then null else coalesce(p.same, 'unasked') end as same
from mine m
join held h on h.kind = m.kind and h.key = m.key
join theirs u on u.kind = m.kind and u.key = m.key
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
