import { AsyncLocalStorage } from 'node:async_hooks'
import type { TenantId } from '../../model/statement.ts'
import type { Ask, Connection, Database } from './database.ts'
import type { Line } from './line.ts'

type OnLine = <T>(work: (line: Line) => Promise<T>) => Promise<T>

interface Look {
  ask(db: Database, ask: Ask): Promise<void>
  reject(error: unknown): void
}
interface Group {
  readonly tenant: TenantId
  readonly looks: Look[]
}

/** More in one round make the first wait for the last. */
const MOST = 16
/** Rounds under way at once. More keep no more cores busy on most servers, and what waits for one of them goes together. */
const AT_ONCE = 4

/**
 * Looks of one tenant that wait at the same moment go in one round: the busier the server, the fewer ways there and back and the fewer
 * changes of tenant. Each is asked after it came, so what was taken from somebody before is not seen by them. A round that fails
 * because of one of them is asked again one by one.
 */
export function looksOn(onLine: OnLine): Connection['look'] {
  const queue: Group[] = []
  const open = new Map<TenantId, Group>()
  let under = 0

  const send = async (group: Group): Promise<void> => {
    const { tenant, looks } = group
    under++
    const close = (): void => void (open.get(tenant) === group && open.delete(tenant))
    try {
      await onLine((line) => {
        close()
        return line.look(tenant, async (db, ask) => void (await Promise.all(looks.map((look) => look.ask(db, ask)))))
      })
    } catch (error) {
      close()
      for (const look of looks) look.reject(error)
    } finally {
      under--
      next()
    }
  }
  const next = (): void => {
    while (under < AT_ONCE && queue[0] !== undefined) void send(queue.shift() as Group)
  }
  const groupFor = (tenant: TenantId): Group => {
    const own = open.get(tenant)
    if (own !== undefined && own.looks.length < MOST) return own
    const group = { tenant, looks: [] }
    open.set(tenant, group)
    queue.push(group)
    return group
  }

  return (work, tenant) =>
    new Promise((resolve, reject) => {
      const { looks } = groupFor(tenant)
      // What others of the round were called from is not where this one was.
      const here = AsyncLocalStorage.snapshot()
      const alone = () => onLine((line) => line.look(tenant, (db, ask) => here(work, db, ask)))
      looks.push({
        reject,
        ask: (db, ask) =>
          here(work, db, ask).then(resolve, (error: unknown) => (looks.length === 1 ? reject(error) : alone().then(resolve, reject))),
      })
      next()
    })
}
