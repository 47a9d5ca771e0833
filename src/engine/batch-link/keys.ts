import { ascii } from '../../compute/ascii.ts'
import { givenDeviceKey } from '../../compute/keys/device.ts'
import { mailboxKey } from '../../compute/keys/email.ts'
import { isLocalNetwork, networkKeyOf } from '../../compute/keys/network.ts'
import { phoneKey } from '../../compute/keys/phone.ts'
import { walletKey } from '../../compute/keys/wallet.ts'
import type { ColumnKind } from '../../compute/record-linkage/columns.ts'
import { type DateOrder, dateKey } from './dates.ts'

/** The spelling of a value that is of its kind and still tells nobody apart: an id of zeros, an address inside every home and office. It counts as missing. */
export const NOBODYS = ''

/**
 * The settled spelling of a value: two values of a column are the same exactly when their spellings are. Undefined where the text
 * is nothing of this kind ("n/a" as a phone), which then counts as missing.
 *
 * Most values are settled byte by byte, without a string (`settle.ts`); a test holds both to the same answers.
 */
export function keyOf(kind: ColumnKind, written: string, order: DateOrder = 'day-first'): string | undefined {
  switch (kind) {
    case 'name':
    case 'address':
    case 'text':
      return folded(written)
    case 'email':
      return mailboxKey(written)
    case 'phone':
      return phoneKey(written) ?? plainNumber(written)
    case 'wallet':
      return walletKey(written)?.address ?? compact(written)
    case 'account':
      return compact(written)?.toUpperCase()
    case 'device':
      return givenDeviceKey(written) ?? NOBODYS
    case 'ip':
      return ownNetwork(networkKeyOf(written))
    case 'date':
      return dateKey(written, order)
    default:
      return written.trim()
  }
}

const ownNetwork = (key: string | undefined): string | undefined => (key !== undefined && isLocalNetwork(key) ? NOBODYS : key)

/** Words in ASCII and lower case, one space between them, in the order written. */
function folded(written: string): string | undefined {
  const words = ascii(written.normalize('NFKC'))
    .toLowerCase()
    .match(/[a-z0-9]+/g)
  return words?.join(' ')
}

/** A number that no numbering plan knows still is the same number when its digits are. */
function plainNumber(written: string): string | undefined {
  const digits = written.replace(/\D/g, '')
  if (digits.length < 6) return undefined
  return written.trim().startsWith('+') ? `+${digits}` : digits
}

function compact(written: string): string | undefined {
  const bare = written.replace(/[\s./-]/g, '')
  return /[a-z0-9]{4}/i.test(bare) ? bare : undefined
}
