import type { AnyStatement } from './statement.ts'
import type { ValueOf } from './vocabulary.ts'

/** Statements as people read them, in English: the same words on paper, at a prompt and in a browser, so this file imports nothing that runs. */

const LABELS: Readonly<Record<string, string>> = {
  email: 'E-mail',
  phone: 'Phone',
  link: 'Link',
  messenger: 'Messenger',
  wallet: 'Wallet',
  'postal-address': 'Address',
  place: 'Claimed place',
  job: 'Job',
  education: 'Education',
  skill: 'Skill',
  certificate: 'Certificate',
  passage: 'Passage',
  'document-metadata': 'File properties',
  'document-author-digest': 'Author field (as a digest)',
  'hidden-text': 'Text that is not visible',
  'no-text-layer': 'Scanned pages',
  'active-content': 'Active content',
  'image-hash': 'Picture',
  'image-metadata': 'Picture properties',
  mail: 'Mail',
  'received-hop': 'Mail route',
  account: 'Code account',
  repository: 'Repository',
  commit: 'Commit',
  'account-event': 'Account activity',
  application: 'Application',
  device: 'Device',
  'network-address': 'Network address',
  'laptop-network': 'Network of the laptop',
  'sign-in': 'Sign-in',
  shipment: 'Delivery',
  'payee-company': 'Company that is paid',
  'mfa-enrolment': 'Second factor',
  payout: 'Payout',
  referee: 'Referee',
  'interview-session': 'Interview',
  'interview-answer': 'Interview answer',
  'seen-on-shared-screen': 'Seen on the shared screen',
  check: 'Check with a third party',
  authorship: 'Author of the file',
}

/** What a property is called. */
export const labelOf = (property: string): string =>
  LABELS[property] ?? property.replaceAll('-', ' ').replace(/^./, (first) => first.toUpperCase())

const period = (from: string | undefined, to: string | undefined): string =>
  from === undefined && to === undefined ? '' : ` (${from ?? '?'} – ${to ?? '?'})`

/** Enough to recognise what has no words of its own. */
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

const joined = (...parts: readonly (string | undefined)[]): string => parts.filter((part) => part !== undefined).join(', ')
const seconded = ({ recordedBy, secondedBy }: { readonly recordedBy: string; readonly secondedBy?: string | undefined }): string =>
  `(recorded by ${recordedBy}${secondedBy === undefined ? '' : `, seconded by ${secondedBy}`})`

/** A statement's value in words. */
export function valueInWords(s: AnyStatement): string {
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
      return `${joined(s.value.title, s.value.employer)}${period(s.value.from, s.value.to)}`
    case 'education':
      return `${joined(s.value.degree, s.value.school)}${period(s.value.from, s.value.to)}`
    case 'skill':
      return `${s.value.name}${s.value.years === undefined ? '' : `, ${s.value.years} years`}${period(s.value.from, s.value.to)}`
    case 'passage':
    case 'hidden-text':
      return s.value.text
    case 'commit':
      return `${s.value.repository} ${s.value.sha.slice(0, 12)}, ${s.value.authored.slice(0, 10)}`
    case 'account':
      return `${s.value.login}, since ${s.value.created.slice(0, 10)}`
    case 'repository':
      return `${s.value.name}${s.value.fork ? ' (a fork)' : ''}${s.value.created === undefined ? '' : `, since ${s.value.created.slice(0, 10)}`}`
    case 'image-hash':
      return `${s.value.width} × ${s.value.height} pixels, picture hash ${s.value.dct}`
    case 'interview-answer':
      return `“${s.value.asks}” – ${{ matches: 'answer matches', differs: 'answer differs', 'not-known': 'not known', 'not-asked': 'not asked' }[s.value.agreement]}${s.value.said === undefined ? '' : `: “${s.value.said}”`} ${seconded(s.value)}`
    case 'check':
      return `${s.value.kind.replaceAll('-', ' ')}, ${s.value.about}: ${s.value.outcome.replaceAll('-', ' ')}${s.value.found === undefined ? '' : ` – ${s.value.found}`}`
    case 'document-metadata':
      return documentInWords(s.value)
    case 'document-author-digest':
      return `The same name as in other files has the same digest: ${s.value.digest.slice(0, 12)}…`
    case 'authorship':
      return { candidate: 'The candidate', 'somebody-else': 'Somebody else', software: 'A program or a machine’s own account' }[
        s.value.author
      ]
    case 'application':
      return joined(
        s.value.role,
        s.value.requisition,
        s.value.at?.slice(0, 10),
        s.value.through === undefined ? undefined : `through ${s.value.through}`,
      )
    case 'referee':
      return joined(s.value.organisation, s.value.relation, s.value.email, s.value.phone)
    case 'shipment':
      return joined(s.value.item, s.value.address, s.value.at?.slice(0, 10))
    case 'laptop-network':
    case 'sign-in':
      return joined(s.value.ip, s.value.device, s.value.at?.slice(0, 10))
    case 'network-address':
      return `${s.value.ip}${s.value.at === undefined ? '' : `, ${s.value.at.slice(0, 16).replace('T', ' ')} UTC`}`
    case 'device':
      return `${s.value.kind} ${s.value.id}${s.value.at === undefined ? '' : `, ${s.value.at.slice(0, 10)}`}`
    case 'certificate':
      return joined(s.value.name, s.value.issuer, s.value.number, s.value.date)
    case 'interview-session':
      return `${s.value.session}${s.value.at === undefined ? '' : `, ${s.value.at.slice(0, 10)}`}, with ${s.value.interviewer}${s.value.second === undefined ? '' : ` and ${s.value.second}`}${s.value.joinedWithEmail === undefined ? '' : `; joined with ${s.value.joinedWithEmail}`}`
    case 'seen-on-shared-screen':
      return `${s.value.kind} ${s.value.value} ${seconded(s.value)}`
    case 'no-text-layer':
      return `${s.value.pages} pages without text`
    default:
      return plain(s.value)
  }
}

const FORMATS: Readonly<Record<string, string>> = {
  pdf: 'PDF',
  docx: 'Word document',
  text: 'Text',
  markdown: 'Markdown',
  'json-resume': 'JSON Resume',
  image: 'Picture',
  mail: 'Mail',
}

function documentInWords(v: ValueOf<'document-metadata'>): string {
  return joined(
    FORMATS[v.format] ?? v.format,
    v.creator === undefined ? undefined : `made with ${v.creator}`,
    v.producer === undefined || v.producer === v.creator ? undefined : `written by ${v.producer}`,
    v.template === undefined ? undefined : `from the template ${v.template}`,
    v.created === undefined ? undefined : `made ${v.created.slice(0, 10)}`,
    v.modified === undefined ? undefined : `last changed ${v.modified.slice(0, 10)}`,
    v.documentId === undefined ? undefined : `document id ${v.documentId}`,
    v.revisionIds === undefined || v.revisionIds.length === 0
      ? undefined
      : `revision ids ${v.revisionIds.slice(0, 6).join(', ')}${v.revisionIds.length > 6 ? ` and ${v.revisionIds.length - 6} more` : ''}`,
  )
}

const BASES: Readonly<Record<AnyStatement['basis'], string>> = {
  claimed: 'the candidate says so',
  observed: 'seen in the file itself',
  listed: 'on a published list',
  derived: 'computed from other statements',
}
/** On what a statement rests. */
export const basisInWords = (basis: AnyStatement['basis']): string => BASES[basis]
