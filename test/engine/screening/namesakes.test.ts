import { expect, test } from 'vitest'
import { EXACT } from '../../../src/engine/screening/exact.ts'
import { openSome } from '../../../src/engine/screening/open-list.ts'
import type { OpenList } from '../../../src/engine/screening/ports.ts'
import { screenSubject } from '../../../src/engine/screening/screen-subject.ts'
import { aParty, openedList } from '../../support/opened-list.ts'

/** What a year of birth is worth hangs on how many are called so: a frequent name must not be a possible match by chance (F5). */
const states = (namesakes: number, births: string[], over: Parameters<typeof aParty>[0] = { id: '0' }) => {
  const others = Array.from({ length: namesakes }, (_, i) => aParty({ id: String(i + 1), births: [{ from: String(1950 + i) }] }))
  const list = openedList([aParty({ births: [{ from: '1980-04-13' }], ...over }), ...others])
  const subject = {
    id: 'q',
    type: 'person' as const,
    names: ['Adalbert Quill Example'],
    births,
    identifiers: [],
    wallets: [],
    addresses: [],
  }
  const hits = screenSubject(subject, [list], { mode: 'standard', least: 0.8, asOf: '2026-03-01' }, EXACT)
  return hits.find((hit) => hit.entry === '0')?.state
}

test('a year tells few namesakes apart and many not; a day tells always', () => {
  expect(states(0, ['1980'])).toBe('possible')
  expect(states(2, ['1980'])).toBe('possible')
  expect(states(8, ['1980'])).toBe('name-only')
  expect(states(8, ['1980-04-13'])).toBe('possible')
})

test('a year says nothing of an alias that its publisher calls weak', () => {
  const weak = { id: '0', names: [{ full: 'Adalbert Quill Example', kind: 'alias' as const, quality: 'weak' as const }] }
  expect(states(0, ['1980'], weak)).toBe('name-only')
  expect(states(0, ['1980-04-13'], weak)).toBe('possible')
})

test('what a year is worth does not hang on how much of a list changed', () => {
  const namesakes = Array.from({ length: 8 }, (_, i) => aParty({ id: String(i), births: [{ from: String(1950 + i) }] }))
  const whole = openedList(namesakes)
  const changed = openSome(whole, namesakes.slice(3, 4))
  const subject = {
    id: 'q',
    type: 'person' as const,
    names: ['Adalbert Quill Example'],
    births: ['1953'],
    identifiers: [],
    wallets: [],
    addresses: [],
  }
  const how = { mode: 'standard', least: 0.8, asOf: '2026-03-01' } as const
  const stateOf = (list: OpenList) => screenSubject(subject, [list], how, EXACT).find((hit) => hit.entry === '3')?.state
  expect(stateOf(changed)).toBe('name-only')
  expect(stateOf(whole)).toBe('name-only')
})
