import { and, asc, desc, eq } from 'drizzle-orm'
import type { HooksTx } from '../../engine/hooks/ports.ts'
import type { Delivery, Endpoint, HookSource, Tip } from '../../model/hook.ts'
import type { Scope } from './database.ts'
import { delivery, endpoint, hookSeen, hookSource, tip } from './schema-hooks.ts'

/** Events on their way out, and what others sent us. */
export function hooksIn({ db, tenant }: Scope): HooksTx {
  return {
    async putEndpoint(row) {
      await db
        .insert(endpoint)
        .values({ tenant, ...row })
        .onConflictDoUpdate({ target: [endpoint.id, endpoint.tenant], set: row })
    },
    endpoints: async () => (await db.select().from(endpoint).orderBy(asc(endpoint.id))).map(endpointOf),
    async endpoint(id) {
      const [row] = await db.select().from(endpoint).where(eq(endpoint.id, id)).for('update')
      return row === undefined ? undefined : endpointOf(row)
    },
    async putDelivery({ answer, ...row }) {
      const whole = { ...row, answer: answer ?? null }
      await db
        .insert(delivery)
        .values({ tenant, ...whole })
        .onConflictDoUpdate({ target: [delivery.id, delivery.tenant], set: whole })
    },
    async delivery(id) {
      const [row] = await db.select().from(delivery).where(eq(delivery.id, id))
      return row === undefined ? undefined : deliveryOf(row)
    },
    async deliveries(of, limit) {
      const rows = await db
        .select()
        .from(delivery)
        .where(eq(delivery.endpoint, of))
        .orderBy(desc(delivery.at), asc(delivery.id))
        .limit(limit)
      return rows.map(deliveryOf)
    },
    async putHookSource(row) {
      await db
        .insert(hookSource)
        .values({ tenant, ...row })
        .onConflictDoUpdate({ target: [hookSource.id, hookSource.tenant], set: row })
    },
    async hookSource(id) {
      const [row] = await db.select().from(hookSource).where(eq(hookSource.id, id))
      return row === undefined ? undefined : sourceOf(row)
    },
    hookSources: async () => (await db.select().from(hookSource).orderBy(asc(hookSource.id))).map(sourceOf),
    async addSeen(row) {
      const added = await db
        .insert(hookSeen)
        .values({ tenant, ...row })
        .onConflictDoNothing()
        .returning({ id: hookSeen.id })
      return added.length === 1
    },
    async seen(source, id) {
      const [row] = await db
        .select()
        .from(hookSeen)
        .where(and(eq(hookSeen.source, source), eq(hookSeen.id, id)))
      return row?.became
    },
    async putTip({ about, ...row }) {
      const whole = { ...row, about: about ?? null }
      await db
        .insert(tip)
        .values({ tenant, ...whole })
        .onConflictDoUpdate({ target: [tip.id, tip.tenant], set: whole })
    },
    async tip(id) {
      const [row] = await db.select().from(tip).where(eq(tip.id, id))
      return row === undefined ? undefined : tipOf(row)
    },
    tips: async (limit) => (await db.select().from(tip).orderBy(desc(tip.at), asc(tip.id)).limit(limit)).map(tipOf),
  }
}

// Written from their types, so that states are of their unions.
const endpointOf = ({ tenant: _, ...row }: typeof endpoint.$inferSelect): Endpoint => row as Endpoint
const deliveryOf = ({ tenant: _, answer, ...row }: typeof delivery.$inferSelect): Delivery =>
  ({ ...row, answer: answer ?? undefined }) as Delivery
const sourceOf = ({ tenant: _, ...row }: typeof hookSource.$inferSelect): HookSource => row as HookSource
const tipOf = ({ tenant: _, about, ...row }: typeof tip.$inferSelect): Tip => ({ ...row, about: about ?? undefined }) as Tip
