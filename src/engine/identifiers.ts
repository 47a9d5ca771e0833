import type { AnyStatement } from '../model/statement.ts'
import type { IdentifierRow } from './ports.ts'

/**
 * Identifiers whose equality makes two personas worth comparing. Comparing is not linking: a detector decides what a
 * shared value means, and an employer or a commit that two people share means nothing by itself. `reach` stands beside every
 * mailbox, number and public handle, whether it is the persona's own, a referee's or one seen in an interview, so that a
 * referee's mailbox meets the applicant who owns it.
 */
export const PAIRING_KINDS = [
  'reach',
  'messenger',
  'wallet',
  'postal-address',
  'device',
  'ip',
  'image-sha256',
  'document-id',
  'document-revision',
  'document-author',
  'job',
  'commit',
  'tree',
  'commit-stamp',
] as const

/** Providers that ignore dots in the local part; the rule is documented in the provider's own help pages. */
const DOTLESS = new Set(['gmail.com', 'googlemail.com'])
/** Providers that deliver `name+anything@` to `name@`. */
const PLUS = new Set([
  ...DOTLESS,
  'outlook.com',
  'hotmail.com',
  'live.com',
  'icloud.com',
  'me.com',
  'fastmail.com',
  'protonmail.com',
  'proton.me',
  'pm.me',
  'zoho.com',
  'example.com',
  'example.org',
  'example.net',
])

/** One key per mailbox: two spellings that a provider delivers to the same place are one. */
export function emailKey(address: string): string {
  const lower = address.toLowerCase()
  const cut = lower.lastIndexOf('@')
  let local = lower.slice(0, cut)
  const domain = lower.slice(cut + 1)
  if (PLUS.has(domain)) local = local.split('+', 1)[0] ?? local
  if (DOTLESS.has(domain)) local = local.replaceAll('.', '')
  return `${local}@${domain === 'googlemail.com' ? 'gmail.com' : domain}`
}

/** IPv4 as it is; IPv6 by its /64, which is what one subscriber gets (RFC 6177). */
export function networkKey(ip: string): string {
  if (!ip.includes(':')) return ip
  const [head = '', tail] = ip.toLowerCase().split('::', 2)
  const left = head === '' ? [] : head.split(':')
  const right = tail === undefined || tail === '' ? [] : tail.split(':')
  const gap = tail === undefined ? 0 : Math.max(0, 8 - left.length - right.length)
  const groups = [...left, ...Array.from({ length: gap }, () => '0'), ...right]
  return `${groups
    .slice(0, 4)
    .map((g) => g.replace(/^0+(?=.)/, ''))
    .join(':')}::/64`
}

const plain = (text: string): string =>
  text
    .toLowerCase()
    .normalize('NFKC')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()

const SERVICE_OF: Readonly<Record<string, string>> = { 'github.com/': 'github/', 'gitlab.com/': 'gitlab/', 'linkedin.com/in/': 'linkedin/' }

/** An account as somebody wrote it down from a screen (`https://github.com/login`, `github.com/login`), as the key of its link. */
function accountKey(written: string): string {
  const path = written
    .trim()
    .toLowerCase()
    .replace(/^@|^(?:[a-z]+:\/\/)?(?:www\.)?/, '')
    .replace(/[?#].*$/, '')
    .replace(/\/+$/, '')
  const host = Object.keys(SERVICE_OF).find((prefix) => path.startsWith(prefix))
  return host === undefined ? path : `${SERVICE_OF[host]}${path.slice(host.length)}`
}

/** The keys of one statement. Followers, schools and employers alone give none that links. */
export function identifiersOf(s: AnyStatement): readonly Omit<IdentifierRow, 'persona' | 'statement'>[] {
  const one = (kind: string, key: string, at?: string) => [{ kind, key, at }]
  const reached = (kind: string, key: string, at?: string) => [
    { kind, key, at },
    { kind: 'reach', key, at },
  ]
  switch (s.property) {
    case 'email':
      return reached('email', emailKey(s.value))
    case 'phone':
      return reached('phone', s.value)
    case 'link': {
      const v = s.value
      if (v.handle !== undefined && v.service !== 'other') return reached('link', `${v.service}/${v.handle.toLowerCase()}`)
      // The home page of a host is nobody's identifier.
      const path = v.url
        .replace(/^[a-z]+:\/\//i, '')
        .replace(/[?#].*$/, '')
        .replace(/\/+$/, '')
        .toLowerCase()
      return path.includes('/') ? reached('link', path) : []
    }
    case 'account':
      return reached('link', `github/${s.value.login.toLowerCase()}`)
    case 'messenger': {
      const v = s.value
      return one('messenger', `${v.service}:${v.handle.toLowerCase()}`)
    }
    case 'wallet': {
      const v = s.value
      return one('wallet', `${v.chain}:${v.address}`)
    }
    case 'postal-address':
      return one('postal-address', plain(s.value))
    case 'device': {
      const v = s.value
      return one('device', `${v.kind}:${v.id}`, v.at)
    }
    case 'network-address': {
      const v = s.value
      return one('ip', networkKey(v.ip), v.at)
    }
    case 'image-hash':
      return one('image-sha256', s.value.sha256)
    case 'document-metadata': {
      const v = s.value
      const rows = v.documentId === undefined ? [] : one('document-id', v.documentId)
      // The first revision id of a DOCX is born with the file and travels with every copy of it.
      return v.revisionIds?.[0] === undefined ? rows : [...rows, ...one('document-revision', v.revisionIds[0])]
    }
    case 'document-author-digest':
      return one('document-author', s.value.digest)
    case 'job': {
      const v = s.value
      return v.from === undefined || v.to === undefined ? [] : one('job', `${plain(v.employer)}|${v.from}|${v.to}`)
    }
    case 'referee': {
      const v = s.value
      return [
        ...(v.email === undefined ? [] : reached('referee-email', emailKey(v.email))),
        ...(v.phone === undefined ? [] : reached('referee-phone', v.phone)),
      ]
    }
    case 'commit': {
      const v = s.value
      // A fork's history is another project's by design.
      if (v.fork === true || !v.own) return []
      return [
        ...one('commit', v.sha, v.authored),
        ...(v.tree === undefined ? [] : one('tree', v.tree, v.authored)),
        ...(v.messageDigest === undefined ? [] : one('commit-stamp', `${v.messageDigest}|${v.authored.slice(0, 19)}`, v.authored)),
      ]
    }
    case 'application': {
      const v = s.value
      return v.role === undefined ? [] : one('application', plain(v.role), v.at)
    }
    case 'interview-session': {
      const v = s.value
      return v.joinedWithEmail === undefined ? [] : reached('shown-email', emailKey(v.joinedWithEmail), v.at)
    }
    case 'seen-on-shared-screen': {
      const v = s.value
      if (v.kind === 'email') return v.value.includes('@') ? reached('shown-email', emailKey(v.value)) : []
      return v.kind === 'account' ? reached('shown-link', accountKey(v.value)) : []
    }
    default:
      return []
  }
}
