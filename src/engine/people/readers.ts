import { permissionsOf } from '../../model/access.ts'
import type { Readers } from '../notify/ports.ts'

/** Who is told by mail that something waits: people of this installation who may see it. */
export const accountReaders: Readers = {
  holding: async (tx, permission) =>
    (await tx.accounts()).flatMap((one) => (one.state === 'active' && permissionsOf(one.roles).has(permission) ? [one.id] : [])),
  async addressOf(tx, person) {
    const account = await tx.account(person)
    return account?.state === 'active' ? account.email : undefined
  },
}
