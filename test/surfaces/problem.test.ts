import { expect, test } from 'vitest'
import { notFound } from '../../src/model/errors.ts'
import { forReaders } from '../../src/surfaces/console/api/problem.ts'

test('a page tells what is wrong, and no command to type', () => {
  expect(forReaders(notFound('persona', 'p-1. or `two`').detail)).toBe('There is no persona "p-1. or `two`" here.')
  expect(forReaders('Wait a minute. Then try again.')).toBe('Wait a minute. Then try again.')
})
