import { bankAccountKey } from '../compute/keys/bank-account.ts'
import { givenDeviceKey, hardwareKey } from '../compute/keys/device.ts'
import { publicNetworkKey } from '../compute/keys/network.ts'
import { postalAddressKey } from '../compute/keys/postal-address.ts'
import { platformKey } from '../compute/keys/platform.ts'
import { walletId } from '../compute/keys/wallet.ts'
import { wordsKey } from '../compute/keys/words.ts'
import { organisationKey } from '../compute/organisation-key.ts'
import type { AnyStatement } from '../model/statement.ts'
import type { ValueOf } from '../model/vocabulary.ts'
import type { IdentifierRow } from './ports.ts'

/** A row of the index without whom it belongs to. */
export type Key = Omit<IdentifierRow, 'persona' | 'statement'>

export const accountKeyOf = (account: ValueOf<'bank-account'>): string | undefined => bankAccountKey(account)?.key

/**
 * The keys of what onboarding, sign-in and payout record. Rows of one statement belong together: a relation joins who paid with
 * where it went, or an account with its address, by the statement they share.
 */
export function workIdentifiersOf(s: AnyStatement): readonly Key[] {
  const one = (kind: string, key: string | undefined, at?: string): readonly Key[] => (key === undefined ? [] : [{ kind, key, at }])
  const of = <T>(kind: string, value: T | undefined, { key, at }: { key: (value: T) => string | undefined; at?: string | undefined }) =>
    value === undefined ? [] : one(kind, key(value), at)
  switch (s.property) {
    case 'shipment':
      return one('postal-address', postalAddressKey(s.value.address), s.value.at)
    case 'mfa-enrolment': {
      const { device, phone, at } = s.value
      return [
        ...of('mfa-device', device, { key: givenDeviceKey, at }),
        ...of('mfa-phone', phone, { key: String, at }),
        ...of('reach', phone, { key: String, at }),
      ]
    }
    case 'laptop-network': {
      const { ip, bssid, at } = s.value
      return [...of('laptop-ip', ip, { key: publicNetworkKey, at }), ...of('laptop-bssid', bssid, { key: hardwareKey, at })]
    }
    case 'sign-in': {
      const { ip, device, at } = s.value
      return [...of('sign-in-ip', ip, { key: publicNetworkKey, at }), ...of('sign-in-device', device, { key: givenDeviceKey, at })]
    }
    case 'platform-account':
      return one('platform-account', platformKey(s.value.service, s.value.id))
    case 'rating':
      return one('rated-by', platformKey(s.value.service, s.value.by), s.value.at)
    case 'payout': {
      const { payer, account, wallet, at } = s.value
      const to = [...of('bank-account', account, { key: accountKeyOf, at }), ...of('wallet', wallet, { key: walletId, at })]
      return [...to, ...of('payer', payer, { key: organisationKey, at })]
    }
    case 'deposit-address':
      return one('deposit-address', walletId(s.value), s.value.at)
    case 'payee-company': {
      const { number, registry, agent, address, at } = s.value
      return [
        ...of('payee-company', number, { key: (n) => `${wordsKey(registry ?? '')}|${wordsKey(n)}`, at }),
        ...of('payee-agent', agent, { key: organisationKey, at }),
        ...of('payee-address', address, { key: postalAddressKey, at }),
      ]
    }
    default:
      return []
  }
}
