import type { Permission, RoleName } from '../../model/access.ts'
import type { Instant, PersonaId } from '../../model/statement.ts'

/** Somebody who may sign in. */
export interface Account {
  /** `u-` and 16 hexadecimal digits. */
  readonly id: string
  /** Lower case; one account of a tenant has it. */
  readonly email: string
  readonly name: string
  readonly roles: readonly RoleName[]
  /** `invited` has never entered, `closed` enters no more; only `active` signs in. */
  readonly state: 'invited' | 'active' | 'closed'
  readonly created: Instant
  /** Argon2id, in PHC form. */
  readonly password: string | undefined
  /** Key of the authenticator app, sealed. */
  readonly totp: string | undefined
  /** The last time step whose code was used; that one and those before are used up. */
  readonly totpStep: number | undefined
  /** Who this is at the tenant's OpenID provider: issuer, a space, subject. */
  readonly oidc: string | undefined
}

/** What is named is changed; null takes it away. */
export interface AccountChange {
  readonly name?: string
  readonly roles?: readonly RoleName[]
  readonly state?: Account['state']
  readonly password?: string | null
  readonly totp?: string | null
  readonly totpStep?: number | null
  readonly oidc?: string | null
}

export interface SignedIn {
  readonly session: SessionRow
  readonly account: Account
}

export interface SessionRow {
  /** 16 hexadecimal digits. */
  readonly id: string
  /** SHA-256 of the secret. */
  readonly hash: string
  readonly account: string
  readonly by: 'password' | 'passkey' | 'oidc'
  /** False: one factor was shown, and the only thing that can be done is to show or enrol the second. */
  readonly full: boolean
  readonly created: Instant
  /** Last request, to the minute. */
  readonly seen: Instant
  /** Over at this instant whatever happens. */
  readonly expires: Instant
  /** When the person last showed all factors. */
  readonly authenticated: Instant
  /** What the browser calls itself, for the person to recognise. */
  readonly device: string | undefined
}

export interface PasskeyRow {
  /** As the authenticator named it, base64url. */
  readonly id: string
  readonly account: string
  readonly name: string
  /** COSE key, base64url. */
  readonly publicKey: string
  readonly counter: number
  readonly transports: readonly string[]
  readonly created: Instant
  readonly used: Instant | undefined
}

export type OneTimeKind = 'first' | 'invitation' | 'reset' | 'totp' | 'passkey-enrol' | 'passkey-sign-in' | 'oidc' | 'ask' | 'contest'
/** Something that can be done once and soon, by whoever holds its secret. */
export interface OneTimeRow {
  readonly id: string
  readonly hash: string
  readonly kind: OneTimeKind
  /** Whom it is about, where that is known: an account, or a persona for what goes to a candidate. */
  readonly account: string | undefined
  /** Challenge, verifier, sealed key: whatever the second half needs from the first. */
  readonly payload: Readonly<Record<string, unknown>>
  readonly expires: Instant
}

export interface ThrottleRow {
  /** Digest of what is counted. */
  readonly key: string
  readonly failures: number
  readonly last: Instant
}

export interface ApiKeyRow {
  readonly id: string
  readonly hash: string
  readonly name: string
  readonly account: string
  readonly scopes: readonly Permission[]
  readonly created: Instant
  readonly expires: Instant
  /** `2026-03-01` */
  readonly lastUsed: string | undefined
}

export const PURPOSES = ['requisition', 'case'] as const
/** What a dossier is opened for. */
export interface Purpose {
  readonly kind: (typeof PURPOSES)[number]
  readonly id: string
}

/** Leave to read one dossier for a stated purpose until it ends. */
export interface AccessGrant extends Purpose {
  readonly grant: string
  readonly account: string
  readonly persona: PersonaId
  readonly reason: string
  readonly at: Instant
  readonly expires: Instant
}

/** Leave to see masked fields of one dossier for a few minutes. */
export interface Unmasking {
  readonly id: string
  readonly account: string
  readonly persona: PersonaId
  readonly fields: readonly string[]
  readonly reason: string
  readonly at: Instant
  readonly expires: Instant
}

/** Somebody opened more dossiers in an hour than they do. */
export interface BrowsingEvent {
  readonly account: string
  /** Start of the hour. */
  readonly hour: Instant
  readonly dossiers: number
  /** As many are usual for this account. */
  readonly usual: number
  readonly at: Instant
}

/** The tenant's OpenID provider. */
export interface ProviderRow {
  readonly issuer: string
  readonly clientId: string
  /** Sealed. */
  readonly clientSecret: string
  /** The organisation vouches that its provider asks for two factors of everybody; else one that does not say so is followed by ours. */
  readonly asksTwoFactors: boolean
  /** Whoever the provider knows and nobody invited gets these roles; undefined: is turned away. */
  readonly provision: readonly RoleName[] | undefined
}

