import type { AnyStatement } from '../../../model/statement.ts'
import type { AnswerOf } from '../../client/index.ts'
import { t } from '../texts/index.ts'

type Dossier = AnswerOf<'GET /api/personas/:persona'>
/** A statement under a finding: what a document says, and where. */
export type Evidence = Dossier['statements'][number]
export type FindingShown = Dossier['findings'][number]

/** The same with its value typed by its property, which the service has checked before it was written down. */
export const typed = (evidence: Evidence): AnyStatement => evidence as unknown as AnyStatement

const { labels, answers, authors } = t.evidence
export const labelOf = (property: string): string =>
  (labels as Readonly<Record<string, string>>)[property] ?? property.replaceAll('-', ' ').replace(/^./, (c) => c.toUpperCase())

const period = (from: string | undefined, to: string | undefined): string =>
  from === undefined && to === undefined ? '' : ` (${from ?? '?'} – ${to ?? '?'})`
const joined = (...parts: readonly (string | undefined)[]): string => parts.filter((part) => part !== undefined).join(', ')
const titled = (title: string | undefined, at: string): string => (title === undefined ? at : `${title}, ${at}`)

/** Enough to recognise what has no words of its own yet. */
const LONGEST = 600
const plain = (value: unknown): string =>
  (typeof value === 'object' && value !== null
    ? Object.entries(value).flatMap(([key, of]) =>
        of === undefined ? [] : [`${key}: ${typeof of === 'object' ? JSON.stringify(of) : String(of)}`],
      )
    : [String(value)]
  )
    .join(' · ')
    .slice(0, LONGEST)

/** A statement's value in words. */
export function valueInWords(evidence: Evidence): string {
  const s = typed(evidence)
  switch (s.property) {
    case 'email':
    case 'phone':
    case 'postal-address':
      return s.value
    case 'link':
      return s.value.url
    case 'messenger':
      return `${s.value.service} ${s.value.handle}`
    case 'wallet':
      return `${s.value.chain} ${s.value.address}`
    case 'place':
      return s.value.text
    case 'job':
      return `${titled(s.value.title, s.value.employer)}${period(s.value.from, s.value.to)}`
    case 'education':
      return `${titled(s.value.degree, s.value.school)}${period(s.value.from, s.value.to)}`
    case 'skill':
      return `${s.value.name}${period(s.value.from, s.value.to)}`
    case 'passage':
    case 'hidden-text':
      return s.value.text
    case 'commit':
      return `${s.value.repository} ${s.value.sha.slice(0, 12)}, ${s.value.authored.slice(0, 10)}`
    case 'account':
      return `${s.value.login}, ${s.value.created.slice(0, 10)}`
    case 'repository':
      return joined(s.value.name, s.value.created?.slice(0, 10))
    case 'image-hash':
      return `${t.evidence.pixels(s.value.width, s.value.height)}, ${t.evidence.hash} ${s.value.dct}`
    case 'interview-answer':
      return `“${s.value.asks}” – ${answers[s.value.agreement]}${s.value.said === undefined ? '' : `: “${s.value.said}”`}`
    case 'check':
      return `${s.value.kind.replaceAll('-', ' ')}, ${s.value.about}: ${s.value.outcome.replaceAll('-', ' ')}${s.value.found === undefined ? '' : ` – ${s.value.found}`}`
    case 'document-author-digest':
      return `${s.value.digest.slice(0, 12)}…`
    case 'authorship':
      return authors[s.value.author]
    case 'application':
      return joined(s.value.role, s.value.requisition, s.value.at?.slice(0, 10), s.value.through)
    case 'referee':
      return joined(s.value.organisation, s.value.relation, s.value.email, s.value.phone)
    case 'network-address':
      return joined(s.value.ip, s.value.at?.slice(0, 16).replace('T', ' '))
    case 'shipment':
      return joined(s.value.item, s.value.address, s.value.at?.slice(0, 10))
    case 'laptop-network':
    case 'sign-in':
      return joined(s.value.ip, s.value.device, s.value.at?.slice(0, 10))
    case 'device':
      return joined(`${s.value.kind} ${s.value.id}`, s.value.at?.slice(0, 10))
    case 'certificate':
      return joined(s.value.name, s.value.issuer, s.value.number, s.value.date)
    default:
      return plain(s.value)
  }
}

/** The place that a statement names, in its own words; undefined where it names none. */
export function placeNamed(evidence: Evidence): string | undefined {
  const s = typed(evidence)
  switch (s.property) {
    case 'place':
      return s.value.text
    case 'postal-address':
      return s.value
    case 'shipment':
    case 'payee-company':
      return s.value.address
    case 'interview-answer':
      return s.value.about === 'place' ? s.value.said : undefined
    default:
      return undefined
  }
}
