import { setTimeout as wait } from 'node:timers/promises'
import type { Run } from '../../../engine/jobs/rows.ts'
import type { Context } from '../context.ts'
import { News } from '../events/news.ts'
import { idOf, placeOf, roomsTold, type Place } from '../events/place.ts'
import { toldOf } from '../events/topics.ts'
import { fileReply, route } from '../route.ts'

const LOOKED_MS = 1_000
/** Proxies close connections on which nothing comes for a minute. */
const BEAT_MS = 15_000
/** Rows of the log read at a time: all that a connection holds in memory. */
const PAGE = 200
/** Whoever was away for longer than so many acts is told to look at everything again instead of at each. */
const FURTHEST = 10_000

const known = new WeakMap<object, News>()
function newsOf({ parts }: Context): News {
  const news = known.get(parts.jobs) ?? new News(parts.deps.store, () => performance.now())
  known.set(parts.jobs, news)
  return news
}

const line = (event: string, data: object, id?: string): string =>
  `${id === undefined ? '' : `id: ${id}\n`}event: ${event}\ndata: ${JSON.stringify(data)}\n\n`

const progress = ({ id, state, step, done, total, persona }: Run): string => line('run', { run: id, state, step, done, total, persona })

/**
 * News for one connection until it is closed: acts that the caller may know of, by the log, so that nothing is missed between two
 * processes or two connections; and how far the caller's own runs are. Whoever was signed out is told nothing more.
 */
async function* stream(context: Context): AsyncGenerator<string> {
  const { deps, closing, signal, lastEvent } = context
  const news = newsOf(context)
  const { tenant, id: who } = context.caller
  const rooms = roomsTold(context.caller)
  const ended = AbortSignal.any([closing, signal])
  const { last } = await news.of(tenant)
  const here: Place = new Map(rooms.map((room) => [room, last[room]]))
  const away = lastEvent === undefined ? here : placeOf(lastEvent, here, FURTHEST)
  if (away === undefined) yield line('reset', {}, idOf(here))
  yield 'retry: 3000\n\n'
  const place = new Map(away ?? here)
  const shown = new Map<string, string>()
  let beat = performance.now()
  while (!ended.aborted) {
    const standing = await news.of(tenant)
    const runs = standing.runs.filter((run) => run.by === who && shown.get(run.id) !== run.changed)
    const behind = rooms.filter((room) => standing.last[room] > (place.get(room) ?? 0))
    const due = performance.now() - beat >= BEAT_MS
    let more = false
    if (runs.length > 0 || behind.length > 0 || due) {
      const caller = await context.again()
      // Who has other rights than at the beginning comes back with them.
      if (caller === undefined || roomsTold(caller).length !== rooms.length) return
      for (const run of runs) {
        if (run.state === 'waiting' || run.state === 'working' || shown.has(run.id)) yield progress(run)
        shown.set(run.id, run.changed)
      }
      for (const room of behind) {
        const after = place.get(room) ?? 0
        const told = await deps.store.tx(tenant, async (tx) => toldOf(tx, caller, await tx.auditRows(after, PAGE, room)))
        for (const { seq, news: one } of told) {
          place.set(room, seq)
          if (one !== undefined) yield line(one.topic, { subject: one.subject, at: one.at }, idOf(place))
        }
        more ||= told.length === PAGE
      }
      if (due) yield ': still here\n\n'
      beat = performance.now()
    }
    if (!more) await wait(LOOKED_MS, undefined, { signal: ended }).catch(() => undefined)
  }
}

const events = route({
  method: 'GET',
  path: '/api/events',
  says: 'Server-sent events: what has changed that the caller may see, and how far their own runs are. Goes on behind `Last-Event-ID`; `reset` says to look at everything again.',
  may: 'signed-in',
  reply: fileReply('text/event-stream'),
  handle: async (context) => ({ name: 'events', content: stream(context) }),
})

export const eventRoutes = [events] as const
