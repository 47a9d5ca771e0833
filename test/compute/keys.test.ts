import { base58, bech32m, createBase58check } from '@scure/base'
import { sha256 } from '@noble/hashes/sha2.js'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { bankAccountKey } from '../../src/compute/keys/bank-account.ts'
import { deviceKey, givenDeviceKey, hardwareKey } from '../../src/compute/keys/device.ts'
import { domainKey } from '../../src/compute/keys/domain.ts'
import { emailKey, mailboxKey } from '../../src/compute/keys/email.ts'
import { networkKey, networkKeyOf, publicNetworkKey } from '../../src/compute/keys/network.ts'
import { phoneKey } from '../../src/compute/keys/phone.ts'
import { postalAddressKey } from '../../src/compute/keys/postal-address.ts'
import { chainKey, walletKey } from '../../src/compute/keys/wallet.ts'

/** Two spellings of one thing have one key; two things have two; what is none has none. */

describe('mailboxes', () => {
  it.each([
    ['Example.One+jobs@GMail.com', 'exampleone@googlemail.com'],
    ['Ada+x@example.com', 'ADA@example.com'],
    ['ada@bücher.example', 'ada@xn--bcher-kva.example'],
  ])('%s is %s', (a, b) => expect(emailKey(a)).toBe(emailKey(b)))
  it('knows which domains of a provider reach one mailbox, and what it ignores', () => {
    const at = (domain: string): string => `example.one+x@${domain}`
    expect(emailKey(at('pm.me'))).toBe(emailKey('example_one@protonmail.com'))
    expect(emailKey(at('me.com'))).toBe(emailKey('example.one@icloud.com'))
    expect(emailKey(at('outlook.com'))).not.toBe(emailKey(at('hotmail.com')))
  })
  it.each([
    ['a.da@example.com', 'ada@example.com'],
    // A provider that says nothing about the plus keeps it.
    ['ada+x@mail.example', 'ada@mail.example'],
  ])('%s is not %s', (a, b) => expect(emailKey(a)).not.toBe(emailKey(b)))
  it.each(['', 'ada', '@example.com', 'ada@', 'ada@localhost', 'Ada <ada@example.com>'])('"%s" is none', (text) =>
    expect(mailboxKey(text)).toBeUndefined(),
  )
  it('is its own key', () => {
    fc.assert(fc.property(fc.emailAddress(), (address) => emailKey(emailKey(address)) === emailKey(address)))
  })
})

describe('numbers', () => {
  it.each([
    ['+1 (202) 555-0101', undefined, '+12025550101'],
    ['202-555-0101', undefined, '+12025550101'],
    ['12025550101', undefined, '+12025550101'],
    ['0044 7700 900123', undefined, '+447700900123'],
    ['07700 900123', 'GB', '+447700900123'],
  ])('%s (%s) is %s', (written, region, key) => expect(phoneKey(written, region)).toBe(key))
  it.each(['07700 900123', '12345', 'call me', ''])('"%s" is none', (text) => expect(phoneKey(text)).toBeUndefined())
})

const check58 = createBase58check((bytes: Uint8Array) => sha256(bytes))
/** An address of this version around these twenty bytes. */
const versioned = (version: number, body: Uint8Array): string => check58.encode(Uint8Array.from([version, ...body]))
const upTo = (length: number): Uint8Array => Uint8Array.from({ length }, (_, i) => i + 1)

