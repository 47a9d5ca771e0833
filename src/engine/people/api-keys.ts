import { permissionsOf, type Permission } from '../../model/access.ts'
import { badUsage, forbidden, notFound } from '../../model/errors.ts'
import type { Deps } from '../ports.ts'
import { demandFresh, type Caller } from './caller.ts'
import { after, DAY } from './instants.ts'
import type { ApiKeyRow } from './ports.ts'
import { hashOf, newToken, readToken, same } from './tokens.ts'

/**
 * Acts that only a person does: to be a second person, and to decide about somebody or about who may do so. No key holds them,
 * whatever its maker may.
 */
export const NEVER_BY_KEY: readonly Permission[] = [
  'approval:give',
  'screening:confirm',
  'screening:work',
  'case:decide',
  'persona:decide',
  'appeal:decide',
  'link:judge',
  'persona:unmask',
  'people:manage',
]

/** A key that nobody renews is a key that nobody knows of any more. */
const LONGEST_DAYS = 366

export interface NewKey {
  readonly name: string
  readonly scopes: readonly Permission[]
  /** From now. */
  readonly days: number
}
export type ShownKey = Omit<ApiKeyRow, 'hash'>

const shown = ({ hash: _, ...key }: ApiKeyRow): ShownKey => key

/** Makes a key that may at most what its maker may. The token is returned once and kept nowhere. */
export async function makeKey(
  deps: Pick<Deps, 'store' | 'clock' | 'chance'>,
  caller: Caller,
  asked: NewKey,
): Promise<ShownKey & { readonly token: string }> {
  const now = deps.clock.now()
  if (caller.session === undefined) throw forbidden('A key cannot make keys. Sign in as a person.')
  demandFresh(caller, now)
  const name = asked.name.trim()
  if (name === '' || name.length > 80) throw badUsage('A key needs a name of 1 to 80 characters that says what uses it.')
  if (!Number.isInteger(asked.days) || asked.days < 1 || asked.days > LONGEST_DAYS)
    throw badUsage(`A key is good for 1 to ${LONGEST_DAYS} days.`)
  const scopes = [...new Set(asked.scopes)].sort()
  if (scopes.length === 0) throw badUsage('A key needs at least one scope.')
  const person = scopes.filter((scope) => NEVER_BY_KEY.includes(scope))
  if (person.length > 0) throw forbidden(`Only a person may: ${person.join(', ')}. No key can have this scope.`)
  const beyond = scopes.filter((scope) => !caller.may.has(scope))
  if (beyond.length > 0) throw forbidden(`A key may do no more than you: ${beyond.join(', ')} is not among what you may.`)
  return deps.store.tx(caller.tenant, async (tx) => {
    const { id, hash, token } = newToken(deps.chance, 'key', tx.tenant)
    const key: ApiKeyRow = {
      id,
      hash,
      name,
      account: caller.id,
      scopes,
      created: now,
      expires: after(now, asked.days * DAY),
      lastUsed: undefined,
    }
    await tx.addApiKey(key)
    await tx.appendAudit({ actor: caller.id, action: 'key-made', subject: id, detail: { scopes, expires: key.expires } }, now)
    return { ...shown(key), token }
  })
}

/** Who is behind this key, as of now; undefined: nobody. Its maker's roles may have shrunk since, and the key shrinks with them. */
export async function callerOfKey(deps: Pick<Deps, 'store' | 'clock'>, text: string): Promise<Caller | undefined> {
  const token = readToken('key', text)
  if (token === undefined) return undefined
  const now = deps.clock.now()
  const found = await deps.store.look(token.tenant, (tx) => tx.keyHolder(token.id))
  if (found === undefined) return undefined
  const { key, account } = found
  if (!same(key.hash, hashOf(token.secret)) || key.expires <= now || account.state !== 'active') return undefined
  const day = now.slice(0, 10)
  if (key.lastUsed !== day) await deps.store.tx(token.tenant, (tx) => tx.seeApiKey(key.id, day))
  const rolesMay = permissionsOf(account.roles)
  return {
    tenant: token.tenant,
    id: account.id,
    roles: account.roles,
    may: new Set(key.scopes.filter((scope) => rolesMay.has(scope))),
    session: undefined,
    freshUntil: undefined,
    by: 'key',
  }
}

/** One's own keys; everybody's for who manages people. */
export async function keysOf(deps: Pick<Deps, 'store'>, caller: Caller): Promise<readonly ShownKey[]> {
  const all = caller.may.has('people:manage')
  return (await deps.store.tx(caller.tenant, (tx) => tx.apiKeys(all ? undefined : caller.id))).map(shown)
}

/** Takes a key back, at once. Somebody else's is not found by who does not manage people. */
export async function revokeKey(deps: Pick<Deps, 'store' | 'clock'>, caller: Caller, id: string): Promise<void> {
  await deps.store.tx(caller.tenant, async (tx) => {
    const key = await tx.apiKey(id)
    if (key === undefined || (key.account !== caller.id && !caller.may.has('people:manage'))) throw notFound('key', id)
    await tx.dropApiKey(id)
    await tx.appendAudit({ actor: caller.id, action: 'key-revoked', subject: id, detail: {} }, deps.clock.now())
  })
}
