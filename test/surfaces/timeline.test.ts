import { expect, test } from 'vitest'
import type { Evidence } from '../../src/surfaces/console/evidence/value.ts'
import { spansOf, yearsOf } from '../../src/surfaces/console/pages/persona/spans.ts'

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
const commit = (repository: string, authored: string): Evidence =>
  said('commit', { repository, own: true, sha: 'a'.repeat(40), authored }, 'observed')

test('claims last, records are moments, and commits of one repository are one line; newest first, each said once', () => {
  const spans = spansOf(
    [
      said('job', { employer: 'Norrport Freight', from: '2019-01', to: 'present' }),
      said('job', { employer: 'Norrport Freight', from: '2019-01', to: 'present' }),
      said('job', { employer: 'Without Dates' }),
      said('education', { school: 'Lakeside Polytechnic', from: '2012', to: '2016' }),
      commit('maps', '2023-03-05T10:00:00.000Z'),
      commit('maps', '2021-05-01T10:00:00.000Z'),
      commit('tools', '2022-01-01T10:00:00.000Z'),
      said('shipment', { address: '12 Sample Road', at: '2025-02-03T00:00:00.000Z' }, 'observed'),
      said('email', 'someone@example.com'),
    ],
    '2026-01-15T00:00:00.000Z',
  )
  expect(spans.map(({ says, words, basis }) => [says, words, basis])).toEqual([
    ['Delivery', '2025-02-03', 'observed'],
    ['tools, 1 commit', '2022-01 – 2022-01', 'observed'],
    ['maps, 2 commits', '2021-05 – 2023-03', 'observed'],
    ['Norrport Freight', '2019-01 – present', 'claimed'],
    ['Lakeside Polytechnic', '2012 – 2016', 'claimed'],
  ])
  const [delivery, tools] = spans
  expect(delivery?.from).toBe(delivery?.to)
  expect(tools?.from).toBe(tools?.to)
  expect(yearsOf(spans)).toEqual([2012, 2027])
  expect(yearsOf(spans.slice(1, 2))).toEqual([2022, 2023])
})
