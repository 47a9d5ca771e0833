import { describe, expect, it } from 'vitest'
import { countryWords, neverSay } from '../../scripts/words.ts'

/** The deny-lists find what they are for, and leave ordinary sentences alone. */

describe('words that are never said', () => {
  it.each([
    'This is a suspicious applicant.',
    'A fake person.',
    'The gang uses it.',
    'He is guilty.',
    'A high risk score.',
    'We found two hits.',
    'The fraudster left.',
  ])('%s', (text) => {
    expect(neverSay(text, 'document')).not.toEqual([])
  })

  it.each([
    'The same phone number stands on two résumés.',
    'Ask for the name of a colleague.',
    'White text on white ground.',
    'The commit is older than the account.',
  ])('%s', (text) => {
    expect(neverSay(text, 'card')).toEqual([])
  })

  it('asks more of a card than of a document', () => {
    expect(neverSay('This is proof.', 'card')).not.toEqual([])
    expect(neverSay('This is proof.', 'document')).toEqual([])
  })
})

describe('countries, peoples and groups', () => {
  it.each([
    'seen in North Korea',
    'an IP in China',
    'Russian keyboard',
    'DPRK naming',
    'Famous Chollima',
    'from Côte d’Ivoire',
    'acts for a regime',
    'Vietnam',
  ])('%s', (text) => {
    expect(countryWords(text)).not.toEqual([])
  })

  it.each([
    'the claimed place',
    'a town in the same region',
    'the state of the account',
    'an index of commits',
    'the candidate’s own words',
    'Jordan Example',
  ])('%s', (text) => {
    expect(countryWords(text)).toEqual([])
  })

  it('lets the one statement pass that says that origin is no evidence', () => {
    expect(countryWords('People of Korean ancestry are not targets. Origin is not evidence.')).toEqual([])
  })
})
