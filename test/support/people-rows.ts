import type { Account, OneTimeRow, SessionRow } from '../../src/engine/people/ports.ts'
import type { Tx } from '../../src/engine/ports.ts'
import { NOON } from './rows.ts'

/** Rows about people for tests of the store: complete, invented, and overridable field by field. */

export const LATER = '2026-03-01T13:00:00.000Z'

export const anAccount = (id: string, more: Partial<Account> = {}): Account => ({
  id,
  email: `${id}@example.com`,
  name: id,
  roles: ['recruiter'],
  state: 'active',
  created: NOON,
  password: undefined,
  totp: undefined,
  totpStep: undefined,
  oidc: undefined,
  ...more,
})

export const aSession = (id: string, account: string): SessionRow => ({
  id,
  hash: 'h',
  account,
  by: 'password',
  full: true,
  created: NOON,
  seen: NOON,
  expires: LATER,
  authenticated: NOON,
  device: undefined,
})

export const aOneTime = (id: string, account: string | undefined): OneTimeRow => ({
  id,
  hash: 'h',
  kind: 'reset',
  account,
  payload: { a: ['b', 1] },
  expires: LATER,
})

/** A row in every table about people. */
export async function fillPeople(tx: Tx): Promise<void> {
  await tx.addAccount(anAccount('u-1'))
  await tx.replaceRecoveryCodes('u-1', ['h'])
  const passkey = { id: 'k', account: 'u-1', name: 'key', publicKey: '', counter: 0, transports: [], created: NOON, used: undefined }
  await tx.addPasskey(passkey)
  await tx.addSession(aSession('s-1', 'u-1'))
  await tx.addOneTime(aOneTime('l-1', 'u-1'))
  await tx.lockThrottles(['t'], NOON)
  const key = { id: 'k', hash: 'h', name: 'n', account: 'u-1', scopes: [], created: NOON, expires: LATER, lastUsed: undefined }
  await tx.addApiKey(key)
  const look = { account: 'u-1', persona: 'p-1', reason: 'why', at: NOON, expires: LATER }
  await tx.addAccessGrant({ ...look, grant: 'g', kind: 'case', id: 'c-1' })
  await tx.addUnmasking({ ...look, id: 'm', fields: ['contact'] })
  await tx.addDossierView('u-1', 'p-1', NOON)
  await tx.addBrowsingEvent({ account: 'u-1', hour: NOON, dossiers: 30, usual: 20, at: NOON })
  await tx.putProvider({ issuer: 'i', clientId: 'c', clientSecret: 's', asksTwoFactors: false, provision: undefined })
}
