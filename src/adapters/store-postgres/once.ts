import { and, eq, lt } from 'drizzle-orm'
import type { OnceCall, OnceTx } from '../../engine/once/ports.ts'
import type { Scope } from './database.ts'
import { onceCall } from './schema-http.ts'

/** Calls that carried a key. */
export function onceOf({ db, tenant }: Scope): OnceTx {
  const one = ({ caller, key }: Pick<OnceCall, 'caller' | 'key'>) => and(eq(onceCall.caller, caller), eq(onceCall.key, key))
  return {
    async beginOnce(call) {
      const row = { ...call, tenant, answer: call.answer ?? null }
      const added = await db.insert(onceCall).values(row).onConflictDoNothing().returning({ key: onceCall.key })
      if (added.length > 0) return undefined
      const [known] = await db.select().from(onceCall).where(one(call)).for('update')
      if (known === undefined) return undefined
      const { tenant: _, answer, ...rest } = known
      // Written from an OnceCall, so the state is of its union.
      return { ...rest, answer: answer ?? undefined } as OnceCall
    },
    async changeOnce(call, to) {
      await db.update(onceCall).set(to).where(one(call))
    },
    async endOnce(call) {
      await db.delete(onceCall).where(one(call))
    },
    async sweepOnce(before) {
      await db.delete(onceCall).where(lt(onceCall.at, before))
    },
  }
}
