import type { SameAnswer } from '../../../kit/cell.ts'
import { attestedCell, numberCell, sameCell, textCell } from '../../../kit/cell.ts'
import { sharedKeys } from '../../../kit/held.ts'
import { defineRelation } from '../../../kit/input.ts'
import type { Attested, PersonaId } from '../../../model/statement.ts'

/** Another company that is paid instead of another person, registered at the same full address. */
export interface CompanyAtAddress {
  /** The address, with the company paid instead of this person. */
  readonly mine: Attested<string>
  /** Registry and number. */
  readonly myCompany: string
  readonly other: PersonaId
  readonly same: SameAnswer
  readonly theirs: Attested<string>
  readonly otherCompany: string
  /** How many personas are paid through a company there, this one included. */
  readonly holders: number
}

/** An address of more payees than this is where a registration service sits. */
const MOST = 10

export default defineRelation({
  id: 'companies-at-address',
  missing: 'no company that is paid, with its number and address',
  reads: ['payee-company'],
  sql: `
with ${sharedKeys({ kinds: ['payee-address'], most: MOST, each: 'key' })}
select m.persona, m.key, m.statement as mine, a.key as my_company, t.persona as other, t.statement as theirs, b.key as other_company,
  h.holders, p.same
from mine m
join held h on h.kind = m.kind and h.key = m.key
join theirs t on t.kind = m.kind and t.key = m.key and t.persona <> m.persona
join identifier a on a.persona = m.persona and a.statement = m.statement and a.kind = 'payee-company'
join identifier b on b.persona = t.persona and b.statement = t.statement and b.kind = 'payee-company'
left join pair p on p.persona = m.persona and p.other = t.persona
order by m.persona, m.key, t.persona, b.key`,
  row: (raw): CompanyAtAddress => {
    const key = textCell(raw, 'key')
    return {
      mine: attestedCell(raw, 'mine', key),
      myCompany: textCell(raw, 'my_company'),
      other: textCell(raw, 'other'),
      same: sameCell(raw),
      theirs: attestedCell(raw, 'theirs', key),
      otherCompany: textCell(raw, 'other_company'),
      holders: numberCell(raw, 'holders'),
    }
  },
})