describe('wallets', () => {
  it('tells chains by their form and their checksum', () => {
    const soundOf = (address: string) => [walletKey(address)?.chain, walletKey(address)?.sound]
    expect(soundOf(versioned(0x00, upTo(20)))).toEqual(['bitcoin', 'valid'])
    expect(soundOf(versioned(0x05, upTo(20)))).toEqual(['bitcoin', 'valid'])
    expect(soundOf(versioned(0x41, upTo(20)))).toEqual(['tron', 'valid'])
    expect(soundOf(versioned(0x30, upTo(20)))).toEqual(['litecoin', 'valid'])
    expect(soundOf(versioned(0x1e, upTo(20)))).toEqual(['dogecoin', 'valid'])
    expect(soundOf(bech32m.encode('bc', [1, ...bech32m.toWords(upTo(32))]))).toEqual(['bitcoin', 'valid'])
    expect(soundOf(base58.encode(upTo(32)))).toEqual(['solana', 'unchecked'])
    // The account of the number one, from the XRP Ledger's documentation of special addresses.
    expect(soundOf('rrrrrrrrrrrrrrrrrrrrBZbvji')).toEqual(['xrp', 'valid'])
  })
  it('takes every spelling of one EVM address for one, on every EVM chain', () => {
    // The first example of EIP-55.
    const mixed = '0x5aAeb6053F3E94C9b9A09f33669435E7Ef1BeAed'
    const key = { chain: 'ethereum', address: mixed.toLowerCase(), sound: 'valid' }
    for (const written of [mixed, mixed.toLowerCase(), `0x${mixed.slice(2).toUpperCase()}`]) expect(walletKey(written)).toEqual(key)
    for (const chain of ['ETH', 'ERC-20', 'Polygon', 'bsc']) expect(walletKey(mixed, chain)).toEqual(key)
    // A token stands on several chains, so the form decides.
    expect(walletKey(mixed, 'USDT')).toEqual(key)
    expect(chainKey('TRC-20')).toBe('tron')
  })
  it('keeps a damaged address as written, and says so', () => {
    const wrongCase = '0x5aAeb6053F3E94C9b9A09f33669435E7Ef1Beaed'
    expect(walletKey(wrongCase)).toEqual({ chain: 'ethereum', address: wrongCase, sound: 'damaged' })
    const good = bech32m.encode('bc', [1, ...bech32m.toWords(upTo(32))])
    expect(walletKey(`${good.slice(0, -1)}${good.endsWith('q') ? 'p' : 'q'}`)).toMatchObject({ chain: 'bitcoin', sound: 'damaged' })
    expect(walletKey('0x1234', 'eth')).toMatchObject({ sound: 'damaged' })
  })
  it('knows nothing of what no form fits, unless somebody names the chain', () => {
    expect(walletKey('hello')).toBeUndefined()
    expect(walletKey('addr1xyz', 'Cardano')).toEqual({ chain: 'cardano', address: 'addr1xyz', sound: 'unchecked' })
  })
  it('notices every single wrong letter', () => {
    const alphabet = '123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz'
    fc.assert(
      fc.property(fc.uint8Array({ minLength: 20, maxLength: 20 }), fc.nat(), fc.nat(), (body, at, by) => {
        const good = versioned(0x41, body)
        const i = 1 + (at % (good.length - 1))
        const letter = alphabet[(alphabet.indexOf(good[i]!) + 1 + (by % 57)) % 58]!
        const bad = good.slice(0, i) + letter + good.slice(i + 1)
        return walletKey(good)?.sound === 'valid' && walletKey(bad, 'tron')?.sound === 'damaged'
      }),
    )
  })
})

describe('bank accounts', () => {
  it('has one key for an IBAN however it is spaced', () => {
    expect(bankAccountKey({ number: 'GB33 BUKB 2020 1555 5555 55' })).toEqual({ key: 'iban:GB33BUKB20201555555555', sound: 'valid' })
    expect(bankAccountKey({ number: 'iban gb33bukb20201555555555' })?.key).toBe('iban:GB33BUKB20201555555555')
  })
  it('says when the check digits do not hold', () => {
    expect(bankAccountKey({ number: 'GB34 BUKB 2020 1555 5555 55' })).toEqual({ key: 'iban:GB34BUKB20201555555555', sound: 'damaged' })
  })
  it('wants the bank beside a bare number', () => {
    const at = (bank: string, number: string): string | undefined => bankAccountKey({ number, bank })?.key
    expect(at('20-20-15', '00123456')).toBe(at('202015', '123456'))
    expect(at('20-20-16', '00123456')).not.toBe(at('202015', '123456'))
    expect(bankAccountKey({ number: '00123456' })).toBeUndefined()
  })
  it('has none for a masked number', () => expect(bankAccountKey({ number: '****1234', bank: '202015' })).toBeUndefined())
  it('knows a customer of a payment service by the mailbox', () => {
    expect(bankAccountKey({ number: 'Ada+pay@example.com', service: 'PayPal' })?.key).toBe('paypal:ada@example.com')
  })
})

