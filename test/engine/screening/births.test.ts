import { describe, expect, test } from 'vitest'
import { compareBirths } from '../../../src/engine/screening/births.ts'
import { birthOf } from '../../../src/engine/screening/query-row.ts'

const verdict = (mine: string[], theirs: Parameters<typeof compareBirths>[1]) => compareBirths(mine, theirs)?.agrees

describe('birth dates', () => {
  test.each([
    ['the same day', ['1980-04-13'], [{ from: '1980-04-13' }], 'yes'],
    ['a year against a day of it', ['1980'], [{ from: '1980-04-13' }], 'yes'],
    ['another day of the year', ['1980-04-13'], [{ from: '1980-11-02' }], 'near'],
    ['day and month exchanged', ['1980-04-05'], [{ from: '1980-05-04' }], 'near'],
    ['inside a span', ['1980'], [{ from: '1978', to: '1982' }], 'yes'],
    ['one beside an approximate year', ['1981'], [{ from: '1980', about: true }], 'near'],
    ['one beside a year that is not approximate', ['1981'], [{ from: '1980' }], undefined],
    ['years apart', ['1990'], [{ from: '1980' }], 'no'],
    ['one of several listed dates', ['1990'], [{ from: '1980' }, { from: '1990-01-01' }], 'yes'],
    ['nothing of one’s own', [], [{ from: '1980' }], undefined],
    ['nothing listed', ['1980'], [], undefined],
  ] as const)('%s', (_, mine, theirs, agrees) => {
    expect(verdict([...mine], [...theirs])).toBe(agrees)
  })
  test('a listed date that says nothing takes a contradiction away', () => {
    expect(verdict(['1981'], [{ from: '1960' }, { from: '1980' }])).toBeUndefined()
  })
})

describe('birth dates as people write them', () => {
  test.each([
    ['1980', '1980'],
    ['1980-4', '1980-04'],
    ['1980-04-13', '1980-04-13'],
    ['13 Apr 1980', '1980-04-13'],
    ['April 13, 1980', '1980-04-13'],
    ['13.04.1980', '1980-04-13'],
    ['04/13/1980', '1980-04-13'],
    ['05/05/1980', '1980-05-05'],
    ['1980-04-13T00:00:00Z', '1980-04-13'],
  ])('%s is %s', (written, read) => expect(birthOf(written, 'dob')).toBe(read))
  test('where day and month cannot be told apart only the year is compared', () => expect(birthOf('03/04/1980', 'dob')).toBe('1980'))
  test.each(['31/02/1980', '1980-13-01', 'spring 1980', '13/13/1980', ''])('%s is refused by name', (written) =>
    expect(() => birthOf(written, 'dob')).toThrow(/under "dob"/),
  )
})
