import { givenDeviceKey } from '../compute/keys/device.ts'
import { domainKey } from '../compute/keys/domain.ts'
import { emailKey } from '../compute/keys/email.ts'
import { accountKey, handleKey, pageKey } from '../compute/keys/link.ts'
import { messengerKey } from '../compute/keys/messenger.ts'
import { publicNetworkKey } from '../compute/keys/network.ts'
import { postalAddressKey } from '../compute/keys/postal-address.ts'
import { walletId } from '../compute/keys/wallet.ts'
import { wordsKey } from '../compute/keys/words.ts'
import type { IndicatorKind } from '../model/indicator.ts'
import type { AnyStatement } from '../model/statement.ts'
import { accountKeyOf, type Key, workIdentifiersOf } from './work-identifiers.ts'

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
  'bank-account',
  'deposit-address',
  'payee-company',
  'payee-address',
  'platform-account',
  'postal-address',
  'device',
  'sign-in-device',
  'mfa-device',
  'ip',
  'sign-in-ip',
  'laptop-ip',
  'laptop-bssid',
  'image-sha256',
  'document-id',
  'document-revision',
  'document-author',
  'job',
  'commit',
  'tree',
  'commit-stamp',
] as const

/**
 * Where a value of an indicator's kind may stand in the index. A number that codes go to is a phone number; it has a kind of
 * its own so that a detector can tell where it was seen. `photo` stands among the sketches, not here.
 */
export const HELD_AS: Readonly<Record<Exclude<IndicatorKind, 'photo'>, readonly string[]>> = {
  email: ['email', 'referee-email', 'shown-email'],
  domain: ['domain'],
  phone: ['phone', 'referee-phone', 'mfa-phone'],
  messenger: ['messenger'],
  link: ['link', 'shown-link'],
  wallet: ['wallet', 'deposit-address'],
  'bank-account': ['bank-account'],
  device: ['device', 'sign-in-device', 'mfa-device'],
  ip: ['ip', 'sign-in-ip', 'laptop-ip'],
  'image-sha256': ['image-sha256'],
  'document-id': ['document-id', 'document-revision'],
}

const domain = (host: string): readonly Key[] => {
  const key = domainKey(host)
  return key === undefined ? [] : [{ kind: 'domain', key, at: undefined }]
}
const domainOf = (address: string): readonly Key[] => domain(address.slice(address.lastIndexOf('@') + 1))

/** The keys of one statement. Followers, schools and employers alone give none that links. */
export function identifiersOf(s: AnyStatement): readonly Key[] {
  const one = (kind: string, key: string | undefined, at?: string): readonly Key[] => (key === undefined ? [] : [{ kind, key, at }])
  const reached = (kind: string, key: string | undefined, at?: string): readonly Key[] => [...one(kind, key, at), ...one('reach', key, at)]
  switch (s.property) {
    case 'email':
      return [...reached('email', emailKey(s.value)), ...domainOf(s.value)]
    case 'phone':
      return reached('phone', s.value)
    case 'link': {
      const v = s.value
      if (v.handle !== undefined && v.service !== 'other') return reached('link', handleKey(v.service, v.handle))
      return [...reached('link', pageKey(v.url)), ...domain(v.host)]
    }
    case 'account':
      return reached('link', handleKey('github', s.value.login))
    case 'messenger':
      return one('messenger', messengerKey(s.value.service, s.value.handle))
    case 'wallet':
      return one('wallet', walletId(s.value))
    case 'bank-account':
      return one('bank-account', accountKeyOf(s.value))
    case 'postal-address':
      // Where somebody says to live, told apart from where something was sent to.
      return ['postal-address', 'home-address'].flatMap((kind) => one(kind, postalAddressKey(s.value)))
    case 'device': {
      const v = s.value
      const key = givenDeviceKey(v.id)
      return one('device', key === undefined ? undefined : `${v.kind}:${key}`, v.at)
    }
    case 'network-address': {
      const v = s.value
      return one('ip', publicNetworkKey(v.ip), v.at)
    }
    case 'image-hash':
      return one('image-sha256', s.value.sha256)
    case 'document-metadata': {
      const v = s.value
      // The first revision id of a DOCX is born with the file and travels with every copy of it.
      return [...one('document-id', v.documentId), ...one('document-revision', v.revisionIds?.[0])]
    }
    case 'document-author-digest':
      return one('document-author', s.value.digest)
    case 'job': {
      const v = s.value
      return v.from === undefined || v.to === undefined ? [] : one('job', `${wordsKey(v.employer)}|${v.from}|${v.to}`)
    }
    case 'referee': {
      const v = s.value
      return [
        ...(v.email === undefined ? [] : [...reached('referee-email', emailKey(v.email)), ...domainOf(v.email)]),
        ...reached('referee-phone', v.phone),
      ]
    }
    case 'commit': {
      const v = s.value
      // A fork's history is another project's by design.
      if (v.fork === true || !v.own) return []
      return [
        ...one('commit', v.sha, v.authored),
        // Only what the platform itself ascribes to the account: anybody can type an author, and copied history keeps its own.
        ...(v.byAccount === true && v.authorEmail?.includes('@') === true ? one('author-email', emailKey(v.authorEmail), v.authored) : []),
        ...one('tree', v.tree, v.authored),
        ...(v.messageDigest === undefined ? [] : one('commit-stamp', `${v.messageDigest}|${v.authored.slice(0, 19)}`, v.authored)),
      ]
    }
    case 'application': {
      const v = s.value
      return v.role === undefined ? [] : one('application', wordsKey(v.role), v.at)
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
      return workIdentifiersOf(s)
  }
}
