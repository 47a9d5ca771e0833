import { useQuery } from '@tanstack/react-query'
import type { AnswerOf } from '../../../client/index.ts'
import { call } from '../../api/client.ts'
import { keys } from '../../api/keys.ts'
import { usePages } from '../../api/pages.ts'

export type ReviewShown = AnswerOf<'GET /api/reviews/:review'>

const LOOKED_MS = 60_000

export const useReviews = () =>
  usePages({ key: keys.reviews, ask: (query) => call('GET /api/reviews', { query }), refetchInterval: LOOKED_MS })

export const useReview = (id: string) =>
  useQuery({ queryKey: keys.review(id), queryFn: () => call('GET /api/reviews/:review', { params: { review: id } }) })
