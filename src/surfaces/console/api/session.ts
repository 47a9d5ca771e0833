import { queryOptions, useSuspenseQuery } from '@tanstack/react-query'
import type { Permission } from '../../../model/access.ts'
import { call } from './client.ts'
import { keys } from './keys.ts'

export const meQuery = queryOptions({ queryKey: keys.me, queryFn: () => call('GET /api/me', {}), staleTime: 5 * 60_000 })

/** Who is signed in. Only for pages inside the frame, which waits for it. */
export const useMe = () => useSuspenseQuery(meQuery).data

export function useMay(): (permission: Permission) => boolean {
  const { may } = useMe()
  return (permission) => may.includes(permission)
}
