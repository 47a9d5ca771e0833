import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { BASE_RATE } from '../../src/surfaces/report/words.ts'

/** who is not a target is said in the docs and at first use. */
const read = (path: string): string => readFileSync(new URL(`../../${path}`, import.meta.url), 'utf8').replace(/\s+/g, ' ')

test('docs/lawful-use.md says who is not a target, and that origin is not evidence', () => {
  const text = read('docs/lawful-use.md')
  for (const needed of [
    /refugees/i,
    /asylees/i,
    /South Korean citizens/i,
    /people of Korean ancestry/i,
    /not targets/i,
    /origin is not evidence/i,
  ])
    expect(text).toMatch(needed)
  const sentence = text.split(/(?<=[.!?])\s/).find((s) => /refugees/i.test(s)) ?? ''
  expect(sentence).toMatch(/not targets/i)
})

test('the README leads there', () => {
  expect(read('README.md')).toContain('docs/lawful-use.md')
})

test('every recommendation is printed with it, in words that name no people', () => {
  expect(BASE_RATE).toMatch(/refugees/i)
  expect(BASE_RATE).toMatch(/origin is not evidence/i)
})
