import { isValidIBAN } from 'ibantools'
import { mailboxKey } from './email.ts'

/** `damaged`: the form has a check and it fails. `unchecked`: the form has none. */
export type Soundness = 'valid' | 'damaged' | 'unchecked'

export interface BankAccountKey {
  readonly key: string
  readonly sound: Soundness
}

export interface WrittenAccount {
  /** An IBAN, an account number, or the customer's id at a payment service. */
  readonly number: string
  /** The bank's code: routing number, sort code, BLZ, BIC. A bare account number is one at every bank. */
  readonly bank?: string | undefined
  /** A payment service instead of a bank. */
  readonly service?: string | undefined
}

/**
 * One key per account: `iban:…` (ISO 13616, checked by ibantools), `bank:code-number`, `service:id`. A damaged IBAN keeps what
 * was written. Undefined where the account cannot be told: masked, or a number without a bank.
 */
export function bankAccountKey({ number, bank, service }: WrittenAccount): BankAccountKey | undefined {
  const compact = number.replace(/[\s./-]/g, '').toUpperCase()
  if (/[*•…]|X{3,}/.test(compact)) return undefined
  if (service !== undefined && service.trim() !== '') {
    const id = mailboxKey(number) ?? number.trim().toLowerCase()
    return id === '' ? undefined : { key: `${service.trim().toLowerCase()}:${id}`, sound: 'unchecked' }
  }
  const iban = compact.replace(/^IBAN/, '')
  if (/^[A-Z]{2}\d{2}[A-Z0-9]{8,30}$/.test(iban)) return { key: `iban:${iban}`, sound: isValidIBAN(iban) ? 'valid' : 'damaged' }
  const code = (bank ?? '').replace(/[\s./-]/g, '').toUpperCase()
  if (code === '' || !/\d/.test(compact)) return undefined
  return { key: `bank:${code}-${compact.replace(/^0+(?=.)/, '')}`, sound: 'unchecked' }
}
