import type { SameAnswer } from '../../../kit/cell.ts'
import { attestedCell, numberCell, sameCell, textCell } from '../../../kit/cell.ts'
import { holdersOf } from '../../../kit/held.ts'
import { defineRelation } from '../../../kit/input.ts'
import type { Attested, PersonaId } from '../../../model/statement.ts'

/** The account that rated this one is here too, and the two share an account to be paid to, a wallet or a device. */
export interface LinkedRating {
  /** The rating. */
  readonly rating: Attested<string>
  /** The persona whose account rated. */
  readonly by: PersonaId
  readonly same: SameAnswer
  readonly shared: 'bank-account' | 'wallet' | 'device'
  readonly mine: Attested<string>
  readonly theirs: Attested<string>
  /** How many personas have what is shared, these two included. */
  readonly holders: number
}

/** Several personas say that one account is theirs: more than this is a mistake in the records. */
const MOST = 5

export default defineRelation({
  id: 'rated-by-linked-account',
  missing: 'no rating with the account that gave it',
  reads: ['rating'],
  sql: `
with rated as (
  select i.persona, 'platform-account' as kind, i.key, min(i.statement) as statement
  from identifier i join slice s on s.persona = i.persona
  where i.kind = 'rated-by'
  group by i.persona, i.key
),
held as (${holdersOf('rated', 1)}
),
rater as (
  select r.persona, r.key, r.statement, i.persona as other
  from rated r
  join held h on h.kind = r.kind and h.key = r.key
  join identifier i on i.kind = r.kind and i.key = r.key and i.persona <> r.persona
  where h.holders <= ${MOST}
  group by r.persona, r.key, r.statement, i.persona
),
tie as (
  select r.persona, r.other, a.kind, a.key, min(a.statement) as mine, min(b.statement) as theirs
  from (select distinct persona, other from rater) r
  join identifier a on a.persona = r.persona and a.kind in ('bank-account', 'wallet', 'sign-in-device', 'device')
  join identifier b on b.persona = r.other and b.kind = a.kind and b.key = a.key
  group by r.persona, r.other, a.kind, a.key
),
common as (${holdersOf('tie')}
)
select r.persona, r.key, r.statement as rating, r.other, p.same, t.kind, t.key as tie, t.mine, t.theirs, c.holders
from rater r
join tie t on t.persona = r.persona and t.other = r.other
join common c on c.kind = t.kind and c.key = t.key
left join pair p on p.persona = r.persona and p.other = r.other
order by r.persona, r.key, r.other, t.kind, t.key`,
  row: (raw): LinkedRating => {
    const kind = textCell(raw, 'kind')
    const tie = textCell(raw, 'tie')
    return {
      rating: attestedCell(raw, 'rating', textCell(raw, 'key')),
      by: textCell(raw, 'other'),
      same: sameCell(raw),
      shared: kind === 'bank-account' || kind === 'wallet' ? kind : 'device',
      mine: attestedCell(raw, 'mine', tie),
      theirs: attestedCell(raw, 'theirs', tie),
      holders: numberCell(raw, 'holders'),
    }
  },
})
