import { and, asc, count, eq, isNull, lt, or } from 'drizzle-orm'
import type { Account, PasskeyRow, PeopleTx, ProviderRow } from '../../engine/people/ports.ts'
import type { Scope } from './database.ts'
import { account, passkey, provider, recoveryCode } from './schema-people.ts'

type Part = Pick<
  PeopleTx,
  | 'addAccount'
  | 'changeAccount'
  | 'account'
  | 'accountByEmail'
  | 'accountByOidc'
  | 'accounts'
  | 'useTotpStep'
  | 'replaceRecoveryCodes'
  | 'useRecoveryCode'
  | 'recoveryCodesLeft'
  | 'addPasskey'
  | 'passkey'
  | 'passkeysOf'
  | 'usePasskey'
  | 'dropPasskeys'
  | 'putProvider'
  | 'provider'
>

export function accountOf({ tenant: _, ...row }: typeof account.$inferSelect): Account {
  // The columns were written from an Account, so roles and state are of their unions.
  return {
    ...row,
    password: row.password ?? undefined,
    totp: row.totp ?? undefined,
    totpStep: row.totpStep ?? undefined,
    oidc: row.oidc ?? undefined,
  } as Account
}

const passkeyOf = ({ tenant: _, ...row }: typeof passkey.$inferSelect): PasskeyRow => ({ ...row, used: row.used ?? undefined })

/** Who may sign in, and with what. */
export function accountsOf({ db, tenant }: Scope): Part {
  return {
    async addAccount(row) {
      const added = await db
        .insert(account)
        .values({ tenant, ...row })
        .onConflictDoNothing()
        .returning({ id: account.id })
      return added.length > 0
    },
    async changeAccount(id, to) {
      await db.update(account).set(to).where(eq(account.id, id))
    },
    async account(id) {
      const [row] = await db.select().from(account).where(eq(account.id, id))
      return row && accountOf(row)
    },
    async accountByEmail(email) {
      const [row] = await db.select().from(account).where(eq(account.email, email))
      return row && accountOf(row)
    },
    async accountByOidc(oidc) {
      const [row] = await db.select().from(account).where(eq(account.oidc, oidc))
      return row && accountOf(row)
    },
    async accounts() {
      return (await db.select().from(account).orderBy(asc(account.email))).map(accountOf)
    },
    async useTotpStep(id, step) {
      const used = await db
        .update(account)
        .set({ totpStep: step })
        .where(and(eq(account.id, id), or(isNull(account.totpStep), lt(account.totpStep, step))))
        .returning({ id: account.id })
      return used.length > 0
    },
    async replaceRecoveryCodes(id, hashes) {
      await db.delete(recoveryCode).where(eq(recoveryCode.account, id))
      if (hashes.length > 0) await db.insert(recoveryCode).values(hashes.map((hash) => ({ tenant, account: id, hash })))
    },
    async useRecoveryCode(id, hash) {
      const used = await db
        .delete(recoveryCode)
        .where(and(eq(recoveryCode.account, id), eq(recoveryCode.hash, hash)))
        .returning({ hash: recoveryCode.hash })
      return used.length > 0
    },
    async recoveryCodesLeft(id) {
      const [row] = await db.select({ n: count() }).from(recoveryCode).where(eq(recoveryCode.account, id))
      return row?.n ?? 0
    },
    async addPasskey(row) {
      const added = await db
        .insert(passkey)
        .values({ tenant, ...row })
        .onConflictDoNothing()
        .returning({ id: passkey.id })
      return added.length > 0
    },
    async passkey(id) {
      const [row] = await db.select().from(passkey).where(eq(passkey.id, id)).for('update')
      return row && passkeyOf(row)
    },
    async passkeysOf(id) {
      const rows = await db.select().from(passkey).where(eq(passkey.account, id)).orderBy(asc(passkey.created), asc(passkey.id))
      return rows.map(passkeyOf)
    },
    async usePasskey(id, counter, used) {
      await db.update(passkey).set({ counter, used }).where(eq(passkey.id, id))
    },
    async dropPasskeys(owner, id) {
      const one = id === undefined ? undefined : eq(passkey.id, id)
      return (
        await db
          .delete(passkey)
          .where(and(eq(passkey.account, owner), one))
          .returning({ id: passkey.id })
      ).length
    },
    async putProvider(row) {
      await db.delete(provider)
      if (row !== undefined) await db.insert(provider).values({ tenant, ...row })
    },
    async provider() {
      const [row] = await db.select().from(provider)
      if (row === undefined) return undefined
      const { tenant: _, provision, ...rest } = row
      return { ...rest, provision: provision ?? undefined } as ProviderRow
    },
  }
}
