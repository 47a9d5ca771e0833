import { useInfiniteQuery, useQuery } from '@tanstack/react-query'
import type { AnswerOf } from '../../../client/index.ts'
import { call } from '../../api/client.ts'
import { keys } from '../../api/keys.ts'

export type ReviewShown = AnswerOf<'GET /api/reviews/:review'>

const PAGE = 100
const LOOKED_MS = 60_000

export const useReviews = () =>
  useInfiniteQuery({
    queryKey: keys.reviews,
    queryFn: ({ pageParam }) =>
      call('GET /api/reviews', { query: { limit: PAGE, ...(pageParam === undefined ? {} : { after: pageParam }) } }),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.next,
    refetchInterval: LOOKED_MS,
  })

export const useReview = (id: string) =>
  useQuery({ queryKey: keys.review(id), queryFn: () => call('GET /api/reviews/:review', { params: { review: id } }) })
