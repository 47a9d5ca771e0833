import { Skeleton } from '@mantine/core'
import { useMemo, type ReactNode } from 'react'
import mapCss from '../../evidence/map/map.module.css'
import { useWorldMap } from '../../evidence/map/useWorldMap.ts'
import type { Evidence } from '../../evidence/value.ts'
import { Masked } from '../../parts/Masked.tsx'
import { enPlaces as words } from '../../texts/en-places.ts'
import { markedOf, placesIn, type Place, type WhyNot } from './places.ts'
import css from './places.module.css'

interface Shown {
  readonly statements: readonly Evidence[]
  onOpen(statement: string): void
}

/** Where the candidate says to be and what records show, on one map; what has no point stands under it in words. */
export function Places({ statements, onOpen }: Shown) {
  const places = useMemo(() => placesIn(statements), [statements])
  return (
    <section className={`card ${css.places}`} aria-labelledby="places">
      <h2 id="places">{words.title}</h2>
      <p className="soft small">{places.length === 0 ? words.none : words.says}</p>
      {places.length > 0 && <Marked places={places} onOpen={onOpen} />}
    </section>
  )
}

function Marked({ places, onOpen }: { readonly places: readonly Place[]; onOpen(statement: string): void }) {
  const map = useWorldMap()
  const marked = useMemo(() => (map === undefined ? undefined : markedOf(places, map.locate)), [places, map])
  if (map === undefined || marked === undefined) return <Skeleton className={mapCss.waiting} radius="md" />
  const { marks, unplaced } = marked
  const open = ({ statements: [first] }: Place): void => {
    if (first !== undefined) onOpen(first.statement)
  }
  const of = (basis: Place['basis']) => ({
    placed: marks.flatMap(({ number, places: at }) => at.filter((place) => place.basis === basis).map((place) => ({ number, place }))),
    unplaced: unplaced.filter(([place]) => place.basis === basis),
  })
  return (
    <>
      {marks.length > 0 && (
        <map.World marks={marks.map((mark) => ({ ...mark, onOpen: () => mark.places[0] !== undefined && open(mark.places[0]) }))} />
      )}
      <div className={css.sides}>
        {(['claimed', 'observed'] as const).map((basis) => (
          <Side key={basis} basis={basis} {...of(basis)} onOpen={open} />
        ))}
      </div>
    </>
  )
}

interface SideShown {
  readonly basis: Place['basis']
  readonly placed: readonly { readonly number: number; readonly place: Place }[]
  readonly unplaced: readonly (readonly [Place, WhyNot])[]
  onOpen(place: Place): void
}

/** One side of the comparison in words: first what is on the map, under its numbers. */
function Side({ basis, placed, unplaced, onOpen }: SideShown) {
  const id = `places-${basis}`
  return (
    <div>
      <h3 id={id} className={css.head} data-basis={basis}>
        {words[basis]}
      </h3>
      {placed.length + unplaced.length === 0 && <p className="soft small">{basis === 'claimed' ? words.noClaimed : words.noObserved}</p>}
      <ul className={css.list} aria-labelledby={id}>
        {placed.map(({ number, place }) => (
          <Line key={`${place.of} ${place.says}`} place={place} onOpen={onOpen}>
            <b className={css.number} data-basis={basis}>
              <span>{number}</span>
            </b>
          </Line>
        ))}
        {unplaced.map(([place, why]) => (
          <Line key={`${place.of} ${place.says}`} place={place} why={words.why[why]} onOpen={onOpen}>
            <b className={css.number} title={words.unplaced}>
              <span aria-hidden>–</span>
              <span className="unseen">{words.unplaced}</span>
            </b>
          </Line>
        ))}
      </ul>
    </div>
  )
}

interface LineShown {
  readonly place: Place
  readonly why?: string
  readonly children: ReactNode
  onOpen(place: Place): void
}

function Line({ place, why, children, onOpen }: LineShown) {
  const { of, says, statements } = place
  return (
    <li>
      <button type="button" className={css.line} onClick={() => onOpen(place)}>
        {children}
        <span>
          <Masked value={says} />{' '}
          <span className="soft small">
            {of}
            {statements.length > 1 && ` · ${words.times(statements.length)}`}
            {why !== undefined && ` · ${why}`}
          </span>
        </span>
      </button>
    </li>
  )
}
