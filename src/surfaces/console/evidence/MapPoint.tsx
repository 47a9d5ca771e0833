import { Skeleton } from '@mantine/core'
import css from './map/map.module.css'
import { useWorldMap } from './map/useWorldMap.ts'
import { placeNamed, type Evidence } from './value.ts'

/** Where on the world a place lies that a document names; nothing where the words do not say one town. */
export function MapPoint({ evidence }: { readonly evidence: Evidence }) {
  const map = useWorldMap()
  const named = placeNamed(evidence)
  if (named === undefined) return null
  if (map === undefined) return <Skeleton className={css.waiting} radius="md" />
  const spot = map.locate(named)
  if (typeof spot === 'string') return null
  return <map.World marks={[{ spot, number: 1, basis: evidence.basis === 'claimed' ? 'claimed' : 'observed' }]} />
}
