/** Words of the map of claimed against observed places. */
export const enPlaces = {
  title: 'Places, claimed against observed',
  says: 'Places that the candidate names and places that records show, in their own words. A place is never weighed.',
  none: 'No file names a place and no record shows one.',
  claimed: 'Claimed',
  observed: 'Observed',
  noClaimed: 'The candidate names no place.',
  noObserved: 'No record shows a place.',
  unplaced: 'Not on the map',
  times: (n: number) => `${n} times`,
  scopes: { residence: 'Home', job: 'Work', education: 'School' },
  kinds: { commit: 'Clock of commits', mail: 'Clock of mails', 'postal-address': 'Address', shipment: 'Delivered to' },
  clock: (offset: string) => `Clock set to UTC${offset}`,
  why: {
    bare: 'Too wide or too short for one point.',
    unknown: 'Not among the towns that this map knows.',
    several: 'Several towns are called so.',
    'no-map': 'The map could not be fetched.',
    hidden: 'Hidden until it is needed.',
    network: 'Nobody outside is asked where a network is.',
    clock: 'A clock setting is no place; travellers and night workers have others.',
  },
} as const
