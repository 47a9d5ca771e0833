import { existsSync, readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { expect, test } from 'vitest'
import { detectors } from '../../src/catalog/index.gen.ts'

/** Indicators that the backlog keeps only so that this can be proven: they are never scored, in either direction. */
const excluded = readFileSync(new URL('excluded-indicators.txt', import.meta.url), 'utf8')
  .split('\n')
  .filter((line) => line !== '' && !line.startsWith('#'))
const shared = resolve(
  process.env['BONAFIDE_SHARED_DATA'] ?? resolve(import.meta.dirname, '../../../shared/data'),
  '../catalogue/threats.json',
)

/** Detectors that would score an excluded indicator. */
const scoring = (of: readonly { id: string; direction: string; indicators: readonly string[] }[]): string[] =>
  of.flatMap((d) =>
    d.direction === 'context' ? [] : d.indicators.filter((i) => excluded.includes(i)).map((i) => `${d.id} ${d.direction} on ${i}`),
  )

test('no detector raises or lowers on an excluded indicator', () => {
  expect(excluded.length).toBeGreaterThanOrEqual(13)
  expect(new Set(detectors.flatMap((d) => d.indicators)).size).toBeGreaterThan(20)
  expect(scoring(detectors)).toEqual([])
})

test('one that does is seen', () => {
  const [some] = detectors
  const [indicator] = excluded
  if (some === undefined || indicator === undefined) throw new Error('nothing to test with')
  for (const direction of ['raises', 'lowers'] as const) expect(scoring([{ ...some, direction, indicators: [indicator] }])).toHaveLength(1)
})

test.skipIf(!existsSync(shared))('the list is the backlog’s (skipped where the backlog is not beside the checkout)', () => {
  const { indicators } = asBacklog(JSON.parse(readFileSync(shared, 'utf8')))
  expect(indicators.length).toBeGreaterThan(200)
  expect(
    indicators
      .filter((i) => i.use === 'excluded')
      .map((i) => i.id)
      .toSorted(),
  ).toEqual(excluded.toSorted())
  const known = new Set(indicators.map((i) => i.id))
  for (const d of detectors) for (const id of d.indicators) expect(known.has(id), `${d.id} names ${id}`).toBe(true)
})

type Indicator = { readonly id: string; readonly use: string }
const asBacklog = (value: unknown): { readonly indicators: readonly Indicator[] } =>
  Array.isArray(value) ? { indicators: value as Indicator[] } : (value as { indicators: Indicator[] })
