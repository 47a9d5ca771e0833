import { readdirSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { describe, expect, it } from 'vitest'
import consolidated from '../../src/catalog/lists/ofac-consolidated/list.ts'
import sdn from '../../src/catalog/lists/ofac-sdn/list.ts'
import type { List, ListFile, ListReading } from '../../src/kit/list.ts'
import type { ListedParty } from '../../src/model/listed-party.ts'

/** What the three formats of the office say of the same invented parties. */

const SAMPLES = resolve(import.meta.dirname, '../../src/catalog/lists')

const filesOf = (list: List, sample: string): ListFile[] =>
  readdirSync(join(SAMPLES, list.id, 'samples', sample)).map((name) => ({
    name,
    bytes: new Uint8Array(readFileSync(join(SAMPLES, list.id, 'samples', sample, name))),
  }))

function readingOf(list: List, files: readonly ListFile[]): ListReading {
  const format = list.formats.find((one) => one.recognise(files) !== undefined)
  if (format === undefined) throw new Error('no format recognises it')
  return format.read(format.recognise(files) ?? [])
}

const partyOf = (list: List, sample: string, id: string): ListedParty => {
  const party = readingOf(list, filesOf(list, sample)).parties.find((one) => one.id === id)
  if (party === undefined) throw new Error(`no party ${id}`)
  return party
}

/** One file with these rows, as the office writes them. */
const table = (name: string, rows: readonly string[]): ListFile => ({
  name,
  bytes: new TextEncoder().encode(`${rows.join('\r\n')}\r\n\u001a`),
})
const row = (id: number, name: string, { type = '-0- ', programme = '-0- ', remarks = '-0- ' } = {}): string =>
  `${id},"${name}",${type},${programme},-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,${remarks === '-0- ' ? remarks : `"${remarks}"`}`
const withRemarks = (remarks: string, type = '"individual"'): ListedParty => {
  const [party] = readingOf(sdn, [table('sdn.csv', [row(1, 'SAMPLE, Somebody', { type, remarks })])]).parties
  if (party === undefined) throw new Error('no party')
  return party
}

describe('the CSV set', () => {
  it('takes remarks apart, and goes on exactly where a long one was cut', () => {
    const party = partyOf(sdn, 'csv', '90001')
    expect(party.births).toEqual([{ from: '1971-03-02' }, { from: '1970', to: '1972', about: true }])
    expect(party.birthPlaces).toEqual(['Port Sample, Exampleland'])
    expect(party.nationalities).toEqual(['Exampleland', 'Sampletown'])
    expect(party.identifiers).toEqual([
      { kind: 'passport', value: 'X1234567', issuer: 'Exampleland' },
      { kind: 'national-id', value: '000-111-222', issuer: 'Sampletown', label: 'National ID No.' },
      { kind: 'tax', value: '990011', issuer: 'Exampleland', label: 'Tax ID No.' },
      { kind: 'email', value: 'sample.one@example.com' },
      { kind: 'email', value: 'sample.one@example.org' },
      { kind: 'phone', value: '12025550101' },
      { kind: 'website', value: 'www.example.com' },
      { kind: 'passport', value: 'Z7654321', issuer: 'Sampletown' },
    ])
    // Letters of an address are not to be touched: their case is part of it.
    expect(party.wallets).toEqual([
      { address: 'bc1qexampleexampleexampleexampleexample00', currency: 'XBT' },
      { address: '1ExampLeAddressWithMixedCase1111', currency: 'XBT' },
      { address: '0x00000000000000000000000000000000000000Aa', currency: 'ETH' },
    ])
    expect(party.ties).toEqual([{ kind: 'linked-to', party: 'SAMPLE TRADING COMPANY', by: 'name' }])
    expect(party.remarks).toContain('Secondary sanctions risk: Example Sanctions Regulations')
    expect(party.remarks).not.toContain('Male')
    expect(party.listed).toBeUndefined()
  })

  it('knows strong names from weak, and former ones', () => {
    expect(partyOf(sdn, 'csv', '90001').names).toEqual([
      { full: 'SAMPLE, Alma Test', kind: 'primary', quality: 'strong' },
      { full: 'SAMPLEONE', kind: 'alias', quality: 'weak' },
      { full: 'OLDSAMPLE', kind: 'former', quality: 'weak' },
      { full: 'SAMPEL, Alma', kind: 'alias', quality: 'strong' },
      { full: 'SAMPLE, Alma Former', kind: 'former', quality: 'strong' },
    ])
  })

  it('splits programmes, and joins addresses', () => {
    expect(partyOf(sdn, 'csv', '90001').programmes).toEqual(['SDGT', 'IFSR'])
    expect(partyOf(sdn, 'csv', '90001').addresses).toEqual(['1 Example Street, Port Sample, Exampleland'])
    expect(partyOf(sdn, 'csv', '90002').addresses).toEqual(['Sampletown'])
    expect(partyOf(consolidated, 'csv', '91002').programmes).toEqual(['UKRAINE-EO13662', 'RUSSIA-EO14024'])
  })

  it('reads ships and aircraft by their numbers, and a company number as none of a ship', () => {
    const ship = partyOf(sdn, 'csv', '90003')
    expect(ship.type).toBe('vessel')
    expect(ship.identifiers).toEqual([
      { kind: 'call-sign', value: 'EXAM1' },
      { kind: 'imo', value: '0000001' },
      { kind: 'mmsi', value: '000000001' },
    ])
    expect(ship.ties).toEqual([{ kind: 'owned-by', party: 'Sample Shipping', by: 'name' }])
    expect(ship.nationalities).toEqual(['Exampleland'])
    expect(partyOf(sdn, 'csv', '90004').identifiers).toContainEqual({ kind: 'tail-number', value: 'EX-AAA' })
    expect(partyOf(sdn, 'csv', '90010').identifiers).toEqual([{ kind: 'registration', value: 'IMO 0000002', label: 'Company Number' }])
  })

  it('says nothing from a part that was cut, and notes it', () => {
    const reading = readingOf(sdn, filesOf(sdn, 'csv-main-only'))
    expect(reading.notes.filter(({ says }) => says.includes('cut at their longest')).length).toBe(1)
    expect(reading.parties[0]?.ties).toEqual([])
    expect(reading.parties[0]?.wallets.length).toBe(3)
  })

  it('says which file is missing and what is not compared without it; of the remarks only where one was cut', () => {
    const missing = (files: readonly ListFile[], list = sdn) =>
      readingOf(list, files).notes.flatMap(({ kind, says }) => (kind === 'missing' ? [says] : []))
    const set = filesOf(sdn, 'csv')
    expect(missing(set)).toEqual([])
    expect(missing(filesOf(sdn, 'csv-main-only'))).toEqual([
      'ALT.CSV is not among the files: nobody is found by another name than the main one. Import it together with SDN.CSV.',
      'ADD.CSV is not among the files: no address is compared. Import it together with SDN.CSV.',
      expect.stringMatching(/^SDN_COMMENTS\.CSV is not among the files: remarks end where they were cut/) as string,
    ])
    expect(missing(set.filter(({ name }) => name !== 'add.csv'))).toEqual([expect.stringMatching(/^ADD\.CSV/) as string])
    expect(missing([table('cons_prim.csv', [row(1, 'SAMPLE, Somebody')])], consolidated)).toEqual([
      expect.stringMatching(/^CONS_ALT\.CSV/) as string,
      expect.stringMatching(/^CONS_ADD\.CSV/) as string,
    ])
  })

  it.each([
    ['DOB 1955.', [{ from: '1955' }]],
    ['DOB Jan 1955.', [{ from: '1955-01' }]],
    ['DOB circa 15 Jan 1955.', [{ from: '1955-01-15', about: true }]],
    ['DOB circa 1979-1982.', [{ from: '1979', to: '1982', about: true }]],
    ['DOB Sep 1982 to Oct 1983.', [{ from: '1982-09', to: '1983-10' }]],
    ['DOB 01 Jan 1970 to 31 Dec 1970; alt. DOB 1971.', [{ from: '1970-01-01', to: '1970-12-31' }, { from: '1971' }]],
    ['DOB 31 Feb 1970.', []],
  ])('reads %s', (remarks, births) => {
    const party = withRemarks(remarks)
    expect(party.births).toEqual(births)
    // What is no date is not lost.
    expect(party.remarks).toBe(births.length === 0 ? 'DOB 31 Feb 1970' : undefined)
  })

  it.each([
    ['Passport A 123 (Exampleland) issued 24 Oct 1990 expires 20 Sep 1997.', { kind: 'passport', value: 'A 123', issuer: 'Exampleland' }],
    ['SWIFT/BIC SAMPLEXX.', { kind: 'swift', value: 'SAMPLEXX' }],
    ['Legal Entity Number 0000AAAA0000AAAA0000 (Exampleland).', { kind: 'lei', value: '0000AAAA0000AAAA0000', issuer: 'Exampleland' }],
    ['Some Unheard Of Number 77 (Exampleland).', { kind: 'other', value: '77', issuer: 'Exampleland', label: 'Some Unheard Of Number' }],
  ])('reads %s', (remarks, identifier) => {
    expect(withRemarks(remarks).identifiers).toEqual([identifier])
  })

  it.each(['Member of the Fourth Council', 'Executive Order 13662 Directive Determination - Subject to Directive 1', 'License Holder'])(
    'leaves a sentence a remark: %s',
    (sentence) => {
      const party = withRemarks(`${sentence}.`)
      expect(party.identifiers).toEqual([])
      expect(party.remarks).toBe(sentence)
    },
  )

  it('keeps an entry of which one value is beyond all measure', () => {
    const long = 'X'.repeat(10_000)
    const reading = readingOf(sdn, [
      table('sdn.csv', [row(1, long), row(2, 'SAMPLE', { remarks: `POB ${long}; nationality Exampleland.` })]),
    ])
    expect(reading.parties.map(({ id, nationalities }) => [id, nationalities])).toEqual([['2', ['Exampleland']]])
    expect(reading.notes.filter(({ kind }) => kind === 'left-out').map(({ at }) => at)).toContain('sdn.csv line 1')
  })

  it('refuses the main files of two days, and tells the two lists apart by name where both are there', () => {
    const two = [table('sdn.csv', [row(1, 'SAMPLE')]), table('cons_prim.csv', [row(2, 'OTHER SAMPLE')])]
    expect(readingOf(sdn, two).parties.map(({ id }) => id)).toEqual(['1'])
    expect(readingOf(consolidated, two).parties.map(({ id }) => id)).toEqual(['2'])
    const days = [table('sdn.csv', [row(1, 'SAMPLE')]), table('sdn-old.csv', [row(2, 'SAMPLE')])]
    expect(() => readingOf(sdn, days)).toThrow(/hand over the files of one day/)
  })
})

describe('the XML', () => {
  it('says of a person what the CSV set says', () => {
    const [xml, csv] = [partyOf(sdn, 'xml', '90001'), partyOf(sdn, 'csv', '90001')]
    expect(xml.names[0]).toEqual(csv.names[0])
    for (const key of ['births', 'birthPlaces', 'nationalities', 'programmes'] as const) expect(xml[key]).toEqual(csv[key])
    expect(xml.names).toContainEqual({ full: 'SAMPLEONE', kind: 'alias', quality: 'weak' })
    expect(xml.ties).toEqual([{ kind: 'linked-to', party: 'SAMPLE TRADING COMPANY (STC)', by: 'name' }])
    expect(xml.wallets).toEqual([{ address: '1ExampLeAddressWithMixedCase1111', currency: 'XBT' }])
  })

  it('notes where the file has fewer entries than it says', () => {
    const [file] = filesOf(sdn, 'xml') as [ListFile]
    const text = new TextDecoder().decode(file.bytes).replace('<Record_Count>5', '<Record_Count>6')
    const reading = readingOf(sdn, [{ ...file, bytes: new TextEncoder().encode(text) }])
    expect(reading.notes.map(({ says }) => says)).toContain('The file says that it has 6 entries, and has 5')
  })
})

describe('the advanced XML', () => {
  it('reads names in each script, births by their precision, documents, wallets and places', () => {
    const party = partyOf(sdn, 'advanced', '90001')
    expect(party.names).toEqual([
      { full: 'SAMPLE, Alma Test', kind: 'primary', quality: 'strong' },
      { full: 'ОБРАЗЕЦ Альма', kind: 'alias', quality: 'strong' },
      { full: 'SAMPEL, Alma', kind: 'alias', quality: 'strong' },
      { full: 'SAMPLEONE', kind: 'alias', quality: 'weak' },
      { full: 'FORMER, Alma', kind: 'former', quality: 'strong' },
    ])
    expect(party.births).toEqual([{ from: '1971-03-02' }, { from: '1970', to: '1972', about: true }, { from: '1973-05' }])
    expect(party.addresses).toEqual(['1 Example Street, Port Sample, 00001, Exampleland'])
    expect(party.wallets.map(({ currency, address }) => `${currency} ${address}`)).toEqual([
      'XBT 1ExampLeAddressWithMixedCase1111',
      'ETH 0x00000000000000000000000000000000000000Aa',
    ])
    expect(party.identifiers).toContainEqual({ kind: 'passport', value: 'X1234567', issuer: 'Exampleland' })
  })

  it('says from which day, under which programmes, and to whom it is tied', () => {
    const [person, company, aircraft] = ['90001', '90002', '90004'].map((id) => partyOf(sdn, 'advanced', id))
    // The earliest of two events.
    expect(person?.listed).toBe('2018-03-04')
    expect(person?.programmes).toEqual(['SDGT', 'IFSR'])
    expect(person?.ties).toEqual([{ kind: 'acts-for', party: '90002', by: 'id' }])
    expect(company?.ties).toEqual([{ kind: 'owned-by', party: '90001', by: 'id' }])
    // A former owner owns nothing.
    expect(aircraft?.ties).toEqual([{ kind: 'linked-to', party: '90002', by: 'id' }])
    expect(company?.remarks).toBe('Organization Established Date 2001')
  })

  it('notes what leads nowhere', () => {
    const [file] = filesOf(sdn, 'advanced') as [ListFile]
    const text = new TextDecoder().decode(file.bytes).replaceAll('LocationID="50"', 'LocationID="404"')
    const reading = readingOf(sdn, [{ ...file, bytes: new TextEncoder().encode(text) }])
    expect(reading.notes.map(({ says }) => says)).toContain('1 references lead to nothing in the file and were left out')
  })
})
