import { base58, createBase58check } from '@scure/base'
import { sha256 } from '@noble/hashes/sha2.js'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { isBic, isImoCompany, isImoShip, isInn, isLei, isMmsi, isOgrn } from '../../../src/compute/keys/check-digits.ts'
import { exactKeys, meetingOf, type ExactKind, type ExactMore } from '../../../src/engine/screening/exact-keys.ts'
import { LISTED_IDENTIFIERS } from '../../../src/model/listed-party.ts'

const check58 = createBase58check((bytes: Uint8Array) => sha256(bytes))
const upTo = (length: number): Uint8Array => Uint8Array.from({ length }, (_, i) => i + 1)
const tron = check58.encode(Uint8Array.from([0x41, ...upTo(20)]))
const legacy = check58.encode(Uint8Array.from([0, ...upTo(20)]))
type Said = readonly [ExactKind, string, ExactMore?]
const meet = (asked: Said, listed: Said) =>
  exactKeys(...asked).flatMap((a) => exactKeys(...listed).flatMap((l) => meetingOf(a, l) ?? []))[0]

describe('numbers with a check', () => {
  it.each([
    // Examples of the registers and of the standards that define them.
    [isInn, '7830002293', 10],
    [isInn, '500100732259', 10],
    [isOgrn, '1027739642281', 10],
    [isOgrn, '304500116000157', 10],
    [isImoShip, '9074729', 10],
    [isImoCompany, '5466371', 10],
    [isLei, '506700GE1G29325QX363', 10],
  ] as const)('%o takes %s and no other last digit', (holds, number, ways) => {
    expect(holds(number)).toBe(true)
    const others = Array.from({ length: ways }, (_, i) => `${number.slice(0, -1)}${i}`).filter((one) => one !== number)
    expect(others.filter((one) => holds(one))).toEqual([])
  })
  it('says no to anything else', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 25 }), (text) => {
        fc.pre(!/^[A-Z0-9]+$/.test(text))
        for (const holds of [isInn, isOgrn, isLei, isImoShip, isImoCompany, isBic, isMmsi]) expect(holds(text)).toBe(false)
      }),
    )
  })
})

describe('wallets', () => {
  it('an exact address is exact, whatever token it is listed for', () => {
    expect(meet(['wallet', tron], ['wallet', tron, { currency: 'USDT' }])?.how).toBe('exact')
    expect(meet(['wallet', tron, { currency: 'TRC20' }], ['wallet', tron, { currency: 'TRX' }])?.how).toBe('exact')
  })
  it('an address that lost its case is never an exact match', () => {
    for (const damaged of [tron.toLowerCase(), tron.toUpperCase()]) {
      const met = meet(['wallet', damaged], ['wallet', tron, { currency: 'TRX' }])
      expect(met).toEqual({ how: 'damaged', says: `What was asked has "${damaged}", whose check does not hold; it would be "${tron}".` })
      expect(meet(['wallet', tron], ['wallet', damaged, { currency: 'TRX' }])?.how).toBe('damaged')
      expect(meet(['wallet', damaged], ['wallet', damaged, { currency: 'TRX' }])?.how).toBe('damaged')
    }
  })
  it('two addresses of a chain without checksum that differ in case are two', () => {
    const sol = base58.encode(upTo(32))
    const at = [...sol].findLastIndex((c) => /[a-hj-km-np-z]/.test(c))
    const other = sol.slice(0, at) + sol[at]!.toUpperCase() + sol.slice(at + 1)
    expect(meet(['wallet', sol, { currency: 'SOL' }], ['wallet', sol, { currency: 'SOL' }])?.how).toBe('exact')
    expect(meet(['wallet', other, { currency: 'SOL' }], ['wallet', sol, { currency: 'SOL' }])).toBeUndefined()
    expect(meet(['wallet', sol.toLowerCase(), { currency: 'SOL' }], ['wallet', sol, { currency: 'SOL' }])?.how).toBe('damaged')
  })
  it('one secret on two chains is said so', () => {
    expect(meet(['wallet', legacy], ['wallet', legacy, { currency: 'BSV' }])?.how).toBe('other-chain')
    const cash = exactKeys('wallet', legacy, { currency: 'BCH' })[0]!.key.slice('wallet:bitcoin-cash:'.length)
    expect(meet(['wallet', cash], ['wallet', legacy, { currency: 'BCH' }])?.how).toBe('exact')
    expect(meet(['wallet', `bitcoincash:${cash}`], ['wallet', legacy, { currency: 'BCH' }])?.how).toBe('exact')
    expect(meet(['wallet', legacy], ['wallet', cash, { currency: 'BCH' }])?.how).toBe('other-chain')
  })
  it('an address under the wrong currency is taken for what it is', () => {
    const [key] = exactKeys('wallet', tron, { currency: 'XBT' })
    expect(key).toMatchObject({ key: `wallet:tron:${tron}`, sound: 'valid', says: 'Written under XBT, and a sound address of tron.' })
    expect(meet(['wallet', tron], ['wallet', tron, { currency: 'XBT' }])?.how).toBe('exact')
  })
  it('the wallet inside an integrated address is met too', () => {
    const standard = '4AdUndXHHZ6cfufTMvppY6JwXNouMBzSkbLYfpAV5Usx3skxNgYeYTRj5UzqtReoS44qo9mtmXCqY45DJ852K5Jv2684Rge'
    const integrated = '4LL9oSLmtpccfufTMvppY6JwXNouMBzSkbLYfpAV5Usx3skxNgYeYTRj5UzqtReoS44qo9mtmXCqY45DJ852K5Jv2bYXZKKQePHES9khPK'
    expect(meet(['wallet', integrated], ['wallet', standard, { currency: 'XMR' }])?.how).toBe('exact')
  })
})

