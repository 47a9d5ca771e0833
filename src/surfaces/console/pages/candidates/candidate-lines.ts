import { keepPreviousData, useInfiniteQuery, useQuery } from '@tanstack/react-query'
import type { AnswerOf, InputOf } from '../../../client/index.ts'
import { call } from '../../api/client.ts'
import { keys } from '../../api/keys.ts'

export type Candidate = AnswerOf<'GET /api/personas'>['items'][number]
export type Filter = Omit<NonNullable<InputOf<'GET /api/personas'>['query']>, 'after' | 'limit'>

const PAGE = 100

export const useCandidates = (filter: Filter) =>
  useInfiniteQuery({
    queryKey: keys.candidates(filter),
    queryFn: ({ pageParam }) =>
      call('GET /api/personas', { query: { ...filter, limit: PAGE, ...(pageParam === undefined ? {} : { after: pageParam }) } }),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.next,
    placeholderData: keepPreviousData,
  })

/** What identifies, written whole, is looked up as such; everything else is a name. */
function askedFor(text: string): { name: string } | { identifier: string } {
  if (/^\S+@\S+\.\S+$/.test(text)) return { identifier: `email=${text}` }
  if (/^\+[\d\s().-]{6,}$/.test(text)) return { identifier: `phone=${text}` }
  return { name: text }
}

/** Two letters are in everybody's name. */
const LEAST = 3

export const useFound = (text: string) =>
  useQuery({
    queryKey: keys.found({ text }),
    queryFn: () => call('POST /api/personas/search', { body: askedFor(text) }),
    enabled: text.length >= LEAST,
    placeholderData: keepPreviousData,
  })

export const isSearch = (text: string): boolean => text.length >= LEAST
