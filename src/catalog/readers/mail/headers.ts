import type { AnyDraft } from '../../../model/statement.ts'
import { PROPERTIES, type ValueOf } from '../../../model/vocabulary.ts'
import type { Address, Email } from 'postal-mime'

/** More hops than any mail takes. */
const MOST_HOPS = 100
/** Zones of the old form (RFC 5322, 4.3) in minutes; letters of other zones say nothing reliable. */
const ZONES: Readonly<Record<string, number>> = {
  GMT: 0,
  UT: 0,
  UTC: 0,
  Z: 0,
  EST: -300,
  EDT: -240,
  CST: -360,
  CDT: -300,
  MST: -420,
  MDT: -360,
  PST: -480,
  PDT: -420,
}
const AUTOMATIC = /^(?:no-?reply|do-?not-?reply|mailer-daemon|postmaster|bounces?|notifications?)\b/i
const FORWARDED = /^\s*(?:(?:re|aw|sv|antw)\s*:\s*)*(?:fwd?|wg|tr|rv|enc|vs|doorst|i)\s*:/i

/** Why a mail is not the candidate's own writing: then nothing of its header or text is stated about the candidate. */
export function notOwn(mail: Email): string | undefined {
  if (FORWARDED.test(mail.subject ?? ''))
    return 'This mail was forwarded: its header and signature are those of the person who forwarded it, so only its attachments were read. Ask for the original saved as EML'
  const get = (key: string) =>
    mail.headers
      .find((header) => header.key === key)
      ?.value.trim()
      .toLowerCase()
  const automatic =
    (get('auto-submitted') ?? 'no') !== 'no' ||
    ['bulk', 'list', 'junk'].includes(get('precedence') ?? '') ||
    get('list-id') !== undefined ||
    AUTOMATIC.test(addressOf(mail.from) ?? '')
  return automatic ? 'This mail was sent by a program (a job board, a list, a reply robot), so only its attachments were read' : undefined
}

/** What the header says: the sender, when and from which zone it was sent, and the way it took. */
export function headerDrafts(mail: Email): AnyDraft[] {
  const drafts: AnyDraft[] = []
  const written = addressOf(mail.from)
  const rawDate = mail.headers.find((header) => header.key === 'date')?.value
  if (written !== undefined) {
    const sender = written.toLowerCase()
    const at = 'header=From&index=1'
    drafts.push({ about: 'self', property: 'mail', value: mailValue(mail, sender, rawDate), basis: 'observed', at })
    if (PROPERTIES.email.schema.safeParse(sender).success)
      drafts.push({
        about: 'self',
        property: 'email',
        value: sender,
        basis: 'observed',
        at,
        ...(sender === written ? {} : { original: written }),
      })
    const name = clip(nameOf(mail.from))
    if (name !== undefined && !name.includes('@'))
      drafts.push({ about: 'self', property: 'person-name', value: { full: name }, basis: 'claimed', at })
  }
  const received = mail.headers.filter((header) => header.key === 'received').slice(0, MOST_HOPS)
  for (const [i, { value }] of received.entries()) {
    const hop = hopOf(value)
    if (Object.keys(hop).length > 0)
      drafts.push({ about: 'self', property: 'received-hop', value: hop, basis: 'observed', at: `header=Received&index=${i + 1}` })
  }
  return drafts
}

function mailValue(mail: Email, from: string, rawDate: string | undefined): ValueOf<'mail'> {
  const date = instantOf(rawDate)
  const offsetMinutes = offsetOf(rawDate)
  const [messageId, returnPath, replyTo] = [clip(mail.messageId), clip(mail.returnPath), clip(addressOf(mail.replyTo?.[0]))]
  return {
    from: from.slice(0, 500),
    ...(date === undefined ? {} : { date }),
    ...(date === undefined || offsetMinutes === undefined ? {} : { offsetMinutes }),
    ...(messageId === undefined ? {} : { messageId }),
    ...(returnPath === undefined ? {} : { returnPath: returnPath.toLowerCase() }),
    ...(replyTo === undefined ? {} : { replyTo: replyTo.toLowerCase() }),
  }
}

/** `from helo (name [192.0.2.7]) by mx.example.org with …; date` (RFC 5321, 4.4). The first one is the last hop. */
export function hopOf(value: string): ValueOf<'received-hop'> {
  const end = value.lastIndexOf(';')
  const [route, stamp] = end < 0 ? [value, undefined] : [value.slice(0, end), value.slice(end + 1)]
  const by = /(?:^|\s)by\s+([^\s;()]{1,255})/i.exec(route)
  const origin = by === null ? route : route.slice(0, by.index)
  const from = /^\s*from\s+([^\s;()]{1,255})/i.exec(origin)?.[1]
  const ip = /\[(?:IPv6:)?((?:\d{1,3}\.){3}\d{1,3}|[0-9a-f:.]*:[0-9a-f:.]+)\]/i.exec(origin)?.[1]?.toLowerCase()
  const at = instantOf(stamp)
  return {
    ...(by === null ? {} : { by: by[1]!.toLowerCase() }),
    ...(from === undefined ? {} : { from: from.toLowerCase() }),
    ...(ip === undefined ? {} : { ip }),
    ...(at === undefined ? {} : { at }),
  }
}

/** Comments such as `(EEST)` removed; undefined when it is no date. */
function instantOf(raw: string | undefined): string | undefined {
  const time = Date.parse((raw ?? '').replaceAll(/\([^()]*\)/g, ' ').trim())
  return Number.isNaN(time) ? undefined : new Date(time).toISOString()
}

/** Minutes east of UTC. `-0000` says that the zone is not known (RFC 5322, 3.3). */
export function offsetOf(raw: string | undefined): number | undefined {
  const zone = /\d{1,2}:\d{2}(?::\d{2})?\s+([+-]\d{4}|[A-Z]{1,3})\b/.exec(raw ?? '')?.[1]
  if (zone === undefined || zone === '-0000') return undefined
  if (!/^[+-]/.test(zone)) return ZONES[zone]
  const minutes = Number(zone.slice(1, 3)) * 60 + Number(zone.slice(3))
  return minutes > 14 * 60 ? undefined : zone.startsWith('-') ? -minutes : minutes
}

const clip = (text: string | undefined): string | undefined => text?.trim().slice(0, 500) || undefined
const addressOf = (address: Address | undefined): string | undefined =>
  address?.address?.trim() || address?.group?.[0]?.address || undefined
const nameOf = (address: Address | undefined): string | undefined => (address?.group === undefined ? address?.name : undefined)
