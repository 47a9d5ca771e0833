import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { COLUMN_KINDS, type ColumnKind } from '../../src/compute/record-linkage/columns.ts'
import { Coder } from '../../src/engine/batch-link/coder.ts'
import { keyOf } from '../../src/engine/batch-link/keys.ts'
import { settlerOf } from '../../src/engine/batch-link/settle.ts'
import { UNSETTLED } from '../../src/engine/batch-link/settler.ts'
import { WRITTEN } from '../support/written-values.ts'

/** What is settled byte by byte is what `keyOf` would have made of it: otherwise one value would have two codes. */
function settledHere(kind: ColumnKind, written: string): string | undefined {
  const from = new TextEncoder().encode(`<${written}>`)
  const to = new Uint8Array(from.length + 256)
  const length = settlerOf(kind)(from, 1, from.length - 1, to)
  return length === UNSETTLED ? undefined : new TextDecoder().decode(to.subarray(0, length))
}

describe.each(COLUMN_KINDS)('%s', (kind) => {
  test('settled values are the definition’s own', () => {
    const settled = WRITTEN[kind].filter((written) => settledHere(kind, written) !== undefined)
    expect(settled.length).toBeGreaterThan(0)
    for (const written of settled) expect([written, settledHere(kind, written)]).toEqual([written, keyOf(kind, written)])
  })

  test('whatever stands in the file', () => {
    const written = fc.oneof(
      fc.string({ minLength: 1 }),
      fc.constantFrom(...WRITTEN[kind]).chain((one) => fc.string({ maxLength: 2 }).map((more) => one + more)),
      fc
        .constantFrom(...WRITTEN[kind])
        .chain((one) =>
          fc.nat(one.length).chain((at) => fc.constantFrom(...'0fF:.-+@ ü1').map((more) => one.slice(0, at) + more + one.slice(at + 1))),
        ),
      fc.constantFrom(...WRITTEN[kind]).map((one) => one.toUpperCase()),
      fc.stringMatching(/^[+a-zA-Z0-9@.: _-]{1,20}$/),
      fc.stringMatching(/^[0-9a-f:]{1,24}$/),
      fc.emailAddress(),
      fc.ipV4(),
      fc.ipV6(),
    )
    const tidy = written.map((text) => text.trim()).filter((text) => text !== '' && text.isWellFormed())
    fc.assert(
      fc.property(tidy, (value) => {
        const settled = settledHere(kind, value)
        if (settled !== undefined) expect([value, settled]).toEqual([value, keyOf(kind, value)])
      }),
      { numRuns: 2_000 },
    )
  })

  test('equal codes exactly where the keys are equal', () => {
    const values = WRITTEN[kind].flatMap((written) => [written, `${written} `, `\t${written}`, written.toUpperCase()])
    const coder = new Coder(kind, true)
    const codes = values.map((value) => {
      const bytes = new TextEncoder().encode(`..${value}`)
      return coder.encode(bytes, 2, bytes.length - 2)
    })
    const settle = coder.settle()
    const byKey = new Map<string | undefined, Set<number>>()
    for (const [i, value] of values.entries()) {
      const key = keyOf(kind, value.trim())
      byKey.set(key, (byKey.get(key) ?? new Set()).add(settle?.[codes[i]!] ?? codes[i]!))
    }
    for (const held of byKey.values()) expect(held.size).toBe(1)
    expect(new Set([...byKey.values()].flatMap((held) => [...held])).size).toBe(byKey.size)
  })
})
