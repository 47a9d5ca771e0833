import { describe, expect, it } from 'vitest'
import { organisationKey } from '../../src/compute/organisation-key.ts'

describe('organisation key', () => {
  it.each([
    ['Northwind Traders, Inc.', 'northwind traders'],
    ['The Northwind Traders GmbH', 'NORTHWIND TRADERS'],
    ['Köhler & Söhne AG', 'Kohler Sohne'],
    ['Example S.A.', 'example'],
    ['Fabrikam (acquired by Contoso)', 'Fabrikam Ltd'],
  ])('%s is %s', (a, b) => {
    expect(organisationKey(a)).toBe(organisationKey(b))
  })

  it('keeps apart what is only alike', () => {
    expect(organisationKey('Northwind Traders')).not.toBe(organisationKey('Northwind Payments'))
    expect(organisationKey('Fabrikam')).not.toBe(organisationKey('Fabricam'))
  })

  it('leaves something of a name that is nothing but a legal form', () => {
    expect(organisationKey('Co')).not.toBe('')
  })
})
