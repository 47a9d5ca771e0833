import { describe, expect, it } from 'vitest'
import { businessDaysAfter, federalHolidays, monthsAfter } from '../../src/model/business-days.ts'
import { dueBy, staleTimers, timerNamed, TIMERS, type Timer } from '../../src/model/timers.ts'

describe('holidays of federal offices', () => {
  // As published by the Office of Personnel Management for these years.
  it.each([
    [2026, '2026-01-01 2026-01-19 2026-02-16 2026-05-25 2026-06-19 2026-07-03 2026-09-07 2026-10-12 2026-11-11 2026-11-26 2026-12-25'],
    [
      2027,
      '2027-01-01 2027-01-18 2027-02-15 2027-05-31 2027-06-18 2027-07-05 2027-09-06 2027-10-11 2027-11-11 2027-11-25 2027-12-24 2027-12-31',
    ],
    [2023, '2023-01-02 2023-01-16 2023-02-20 2023-05-29 2023-06-19 2023-07-04 2023-09-04 2023-10-09 2023-11-10 2023-11-23 2023-12-25'],
  ])('of %s', (year, days) => {
    expect([...federalHolidays(year)].sort()).toEqual(days.split(' '))
  })
})

describe('durations', () => {
  it.each([
    // Wednesday before Thanksgiving; Friday before a weekend; across the turn of a year.
    ['2026-11-25T10:00:00.000Z', 2, '2026-11-30T10:00:00.000Z'],
    ['2026-11-27T10:00:00.000Z', 1, '2026-11-30T10:00:00.000Z'],
    ['2026-12-31T10:00:00.000Z', 1, '2027-01-04T10:00:00.000Z'],
    ['2026-11-02T09:00:00.000Z', 10, '2026-11-17T09:00:00.000Z'],
  ])('from %s, %s business days', (from, days, until) => {
    expect(businessDaysAfter(from, days)).toBe(until)
  })
  it('a month ends on its last day where there is no such day', () => {
    expect(monthsAfter('2026-01-31T10:00:00.000Z', 1)).toBe('2026-02-28T10:00:00.000Z')
    expect(monthsAfter('2026-11-30T10:00:00.000Z', 3)).toBe('2027-02-28T10:00:00.000Z')
  })
  it('are counted by the rule’s calendar', () => {
    const from = '2026-11-02T09:00:00.000Z'
    expect(dueBy(TIMERS['gdpr-request'], from)).toBe('2026-12-02T09:00:00.000Z')
    expect(dueBy(TIMERS['ccpa-request'], from)).toBe('2026-12-17T09:00:00.000Z')
    expect(dueBy(TIMERS['ofac-blocked'], from)).toBe('2026-11-17T09:00:00.000Z')
    expect(dueBy({ duration: 72, calendar: 'hours' }, from)).toBe('2026-11-05T09:00:00.000Z')
  })
})

describe('the register', () => {
  it('has every column of every rule', () => {
    const timers: readonly Timer[] = Object.values(TIMERS)
    expect(timers.length).toBeGreaterThan(5)
    for (const timer of timers) {
      expect(timer.verifiedOn).toMatch(/^\d{4}-\d{2}-\d{2}$/)
      expect(timer.jurisdiction === 'house' || timer.source.startsWith('https://')).toBe(true)
      expect(timer.duration).toBeGreaterThan(0)
    }
  })
  it('says which rules nobody has read for half a year', () => {
    expect(staleTimers('2026-12-01T00:00:00.000Z')).toEqual([])
    const law = Object.entries(TIMERS).flatMap(([id, t]) => (t.jurisdiction === 'house' ? [] : [id]))
    expect(staleTimers('2027-06-30T00:00:00.000Z')).toEqual(law)
  })
  it('refuses a rule that there is not', () => {
    expect(() => timerNamed('toString')).toThrow(/no time limit/)
  })
})