describe('other identifiers', () => {
  it.each<[Said, Said, string | undefined]>([
    [['imo', 'IMO 9074729'], ['imo', '9074729', { type: 'vessel' }], 'exact'],
    [['imo', '9074728'], ['imo', '9074729', { type: 'vessel' }], undefined],
    [['lei', '506700ge1g29325qx363'], ['lei', '506700GE1G29325QX363'], 'exact'],
    [['swift', 'TESTUS33XXX'], ['swift', 'TESTUS33'], 'exact'],
    [['swift', 'TESTUS33ABC'], ['swift', 'TESTUS33'], 'other-branch'],
    [['tail-number', 'N-123AB'], ['tail-number', 'n123ab'], 'exact'],
    [['email', 'Ada+x@example.com'], ['email', 'ada@example.com'], 'exact'],
    [['website', 'https://www.example.com/'], ['website', 'EXAMPLE.com'], 'exact'],
    // A page of a host is not the host.
    [['website', 'example.com'], ['website', 'https://example.com/ada'], undefined],
    [['phone', '+1 (202) 555-0101'], ['phone', '0012025550101'], 'exact'],
    [['account', 'GB33 BUKB 2020 1555 5555 55'], ['account', 'gb33bukb20201555555555'], 'exact'],
    [['passport', 'AB 123-456', { issuer: 'Atlantis' }], ['passport', 'ab123456', { issuer: 'ATLANTIS' }], 'exact'],
    [['passport', 'AB123456'], ['passport', 'AB123456', { issuer: 'Atlantis' }], 'issuer-unknown'],
    [['passport', 'AB123456'], ['passport', 'AB123456'], 'issuer-unknown'],
    [['registration', '1234567', { issuer: 'Atlantis' }], ['registration', '1234567', { issuer: 'Lemuria' }], 'issuer-differs'],
    [['registration', '1234567', { issuer: 'Atlantis' }], ['tax', '1234567', { issuer: 'Atlantis' }], 'other-kind'],
    // One register, many names for its number.
    [['registration', '1027739642281', { issuer: 'Russia' }], ['tax', 'OGRN 1027739642281'], 'exact'],
    [['registration', '1027739642281'], ['tax', '1027739642281', { label: 'OGRN' }], 'other-kind'],
    [['tax', '7830002292', { label: 'INN' }], ['tax', '7830002292', { label: 'INN' }], 'damaged'],
    [['registration', '12'], ['registration', '12'], undefined],
  ])('%j and %j: %s', (asked, listed, how) => expect(meet(asked, listed)?.how).toBe(how))
  it('comes to an answer on anything, and a thing meets itself', () => {
    fc.assert(
      fc.property(
        fc.constantFrom<ExactKind>(...LISTED_IDENTIFIERS, 'wallet'),
        fc.oneof(fc.string(), fc.string({ unit: 'binary' })),
        fc.option(fc.string()),
        (kind, value, issuer) => {
          for (const key of exactKeys(kind, value, issuer === null ? {} : { issuer, label: issuer, currency: issuer })) {
            expect(key.key).not.toBe('')
            expect(meetingOf(key, key)).toBeDefined()
          }
        },
      ),
      { numRuns: 2_000 },
    )
  })
})
