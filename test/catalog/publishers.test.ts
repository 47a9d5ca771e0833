import { readdirSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { describe, expect, it } from 'vitest'
import { lists } from '../../src/catalog/lists.gen.ts'
import type { ListedParty } from '../../src/model/listed-party.ts'

/** What the invented person of the samples looks like from each publisher: one reading of qualities, dates and papers, whatever the format. */

const LISTS = resolve(import.meta.dirname, '../../src/catalog/lists')

function read(id: string, sample: string): Map<string, ListedParty> {
  const folder = join(LISTS, id, 'samples', sample)
  const files = readdirSync(folder).map((name) => ({ name, bytes: new Uint8Array(readFileSync(join(folder, name))) }))
  const list = lists.find((one) => one.id === id)
  const format = list?.formats.find((one) => one.recognise(files) !== undefined)
  return new Map(format?.read(format.recognise(files) ?? []).parties.map((party) => [party.id, party]))
}

const PERSON = [
  ['un-security-council', 'three-entries', 'ZZi.001'],
  ['eu-consolidated', 'files-xml', '900001'],
  ['eu-consolidated', 'files-csv', '900001'],
  ['eu-consolidated', 'journal', '39999R0001/I.A/1'],
  ['uk-sanctions', 'sanctions-list-xml', 'SMP0001'],
  ['uk-sanctions', 'sanctions-list-csv', 'SMP0001'],
  ['uk-sanctions', 'con-list', 'SMP0001'],
] as const

describe.each(PERSON)('%s, %s', (list, sample, id) => {
  const party = read(list, sample).get(id)

  it('is a person with the primary name first and the nickname weak', () => {
    expect(party?.type).toBe('person')
    expect(party?.names[0]).toMatchObject({ kind: 'primary', quality: 'strong', full: expect.stringMatching(/^orlo fenwick marshbank$/i) })
    expect(party?.names.find(({ full }) => /^the gull$/i.test(full))).toMatchObject({ kind: 'alias', quality: 'weak' })
  })

  it('has the day of listing, the year of birth as it is known, and the passport', () => {
    expect(party?.listed).toMatch(/^2019-04-1[34]$/)
    expect(party?.births).toContainEqual(expect.objectContaining({ from: '1968' }))
    expect(party?.births.some(({ from }) => from === '1968-01-01')).toBe(false)
    expect(party?.identifiers).toContainEqual(expect.objectContaining({ kind: 'passport', value: expect.stringContaining('ZZ0000001') }))
  })
})

describe('what only some publish', () => {
  it('former names, ties and ships', () => {
    expect(read('un-security-council', 'three-entries').get('ZZe.002')?.names).toContainEqual({
      full: 'Tindle Dock Company',
      kind: 'former',
      quality: 'strong',
    })
    expect(read('un-security-council', 'three-entries').get('ZZi.001')?.ties).toEqual([{ kind: 'linked-to', party: 'ZZe.002', by: 'id' }])
    const uk = read('uk-sanctions', 'sanctions-list-xml')
    expect(uk.get('SMP0002')?.ties).toEqual([
      { kind: 'owned-by', party: 'Tindle Holding', by: 'name' },
      { kind: 'owns', party: 'Tindle Ropes', by: 'name' },
    ])
    expect(uk.get('SMP0003')).toMatchObject({ type: 'vessel', identifiers: [{ kind: 'imo', value: '0000001' }] })
  })

  it('the earliest regulation where no day of designation is given, and the day where it is', () => {
    const eu = read('eu-consolidated', 'files-xml')
    expect([eu.get('900001')?.listed, eu.get('900002')?.listed]).toEqual(['2019-04-14', '2020-01-02'])
  })

  it('months, ranges and doubts as they are written', () => {
    const person = read('eu-consolidated', 'files-xml').get('900001')
    expect(person?.births).toEqual([
      { from: '1968', about: true },
      { from: '1969-05-17' },
      { from: '1970-04' },
      { from: '1967', to: '1970' },
    ])
    expect(person?.nationalities).toEqual([])
    expect(person?.identifiers).toContainEqual({
      kind: 'passport',
      value: 'ZZ0000001',
      issuer: 'FREEDONIA',
      label: 'National passport, reported lost',
    })
  })

  it('values that stand together in one cell', () => {
    const person = read('eu-consolidated', 'journal').get('39999R0001/I.A/1')
    expect(person?.identifiers.filter(({ kind }) => kind === 'passport')).toEqual([
      { kind: 'passport', value: 'ZZ0000001', label: 'issued 1.2.2010' },
      { kind: 'passport', value: 'ZZ0000002' },
    ])
    expect(read('uk-sanctions', 'con-list').get('SMP0001')?.birthPlaces).toEqual(['Port Tindle, Freedonia', 'Quay, Freedonia'])
  })
})
