import { describe, expect, it } from 'vitest'
import { birthsOf, partialDate, wholeDay } from '../../src/catalog/list-formats/dates.ts'
import { severalOf } from '../../src/catalog/list-formats/enumerated.ts'
import { identifierKind } from '../../src/catalog/list-formats/identifier-kind.ts'
import { privateList } from '../../src/catalog/list-formats/private.ts'
import { lists } from '../../src/catalog/lists.gen.ts'
import type { ListFile, ListReading } from '../../src/kit/list.ts'
import { listedParty } from '../../src/model/listed-party.ts'

const file = (name: string, text: string): ListFile => ({ name, bytes: new TextEncoder().encode(text) })

function read(files: readonly ListFile[]): ListReading & { format: string } {
  for (const format of privateList(
    'mine',
    lists.flatMap((list) => list.formats),
  ).formats) {
    const mine = format.recognise(files)
    if (mine !== undefined) return { ...format.read(mine), format: format.id }
  }
  throw new Error('nothing recognises it')
}

describe('dates of publishers', () => {
  it.each([
    ['2019-04-13T00:00:09.554Z', '2019-04-13'],
    ['2015-07-01-04:00', '2015-07-01'],
    ['13/04/2019', '2019-04-13'],
    ['13.4.2019', '2019-04-13'],
    ['05-Nov-2026', '2026-11-05'],
    ['5 November 2026', '2026-11-05'],
    ['November 5, 2026', '2026-11-05'],
    ['Nov 2026', '2026-11'],
    ['dd/mm/1945', '1945'],
    ['00/00/1945', '1945'],
    ['00/05/1945', '1945-05'],
    ['4.1945', '1945-04'],
    ['31/06/1945', '1945-06'],
    ['29.2.1900', '1900-02'],
    ['1968-00-00', '1968'],
  ])('%s is %s', (written, date) => expect(partialDate(written)).toBe(date))

  it.each(['', '13/04', '45', 'N/D', '24.6.19700', 'quay'])('%j is none', (written) => expect(partialDate(written)).toBeUndefined())

  it('a day is a whole day', () => {
    expect(wholeDay('4/2019')).toBeUndefined()
    expect(wholeDay('4/4/2019')).toBe('2019-04-04')
  })

  it.each([
    ['circa 1968', [{ from: '1968', about: true }]],
    ['(probably) 1944', [{ from: '1944', about: true }]],
    ['between 1960 and 1962', [{ from: '1960', to: '1962' }]],
    ['1960-1962', [{ from: '1960', to: '1962' }]],
    ['9.6.1981 or 1982', [{ from: '1981-06-09' }, { from: '1982' }]],
    ['6.5.1974.', [{ from: '1974-05-06' }]],
    ['9.6.1981 or so', []],
  ])('%s', (written, births) => expect(birthsOf(written)).toEqual(births))
})

describe('cells with several values', () => {
  it.each([
    ['a; b;c ', ['a', 'b', 'c']],
    ['"(a) one, with a comma, (b) two"', ['one, with a comma', 'two']],
    ['(a) one; (b) two', ['one', 'two']],
    ['(1) one (2) two', ['one', 'two']],
    ['1. one 2. two', ['one', 'two']],
    ['Smith, John (born in b)', ['Smith, John (born in b)']],
    [' ;; ', []],
  ])('%j', (cell, values) => expect(severalOf(cell)).toEqual(values))
})

describe('words for documents', () => {
  it.each([
    ['National passport', 'passport'],
    ['Tax registration number', 'tax'],
    ['Registration Number', 'registration'],
    ['Número de pasaporte', 'passport'],
    ['National identification card', 'national-id'],
    ['SWIFT/BIC', 'swift'],
    ['Harbour card', 'other'],
    ['Other identification number', 'other'],
  ])('%s is %s', (label, kind) => expect(identifierKind(label)).toBe(kind))
})

const PACK = `title: Invented pack
creator: Nobody
label: Gull mixer
currency: BTC
abuse: sanction
category: mixing_service
confidence: forensic
lastmod: 2026-11-02
source: https://example.com/pack
tags:
- address: 1Invented1
- address: 0xinvented2
  currency: ETH
  actor: gull
- address: 0xinvented3
  currency: ETH
  actor: gull
  label: Gull cold
- address: 0xinvented3
  currency: ETH
  actor: gull
- label: without an address
`
const ACTORS = `title: Invented actors
actors:
- id: gull
  label: Gull of Tindle Ltd
  uri: gull.example.com
`

