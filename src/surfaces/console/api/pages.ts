import { useInfiniteQuery, type keepPreviousData, type QueryKey, type UseInfiniteQueryResult } from '@tanstack/react-query'
import { useCallback, useMemo } from 'react'

/** The most that the service gives at a time. */
const PAGE = 200

interface Asked<Row> {
  readonly key: QueryKey
  ask(page: {
    readonly limit: number
    readonly after?: string
  }): Promise<{ readonly items: readonly Row[]; readonly next?: string | undefined }>
  /** Milliseconds after which it is asked for again by itself. */
  readonly refetchInterval?: number
  readonly staleTime?: number
  readonly enabled?: boolean
  readonly placeholderData?: typeof keepPreviousData
}

/** What has come so far. `onEnd` asks for the next page; it is absent where there is none. */
export interface Paged<Row> {
  readonly query: Pick<
    UseInfiniteQueryResult,
    'isPending' | 'isSuccess' | 'isError' | 'error' | 'refetch' | 'hasNextPage' | 'isFetchingNextPage' | 'fetchNextPage'
  >
  readonly rows: readonly Row[]
  readonly onEnd: (() => void) | undefined
}

/** Lines that the service gives page by page, as one list. */
export function usePages<Row>({ key, ask, ...how }: Asked<Row>): Paged<Row> {
  const query = useInfiniteQuery({
    queryKey: key,
    queryFn: ({ pageParam }) => ask({ limit: PAGE, ...(pageParam === undefined ? {} : { after: pageParam }) }),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.next,
    ...how,
  })
  const { data, hasNextPage, isFetchingNextPage, fetchNextPage } = query
  const rows = useMemo(() => data?.pages.flatMap((page) => page.items) ?? [], [data])
  const more = useCallback(() => {
    if (!isFetchingNextPage) void fetchNextPage()
  }, [isFetchingNextPage, fetchNextPage])
  return { query, rows, onEnd: hasNextPage ? more : undefined }
}
