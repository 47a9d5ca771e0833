import type { NoSpot, Spot } from '../../evidence/map/locate.ts'
import { labelOf } from '../../../../model/in-words.ts'
import { placeNamed, typed, type Evidence } from '../../evidence/value.ts'
import { enPlaces as words } from '../../texts/en-places.ts'

/** A place that statements name or hint at, in their own words, said once however many say it. */
export interface Place {
  readonly basis: 'claimed' | 'observed'
  /** What it is the place of: home, work, delivery. */
  readonly of: string
  readonly says: string
  readonly statements: readonly Evidence[]
  /** The words that name it; undefined where there are none, only a network or a clock. */
  readonly named: string | undefined
  readonly hint: 'network' | 'clock' | undefined
}

type Read = Pick<Place, 'of' | 'says' | 'named' | 'hint'>

/** `+05:30` for 330 minutes. */
function offsetOf(minutes: number): string {
  const two = (n: number): string => String(Math.trunc(n)).padStart(2, '0')
  return `${minutes < 0 ? '−' : '+'}${two(Math.abs(minutes) / 60)}:${two(Math.abs(minutes) % 60)}`
}

/** What one statement says about where; undefined where it says nothing. */
function read(one: Evidence): Read | undefined {
  const s = typed(one)
  const named = placeNamed(one)
  const kind = (words.kinds as Readonly<Record<string, string>>)[s.property] ?? labelOf(s.property)
  if (named !== undefined) return { of: s.property === 'place' ? words.scopes[s.value.scope] : kind, says: named, named, hint: undefined }
  switch (s.property) {
    case 'network-address':
    case 'laptop-network':
    case 'sign-in':
    case 'received-hop':
      return s.value.ip === undefined ? undefined : { of: kind, says: s.value.ip, named: undefined, hint: 'network' }
    case 'commit':
    case 'mail':
      return s.value.offsetMinutes === undefined
        ? undefined
        : { of: kind, says: words.clock(offsetOf(s.value.offsetMinutes)), named: undefined, hint: 'clock' }
    default:
      return undefined
  }
}

/** All places of a candidate, homes first, as their files have them. */
export function placesIn(statements: readonly Evidence[]): readonly Place[] {
  const found = statements.flatMap((one) => {
    const place = read(one)
    return place === undefined ? [] : [{ one, place, basis: one.basis === 'claimed' ? ('claimed' as const) : ('observed' as const) }]
  })
  return [...Map.groupBy(found, ({ place: { of, says }, basis }) => `${basis} ${of} ${says}`).values()].flatMap((same) => {
    const [first] = same
    return first === undefined ? [] : [{ ...first.place, basis: first.basis, statements: same.map(({ one }) => one) }]
  })
}

export type WhyNot = NoSpot | 'hidden' | 'network' | 'clock'

/** The service sends what is hidden as dots. */
const HIDDEN = '••'

/** The point of a place, or why it has none. */
function spotOf({ named, hint }: Place, locate: (text: string) => Spot | NoSpot): Spot | WhyNot {
  if (named === undefined) return hint ?? 'unknown'
  return named.includes(HIDDEN) ? 'hidden' : locate(named)
}

/** Places at one point of the map, under one number. */
export interface Mark {
  readonly spot: Spot
  readonly number: number
  readonly basis: 'claimed' | 'observed' | 'both'
  readonly places: readonly Place[]
}

/** The marks of the map, numbered as they come, and what could not be put on it with the reason. */
export function markedOf(
  places: readonly Place[],
  locate: (text: string) => Spot | NoSpot,
): { readonly marks: readonly Mark[]; readonly unplaced: readonly (readonly [Place, WhyNot])[] } {
  const found = places.map((place) => [place, spotOf(place, locate)] as const)
  const placed = found.flatMap(([place, spot]) => (typeof spot === 'string' ? [] : [{ place, spot }]))
  const marks = [...Map.groupBy(placed, ({ spot }) => `${spot.north} ${spot.east}`).values()].flatMap((at, i) => {
    const [first] = at
    if (first === undefined) return []
    const [basis, ...others] = new Set(at.map(({ place }) => place.basis))
    return [
      {
        spot: first.spot,
        number: i + 1,
        basis: others.length > 0 ? ('both' as const) : (basis ?? 'claimed'),
        places: at.map((p) => p.place),
      },
    ]
  })
  return { marks, unplaced: found.flatMap(([place, spot]) => (typeof spot === 'string' ? [[place, spot] as const] : [])) }
}
