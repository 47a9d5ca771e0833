import { describe, expect, test } from 'vitest'
import { basisInWords, labelOf, valueInWords } from '../../src/model/in-words.ts'
import type { AnyStatement } from '../../src/model/statement.ts'

const said = (property: string, value: unknown): string => valueInWords({ property, value } as AnyStatement)

describe('a statement in words', () => {
  test('is a line that a person reads', () => {
    expect(said('job', { title: 'Tester', employer: 'Example Ltd', from: '2019-01', to: 'present' })).toBe(
      'Tester, Example Ltd (2019-01 – present)',
    )
    expect(said('job', { employer: 'Example Ltd' })).toBe('Example Ltd')
    expect(said('document-metadata', { format: 'pdf', creator: 'Writer', producer: 'Writer' })).toBe('PDF, made with Writer')
    expect(said('seen-on-shared-screen', { kind: 'clock', value: '03:10', recordedBy: 'Ina', secondedBy: 'Sam' })).toBe(
      'clock 03:10 (recorded by Ina, seconded by Sam)',
    )
  })

  test('has words for what nobody has thought of, and for what is hidden', () => {
    expect(said('something-new', { size: 3, parts: ['a', 'b'], gone: undefined })).toBe('size: 3 · parts: ["a","b"]')
    expect(said('something-new', '••••')).toBe('••••')
    expect(said('something-new', 'x'.repeat(1_000))).toHaveLength(600)
    expect(labelOf('something-new')).toBe('Something new')
    expect(labelOf('place')).toBe('Claimed place')
    expect(basisInWords('observed')).toBe('seen in the file itself')
  })
})
