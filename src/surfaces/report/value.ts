import type { AnyStatement } from '../../model/statement.ts'
import type { ValueOf } from '../../model/vocabulary.ts'

const LABELS: Partial<Record<AnyStatement['property'], string>> = {
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
  referee: 'Referee',
  'interview-session': 'Interview',
  'interview-answer': 'Interview answer',
  'seen-on-shared-screen': 'Seen on the shared screen',
  check: 'Check with a third party',
  authorship: 'Author of the file',
}

export const labelOf = (s: AnyStatement): string => LABELS[s.property] ?? s.property

const period = (from: string | undefined, to: string | undefined): string =>
  from === undefined && to === undefined ? '' : ` (${from ?? '?'} – ${to ?? '?'})`

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
      return `${s.value.title === undefined ? '' : `${s.value.title}, `}${s.value.employer}${period(s.value.from, s.value.to)}`
    case 'education':
      return `${s.value.degree === undefined ? '' : `${s.value.degree}, `}${s.value.school}${period(s.value.from, s.value.to)}`
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
      return `“${s.value.asks}” – ${{ matches: 'answer matches', differs: 'answer differs', 'not-known': 'not known', 'not-asked': 'not asked' }[s.value.agreement]}${s.value.said === undefined ? '' : `: “${s.value.said}”`} (recorded by ${s.value.recordedBy}${s.value.secondedBy === undefined ? '' : `, seconded by ${s.value.secondedBy}`})`
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
      return [
        s.value.role,
        s.value.requisition,
        s.value.at?.slice(0, 10),
        s.value.through === undefined ? undefined : `through ${s.value.through}`,
      ]
        .filter((part) => part !== undefined)
        .join(', ')
    case 'referee':
      return [s.value.organisation, s.value.relation, s.value.email, s.value.phone].filter((part) => part !== undefined).join(', ')
    case 'network-address':
      return `${s.value.ip}${s.value.at === undefined ? '' : `, ${s.value.at.slice(0, 16).replace('T', ' ')} UTC`}`
    case 'device':
      return `${s.value.kind} ${s.value.id}${s.value.at === undefined ? '' : `, ${s.value.at.slice(0, 10)}`}`
    case 'certificate':
      return [s.value.name, s.value.issuer, s.value.number, s.value.date].filter((part) => part !== undefined).join(', ')
    case 'interview-session':
      return `${s.value.session}${s.value.at === undefined ? '' : `, ${s.value.at.slice(0, 10)}`}, with ${s.value.interviewer}${s.value.second === undefined ? '' : ` and ${s.value.second}`}${s.value.joinedWithEmail === undefined ? '' : `; joined with ${s.value.joinedWithEmail}`}`
    case 'seen-on-shared-screen':
      return `${s.value.kind} ${s.value.value} (recorded by ${s.value.recordedBy}${s.value.secondedBy === undefined ? '' : `, seconded by ${s.value.secondedBy}`})`
    case 'no-text-layer':
      return `${s.value.pages} pages without text`
    default:
      return Object.entries(s.value)
        .flatMap(([key, value]) =>
          value === undefined ? [] : [`${key}: ${typeof value === 'object' ? JSON.stringify(value) : String(value)}`],
        )
        .join(' · ')
        .slice(0, 600)
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
  const parts = [
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
  ]
  return parts.filter((part) => part !== undefined).join(', ')
}

const BASES: Readonly<Record<AnyStatement['basis'], string>> = {
  claimed: 'the candidate says so',
  observed: 'seen in the file itself',
  listed: 'on a published list',
  derived: 'computed from other statements',
}
export const basisInWords = (s: AnyStatement): string => BASES[s.basis]