describe('addresses of people and networks', () => {
  it.each([
    ['1200 Main Street, Apt. 4B, Springfield, IL 62701-1234, USA', '1200 Main St #4B Springfield IL 62701'],
    ['7 North Oak Avenue, Suite 5, Testville', '7 n oak ave ste 5 testville'],
    ['Hauptstraße 12, 10115 Musterstadt', 'Hauptstr. 12 10115 Musterstadt'],
  ])('%s is %s', (a, b) => {
    expect(postalAddressKey(a)).toBeDefined()
    expect(postalAddressKey(a)).toBe(postalAddressKey(b))
  })
  it('keeps two units of one house apart', () =>
    expect(postalAddressKey('1200 Main St Apt 4B, Springfield')).not.toBe(postalAddressKey('1200 Main St Apt 4C, Springfield')))
  it.each(['Springfield, IL', '62701', 'Main Street, Springfield', ''])('"%s" is no full address', (text) =>
    expect(postalAddressKey(text)).toBeUndefined(),
  )
  it('takes an IPv6 address by its /64 and an IPv4 address in IPv6 clothes for itself', () => {
    expect(networkKey('2001:db8:0:1::5')).toBe(networkKey('2001:0db8:0000:0001:aaaa::'))
    expect(networkKey('2001:db8:0:2::5')).not.toBe(networkKey('2001:db8:0:1::5'))
    expect(networkKey('::ffff:192.0.2.7')).toBe('192.0.2.7')
    expect(networkKeyOf(' 192.0.2.7 ')).toBe('192.0.2.7')
    for (const text of ['192.0.2.256', 'example.com', '12:30', '']) expect(networkKeyOf(text), text).toBeUndefined()
  })
  it('takes a host for itself whatever stands around it', () => {
    for (const text of ['https://www.Example.com/about?x=1', 'example.com.', 'EXAMPLE.com:443']) expect(domainKey(text)).toBe('example.com')
    expect(domainKey('www.com')).toBe('www.com')
    for (const text of ['localhost', '192.0.2.7', 'a b.example', '-']) expect(domainKey(text), text).toBeUndefined()
  })
})

describe('what everybody has', () => {
  it('an address inside a home or office is nobody’s', () => {
    for (const ip of [
      '10.0.0.5',
      '192.168.1.1',
      '172.16.0.9',
      '172.31.0.9',
      '127.0.0.1',
      '169.254.1.1',
      '::1',
      'fe80::1',
      'fd00:1::5',
      '::ffff:192.168.1.1',
    ])
      expect(publicNetworkKey(ip), ip).toBeUndefined()
    for (const ip of ['192.0.2.7', '172.32.0.9', '100.64.0.1', '2001:db8::1', '::ffff:192.0.2.7'])
      expect(publicNetworkKey(ip), ip).toBe(networkKey(ip))
  })

  it('an id of zeros is no device', () => {
    for (const id of ['00000000-0000-0000-0000-000000000000', '{00000000-0000-0000-0000-000000000000}', '00:00:00:00:00:00', '0'])
      expect(givenDeviceKey(id), id).toBeUndefined()
    expect(givenDeviceKey('0a1b2c3d-0000-4000-8000-00000000abcd')).toBe('0a1b2c3d-0000-4000-8000-00000000abcd')
  })
})

describe('devices', () => {
  it('takes no notice of the case of hexadecimal ids, and of no other', () => {
    expect(deviceKey('{0A1B2C3D-0000-4000-8000-00000000ABCD}')).toBe('0a1b2c3d-0000-4000-8000-00000000abcd')
    expect(deviceKey('AA:BB:CC:DD:EE:01')).toBe('aa:bb:cc:dd:ee:01')
    expect(deviceKey('aa-bb-cc-dd-ee-01')).toBe('aa:bb:cc:dd:ee:01')
    expect(deviceKey('Cookie-Xy')).toBe('Cookie-Xy')
  })
  it('reads an access point in any spelling', () => {
    expect(hardwareKey('02-00-5E-10-00-01')).toBe(hardwareKey('0200.5e10.0001'))
    for (const text of ['00:00:00:00:00:00', 'ff:ff:ff:ff:ff:ff', '02:00:5e', 'home']) expect(hardwareKey(text), text).toBeUndefined()
  })
})
