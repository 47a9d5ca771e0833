import { bigint, boolean, index, integer, jsonb, pgTable, primaryKey, unique } from 'drizzle-orm/pg-core'
import { tenant, text } from './schema.ts'

export const account = pgTable(
  'account',
  {
    tenant,
    id: text().notNull(),
    email: text().notNull(),
    name: text().notNull(),
    roles: jsonb().$type<readonly string[]>().notNull(),
    state: text().notNull(),
    created: text().notNull(),
    password: text(),
    totp: text(),
    totpStep: bigint('totp_step', { mode: 'number' }),
    oidc: text(),
  },
  (t) => [
    primaryKey({ columns: [t.id, t.tenant] }),
    unique('account_once_an_email').on(t.email, t.tenant),
    unique('account_once_a_subject').on(t.oidc, t.tenant),
  ],
)

export const recoveryCode = pgTable('recovery_code', { tenant, account: text().notNull(), hash: text().notNull() }, (t) => [
  primaryKey({ columns: [t.hash, t.account, t.tenant] }),
  index('recovery_code_by_account').on(t.account, t.tenant),
])

export const passkey = pgTable(
  'passkey',
  {
    tenant,
    id: text().notNull(),
    account: text().notNull(),
    name: text().notNull(),
    publicKey: text('public_key').notNull(),
    counter: bigint({ mode: 'number' }).notNull(),
    transports: jsonb().$type<readonly string[]>().notNull(),
    created: text().notNull(),
    used: text(),
  },
  (t) => [primaryKey({ columns: [t.id, t.tenant] }), index('passkey_by_account').on(t.account, t.tenant)],
)

export const session = pgTable(
  'session',
  {
    tenant,
    id: text().notNull(),
    hash: text().notNull(),
    account: text().notNull(),
    by: text().notNull(),
    full: boolean().notNull(),
    created: text().notNull(),
    seen: text().notNull(),
    expires: text().notNull(),
    authenticated: text().notNull(),
    device: text(),
  },
  (t) => [
    primaryKey({ columns: [t.id, t.tenant] }),
    index('session_by_account').on(t.account, t.tenant),
    index('session_by_end').on(t.tenant, t.expires),
  ],
)

/** Links, challenges and half-made enrolments: each can be used once and soon. */
export const oneTime = pgTable(
  'one_time',
  {
    tenant,
    id: text().notNull(),
    hash: text().notNull(),
    kind: text().notNull(),
    account: text(),
    payload: jsonb().$type<Readonly<Record<string, unknown>>>().notNull(),
    expires: text().notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.id, t.tenant] }),
    index('one_time_by_account').on(t.account, t.tenant),
    index('one_time_by_end').on(t.tenant, t.expires),
  ],
)

export const throttle = pgTable(
  'throttle',
  { tenant, key: text().notNull(), failures: integer().notNull(), last: text().notNull() },
  (t) => [primaryKey({ columns: [t.key, t.tenant] }), index('throttle_by_end').on(t.tenant, t.last)],
)

export const apiKey = pgTable(
  'api_key',
  {
    tenant,
    id: text().notNull(),
    hash: text().notNull(),
    name: text().notNull(),
    account: text().notNull(),
    scopes: jsonb().$type<readonly string[]>().notNull(),
    created: text().notNull(),
    expires: text().notNull(),
    lastUsed: text('last_used'),
  },
  (t) => [primaryKey({ columns: [t.id, t.tenant] }), index('api_key_by_account').on(t.account, t.tenant)],
)

/** Why a dossier was opened. Kept: who looked at whom, and for what, is part of the record. */
export const accessGrant = pgTable(
  'access_grant',
  {
    tenant,
    id: text().notNull(),
    account: text().notNull(),
    persona: text().notNull(),
    purpose: text().notNull(),
    purposeId: text('purpose_id').notNull(),
    reason: text().notNull(),
    at: text().notNull(),
    expires: text().notNull(),
  },
  (t) => [primaryKey({ columns: [t.id, t.tenant] }), index('access_grant_by_persona').on(t.persona, t.tenant, t.account)],
)

/** Who opened which dossier in which hour. */
export const dossierView = pgTable(
  'dossier_view',
  { tenant, account: text().notNull(), persona: text().notNull(), hour: text().notNull() },
  (t) => [primaryKey({ columns: [t.account, t.hour, t.persona, t.tenant] }), index('dossier_view_by_hour').on(t.tenant, t.hour)],
)

export const browsingEvent = pgTable(
  'browsing_event',
  {
    tenant,
    account: text().notNull(),
    hour: text().notNull(),
    dossiers: integer().notNull(),
    usual: integer().notNull(),
    at: text().notNull(),
  },
  (t) => [primaryKey({ columns: [t.account, t.hour, t.tenant] })],
)

export const unmasking = pgTable(
  'unmasking',
  {
    tenant,
    id: text().notNull(),
    account: text().notNull(),
    persona: text().notNull(),
    fields: jsonb().$type<readonly string[]>().notNull(),
    reason: text().notNull(),
    at: text().notNull(),
    expires: text().notNull(),
  },
  (t) => [primaryKey({ columns: [t.id, t.tenant] }), index('unmasking_by_persona').on(t.persona, t.tenant, t.account)],
)

/** One OpenID provider a tenant. */
export const provider = pgTable(
  'provider',
  {
    tenant,
    issuer: text().notNull(),
    clientId: text('client_id').notNull(),
    clientSecret: text('client_secret').notNull(),
    asksTwoFactors: boolean('asks_two_factors').notNull(),
    provision: jsonb().$type<readonly string[]>(),
  },
  (t) => [primaryKey({ columns: [t.tenant] })],
)
