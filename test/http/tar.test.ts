import { once } from 'node:events'
import { expect, test } from 'vitest'
import { tarOf } from '../../src/surfaces/http/tar.ts'

test('work for a reader who has gone ends, and writes no more', { timeout: 10_000 }, async () => {
  let written = 0
  let ended: (error: unknown) => void = () => undefined
  const end = new Promise<unknown>((resolve) => (ended = resolve))
  const out = tarOf(async (folder) => {
    try {
      for (; written < 1_000; written++) await folder.write(`${written}.bin`, new Uint8Array(1024 * 1024))
    } catch (error) {
      ended(error)
      throw error
    }
  })
  await once(out, 'data')
  out.pause()
  out.destroy()
  expect(await end).toBeInstanceOf(Error)
  expect(written).toBeLessThan(1_000)
})