describe('TagPacks', () => {
  it('inherit the fields at the top; an actor or a label is one party', () => {
    const { format, parties, published, notes } = read([file('pack.yaml', PACK), file('actors.yaml', ACTORS)])
    expect([format, published]).toEqual(['tagpack', '2026-11-02'])
    expect(parties.map(({ id }) => id)).toEqual(['actor gull', 'label gull mixer'])
    expect(parties[0]?.names.map(({ full, kind }) => [full, kind])).toEqual([
      ['Gull of Tindle Ltd', 'primary'],
      ['Gull mixer', 'alias'],
      ['Gull cold', 'alias'],
    ])
    expect(parties[0]?.wallets).toEqual([
      { address: '0xinvented2', currency: 'ETH' },
      { address: '0xinvented3', currency: 'ETH' },
    ])
    expect(parties[1]?.wallets).toEqual([{ address: '1Invented1', currency: 'BTC' }])
    expect(parties[1]?.programmes).toEqual(['sanction', 'mixing_service'])
    expect(notes).toEqual([{ kind: 'left-out', says: 'A tag has no address', at: 'pack.yaml tag 5' }])
    for (const party of parties) expect(listedParty.parse(party)).toEqual(party)
  })

  it.each([
    ['cut off', PACK.replace('source: https', 'source: "https')],
    ['without tags', 'title: x\nlabel: y\ntags: none\n'],
    [
      'made to swell',
      `title: x\na: &a [1,2,3,4,5,6,7,8,9]\nb: &b [*a,*a,*a,*a,*a,*a,*a,*a,*a]\nc: &c [*b,*b,*b,*b,*b,*b,*b,*b,*b]\nd: [*c,*c,*c,*c,*c,*c,*c,*c]\ntags:\n- address: 1x\n  label: y\n`,
    ],
    ['with no usable tag', 'title: x\ntags:\n- label: y\n'],
  ])('%s: refused, and the file is named', (_, text) => {
    expect(() => read([file('pack.yaml', text)])).toThrow(
      expect.objectContaining({ code: 'unreadable', detail: expect.stringContaining('pack.yaml') }),
    )
  })
})

const TABLE =
  `Entry ID;Full Name;Type;Aliases;Low-quality aliases;Date of Birth;E-mail;Wallet;Currency;Programme;Listed On;Removed;Owner;Share;Shoe size
1;Orlo Marshbank;Individual;Orlow Marshbank; "The Gull; Gully";17/05/1969;orlo@example.com;1Invented1;XBT;own;13/04/2019;21.3.2025;;;43
`.replace('; "', ';"')

