import type { SameAnswer } from '../../../kit/cell.ts'
import { attestedCell, numberCell, sameCell, textCell } from '../../../kit/cell.ts'
import { sharedKeys } from '../../../kit/held.ts'
import { defineRelation } from '../../../kit/input.ts'
import type { Attested, PersonaId } from '../../../model/statement.ts'

/** The company's laptop of another person was on the same network as this person's, on the same days. */
export interface LaptopsTogether {
  /** `laptop-ip`: one address (IPv4, or the /64 of IPv6); `laptop-bssid`: one wireless access point. */
  readonly kind: 'laptop-ip' | 'laptop-bssid'
  readonly mine: Attested<string>
  readonly other: PersonaId
  readonly same: SameAnswer
  readonly theirs: Attested<string>
  /** Calendar days on which both were there. */
  readonly days: number
  /** Personas whose laptops were ever seen there, this one included. */
  readonly holders: number
}

/** A network of more laptops than this is an office, a campus or the exit of the company's own VPN. */
const MOST = 20

export default defineRelation({
  id: 'laptops-together',
  missing: 'no network of a company laptop with a time',
  reads: ['laptop-network'],
  sql: `
with ${sharedKeys({ kinds: ['laptop-ip', 'laptop-bssid'], most: MOST, each: 'day' })}
select m.persona, m.kind, m.key, min(m.statement) as mine, t.persona as other, min(t.statement) as theirs,
  count(distinct m.day) as days, max(h.holders) as holders, max(p.same) as same
from mine m
join held h on h.kind = m.kind and h.key = m.key
join theirs t on t.kind = m.kind and t.key = m.key and t.day = m.day and t.persona <> m.persona
left join pair p on p.persona = m.persona and p.other = t.persona
group by m.persona, m.kind, m.key, t.persona
order by m.persona, m.kind, m.key, t.persona`,
  row: (raw): LaptopsTogether => {
    const key = textCell(raw, 'key')
    return {
      kind: textCell(raw, 'kind') as LaptopsTogether['kind'],
      mine: attestedCell(raw, 'mine', key),
      other: textCell(raw, 'other'),
      same: sameCell(raw),
      theirs: attestedCell(raw, 'theirs', key),
      days: numberCell(raw, 'days'),
      holders: numberCell(raw, 'holders'),
    }
  },
})
