import { geoEqualEarth, geoPath } from 'd3-geo'
import { feature } from 'topojson-client'
import land from 'world-atlas/land-110m.json'
import css from './map.module.css'
import type { Spot } from './locate.ts'

/** A mark on the map: what was claimed there, what was observed there, or both. */
export interface MapMark {
  readonly spot: Spot
  readonly number: number
  readonly basis: 'claimed' | 'observed' | 'both'
  /** Opens what it rests on. */
  readonly onOpen?: () => void
}

const [WIDTH, HEIGHT] = [960, 440]
/** South of this is ice, where nobody lives; leaving it out leaves more room for where people do. */
const SOUTH = -56
/** Equal Earth shows every region as large as it is. */
const projection = geoEqualEarth().fitExtent(
  [
    [4, 4],
    [WIDTH - 4, HEIGHT - 4],
  ],
  {
    type: 'MultiPoint',
    coordinates: [
      [-180, 0],
      [180, 0],
      [0, 84],
      [0, SOUTH],
    ],
  },
)
const topology = land as unknown as Parameters<typeof feature>[0]
const OUTLINE = Object.values(topology.objects)
  .map((shape) => geoPath(projection)(feature(topology, shape)))
  .join('')

const percent = (part: number, whole: number): string => `${((part / whole) * 100).toFixed(3)}%`

/**
 * The outline of the world's land, without borders or names, and marks on it. The marks are for the eye and the mouse; whoever uses it
 * lists the same places in words beside it, for the keyboard and everybody else.
 */
export function World({ marks }: { readonly marks: readonly MapMark[] }) {
  return (
    <div className={css.world} aria-hidden>
      <svg viewBox={`0 0 ${WIDTH} ${HEIGHT}`}>
        <path d={OUTLINE} />
      </svg>
      {marks.map(({ spot, number, basis, onOpen }) => {
        const [x, y] = projection([spot.east, spot.north]) ?? [0, 0]
        const style = { left: percent(x, WIDTH), top: percent(y, HEIGHT) }
        return onOpen === undefined ? (
          <span key={number} className={css.mark} data-basis={basis} style={style} />
        ) : (
          <button key={number} type="button" tabIndex={-1} className={css.mark} data-basis={basis} style={style} onClick={onOpen}>
            <span>{number}</span>
          </button>
        )
      })}
    </div>
  )
}
