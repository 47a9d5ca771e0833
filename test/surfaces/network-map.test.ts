import { expect, test } from 'vitest'
import { aligned } from '../../src/surfaces/console/pages/network/compare/aligned.ts'
import { packed } from '../../src/surfaces/console/pages/network/map/pack.ts'

test('discs are packed without one over another, the largest in the middle, and close', () => {
  const radii = Array.from({ length: 400 }, (_, i) => 1 + 40 / (1 + ((i * 7) % 400)))
  const places = packed(radii)
  const over = radii.flatMap((radius, i) =>
    radii.slice(0, i).flatMap((other, j) => {
      const apart = Math.hypot((places[i]?.x ?? 0) - (places[j]?.x ?? 0), (places[i]?.y ?? 0) - (places[j]?.y ?? 0))
      return apart < radius + other - 1e-9 ? [[i, j]] : []
    }),
  )
  expect(over).toEqual([])
  expect(places[0]).toEqual({ x: 0, y: 0 })
  const farthest = Math.max(...places.map(({ x, y }) => Math.hypot(x, y)))
  const least = Math.sqrt(radii.reduce((sum, radius) => sum + radius * radius, 0))
  expect(farthest).toBeLessThan(2 * least)
})

test('passages are paired by the words that both have in the same order, the most alike first, each once', () => {
  const mine = [
    'Kept the match server of a small board-game site running for years.',
    'Rebuilt the freight invoicing pipeline so that twelve depots settle nightly.',
  ]
  const theirs = [
    'Rebuilt freight invoicing pipeline; twelve depots settle nightly now.',
    'Skills: Java, SQL',
    'Rebuilt the freight pipeline so that depots settle.',
  ]
  const pairs = aligned(mine, theirs, (passage) => passage)
  expect(pairs.map(({ mine: a, theirs: b }) => [mine.indexOf(a), theirs.indexOf(b)])).toEqual([[1, 0]])
  const shared = pairs[0]?.theirWords.filter((word) => word.shared).map((word) => word.text)
  expect(shared).toEqual(['Rebuilt', 'freight', 'invoicing', 'pipeline;', 'twelve', 'depots', 'settle', 'nightly'])
})
