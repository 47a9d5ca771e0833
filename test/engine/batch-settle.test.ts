import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { COLUMN_KINDS, type ColumnKind, NONE } from '../../src/compute/record-linkage/columns.ts'
import { Coder, CODE_OF_NOBODYS } from '../../src/engine/batch-link/coder.ts'
import { HashedColumn } from '../../src/engine/batch-link/hashed-column.ts'
import { keyOf } from '../../src/engine/batch-link/keys.ts'
import { settlerOf } from '../../src/engine/batch-link/settle.ts'
import { UNSETTLED } from '../../src/engine/batch-link/settler.ts'

/** What is settled byte by byte is what `keyOf` would have made of it: otherwise one value would have two codes. */
function settledHere(kind: ColumnKind, written: string): string | undefined {
  const from = new TextEncoder().encode(`<${written}>`)
  const to = new Uint8Array(from.length + 256)
  const length = settlerOf(kind)(from, 1, from.length - 1, to)
  return length === UNSETTLED ? undefined : new TextDecoder().decode(to.subarray(0, length))
}

/** Values as they stand in files, of every kind and beside it. */
const WRITTEN: Readonly<Record<ColumnKind, readonly string[]>> = {
  name: ['Ada Example', "O'Brien", 'MÜLLER, Jan', '  x', 'de la Cruz-Test', '...', '李'],
  address: ['12 Forbes Street', '12, Forbes St.', 'Straße 4', '#5'],
  text: ['Some text; with 2 numbers', 'Ünïcode'],
  email: [
    'a@example.com',
    'A.B+c@Example.com',
    'a.b@gmail.com',
    'A.B+x@GMail.com',
    'ab@googlemail.com',
    'a_b@proton.me',
    'x@me.com',
    'n/a',
    'a b@example.com',
    'a@www.example.com',
    'a@example.com.',
    'a+b@firm.example',
    '@example.com',
    'a@b',
    'x+y@outlook.com',
    '+x@example.com',
  ],
  phone: [
    '+12025550101',
    '+1 202 555 0101',
    '(202) 555-0101',
    '+1 (202) 555-0101',
    '0044 20 7946 0000',
    'none',
    '12025550101',
    '+999123456789',
  ],
  wallet: [
    `0x${'ab'.repeat(20)}`,
    `0x${'AB'.repeat(20)}`,
    `0X${'ab'.repeat(20)}`,
    `0x${'Ab'.repeat(20)}`,
    'n/a',
    '1BoatSLRHtKNngkdXEeobR76b53LETtpyT',
  ],
  account: ['DE89 3704 0044 0532 0130 00', 'de89370400440532013000', '1234-5678', 'ab', '40000000001237'],
  device: [
    '97f4c3d8',
    '97f4c3d8-1234',
    '97f4c3d8-1234-4abc-8def-0123456789ab',
    '97F4C3D8',
    '{97f4c3d8-1234}',
    'Pixel 7',
    'aa:bb:cc:dd:ee:ff',
    '00000000',
    '00:00:00:00:00:00',
    '0000-0001',
  ],
  ip: [
    '192.0.2.7',
    '192.0.2.007',
    '2001:db8:0:0::1',
    '2001:0db8:0000:00a0::',
    '2001:db8:1:2:3:4:5:6',
    '::1',
    '2001:db8::1',
    '999.1.1.1',
    'localhost',
    '10.0.0.7',
    '172.16.4.1',
    '172.32.4.1',
    '192.168.0.1',
    '127.0.0.1',
    '169.254.1.1',
    '0.0.0.0',
    '100.64.0.1',
    'fe80::1',
    'fd12:3456:789a:1::1',
    '0:0:0:0:1:2:3:4',
  ],
  date: ['1991-02-28', '1991-2-28', '28/02/1991', '19910228', 'February 28, 1991', '1991', 'unknown', '1991-13-01'],
  exact: ['As Written', 'x'],
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

  test('a column that is told apart by hashes at the end has the codes of one that is coded on the way', () => {
    const values = WRITTEN[kind].flatMap((written) => [written, '', `${written} `, written.toUpperCase(), written, '0000'])
    const [column, coder] = [new HashedColumn(kind, values.length), new Coder(kind, false)]
    const before = values.map((value, record) => {
      const bytes = new TextEncoder().encode(`..${value}`)
      column.add(record, bytes, 2, bytes.length - 2)
      return coder.encode(bytes, 2, bytes.length - 2)
    })
    const { codes, counts, unread, nobodys } = column.finish()
    const settle = coder.settle()
    const expected = before.map((code) => (code === NONE ? NONE : (settle?.[code] ?? code)))
    const held = expected.map((code) => (code === CODE_OF_NOBODYS ? NONE : code))
    const order = [...new Set(held.filter((code) => code !== NONE))]
    expect([...codes]).toEqual(held.map((code) => (code === NONE ? NONE : order.indexOf(code))))
    expect([...counts]).toEqual(order.map((code) => held.filter((other) => other === code).length))
    expect({ unread, nobodys }).toEqual({
      unread: expected.filter((code, i) => code === NONE && before[i] !== NONE).length,
      nobodys: expected.filter((code) => code === CODE_OF_NOBODYS).length,
    })
  })
})
