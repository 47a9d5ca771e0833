import { cityMapping } from 'city-timezones'
import { describe, expect, test } from 'vitest'
import { gazetteerOf, type CityRow } from '../../src/surfaces/console/evidence/map/gazetteer.ts'
import { locatorOf } from '../../src/surfaces/console/evidence/map/locate.ts'
import type { Evidence } from '../../src/surfaces/console/evidence/value.ts'
import { markedOf, placesIn } from '../../src/surfaces/console/pages/persona/places.ts'

const locate = locatorOf(gazetteerOf(cityMapping as readonly CityRow[]))

let n = 0
const said = (property: string, value: unknown, basis = 'claimed'): Evidence => ({
  statement: `s-${++n}`,
  persona: 'p-1',
  property,
  value,
  basis,
  artifact: 'a',
  at: 'line=1',
})
const home = (text: string): Evidence => said('place', { text, scope: 'residence' })

describe('a point for a place', () => {
  test.each([
    ['Austin, TX', 30.27, -97.74],
    ['Graz, Austria', 47.07, 15.44],
    ['graz, AT', 47.07, 15.44],
    ['Leeds, UK', 53.83, -1.58],
    ['Valencia, Spain', 39.48, -0.38],
    ['12 Sample Road, Unit 3, Denver, CO 80202, USA', 39.74, -104.98],
    ['8010 Graz, Austria', 47.07, 15.44],
    ['São Paulo, Brazil', -23.56, -46.62],
    ['Sao Paulo, BRA', -23.56, -46.62],
  ])('%s', (text, north, east) => {
    const spot = locate(text)
    expect(typeof spot, JSON.stringify(spot)).toBe('object')
    if (typeof spot === 'string') return
    expect(Math.abs(spot.north - north)).toBeLessThan(0.2)
    expect(Math.abs(spot.east - east)).toBeLessThan(0.2)
  })

  test.each([
    ['Graz', 'bare'],
    ['Austria', 'bare'],
    ['Remote', 'bare'],
    ['', 'bare'],
    ['Elmhaven, OH', 'unknown'],
    ['Graz, TX', 'unknown'],
    ['194 Tannery Road, Unit 13, Elmhaven 00005', 'unknown'],
    ['Portland, United States', 'several'],
  ])('none for “%s”: %s', (text, why) => {
    expect(locate(text)).toBe(why)
  })
})

describe('claimed against observed places', () => {
  test('nothing that names or hints at a place is dropped, and nothing is guessed', () => {
    const places = placesIn([
      home('Graz, Austria'),
      home('Graz, Austria'),
      said('shipment', { address: '12 Sample Road, Denver, CO 80202' }, 'observed'),
      said('postal-address', '••••••'),
      said('network-address', { ip: '192.0.2.7' }, 'observed'),
      said('commit', { repository: 'r', own: true, sha: 'a', authored: '2026-01-01T00:00:00Z', offsetMinutes: 330 }, 'observed'),
      said('commit', { repository: 'r', own: true, sha: 'b', authored: '2026-01-02T00:00:00Z', offsetMinutes: -210 }, 'observed'),
      said('commit', { repository: 'r', own: true, sha: 'c', authored: '2026-01-03T00:00:00Z' }, 'observed'),
      said('email', 'someone@example.com'),
    ])
    const { marks, unplaced } = markedOf(places, locate)
    expect(
      marks.map(({ number, basis, places: at }) => [number, basis, at.map(({ says, statements }) => [says, statements.length])]),
    ).toEqual([
      [1, 'claimed', [['Graz, Austria', 2]]],
      [2, 'observed', [['12 Sample Road, Denver, CO 80202', 1]]],
    ])
    expect(unplaced.map(([{ says }, why]) => [says, why])).toEqual([
      ['••••••', 'hidden'],
      ['192.0.2.7', 'network'],
      ['Clock set to UTC+05:30', 'clock'],
      ['Clock set to UTC−03:30', 'clock'],
    ])
  })

  test('what is claimed and observed at one point is one mark', () => {
    const { marks } = markedOf(
      placesIn([home('Denver, CO'), said('shipment', { address: '12 Sample Road, Denver, CO 80202' }, 'observed')]),
      locate,
    )
    expect(marks).toHaveLength(1)
    expect(marks[0]?.basis).toBe('both')
  })
})
