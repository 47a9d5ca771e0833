import { useQuery } from '@tanstack/react-query'
import type { AnswerOf } from '../../../client/index.ts'
import { call } from '../../api/client.ts'
import { keys } from '../../api/keys.ts'

export type ListLine = AnswerOf<'GET /api/lists'>['items'][number]
export type Version = AnswerOf<'GET /api/lists/:list/versions'>['items'][number]

export type Report = AnswerOf<'GET /api/list-reports'>['items'][number]

export const useLists = () => useQuery({ queryKey: keys.lists, queryFn: () => call('GET /api/lists', {}) })

export const useVersions = (list: string) =>
  useQuery({ queryKey: keys.versions(list), queryFn: () => call('GET /api/lists/:list/versions', { params: { list } }) })

export type Standing = 'damaged' | 'stale' | 'otherwise' | 'fresh' | 'absent'

/** The worst that is to be said of a list. */
export function standingOf({ inForce, stale, readOtherwise, fault }: ListLine): Standing {
  if (fault !== undefined) return 'damaged'
  if (inForce === undefined) return 'absent'
  if (stale) return 'stale'
  return readOtherwise ? 'otherwise' : 'fresh'
}

/** A list in such a state misses what it should find. */
export const isBad = (line: ListLine): boolean => ['damaged', 'stale'].includes(standingOf(line))

/** Day of publication, of import where nobody says it. */
export const dayOf = ({ published, imported }: Pick<Version, 'published' | 'imported'>): string => published ?? imported.slice(0, 10)
