import type { Subject } from '../../model/screening.ts'
import type { AnyStatement, PersonaId, StatementId } from '../../model/statement.ts'

/** What list screening reads of a persona: the one place besides the identity channel where names are read. */
export const SCREENED_PROPERTIES = [
  'person-name',
  'email',
  'phone',
  'wallet',
  'deposit-address',
  'bank-account',
  'payout',
  'postal-address',
  'shipment',
  'link',
  'payee-company',
] as const

/**
 * A persona as a subject; undefined where nothing that lists know was read. Birth dates are no property of a persona: for these a
 * file of payees is screened. A company that is paid instead is told by its number; its name is not kept.
 */
export function subjectOf(persona: PersonaId, statements: readonly AnyStatement[]): Subject | undefined {
  const names = new Set<string>()
  const addresses = new Set<string>()
  const identifiers = new Map<string, Subject['identifiers'][number]>()
  const wallets = new Map<string, Subject['wallets'][number]>()
  const from: Record<string, StatementId[]> = {}
  const note = (value: string, statement: StatementId): void => void (from[value] ??= []).push(statement)
  const identifier = (kind: Subject['identifiers'][number]['kind'], value: string, statement: StatementId): void => {
    identifiers.set(`${kind} ${value}`, { kind, value })
    note(value, statement)
  }
  const wallet = ({ address, chain }: { address: string; chain: string }, statement: StatementId): void => {
    wallets.set(address, { address, currency: chain })
    note(address, statement)
  }
  const address = (written: string, statement: StatementId): void => {
    addresses.add(written)
    note(written, statement)
  }
  for (const s of statements) {
    if (s.property === 'person-name') {
      names.add(s.value.full)
      note(s.value.full, s.id)
    } else if (s.property === 'email') identifier('email', s.value, s.id)
    else if (s.property === 'phone') identifier('phone', s.value, s.id)
    else if (s.property === 'link') identifier('website', s.value.url, s.id)
    else if (s.property === 'wallet' || s.property === 'deposit-address') wallet(s.value, s.id)
    else if (s.property === 'bank-account') identifier('account', s.value.number, s.id)
    else if (s.property === 'payout') {
      if (s.value.wallet !== undefined) wallet(s.value.wallet, s.id)
      if (s.value.account !== undefined) identifier('account', s.value.account.number, s.id)
    } else if (s.property === 'postal-address') address(s.value, s.id)
    else if (s.property === 'shipment') address(s.value.address, s.id)
    else if (s.property === 'payee-company') {
      if (s.value.number !== undefined) {
        const { number: value, registry: issuer } = s.value
        identifiers.set(`registration ${value}`, { kind: 'registration', value, ...(issuer === undefined ? {} : { issuer }) })
        note(value, s.id)
      }
      if (s.value.address !== undefined) address(s.value.address, s.id)
    }
  }
  if (names.size + identifiers.size + wallets.size === 0) return undefined
  return {
    id: persona,
    type: 'person',
    names: [...names],
    births: [],
    identifiers: [...identifiers.values()],
    wallets: [...wallets.values()],
    addresses: [...addresses],
    from,
  }
}
