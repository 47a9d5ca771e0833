import { useQuery } from '@tanstack/react-query'
import { call } from '../../api/client.ts'
import { keys } from '../../api/keys.ts'
import { useMe } from '../../api/session.ts'
import { rooms } from '../../texts/index.ts'

/** Whom a match can be given to. */
export const useScreeners = () =>
  useQuery({ queryKey: keys.screeners, queryFn: () => call('GET /api/screening/people', {}), staleTime: 5 * 60_000 })

/** How somebody is called who owns a match or acted on it; commands and earlier people stand under what they were written down as. */
export function useWho(): (id: string) => string {
  const { account } = useMe()
  const names = new Map(useScreeners().data?.items.map((one) => [one.account, one.name]))
  return (id) => (id === account ? rooms.screening.you : (names.get(id) ?? id))
}
