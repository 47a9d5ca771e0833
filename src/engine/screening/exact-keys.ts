import { bankAccountKey } from '../../compute/keys/bank-account.ts'
import { emailKey } from '../../compute/keys/email.ts'
import { walletKey } from '../../compute/keys/wallet.ts'
import type { ListedIdentifier } from '../../model/listed-party.ts'

/** A key under which equal things meet. Not `sure`: they are equal but for something that matters, or what was written is damaged. */
export interface ExactKey {
  readonly key: string
  readonly sure: boolean
}

const sure = (key: string): ExactKey => ({ key, sure: true })

/** Letters and digits of a number, without what people put between them. */
const bare = (value: string): string =>
  value
    .normalize('NFKC')
    .toUpperCase()
    .replace(/[^\p{L}\p{N}]/gu, '')

/** A shorter number is on thousands of papers and is nobody's. */
const SHORTEST = 5

/** Keys of a document's, a company's or a contact's number. None where it says too little. */
export function identifierKeys(kind: ListedIdentifier['kind'], value: string): readonly ExactKey[] {
  switch (kind) {
    case 'email':
      return value.includes('@') ? [sure(`email:${emailKey(value)}`)] : []
    case 'phone': {
      const digits = value.replace(/\D/g, '').replace(/^00/, '')
      return digits.length >= 8 ? [sure(`phone:${digits}`)] : []
    }
    case 'website': {
      const host = /^(?:[a-z]+:\/\/)?(?:www\.)?([^/?#\s:]+\.[^/?#\s:]+)(\/[^?#\s]*)?/i.exec(value.trim())
      return host === null ? [] : [sure(`website:${host[1]!.toLowerCase()}${(host[2] ?? '').replace(/\/+$/, '').toLowerCase()}`)]
    }
    case 'account': {
      const key = bankAccountKey({ number: value })
      return key === undefined ? numbered('account', value) : [{ key: `account:${key.key}`, sure: key.sound !== 'damaged' }]
    }
    case 'imo':
    case 'mmsi':
      return numbered(kind, value.replace(/\D/g, ''))
    case 'swift': {
      // The branch is left out: XXX or nothing is the head office.
      const code = bare(value)
      return code.length === 8 || code.length === 11 ? [sure(`swift:${code.slice(0, 8)}`)] : []
    }
    case 'handle':
      return value.trim().length >= 3 ? [sure(`handle:${value.trim().replace(/^@/, '').toLowerCase()}`)] : []
    // Papers are called differently by every publisher: a number is one whatever it is called.
    case 'passport':
    case 'national-id':
      return numbered('paper', value)
    case 'tax':
    case 'registration':
      return numbered('register', value)
    default:
      return numbered(kind, value)
  }
}

function numbered(as: string, value: string): readonly ExactKey[] {
  const number = bare(value)
  return number.length >= SHORTEST && /\p{N}/u.test(number) ? [sure(`${as}:${number}`)] : []
}

/**
 * Keys of an address: as it stands in its chain's spelling; and without regard to case, for an address that lost its case is damaged
 * and still worth a look.
 */
export function walletKeys(address: string, currency?: string): readonly ExactKey[] {
  const key = walletKey(address, currency) ?? walletKey(address)
  const spelled = key?.address ?? address.trim()
  return spelled === ''
    ? []
    : [
        { key: `wallet:${spelled}`, sure: key?.sound !== 'damaged' },
        { key: `caseless:${spelled.toLowerCase()}`, sure: false },
      ]
}
