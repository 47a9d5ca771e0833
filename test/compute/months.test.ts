import { describe, expect, it } from 'vitest'
import { monthOf, monthRange, monthsApart, monthsShared, writeMonth } from '../../src/compute/months.ts'

describe('months', () => {
  it('reads a month as one month and a year as twelve', () => {
    const april = monthRange('2019-04')
    expect(april.first).toBe(april.last)
    const year = monthRange('2019')
    expect(year.last - year.first).toBe(11)
    expect(monthRange('2019-01').first).toBe(year.first)
    expect(monthRange('2019-12').last).toBe(year.last)
  })

  it('writes back what it read', () => {
    for (const written of ['1999-12', '2000-01', '2019-04']) expect(writeMonth(monthRange(written).first)).toBe(written)
    expect(writeMonth(monthOf('2023-05-31T23:59:59.000Z'))).toBe('2023-05')
  })

  it('counts only months that certainly lie between two dates', () => {
    expect(monthsApart(monthRange('2018-03'), monthRange('2018-05'))).toBe(2)
    expect(monthsApart(monthRange('2018-05'), monthRange('2018-03'))).toBe(2)
    expect(monthsApart(monthRange('2018'), monthRange('2018-11'))).toBe(0)
    expect(monthsApart(monthRange('2018'), monthRange('2019'))).toBe(1)
    expect(monthsApart(monthRange('2018'), monthRange('2019-06'))).toBe(6)
  })

  it('counts shared months with both ends in, and never below none', () => {
    const span = (from: string, to: string) => ({ first: monthRange(from).first, last: monthRange(to).last })
    expect(monthsShared(span('2018-01', '2018-12'), span('2018-06', '2019-06'))).toBe(7)
    expect(monthsShared(span('2018-01', '2018-12'), span('2020-01', '2020-12'))).toBe(0)
  })
})
