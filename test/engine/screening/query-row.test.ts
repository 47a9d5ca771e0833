import { describe, expect, test } from 'vitest'
import { queryColumns } from '../../../src/engine/screening/query-columns.ts'
import { subjectOfRow } from '../../../src/engine/screening/query-row.ts'

const subject = (headers: string[], cells: string[], map?: unknown) => subjectOfRow(queryColumns(headers, map).columns, cells, 1).subject

describe('a row of a file as a subject', () => {
  test('common headers say what they hold', () => {
    expect(
      subject(
        ['Payee ID', 'Full Name', 'Type', 'Date of Birth', 'Wallet Address', 'Passport No.', 'Address', 'aka'],
        ['7', 'Ada Example', 'Individual', '1980', 'a;b', 'X1', '1 Example Street, Springfield 12', 'A. Example; Adah Example'],
        { id: 'Payee ID' },
      ),
    ).toEqual({
      id: '7',
      type: 'person',
      names: ['Ada Example', 'A. Example', 'Adah Example'],
      births: ['1980'],
      identifiers: [{ kind: 'passport', value: 'X1' }],
      wallets: [{ address: 'a' }, { address: 'b' }],
      addresses: ['1 Example Street, Springfield 12'],
    })
  })
  test('a row without an id is named by its number', () => expect(subject(['name'], ['Ada Example']).id).toBe('row 1'))
  test('nationality is never read, also not by a map', () => {
    const { columns, refused } = queryColumns(['name', 'Nationality', 'gender', 'notes'], undefined)
    expect(columns.map((c) => c.target)).toEqual(['name'])
    expect(refused).toEqual(['Nationality', 'gender'])
    expect(() => queryColumns(['name', 'Nationality'], { other: 'Nationality' })).toThrow(/may not be compared/)
  })
  test.each([
    ['no name, wallet or identifier', ['id', 'notes'], undefined, /no column with a name/],
    ['two names', ['name', 'Full Name'], undefined, /both look like the name/],
    ['a map to a column that is not there', ['name'], { name: 'nom' }, /does not have/],
    ['a map to nothing that is compared', ['name'], { height: 'name' }, /nothing that is compared/],
  ] as const)('%s is refused', (_, headers, map, says) => expect(() => queryColumns([...headers], map)).toThrow(says))
  test.each([
    ['an empty row', ['', ''], /no name/],
    ['a name of 10,000 characters', ['x'.repeat(10_000), ''], /10000 characters/],
    ['a name without a letter', ['!!!', ''], /no letter/],
  ] as const)('%s is told and never passes for a clean one', (_, cells, says) =>
    expect(() => subject(['name', 'type'], [...cells])).toThrow(says),
  )
  test('what cannot be read of a row is told and does not keep the rest from being compared', () => {
    const read = subjectOfRow(queryColumns(['name', 'type', 'dob'], undefined).columns, ['Ada Example', 'wizard', '00/00/0000'], 1)
    expect(read.subject).toMatchObject({ names: ['Ada Example'], type: 'unknown', births: [] })
    expect(read.notCompared).toEqual([expect.stringMatching(/no type/), expect.stringMatching(/has no month/)])
  })
  test('first and last name are one name', () =>
    expect(subject(['First Name', 'Last Name'], ['Ada', 'Example'])).toMatchObject({ names: ['Ada Example'] }))
})
