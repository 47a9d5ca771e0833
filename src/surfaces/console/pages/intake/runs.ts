import { useQuery } from '@tanstack/react-query'
import type { AnswerOf } from '../../../client/index.ts'
import { call } from '../../api/client.ts'
import { keys } from '../../api/keys.ts'

export type Run = AnswerOf<'GET /api/runs'>['items'][number]

const LISTED = 200
/** Runs that are no longer among the newest are asked for one by one, so many at a look. */
const SINGLY = 20
/** News comes by events; this is for runs that began after the last, and for a line that lost one. */
const LOOKED_MS = 3_000

export const hasEnded = ({ state }: Run): boolean => state === 'done' || state === 'failed' || state === 'stopped'

async function lookAt(ids: readonly string[], known: ReadonlyMap<string, Run>): Promise<ReadonlyMap<string, Run>> {
  const found = new Map(known)
  const wanted = new Set(ids)
  const { items } = await call('GET /api/runs', { query: { limit: LISTED } })
  for (const run of items) if (wanted.has(run.run)) found.set(run.run, run)
  const listed = new Set(items.map(({ run }) => run))
  const others = ids.filter((id) => {
    const run = found.get(id)
    return !listed.has(id) && (run === undefined || !hasEnded(run))
  })
  for (const run of await Promise.all(others.slice(0, SINGLY).map((id) => call('GET /api/runs/:run', { params: { run: id } }))))
    found.set(run.run, run)
  return found
}

/** How far these runs are. What has ended is not asked about again. */
export function useRuns(ids: readonly string[]): ReadonlyMap<string, Run> {
  const runs = useQuery({
    queryKey: keys.watchedRuns,
    queryFn: ({ client }) => {
      const known = client.getQueryData<ReadonlyMap<string, Run>>(keys.watchedRuns) ?? NONE
      return lookAt(ids, new Map([...known].filter(([, run]) => hasEnded(run))))
    },
    enabled: ids.length > 0,
    refetchInterval: ({ state: { data } }) => {
      const ended = (id: string): boolean => {
        const run = data?.get(id)
        return run !== undefined && hasEnded(run)
      }
      return ids.every(ended) ? false : LOOKED_MS
    },
  })
  return runs.data ?? NONE
}
const NONE: ReadonlyMap<string, Run> = new Map()
