import type { AnyStatement } from '../../model/statement.ts'

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

const BASES: Readonly<Record<AnyStatement['basis'], string>> = {
  claimed: 'the candidate says so',
  observed: 'seen in the file itself',
  listed: 'on a published list',
  derived: 'computed from other statements',
}
export const basisInWords = (s: AnyStatement): string => BASES[s.basis]
