import type { SameAnswer } from '../../../kit/cell.ts'
import { attestedCell, instantCell, numberCell, optionalText, sameCell, textCell } from '../../../kit/cell.ts'
import { holdersOf } from '../../../kit/held.ts'
import { defineRelation } from '../../../kit/input.ts'
import type { Attested, Instant, PersonaId } from '../../../model/statement.ts'

/** A payment to an account that this person was paid to, whoever was meant; the first of each payer and day. */
export interface PaymentToAccount {
  /** The account, with a payment to this person. */
  readonly mine: Attested<string>
  readonly payer: string
  readonly payee: PersonaId
  /** Undefined where it is this person's own payment. */
  readonly same: SameAnswer | undefined
  readonly payment: Attested<string>
  readonly at: Instant
  /** How many personas have the account, this one included. */
  readonly holders: number
}

/** An account of more payees than this belongs to a payroll company or an exchange. */
const MOST = 20

export default defineRelation({
  id: 'payers-of-account',
  missing: 'no payment with its payer',
  reads: ['payout'],
  sql: `
with mine as (
  select i.persona, i.kind, i.key, min(i.statement) as statement
  from identifier i
  join slice s on s.persona = i.persona
  join identifier p on p.statement = i.statement and p.persona = i.persona and p.kind = 'payer'
  where i.kind in ('bank-account', 'wallet')
  group by i.persona, i.kind, i.key
),
held as (${holdersOf('mine')}
),
paid as (
  select i.persona, i.kind, i.key, p.key as payer, cast(i.at as date) as day, min(i.statement) as statement, min(i.at) as at
  from held h
  join identifier i on i.kind = h.kind and i.key = h.key
  join identifier p on p.statement = i.statement and p.persona = i.persona and p.kind = 'payer'
  where h.holders <= ${MOST} and i.at is not null
  group by i.persona, i.kind, i.key, p.key, cast(i.at as date)
)
select m.persona, m.kind, m.key, m.statement as mine, d.payer, d.persona as payee, d.statement as payment, d.at, h.holders,
  case when d.persona = m.persona then null else coalesce(q.same, 'unasked') end as same
from mine m
join held h on h.kind = m.kind and h.key = m.key
join paid d on d.kind = m.kind and d.key = m.key
left join pair q on q.persona = m.persona and q.other = d.persona
order by m.persona, m.kind, m.key, d.at, d.persona, d.payer`,
  row: (raw): PaymentToAccount => {
    const payer = textCell(raw, 'payer')
    return {
      mine: attestedCell(raw, 'mine', textCell(raw, 'key')),
      payer,
      payee: textCell(raw, 'payee'),
      same: optionalText(raw, 'same') === undefined ? undefined : sameCell(raw),
      payment: attestedCell(raw, 'payment', payer),
      at: instantCell(raw, 'at')!,
      holders: numberCell(raw, 'holders'),
    }
  },
})
