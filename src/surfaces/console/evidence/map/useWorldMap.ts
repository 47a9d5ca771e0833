import { useQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { locatorOf, type Locate } from './locate.ts'
import type { MapMark } from './World.tsx'

interface WorldMap {
  readonly locate: Locate
  readonly World: (shown: { readonly marks: readonly MapMark[] }) => ReactNode
}

/** Without a map everything stands in words. */
const WITHOUT: WorldMap = { locate: () => 'no-map', World: () => null }

/** The map and its towns, which only pages with places need; undefined while they are on their way. */
export function useWorldMap(): WorldMap | undefined {
  const { data, isError } = useQuery({
    queryKey: ['world-map'],
    async queryFn(): Promise<WorldMap> {
      const [{ default: towns }, { World }] = await Promise.all([import('virtual:towns'), import('./World.tsx')])
      return { locate: locatorOf(towns), World }
    },
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: Number.POSITIVE_INFINITY,
    retry: 1,
  })
  return isError ? WITHOUT : data
}
