import type { SameAnswer } from '../../../kit/cell.ts'
import { attestedCell, instantCell, jsonCell, numberCell, sameCell, textCell } from '../../../kit/cell.ts'
import { holdersOf } from '../../../kit/held.ts'
import { defineRelation } from '../../../kit/input.ts'
import type { Attested, Instant, NonEmpty, PersonaId, StatementId } from '../../../model/statement.ts'
import type { ValueOf } from '../../../model/vocabulary.ts'

export type SharedWithConfirmedKind =
  | 'email'
  | 'phone'
  | 'messenger'
  | 'wallet'
  | 'bank-account'
  | 'device'
  | 'document-id'
  | 'document-revision'
  | 'document-author'
  | 'home-address'
  | 'text'
  | 'photo'

/** Something that stands on this persona and on one that a person decided on as confirmed. */
export interface SharedWithConfirmed {
  readonly kind: SharedWithConfirmedKind
  readonly other: PersonaId
  readonly same: SameAnswer
  /** A person said of the two: different people. */
  readonly judgedDifferent: boolean
  /** The key, or the text of a passage; where the two documents meet in several passages, one each. */
  readonly shared: NonEmpty<{ readonly mine: Attested<string>; readonly theirs: Attested<string> }>
  /** How many personas have it in common, this one included. */
  readonly holders: number
  /** Similarity, 0–1; 1 for an identifier. */
  readonly measure: number
  /** First and last known use here and there. */
  readonly used: { readonly mine: Period | undefined; readonly theirs: Period | undefined }
  /** Of a photo: my picture, one row for each of mine; whether it is the one that is shared says `shared`. */
  readonly picture: Attested<ValueOf<'image-hash'>> | undefined
}

interface Period {
  readonly first: Instant
  readonly last: Instant
}

const period = (first: Instant | undefined, last: Instant | undefined): Period | undefined => (first && last ? { first, last } : undefined)

/** A key of more holders than this is an office's or a service's and is not joined at all. */
const MOST = 50

export default defineRelation({
  id: 'shared-with-confirmed',
  missing: 'no e-mail address, phone number, wallet, account, device, file, text or picture to compare',
  reads: [
    'email',
    'phone',
    'messenger',
    'wallet',
    'bank-account',
    'payout',
    'device',
    'document-metadata',
    'document-author-digest',
    'passage',
    'image-hash',
  ],
  sql: `
with last_decision as (
  select d.persona, max(d.seq) as seq from disposition d group by d.persona
),
confirmed as (
  select d.persona from disposition d join last_decision l on l.persona = d.persona and l.seq = d.seq where d.kind = 'confirmed'
),
kept as (
  select i.persona, i.kind, i.key, min(i.statement) as statement, min(i.at) as first_at, max(i.at) as last_at
  from identifier i join confirmed c on c.persona = i.persona
  where i.kind in ('email', 'phone', 'messenger', 'wallet', 'bank-account', 'device', 'document-id', 'document-revision', 'document-author',
    'home-address')
  group by i.persona, i.kind, i.key
),
mine as (
  select i.persona, i.kind, i.key, min(i.statement) as statement, min(i.at) as first_at, max(i.at) as last_at
  from identifier i join slice s on s.persona = i.persona
  where i.kind in ('email', 'phone', 'messenger', 'wallet', 'bank-account', 'device', 'document-id', 'document-revision', 'document-author',
    'home-address')
  group by i.persona, i.kind, i.key
),
meeting as (
  select m.persona, k.persona as other, m.kind, m.key, m.statement as mine, k.statement as theirs,
    m.first_at as my_first, m.last_at as my_last, k.first_at as their_first, k.last_at as their_last
  from mine m join kept k on k.kind = m.kind and k.key = m.key and k.persona <> m.persona
),
held as (${holdersOf('meeting')}
),
likeness as (
  select o.persona, o.kind, count(distinct o.other) as others
  from overlap o join slice s on s.persona = o.persona
  where o.kind in ('text', 'photo')
  group by o.persona, o.kind
),
row_of as (
  select m.persona, m.other, m.kind, m.key, m.mine, m.theirs, m.my_first, m.my_last, m.their_first, m.their_last, h.holders,
    cast(1 as double precision) as measure, cast(null as text) as passages, cast(null as text) as picture_id, cast(null as text) as picture
  from meeting m join held h on h.kind = m.kind and h.key = m.key and h.holders <= ${MOST}
  union all
  select o.persona, o.other, o.kind, '', '', '', null, null, null, null, l.others + 1, o.measure, cast(o.passages as text),
    t.id, cast(t.value as text)
  from overlap o
  join likeness l on l.persona = o.persona and l.kind = o.kind and l.others < ${MOST}
  join confirmed c on c.persona = o.other
  left join statement t on t.subject = o.persona and t.property = 'image-hash' and o.kind = 'photo'
),
parted as (
  select l.persona, l.other from link l join confirmed c on c.persona = l.other where l.state = 'apart'
  union all
  select l.other, l.persona from link l join confirmed c on c.persona = l.persona where l.state = 'apart'
)
select r.persona, r.other, r.kind, r.key, r.mine, r.theirs, r.my_first, r.my_last, r.their_first, r.their_last, r.holders, r.measure,
  r.passages, r.picture_id, r.picture, p.same, case when d.persona is null then 0 else 1 end as parted
from row_of r
left join pair p on p.persona = r.persona and p.other = r.other
left join parted d on d.persona = r.persona and d.other = r.other
order by r.persona, r.kind, r.key, r.other, r.picture_id`,
  row: (raw): SharedWithConfirmed => {
    const key = textCell(raw, 'key')
    const passages = jsonCell<readonly { mine: StatementId; theirs: StatementId; text: string }[]>(raw, 'passages') ?? []
    const picture = jsonCell<ValueOf<'image-hash'>>(raw, 'picture')
    const [first, ...rest] = passages.map((p) => ({
      mine: { value: p.text, from: [p.mine] as const },
      theirs: { value: p.text, from: [p.theirs] as const },
    }))
    return {
      kind: textCell(raw, 'kind') as SharedWithConfirmedKind,
      other: textCell(raw, 'other'),
      same: sameCell(raw),
      judgedDifferent: numberCell(raw, 'parted') === 1,
      shared: first === undefined ? [{ mine: attestedCell(raw, 'mine', key), theirs: attestedCell(raw, 'theirs', key) }] : [first, ...rest],
      holders: numberCell(raw, 'holders'),
      measure: numberCell(raw, 'measure'),
      picture: picture === undefined ? undefined : attestedCell(raw, 'picture_id', picture),
      used: {
        mine: period(instantCell(raw, 'my_first'), instantCell(raw, 'my_last')),
        theirs: period(instantCell(raw, 'their_first'), instantCell(raw, 'their_last')),
      },
    }
  },
})
