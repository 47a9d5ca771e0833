import { crc32 as zlibs } from 'node:zlib'
import fc from 'fast-check'
import { expect, it } from 'vitest'
import { crc32 } from '../../src/compute/crc32.ts'

it('is the sum that zlib makes', () => {
  expect(crc32(new TextEncoder().encode('123456789'))).toBe(0xcbf43926)
  fc.assert(fc.property(fc.uint8Array({ maxLength: 600 }), (bytes) => crc32(bytes) === zlibs(bytes)))
})
