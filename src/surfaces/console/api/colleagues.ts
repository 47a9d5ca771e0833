import { queryOptions, useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import { t } from '../texts/index.ts'
import { call } from './client.ts'
import { keys } from './keys.ts'
import { useMe } from './session.ts'

const colleaguesQuery = queryOptions({
  queryKey: keys.colleagues,
  queryFn: () => call('GET /api/colleagues', {}),
  staleTime: 5 * 60_000,
})

/** Who works here, without oneself: work can be given to those who are here now. */
export function useColleagues() {
  const { account } = useMe()
  return (useQuery(colleaguesQuery).data?.items ?? []).filter((one) => one.account !== account)
}

/** The name that belongs to an id beside an act; the reader's own is “you”. */
export function useWho(): (id: string) => string {
  const { account } = useMe()
  const { data } = useQuery(colleaguesQuery)
  return useMemo(() => {
    const names: Readonly<Record<string, string>> = {
      ...t.cases.actors,
      ...Object.fromEntries(data?.items.map((one) => [one.account, one.name]) ?? []),
      [account]: t.cases.you,
    }
    return (id) => names[id] ?? id
  }, [data, account])
}
