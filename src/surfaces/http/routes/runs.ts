import { z } from 'zod'
import { runOf, stopRun } from '../../../engine/jobs/runs.ts'
import type { Run } from '../../../engine/jobs/ports.ts'
import { route } from '../route.ts'
import { failure, failureOf, instant } from './shapes.ts'

const run = z
  .object({
    run: z.string(),
    kind: z.enum(['intake', 'lookback']),
    state: z.enum(['waiting', 'working', 'done', 'failed', 'stopped']),
    step: z.string(),
    done: z.number().int(),
    total: z.number().int(),
    persona: z.string().optional(),
    failures: z.array(failure),
    by: z.string(),
    made: instant,
    changed: instant,
  })
  .meta({ id: 'Run' })

const shown = ({ id, kind, state, step, done, total, persona, failures, by, made, changed }: Run): z.infer<typeof run> => ({
  run: id,
  kind,
  state,
  step,
  done,
  total,
  persona,
  failures: failures.map(failureOf),
  by,
  made,
  changed,
})

const params = z.object({ run: z.string().max(100) })

const list = route({
  method: 'GET',
  path: '/api/runs',
  says: 'Long work, newest first.',
  may: 'persona:submit',
  query: z.object({ limit: z.coerce.number().int().min(1).max(200).default(50) }),
  reply: z.object({ items: z.array(run) }),
  async handle({ deps, caller }, { query }) {
    return { items: (await deps.store.tx(caller.tenant, (tx) => tx.runs(query.limit))).map(shown) }
  },
})

const show = route({
  method: 'GET',
  path: '/api/runs/:run',
  says: 'How far long work is, and what could not be taken.',
  may: 'persona:submit',
  params,
  reply: run,
  async handle({ deps, caller }, { params: { run: id } }) {
    return shown(await runOf(deps, caller, id))
  },
})

const stop = route({
  method: 'POST',
  path: '/api/runs/:run/stop',
  says: 'Stops long work between two steps; what was received is kept.',
  may: 'persona:submit',
  params,
  handle: ({ deps, caller }, { params: { run: id } }) => stopRun(deps, caller, id),
})

export const runRoutes = [list, show, stop] as const
