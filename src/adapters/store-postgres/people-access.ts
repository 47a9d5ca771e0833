import { and, asc, count, desc, eq, gt, gte } from 'drizzle-orm'
import type { AccessGrant, PeopleTx } from '../../engine/people/ports.ts'
import type { Scope } from './database.ts'
import { accessGrant, browsingEvent, dossierView, unmasking } from './schema-people.ts'

type Part = Pick<
  PeopleTx,
  | 'addAccessGrant'
  | 'accessGrants'
  | 'accessGrantsOf'
  | 'addDossierView'
  | 'dossierViews'
  | 'addBrowsingEvent'
  | 'browsingEvents'
  | 'addUnmasking'
  | 'unmaskings'
>

function grantOf({ tenant: _, id, purpose, purposeId, ...row }: typeof accessGrant.$inferSelect): AccessGrant {
  // Written from a Purpose.
  return { ...row, grant: id, kind: purpose as AccessGrant['kind'], id: purposeId }
}

/** Who looks at whom, and for what. */
export function accessOf({ db, tenant }: Scope): Part {
  return {
    async addAccessGrant({ grant, kind, id, ...row }) {
      await db.insert(accessGrant).values({ tenant, ...row, id: grant, purpose: kind, purposeId: id })
    },
    async accessGrants(account, persona, now) {
      const rows = await db
        .select()
        .from(accessGrant)
        .where(and(eq(accessGrant.persona, persona), eq(accessGrant.account, account), gt(accessGrant.expires, now)))
        .orderBy(desc(accessGrant.expires), asc(accessGrant.id))
      return rows.map(grantOf)
    },
    async accessGrantsOf(persona) {
      const rows = await db
        .select()
        .from(accessGrant)
        .where(eq(accessGrant.persona, persona))
        .orderBy(desc(accessGrant.at), asc(accessGrant.id))
      return rows.map(grantOf)
    },
    async addDossierView(account, persona, hour) {
      const added = await db
        .insert(dossierView)
        .values({ tenant, account, persona, hour })
        .onConflictDoNothing()
        .returning({ hour: dossierView.hour })
      return added.length > 0
    },
    async dossierViews(account, since) {
      return db
        .select({ hour: dossierView.hour, dossiers: count() })
        .from(dossierView)
        .where(and(eq(dossierView.account, account), gte(dossierView.hour, since)))
        .groupBy(dossierView.hour)
        .orderBy(asc(dossierView.hour))
    },
    async addBrowsingEvent(event) {
      const added = await db
        .insert(browsingEvent)
        .values({ tenant, ...event })
        .onConflictDoNothing()
        .returning({ hour: browsingEvent.hour })
      return added.length > 0
    },
    async browsingEvents(since) {
      const rows = await db
        .select()
        .from(browsingEvent)
        .where(gte(browsingEvent.at, since))
        .orderBy(desc(browsingEvent.at), asc(browsingEvent.account))
      return rows.map(({ tenant: _, ...row }) => row)
    },
    async addUnmasking(row) {
      await db.insert(unmasking).values({ tenant, ...row })
    },
    async unmaskings(account, persona, now) {
      const rows = await db
        .select()
        .from(unmasking)
        .where(and(eq(unmasking.persona, persona), eq(unmasking.account, account), gt(unmasking.expires, now)))
        .orderBy(desc(unmasking.expires), asc(unmasking.id))
      return rows.map(({ tenant: _, ...row }) => row)
    },
  }
}