describe('plain tables', () => {
  it('take the header words that people use, and name the columns that they leave', () => {
    const { format, parties, notes } = read([file('own.csv', TABLE)])
    expect(format).toBe('plain-csv')
    expect(parties).toEqual([
      {
        id: '1',
        type: 'person',
        names: [
          { full: 'Orlo Marshbank', kind: 'primary', quality: 'strong' },
          { full: 'Orlow Marshbank', kind: 'alias', quality: 'strong' },
          { full: 'The Gull', kind: 'alias', quality: 'weak' },
          { full: 'Gully', kind: 'alias', quality: 'weak' },
        ],
        programmes: ['own'],
        births: [{ from: '1969-05-17' }],
        birthPlaces: [],
        nationalities: [],
        identifiers: [{ kind: 'email', value: 'orlo@example.com' }],
        addresses: [],
        wallets: [{ address: '1Invented1', currency: 'XBT' }],
        ties: [],
        listed: '2019-04-13',
        delisted: '2025-03-21',
        at: 'own.csv line 2',
      },
    ])
    expect(notes).toEqual([{ kind: 'odd', says: expect.stringContaining('"shoe size"'), at: 'own.csv line 1' }])
  })

  it('say what is odd and go on', () => {
    const { parties, notes } = read([
      file(
        'own.csv',
        `name,type,dob,listed,owner,share\n,person,,,,\nTindle Ropes,firm,soon,13/04,Tindle Harbour Works,60%\nTindle Ropes,,soon,,,\nOne,"person",too,many,cells,in,this\nLong ${'x'.repeat(10_000)},,,,,\nX,,,,,\n`,
      ),
    ])
    expect(parties.map(({ id }) => id)).toEqual(['Tindle Ropes soon', 'X'])
    expect(parties[0]?.ties).toEqual([{ kind: 'owned-by', party: 'Tindle Harbour Works', by: 'name', share: 60 }])
    expect(parties[0]?.remarks).toContain('soon')
    expect(notes.map(({ at }) => at)).toEqual(
      expect.arrayContaining(['own.csv line 2', 'own.csv line 3', 'own.csv line 4', 'own.csv line 5', 'own.csv line 6']),
    )
  })

  it('join a first and a last name, and keep the year alone where day and month cannot be told apart, saying so', () => {
    const { parties, notes } = read([
      file(
        'own.csv',
        'id,Last Name,First Name,DOB,listed\n1,Marshbank,Orlo,04/05/2019,03/04/2020\n2,Gull,Ida,13/05/1969,13/04/2019\n3,Reed,Ann,05/13/1969,\n4,Reed,Bo,07.07.1970,\n',
      ),
    ])
    expect(parties.map(({ names, births, listed }) => [names[0]?.full, births, listed])).toEqual([
      ['Orlo Marshbank', [{ from: '2019' }], undefined],
      ['Ida Gull', [{ from: '1969-05-13' }], '2019-04-13'],
      ['Ann Reed', [{ from: '1969-05-13' }], undefined],
      ['Bo Reed', [{ from: '1970-07-07' }], undefined],
    ])
    const says = notes.filter(({ at }) => at === 'own.csv line 2').map((note) => note.says)
    expect(says.filter((text) => text.includes('the year alone was kept'))).toHaveLength(2)
    expect(says).toContainEqual(expect.stringContaining('A day of listing'))
  })

  it('take the columns that a map names, beside it guess none for the same, and read dates in the order that it says', () => {
    const text = 'ref;label;name;tag;born;entered\n7;Orlo Marshbank;not this one;X1234567;04/05/2019;3/4/2020\n8;Ida;no;;13/05/1969;\n'
    const mapped = (map: unknown): ListReading => {
      const [format] = privateList('mine', [], map).formats
      return format.read(format.recognise([file('own.csv', text)]) ?? [])
    }
    const map = { id: 'ref', name: 'label', passport: 'tag', birth: 'Born', listed: 'entered' }
    const american = mapped({ ...map, dates: 'month-first' })
    expect(american.parties[0]).toMatchObject({
      id: '7',
      names: [{ full: 'Orlo Marshbank' }],
      identifiers: [{ kind: 'passport', value: 'X1234567' }],
      births: [{ from: '2019-04-05' }],
      listed: '2020-03-04',
    })
    // 13/05 is no day with the month first.
    expect(american.parties[1]?.births).toEqual([{ from: '1969' }])
    expect(american.notes.map(({ says }) => says)).toContainEqual(expect.stringContaining('no day when written month-first'))
    expect(mapped({ ...map, dates: 'day-first' }).parties[0]).toMatchObject({ births: [{ from: '2019-05-04' }], listed: '2020-04-03' })
    expect(mapped({ given: 'label', family: 'ref' }).parties.map(({ names }) => names[0]?.full)).toEqual(['Ida 8', 'Orlo Marshbank 7'])
    for (const [wrong, says] of [
      ['name', /which column holds what/],
      [{ nome: 'label' }, /"nome", which is nothing/],
      [{ name: 5 }, /one column for "name"/],
      [{ name: 'label', dates: 'guess' }, /day-first or month-first/],
    ] as const)
      expect(() => privateList('mine', [], wrong)).toThrow(expect.objectContaining({ detail: expect.stringMatching(says) as string }))
    expect(privateList('mine', [], { name: 'absent' }).formats[0].recognise([file('own.csv', text)])).toBeUndefined()
  })

  it('in UTF-16 are read, in a legacy encoding are refused', () => {
    const wide = new Uint8Array([0xff, 0xfe, ...[...'name\nOrlo\n'].flatMap((letter) => [letter.charCodeAt(0), 0])])
    expect(read([{ name: 'own.csv', bytes: wide }]).parties.map(({ id }) => id)).toEqual(['Orlo'])
    const legacy = new Uint8Array([...new TextEncoder().encode('name\nOrl'), 0xf6, 0x0a])
    expect(() => read([{ name: 'own.csv', bytes: legacy }])).toThrow(expect.objectContaining({ code: 'unreadable' }))
  })

  it.each([
    ['cut off in a row', 'id,name,notes\n1,Orlo Mar'],
    ['cut off in quotation marks', 'id,name,notes\n1,"Orlo Mar'],
    ['with a header and no row', 'id,name,notes\n'],
    ['with no name in it', 'id,name\n1,\n2,\n'],
  ])('%s: refused, and the file is named', (_, text) => {
    expect(() => read([file('own.csv', text)])).toThrow(
      expect.objectContaining({ code: 'unreadable', detail: expect.stringContaining('own.csv') }),
    )
  })

  it('give up the wallets in their free words whose checksum holds, and no other long word', () => {
    const written = '1A1zP1eP5QGefi2DMPTfTL5SLmv7DivfNa'
    const wrong = written.replace('1A1z', '1A1y')
    const { parties } = read([
      file(
        'own.csv',
        `name,remarks\nOrlo,"Wallets ${written}, ${wrong} and 0x${'0'.repeat(39)}1; register 0000000000000000000000000000000"\n`,
      ),
    ])
    expect(parties[0]?.wallets).toEqual([{ address: written }, { address: `0x${'0'.repeat(39)}1` }])
  })

  it("leave a publisher's file to its own format", () => {
    const { format, parties } = read([
      file('x.csv', 'Report Date: 05-Nov-2026\nUnique ID,Name 6,Name type,Designation Type\nSMP0001,Gull,Primary name,Ship\n'),
    ])
    expect([format, parties[0]?.id]).toEqual(['sanctions-list-csv', 'SMP0001'])
  })
})