export interface PeopleTx {
  /** False where the e-mail is taken. */
  addAccount(account: Account): Promise<boolean>
  changeAccount(id: string, to: AccountChange): Promise<void>
  account(id: string): Promise<Account | undefined>
  accountByEmail(email: string): Promise<Account | undefined>
  accountByOidc(oidc: string): Promise<Account | undefined>
  /** In order of e-mail. */
  accounts(): Promise<readonly Account[]>
  /** False where this step or a later one was used: of two who come with one code, one is let in. */
  useTotpStep(account: string, step: number): Promise<boolean>
  replaceRecoveryCodes(account: string, hashes: readonly string[]): Promise<void>
  /** False where there is none such, or no longer. */
  useRecoveryCode(account: string, hash: string): Promise<boolean>
  recoveryCodesLeft(account: string): Promise<number>

  addPasskey(passkey: PasskeyRow): Promise<boolean>
  passkey(id: string): Promise<PasskeyRow | undefined>
  passkeysOf(account: string): Promise<readonly PasskeyRow[]>
  usePasskey(id: string, counter: number, at: Instant): Promise<void>
  dropPasskeys(account: string, id?: string): Promise<number>

  addSession(session: SessionRow): Promise<void>
  session(id: string): Promise<SessionRow | undefined>
  /** With whose it is. */
  signedIn(id: string): Promise<SignedIn | undefined>
  /** The same, held until the transaction ends: nobody revokes it while its last act is written. */
  holdSession(id: string): Promise<SessionRow | undefined>
  /** Newest first. */
  sessionsOf(account: string): Promise<readonly SessionRow[]>
  seeSession(id: string, at: Instant): Promise<void>
  /** Ends those of the account, one of them, or all but one; returns how many there were. */
  dropSessions(account: string, which?: { readonly only: string } | { readonly except: string }): Promise<number>

  addOneTime(row: OneTimeRow): Promise<void>
  oneTime(id: string, hash: string): Promise<OneTimeRow | undefined>
  /** Returns it to the first who takes it; nobody else gets it. */
  takeOneTime(id: string, hash: string): Promise<OneTimeRow | undefined>
  dropOneTimes(account: string, kinds: readonly OneTimeKind[]): Promise<void>

  /** Holds these rows until the transaction ends, those that are not there yet too. In the order asked for. */
  lockThrottles(keys: readonly string[], now: Instant): Promise<readonly ThrottleRow[]>
  putThrottles(rows: readonly ThrottleRow[]): Promise<void>

  addApiKey(key: ApiKeyRow): Promise<void>
  apiKey(id: string): Promise<ApiKeyRow | undefined>
  /** With whose it is. */
  keyHolder(id: string): Promise<{ readonly key: ApiKeyRow; readonly account: Account } | undefined>
  /** Newest first; of everybody where no account is named. */
  apiKeys(account?: string): Promise<readonly ApiKeyRow[]>
  seeApiKey(id: string, day: string): Promise<void>
  dropApiKey(id: string): Promise<void>

  addAccessGrant(grant: AccessGrant): Promise<void>
  /** Those that have not ended, latest end first. */
  accessGrants(account: string, persona: PersonaId, now: Instant): Promise<readonly AccessGrant[]>
  /** Who opened this dossier, for what; newest first. */
  accessGrantsOf(persona: PersonaId): Promise<readonly AccessGrant[]>
  /** True where this account had not opened this dossier in this hour. */
  addDossierView(account: string, persona: PersonaId, hour: Instant): Promise<boolean>
  /** Dossiers opened in each hour since then in which any was. */
  dossierViews(account: string, since: Instant): Promise<readonly { readonly hour: Instant; readonly dossiers: number }[]>
  /** False where there is one of this account and hour. */
  addBrowsingEvent(event: BrowsingEvent): Promise<boolean>
  /** Newest first. */
  browsingEvents(since: Instant): Promise<readonly BrowsingEvent[]>
  addUnmasking(unmasking: Unmasking): Promise<void>
  /** Those that have not ended. */
  unmaskings(account: string, persona: PersonaId, now: Instant): Promise<readonly Unmasking[]>

  putProvider(provider: ProviderRow | undefined): Promise<void>
  provider(): Promise<ProviderRow | undefined>

  /** Removes what is over: sessions, one-time rows, throttles last counted and dossier views made before then. */
  sweepPeople(now: Instant, before: { readonly throttles: Instant; readonly views: Instant }): Promise<number>
}
