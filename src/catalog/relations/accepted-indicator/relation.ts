import { attestedCell, instantCell, optionalText, textCell } from '../../../kit/cell.ts'
import { defineRelation } from '../../../kit/input.ts'
import type { Indicator, IndicatorKind } from '../../../model/indicator.ts'
import type { Attested } from '../../../model/statement.ts'

/** An identifier of this persona that an accepted, unexpired indicator names. */
export interface AcceptedIndicator extends Pick<Indicator, 'source' | 'origin' | 'reliability' | 'credibility' | 'seen' | 'expires'> {
  readonly kind: IndicatorKind
  readonly mine: Attested<string>
}

/**
 * The kinds of the index are finer than those of lists: a referee's mailbox is a mailbox. A device stands in the index under
 * `cookie:…` or `fingerprint:…` where an application names it, and bare where a sign-in log does.
 */
export default defineRelation({
  id: 'accepted-indicator',
  missing: 'no e-mail address, phone number, link, wallet, account, device, network address, picture or document id',
  reads: [
    'email',
    'phone',
    'link',
    'account',
    'messenger',
    'wallet',
    'bank-account',
    'device',
    'network-address',
    'image-hash',
    'document-metadata',
    'referee',
    'interview-session',
    'seen-on-shared-screen',
    'mfa-enrolment',
    'sign-in',
    'laptop-network',
    'payout',
    'deposit-address',
  ],
  sql: `
with listed as (
  select i.persona, i.kind, i.key, i.statement,
    case
      when i.kind in ('email', 'referee-email', 'shown-email') then 'email'
      when i.kind in ('phone', 'referee-phone', 'mfa-phone') then 'phone'
      when i.kind in ('link', 'shown-link') then 'link'
      when i.kind in ('wallet', 'deposit-address') then 'wallet'
      when i.kind in ('device', 'sign-in-device', 'mfa-device') then 'device'
      when i.kind in ('ip', 'sign-in-ip', 'laptop-ip') then 'ip'
      when i.kind in ('document-id', 'document-revision') then 'document-id'
      else i.kind
    end as as_kind,
    case when i.kind = 'device' then substring(i.key from position(':' in i.key) + 1) else i.key end as as_key
  from identifier i join slice s on s.persona = i.persona
)
select l.persona, n.kind, l.key, min(l.statement) as statement, n.source, n.origin, n.reliability, n.credibility, n.seen, n.expires
from listed l join indicator n on n.key = l.as_key and n.kind = l.as_kind
where n.state = 'accepted'
group by l.persona, n.kind, l.key, n.source, n.origin, n.reliability, n.credibility, n.seen, n.expires
order by l.persona, n.kind, l.key, n.source`,
  row: (raw): AcceptedIndicator => ({
    kind: textCell(raw, 'kind') as IndicatorKind,
    mine: attestedCell(raw, 'statement', textCell(raw, 'key')),
    source: textCell(raw, 'source'),
    origin: optionalText(raw, 'origin'),
    reliability: textCell(raw, 'reliability'),
    credibility: textCell(raw, 'credibility'),
    seen: instantCell(raw, 'seen'),
    expires: textCell(raw, 'expires'),
  }),
})
