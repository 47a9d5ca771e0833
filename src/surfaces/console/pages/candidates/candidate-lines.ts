import { keepPreviousData, useQuery } from '@tanstack/react-query'
import type { AnswerOf, InputOf } from '../../../client/index.ts'
import { call } from '../../api/client.ts'
import { keys } from '../../api/keys.ts'
import { usePages } from '../../api/pages.ts'

export type Candidate = AnswerOf<'GET /api/personas'>['items'][number]
export type Filter = Omit<NonNullable<InputOf<'GET /api/personas'>['query']>, 'after' | 'limit'>

export const useCandidates = (filter: Filter) =>
  usePages({
    key: keys.candidates(filter),
    ask: (page) => call('GET /api/personas', { query: { ...filter, ...page } }),
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
