import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { identifiersOf } from '../../src/engine/identifiers.ts'
import { newSince, standingOf } from '../../src/engine/disposition-standing.ts'
import { findingId } from '../../src/engine/detect.ts'
import { warningFor } from '../../src/engine/lookback/guards.ts'
import { indexKeysOf } from '../../src/engine/lookback/index-keys.ts'
import { keysOf } from '../../src/engine/lookback/key-of.ts'
import { readListCsv } from '../../src/engine/lookback/list-csv.ts'
import { readListStix } from '../../src/engine/lookback/list-stix.ts'
import { instantIn } from '../../src/engine/lookback/listed.ts'
import { kindOf } from '../../src/engine/lookback/spelled-kind.ts'
import { confidenceOf, independentSources, type IndicatorKind } from '../../src/model/indicator.ts'
import type { AnyStatement } from '../../src/model/statement.ts'
import { aFinding, aPhone } from '../support/rows.ts'

/** Lists of indicators as the hostile input that they are, and the words and guards around them. */

describe('a list in CSV', () => {
  it('is read by its header, whatever its separator', () => {
    for (const mark of [',', ';', '\t', '|']) {
      const { rows } = readListCsv(
        ['kind', 'value', 'seen'].join(mark) + '\n' + ['email', 'one@example.com', '2026-03-01'].join(mark) + '\n',
      )
      expect(rows).toMatchObject([{ at: 'line=2', kind: 'email', value: 'one@example.com', seen: '2026-03-01T00:00:00.000Z' }])
    }
  })
  it('may have a column for each kind', () => {
    const { rows } = readListCsv('email,wallet\none@example.com,\n,0x00000000000000000000000000000000000000a1\n')
    expect(rows.map((r) => [r.at, r.kind])).toEqual([
      ['line=2', 'email'],
      ['line=3', 'wallet'],
    ])
  })
  it('tells bad rows by their line and goes on', () => {
    const { rows, leftOut } = readListCsv(
      [
        'kind,value,seen,note',
        'email,one@example.com,2026-02-31,no such day',
        'email,=HYPERLINK("http://example.com"),,formula',
        'email,"open@example.com,,',
        '',
        `email,${'x'.repeat(3000)}@example.com,,long`,
        'email,two@example.com,,,,shifted,row',
        'email,"three@example.com" tail,,',
        'email,four@example.com,,"in\ntwo lines"',
        'email,five@example.com,,',
      ].join('\n'),
    )
    expect(rows.map((r) => [r.at, r.value])).toEqual([
      ['line=10', 'four@example.com'],
      ['line=11', 'five@example.com'],
    ])
    expect(leftOut.map((l) => l.at).toSorted()).toEqual(['line=2', 'line=3', 'line=4', 'line=6', 'line=7', 'line=8'])
    for (const { why } of leftOut) expect(why).toMatch(/^[A-Z"].*\.$/)
  })
  it('stops where rows with broken quoting never end, and says so', () => {
    const { leftOut } = readListCsv(`kind,value\n${'email,"x\n'.repeat(500)}`)
    expect(leftOut.length).toBeLessThanOrEqual(101)
    expect(leftOut.at(-1)?.why).toContain('From here on')
  })
  it('goes on behind a quotation mark that is never closed, however much follows', () => {
    const { rows, leftOut } = readListCsv(`kind,value\nemail,"x\n${`email,${'a'.repeat(60)}@example.com\n`.repeat(100_000)}`)
    expect(leftOut.map((l) => l.at)).toEqual(['line=2'])
    expect(rows).toHaveLength(100_000)
  })
  it('is refused without the columns it needs', () => {
    expect(() => readListCsv('package,version\nx,1\n')).toThrow(/kind and value/)
    expect(() => readListCsv('')).toThrow(/no header/)
  })
  it('leaves columns about people unread', () => {
    const { notes, rows } = readListCsv('kind,value,full name,date of birth,passport\nemail,one@example.com,Somebody,1990-01-01,X1\n')
    expect(notes).toHaveLength(3)
    expect(JSON.stringify(rows)).not.toMatch(/Somebody|1990|X1/)
  })
  it('never throws anything but a reason, and never more rows than lines', () => {
    fc.assert(
      fc.property(fc.array(fc.string({ unit: fc.constantFrom(...'ab",;\n\r=@.\t|\u0000 '.split('')) }), { maxLength: 30 }), (parts) => {
        const text = `kind,value\n${parts.join('\n')}`
        const { rows, leftOut } = readListCsv(text)
        expect(rows.length + leftOut.length).toBeLessThanOrEqual(text.split(/\r\n|\n|\r/).length + 1)
      }),
      { numRuns: 300 },
    )
  })
})

describe('a list in STIX 2.1', () => {
  const bundle = (...objects: readonly unknown[]) => JSON.stringify({ type: 'bundle', id: 'bundle--1', objects })
  const indicator = (pattern: string, more: object = {}) => ({ type: 'indicator', pattern, pattern_type: 'stix', ...more })
  it('is read whatever blanks stand between', () => {
    const { rows } = readListStix(
      bundle(
        indicator(
          "[ email-addr:value  =  'one@example.com'   OR\nemail-addr:value='two@example.com' ] OR  [url:value='https://example.com/a']",
        ),
      ),
    )
    expect(rows.map((r) => r.value)).toEqual(['one@example.com', 'two@example.com', 'https://example.com/a'])
  })
  it('gives the values of comparisons for equality', () => {
    const { rows, leftOut, notes } = readListStix(
      bundle(
        indicator("[email-addr:value = 'one@example.com']", { valid_until: '2027-01-01T00:00:00Z' }),
        indicator("[domain-name:value = 'one.example.net' OR ipv4-addr:value = '203.0.113.9']"),
        indicator("[file:hashes.'SHA-256' = 'AB']"),
        indicator("[url:value = 'https://example.com/it\\'s']", { revoked: true }),
        { type: 'identity', name: 'Somebody' },
      ),
    )
    expect(rows.map((r) => [r.at, r.kind, r.value, r.says])).toEqual([
      ['/objects/0', 'email', 'one@example.com', 'bad'],
      ['/objects/1', 'domain', 'one.example.net', 'bad'],
      ['/objects/1', 'ip', '203.0.113.9', 'bad'],
      ['/objects/2', 'image-sha256', 'AB', 'bad'],
      ['/objects/3', 'link', "https://example.com/it's", 'good'],
    ])
    expect(rows[0]?.expires).toBe('2027-01-01T00:00:00.000Z')
    expect(leftOut).toEqual([])
    expect(notes).toHaveLength(1)
  })
  it('leaves out what says more than that', () => {
    const { rows, leftOut } = readListStix(
      bundle(
        indicator("[email-addr:value = 'a@example.com' AND ipv4-addr:value = '203.0.113.9']"),
        indicator("[email-addr:value LIKE '%@example.com']"),
        indicator('[process:name = "x"]'),
        indicator(`[${"(email-addr:value = 'a'".repeat(50)}]`),
        { type: 'indicator', pattern: 7 },
      ),
    )
    expect(rows).toEqual([])
    expect(leftOut).toHaveLength(5)
  })
  it.each(['{', '[]x', 'null', '{"objects":3}', '"text"'])('refuses %s with a reason', (text) => {
    expect(() => readListStix(text)).toThrow(/list/i)
  })
})

describe('a value', () => {
  const of = (property: string, value: unknown): AnyStatement => ({ ...aPhone('s', 'p'), property, value }) as AnyStatement
  it.each<[IndicatorKind, string, AnyStatement]>([
    ['email', 'Some.One+list@GMAIL[.]com', of('email', 'someone@googlemail.com')],
    ['phone', '001 (202) 555-0123', of('phone', '+12025550123')],
    ['messenger', 'telegram:@Some_One', of('messenger', { service: 'telegram', handle: 'some_one' })],
    ['messenger', 'https://t.me/some_one', of('messenger', { service: 'telegram', handle: 'some_one' })],
    [
      'link',
      'hxxps://github[.]com/Some-One/tool',
      of('link', { url: 'https://github.com/some-one', host: 'github.com', service: 'github', handle: 'some-one' }),
    ],
    [
      'link',
      'https://one.example.net/Page/?x=1',
      of('link', { url: 'https://one.example.net/page', host: 'one.example.net', service: 'other' }),
    ],
    [
      'domain',
      'hxxp://www.one.example.net/path',
      of('link', { url: 'https://one.example.net/page', host: 'one.example.net', service: 'portfolio' }),
    ],
    [
      'wallet',
      '0xAbCDEF0000000000000000000000000000000001'.toLowerCase(),
      of('wallet', { chain: 'ethereum', address: '0xabcdef0000000000000000000000000000000001' }),
    ],
    ['bank-account', 'GB33 BUKB 2020 1555 5555 55', of('bank-account', { number: 'GB33BUKB20201555555555' })],
    ['device', '{AA11BB22-CC33}', of('device', { kind: 'fingerprint', id: 'aa11bb22-cc33' })],
    ['ip', '203.0.113.7', of('network-address', { ip: '203.0.113.7' })],
    ['ip', '2001:0db8:1:2::9', of('network-address', { ip: '2001:db8:1:2:ffff::1' })],
    ['document-id', 'uuid:1c2d3e4f-0001', of('document-metadata', { format: 'pdf', documentId: 'uuid:1c2d3e4f-0001' })],
  ])('%s %s has a key of the index', (kind, written, statement) => {
    const keys = keysOf(kind, written)
    if ('why' in keys) throw new Error(keys.why)
    const held = new Set(identifiersOf(statement).map((k) => `${k.kind} ${k.key}`))
    const asked = keys.keys.flatMap((key) => indexKeysOf({ kind, key })).map((k) => `${k.kind} ${k.key}`)
    expect(asked.some((key) => held.has(key))).toBe(true)
  })
  it.each<[IndicatorKind, string]>([
    ['email', 'not an address'],
    ['phone', '12'],
    ['ip', '198.51.100.0/8'],
    ['ip', '300.1.1.1'],
    ['link', 'https://example.com/'],
    ['wallet', '1BoatSLRHtKNngkdXEeobR76b53LETtpyX'],
    ['bank-account', 'GB00BUKB20201555555555'],
    ['messenger', 'someone'],
    ['domain', '203.0.113.7'],
  ])('%s %s is refused with a reason', (kind, written) => {
    expect(keysOf(kind, written)).toMatchObject({ why: expect.stringMatching(/^\w/) })
  })
  it('of a small range is each address in it', () => {
    expect(keysOf('ip', '203.0.113.9/30')).toEqual({ keys: ['203.0.113.8', '203.0.113.9', '203.0.113.10', '203.0.113.11'] })
  })
  it('is of a kind whatever the list calls it, and names are of none', () => {
    expect(kindOf('email-src')).toMatchObject({ kind: 'email' })
    expect(kindOf('ip-dst')).toMatchObject({ kind: 'ip' })
    expect(kindOf('Telegram')).toMatchObject({ kind: 'messenger', within: 'telegram' })
    for (const name of ['name', 'full name', 'first_name', 'alias', 'date-of-birth', 'passport-number', 'nationality', 'home address'])
      expect(kindOf(name), name).toEqual({ refused: 'person' })
    expect(kindOf('md5')).toEqual({ refused: 'unknown' })
  })
  it('dates are days of the calendar', () => {
    expect(instantIn('2026-02-31')).toBeUndefined()
    expect(instantIn('1418217066')).toBe('2014-12-10T13:11:06.000Z')
    expect(instantIn('soon')).toBeUndefined()
  })
})

describe('the guards', () => {
  it.each<[IndicatorKind, string]>([
    ['domain', 'co.kr'],
    ['domain', 'co.uk'],
    ['domain', 'com.au'],
    ['domain', 'gmail.com'],
    ['domain', 'yahoo.co.uk'],
    ['domain', 'github.io'],
    ['domain', 'mailinator.com'],
    ['ip', '10.1.2.3'],
    ['ip', '100.64.1.1'],
    ['ip', '127.0.0.1'],
    ['ip', '192.168.1.1'],
    ['ip', '172.31.255.255'],
    ['ip', '203.0.113.9'],
    ['ip', 'fe80:0:0:0::/64'],
    ['ip', '2001:db8:1:2::/64'],
    ['email', 'careers@example.com'],
    ['wallet', 'xrp:rExampleExampleExampleExample'],
  ])('hold %s %s back with a reason in words', (kind, key) => {
    expect(warningFor(kind, key, 0)).toMatch(/^[A-Z"].*\.$/)
  })
  it.each<[IndicatorKind, string]>([
    ['domain', 'one.example.net'],
    ['ip', '8.8.4.4'],
    ['ip', '172.32.0.1'],
    ['email', 'someone@gmail.com'],
    ['phone', '+12025550101'],
    ['wallet', 'xrp:rExampleExampleExampleExample#77'],
  ])('let %s %s pass', (kind, key) => expect(warningFor(kind, key, 3)).toBeUndefined())
  it('count who holds a value', () => {
    expect(warningFor('phone', '+12025550101', 50)).toBeUndefined()
    expect(warningFor('phone', '+12025550101', 51)).toContain('51 personas')
  })
})

describe('confidence', () => {
  const said = (source: string, origin?: string, reliability = 'A', credibility = '1') => ({ source, origin, reliability, credibility })
  it('of one source is low however good it is, and of two with one origin too', () => {
    expect(confidenceOf([said('One')])).toBe('low')
    expect(confidenceOf([said('One'), said('one ')])).toBe('low')
    expect(confidenceOf([said('One', 'Root'), said('Two', 'root')])).toBe('low')
    expect(confidenceOf([said('One'), said('Two', undefined, 'F', '6')])).toBe('low')
    expect(confidenceOf([said('One'), said('Two')])).toBe('moderate')
  })
  it('sees through circles: whoever has it from each other says it once', () => {
    expect(independentSources([said('One', 'Two'), said('Two', 'Three'), said('Three', 'One')])).toBe(1)
    fc.assert(
      fc.property(
        fc.uniqueArray(fc.string({ minLength: 1, maxLength: 4 }), { minLength: 1, maxLength: 8, selector: (s) => s.trim().toLowerCase() }),
        (names) => {
          const chain = names.map((name, i) => said(name, names[(i + 1) % names.length]))
          expect(independentSources(chain)).toBe(1)
          expect(independentSources(chain.toReversed())).toBe(1)
        },
      ),
    )
  })
})

describe('a decision', () => {
  const decision = (kind: 'cleared' | 'confirmed' | 'inconclusive', known: readonly string[] = []) => ({
    seq: 1,
    persona: 'p-1',
    kind,
    reason: 'looked at',
    known,
    by: 'somebody',
    at: '2026-03-01T12:00:00.000Z',
  })
  it('says where a persona stands; the last one does', () => {
    expect(standingOf({ status: 'withdrawn' }, [])).toEqual({ status: 'withdrawn', decided: undefined })
    expect(standingOf({ status: 'withdrawn' }, [decision('confirmed'), decision('cleared')]).status).toBe('cleared')
    expect(standingOf({ status: 'open' }, [decision('confirmed')]).status).toBe('closed')
    expect(standingOf({ status: 'open' }, [decision('inconclusive')]).status).toBe('open')
  })
  it('knows what was known: a new version of a detector is no news, other evidence is', () => {
    const then = { detector: 'application/phone-shared', version: 1, because: ['s1', 's2'] as const }
    const known = [findingId('p-1', then)]
    const now = { ...aFinding('x', 'p-1', ['s2', 's1']), detector: then.detector, version: 3 }
    expect(newSince(decision('cleared', known), [now], [])).toEqual([])
    const more = { ...now, because: ['s1', 's2', 's3'] as const }
    expect(newSince(decision('cleared', known), [more], [])).toEqual([more])
    expect(newSince(decision('cleared', known), [{ ...more, direction: 'lowers' }], [])).toEqual([])
  })
  it('knows what was known by other numbers, whatever they are now', () => {
    const then = { detector: 'application/phone-shared', version: 2, because: ['s1'] as const }
    const used = [
      { ...then, numbers: { days: 3 } },
      { ...then, numbers: { days: 5 } },
    ]
    const ids = [undefined, { days: 3 }, { days: 5 }].map((numbers) => findingId('p-1', { ...then, numbers }))
    for (const known of ids)
      for (const numbers of [undefined, { days: 3 }, { days: 5 }]) {
        const now = { ...aFinding('x', 'p-1', ['s1']), ...then, numbers }
        expect(newSince(decision('cleared', [known]), [now], used)).toEqual([])
      }
    const now = { ...aFinding('x', 'p-1', ['s1']), ...then, numbers: { days: 3 } }
    const other = findingId('p-1', { ...then, numbers: { days: 4 } })
    expect(newSince(decision('cleared', [other]), [now], used)).toEqual([now])
  })
})
