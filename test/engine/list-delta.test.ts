import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { dayOf, listedOn, versionOn } from '../../src/engine/lists/as-of.ts'
import { deltaOf, touchedBy } from '../../src/engine/lists/delta.ts'
import type { ListVersion } from '../../src/engine/lists/ports.ts'
import type { ListedParty } from '../../src/model/listed-party.ts'
import { partyOf } from '../support/fixture-list.ts'

const party = (id: string, more: Partial<ListedParty> = {}): ListedParty => ({
  ...partyOf({ id, name: `Example ${id}` }, `line ${id}`),
  ...more,
})

describe('what became other', () => {
  test('added, removed, changed with the values that came and went, and the rest', () => {
    const before = [party('1'), party('2'), party('3', { remarks: 'old', addresses: ['A', 'B'] }), party('4', { listed: '2020-01-01' })]
    const after = [party('1'), party('3', { remarks: 'new', addresses: ['B', 'C'] }), party('4'), party('5')]
    const delta = deltaOf(before, after)
    expect([delta.added.map((p) => p.id), delta.removed.map((p) => p.id), delta.unchanged]).toEqual([['5'], ['2'], 1])
    expect(delta.changed.map(({ after: { id }, fields }) => [id, fields])).toEqual([
      [
        '3',
        [
          { field: 'addresses', removed: ['A'], added: ['C'] },
          { field: 'remarks', removed: ['old'], added: ['new'] },
        ],
      ],
      ['4', [{ field: 'listed', removed: ['2020-01-01'], added: [] }]],
    ])
    expect([...touchedBy(delta)].sort()).toEqual(['2', '3', '4', '5'])
  })

  test('the place in the file and the order of values say nothing of the party; a value that stands there twice does', () => {
    const one = party('1', { addresses: ['A', 'B'], identifiers: [{ kind: 'tax', value: '1', issuer: 'X' }] })
    const moved = party('1', { addresses: ['B', 'A'], identifiers: [{ issuer: 'X', value: '1', kind: 'tax' }], at: 'elsewhere' })
    expect(deltaOf([one], [moved])).toMatchObject({ changed: [], unchanged: 1 })
    expect(deltaOf([one], [party('1', { ...one, addresses: ['A', 'B', 'B'] })]).changed[0]?.fields).toEqual([
      { field: 'addresses', removed: [], added: ['B'] },
    ])
  })

  test('of anything to itself is nothing, and back again is the same the other way round', () => {
    const entry = fc.record({
      id: fc.constantFrom('a', 'b', 'c', 'd', 'e'),
      addresses: fc.array(fc.constantFrom('x', 'y', 'z')),
      remarks: fc.constantFrom('p', 'q'),
    })
    const version = fc.uniqueArray(entry, { selector: (one) => one.id }).map((all) => all.map(({ id, ...more }) => party(id, more)))
    fc.assert(
      fc.property(version, version, (a, b) => {
        expect(deltaOf(a, a)).toEqual({ added: [], removed: [], changed: [], unchanged: a.length })
        const [there, back] = [deltaOf(a, b), deltaOf(b, a)]
        expect(there.added).toEqual(back.removed)
        expect(there.removed).toEqual(back.added)
        expect(touchedBy(there)).toEqual(new Set(touchedBy(back)))
        expect(there.added.length + there.changed.length + there.unchanged).toBe(b.length)
        expect(there.changed.map((one) => one.fields.map(({ added, removed }) => [added, removed]))).toEqual(
          there.changed.map(({ after }) =>
            back.changed.find((one) => one.after.id === after.id)?.fields.map(({ added, removed }) => [removed, added]),
          ),
        )
      }),
    )
  })
})

describe('days', () => {
  test('of an entry: from the day of listing, until before the day of delisting', () => {
    const dated = { listed: '2020-02-02', delisted: '2022-02-02' }
    expect(['2020-02-01', '2020-02-02', '2022-02-01', '2022-02-02'].map((day) => listedOn(dated, day))).toEqual([
      'not-yet',
      'listed',
      'listed',
      'delisted',
    ])
    expect(listedOn({}, '1900-01-01')).toBe('listed')
  })

  test('of versions: the last one that is not later', () => {
    const versions = [
      { published: '2024-01-10', imported: '2026-01-01T00:00:00.000Z' },
      { imported: '2025-05-05T12:00:00.000Z' },
    ] as ListVersion[]
    expect(versions.map(dayOf)).toEqual(['2024-01-10', '2025-05-05'])
    expect(['2024-01-09', '2024-01-10', '2025-05-04', '2025-05-05'].map((day) => versionOn(versions, day))).toEqual([
      undefined,
      versions[0],
      versions[0],
      versions[1],
    ])
  })
})
