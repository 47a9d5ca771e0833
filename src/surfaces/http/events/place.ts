import type { Caller } from '../../../engine/people/caller.ts'
import { ROOMS, type Room } from '../../../model/finding.ts'

/** Up to which row of each log that the reader may know of they were told. */
export type Place = ReadonlyMap<Room, number>

/** Rooms of whose acts somebody is told: whoever is outside the sanctions room has no number of its log in front of them. */
export const roomsTold = (caller: Caller): readonly Room[] =>
  ROOMS.filter((room) => room !== 'sanctions' || caller.may.has('screening:read'))

/** The id of an event: the last row of each log, `12` or `12.5`. */
export const idOf = (place: Place): string => [...place.values()].join('.')

/** The place that an id names; undefined where it is none of this reader's, or further from `last` than `furthest` rows. */
export function placeOf(id: string, last: Place, furthest: number): Place | undefined {
  const numbers = /^\d{1,15}(?:\.\d{1,15})?$/.test(id) ? id.split('.').map(Number) : []
  const rooms = [...last]
  if (numbers.length !== rooms.length) return undefined
  const near = rooms.every(([, end], i) => (numbers[i] ?? -1) <= end && (numbers[i] ?? -1) >= end - furthest)
  return near ? new Map(rooms.map(([room], i) => [room, numbers[i] ?? 0])) : undefined
}
