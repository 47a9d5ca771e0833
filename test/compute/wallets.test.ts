import { base58, base58xmr, base58xrp, bech32, bech32m, createBase58check } from '@scure/base'
import { sha256 } from '@noble/hashes/sha2.js'
import { keccak_256 } from '@noble/hashes/sha3.js'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { cashAddress, readCashAddress } from '../../src/compute/keys/cash-address.ts'
import { readMoneroAddress } from '../../src/compute/keys/monero-address.ts'
import { restoreCase } from '../../src/compute/keys/restore-case.ts'
import { firstOfDoubleSha256 } from '../../src/compute/keys/short-sha256.ts'
import { chainKey, walletKey } from '../../src/compute/keys/wallet.ts'

const check58 = createBase58check((bytes: Uint8Array) => sha256(bytes))
const versioned = (version: string, body: Uint8Array): string => check58.encode(Uint8Array.from([...Buffer.from(version, 'hex'), ...body]))
const upTo = (length: number): Uint8Array => Uint8Array.from({ length }, (_, i) => i + 1)
const hash20 = fc.uint8Array({ minLength: 20, maxLength: 20 })
const summed = (bytes: readonly number[]): Uint8Array => Uint8Array.from([...bytes, ...keccak_256(Uint8Array.from(bytes)).subarray(0, 4)])

describe('Bitcoin Cash', () => {
  // The table "Examples of address translation" of the format's specification.
  const TRANSLATED = [
    ['1BpEi6DfDAUFd7GtittLSdBeYJvcoaVggu', 'bitcoincash:qpm2qsznhks23z7629mms6s4cwef74vcwvy22gdx6a'],
    ['1KXrWXciRDZUpQwQmuM1DbwsKDLYAYsVLR', 'bitcoincash:qr95sy3j9xwd2ap32xkykttr4cvcu7as4y0qverfuy'],
    ['16w1D5WRVKJuZUsSRzdLp9w3YGcgoxDXb', 'bitcoincash:qqq3728yw0y47sqn6l2na30mcw6zm78dzqre909m2r'],
    ['3CWFddi6m4ndiGyKqzYvsFYagqDLPVMTzC', 'bitcoincash:ppm2qsznhks23z7629mms6s4cwef74vcwvn0h829pq'],
    ['3LDsS579y7sruadqu11beEJoTjdFiFCdX4', 'bitcoincash:pr95sy3j9xwd2ap32xkykttr4cvcu7as4yc93ky28e'],
    ['31nwvkZwyPdgzjBJZXfDmSWsC4ZLKpYyUw', 'bitcoincash:pqq3728yw0y47sqn6l2na30mcw6zm78dzq5ucqzc37'],
  ] as const
  it.each(TRANSLATED)('%s and %s are one key', (legacy, written) => {
    const key = { chain: 'bitcoin-cash', address: written.slice('bitcoincash:'.length), sound: 'valid' }
    for (const one of [written, written.slice('bitcoincash:'.length), written.toUpperCase()]) expect(walletKey(one)).toEqual(key)
    expect(walletKey(legacy, 'BCH')).toEqual(key)
    // Nobody names the chain: the letters are Bitcoin's own.
    expect(walletKey(legacy)?.chain).toBe('bitcoin')
  })
  it('takes a hash of 32 bytes, and an address for tokens for the address it pays to', () => {
    const long = 'bitcoincash:qvch8mmxy0rtfrlarg7ucrxxfzds5pamg73h7370aa87d80gyhqxq5nlegake'
    expect(Buffer.from(readCashAddress(long)?.hash ?? []).toString('hex')).toBe(
      '3173ef6623c6b48ffd1a3dcc0cc6489b0a07bb47a37f47cfef4fe69de825c060',
    )
    expect(walletKey(long)).toMatchObject({ chain: 'bitcoin-cash', sound: 'valid' })
  })
  it.each([
    'bitcoincash:qpzry9x8gf2tvdw0s3jn54khce6mua7lcw20ayyn',
    'bchtest:pr6m7j9njldwwzlg9v7v53unlr4jkmx6eyvwc0uz5t',
    'bitcoincash:Qpm2qsznhks23z7629mms6s4cwef74vcwvy22gdx6a',
    'bitcoincash:bitcoincash:qpm2qsznhks23z7629mms6s4cwef74vcwvy22gdx6a',
    'bitcoincash:',
    'q',
    'q'.repeat(42),
  ])('%s is none', (written) => expect(readCashAddress(written)).toBeUndefined())
  it('writes what it reads, and notices a changed letter', () => {
    fc.assert(
      fc.property(hash20, fc.constantFrom('key' as const, 'script' as const), fc.nat(41), fc.nat(30), (hash, kind, at, by) => {
        const written = cashAddress({ kind, hash })
        const letters = 'qpzry9x8gf2tvdw0s3jn54khce6mua7l'
        const other = letters[(letters.indexOf(written[at]!) + 1 + by) % 32]!
        expect(readCashAddress(written)).toEqual({ kind, hash })
        expect(readCashAddress(written.slice(0, at) + other + written.slice(at + 1))).toBeUndefined()
      }),
    )
  })
})

describe('Monero', () => {
  // Both from Monero's own documentation: one wallet, and the same with a payment's id in it.
  const standard = '4AdUndXHHZ6cfufTMvppY6JwXNouMBzSkbLYfpAV5Usx3skxNgYeYTRj5UzqtReoS44qo9mtmXCqY45DJ852K5Jv2684Rge'
  const integrated = '4LL9oSLmtpccfufTMvppY6JwXNouMBzSkbLYfpAV5Usx3skxNgYeYTRj5UzqtReoS44qo9mtmXCqY45DJ852K5Jv2bYXZKKQePHES9khPK'
  it('reads the three kinds, and the wallet inside an integrated address', () => {
    expect(walletKey(standard)).toEqual({ chain: 'monero', address: standard, sound: 'valid' })
    expect(walletKey(integrated, 'XMR')).toEqual({ chain: 'monero', address: integrated, sound: 'valid' })
    expect(readMoneroAddress(integrated)).toEqual({ kind: 'integrated', wallet: standard })
    const sub = base58xmr.encode(summed([42, ...upTo(64)]))
    expect(sub).toMatch(/^8/)
    expect(walletKey(sub)).toEqual({ chain: 'monero', address: sub, sound: 'valid' })
  })
  it('says when one is damaged', () => {
    expect(walletKey(standard.replace('4AdU', '4AdV'))).toMatchObject({ chain: 'monero', sound: 'damaged' })
    expect(walletKey(standard.toLowerCase(), 'XMR')).toMatchObject({ chain: 'monero', sound: 'damaged' })
    // A block whose number is more than eight bytes hold.
    expect(walletKey(`4${'z'.repeat(94)}`, 'XMR')).toMatchObject({ sound: 'damaged' })
    // A test network's.
    expect(readMoneroAddress(base58xmr.encode(summed([53, ...upTo(64)])))).toBeUndefined()
  })
})

describe('other chains', () => {
  it('tells them by form and checksum', () => {
    const soundOf = (address: string, named?: string) => [walletKey(address, named)?.chain, walletKey(address, named)?.sound]
    expect(soundOf(versioned('4c', upTo(20)))).toEqual(['dash', 'valid'])
    expect(soundOf(versioned('10', upTo(20)))).toEqual(['dash', 'valid'])
    expect(soundOf(versioned('1cb8', upTo(20)))).toEqual(['zcash', 'valid'])
    expect(soundOf(versioned('1cbd', upTo(20)))).toEqual(['zcash', 'valid'])
    expect(soundOf(versioned('169a', upTo(64)))).toEqual(['zcash', 'valid'])
    expect(soundOf(bech32.encode('zs', bech32.toWords(upTo(43)), 100))).toEqual(['zcash', 'valid'])
    expect(soundOf(bech32m.encode('u', bech32m.toWords(upTo(80)), 1000))).toEqual(['zcash', 'valid'])
    expect(soundOf(bech32.encode('bnb', bech32.toWords(upTo(20))), 'BNB')).toEqual(['bnb-beacon', 'valid'])
    expect(soundOf(versioned('26', upTo(20)))).toEqual(['bitcoin-gold', 'valid'])
    expect(soundOf(versioned('00', upTo(20)), 'BSV')).toEqual(['bitcoin-sv', 'valid'])
    // Verge and Dogecoin share a version, so the name decides.
    expect(soundOf(versioned('1e', upTo(20)), 'XVG')).toEqual(['verge', 'valid'])
    expect(soundOf(versioned('1e', upTo(20)))).toEqual(['dogecoin', 'valid'])
  })
  it('has one key for two spellings of one Litecoin script, and of one Zcash key', () => {
    expect(walletKey(versioned('05', upTo(20)), 'LTC')).toEqual(walletKey(versioned('32', upTo(20)), 'LTC'))
    // ZIP 320's own pair.
    expect(walletKey('tex1s2rt77ggv6q989lr49rkgzmh5slsksa9khdgte')).toEqual(walletKey('t1VmmGiyjVNeCjxDZzg7vZmd99WyzVby9yC'))
  })
  it('maps what a list calls a currency to a chain, and leaves tokens to the form', () => {
    expect(
      ['XBT', 'ETH', 'XMR', 'LTC', 'ZEC', 'DASH', 'BTG', 'ETC', 'BSV', 'BCH', 'XVG', 'XRP', 'ARB', 'BSC', 'SOL', 'TRX'].map(chainKey),
    ).toEqual([
      'bitcoin',
      'ethereum',
      'monero',
      'litecoin',
      'zcash',
      'dash',
      'bitcoin-gold',
      'ethereum',
      'bitcoin-sv',
      'bitcoin-cash',
      'verge',
      'xrp',
      'ethereum',
      'ethereum',
      'solana',
      'tron',
    ])
    for (const token of ['USDT', 'USDC', 'BNB']) expect(walletKey(versioned('41', upTo(20)), token)?.chain).toBe('tron')
  })
  it('is its own key', () => {
    fc.assert(
      fc.property(hash20, fc.constantFrom('00', '05', '41', '30', '1e', '4c', '1cb8'), (body, version) => {
        const key = walletKey(versioned(version, body))
        expect(walletKey(key!.address, key!.chain)).toEqual(key)
      }),
    )
  })
  it('comes to an answer on anything', () => {
    const alphabet = 'bitcoincash:qpzry9x8gf2tvdw0s3jn54khce6mua7lBCDEFGHJKLMNPQRSTUVWXYZ148tzu'
    fc.assert(
      fc.property(
        fc.oneof(fc.string({ maxLength: 200 }), fc.string({ unit: fc.constantFrom(...alphabet), minLength: 20, maxLength: 130 })),
        (text) => {
          const key = walletKey(text)
          if (key?.sound === 'valid') expect(walletKey(key.address, key.chain)).toEqual(key)
          expect(restoreCase(text, undefined, 4).state).toBeTypeOf('string')
        },
      ),
      { numRuns: 500 },
    )
  })
})

describe('an address whose letters were made one case', () => {
  const address = versioned('41', upTo(20))
  it('is damaged, whoever names the chain', () => {
    expect(walletKey(address.toLowerCase())).toMatchObject({ chain: 'tron', sound: 'damaged' })
    expect(walletKey(address.toUpperCase(), 'TRX')).toMatchObject({ chain: 'tron', sound: 'damaged' })
    expect(walletKey(base58.encode(upTo(32)).toLowerCase(), 'SOL')).toMatchObject({ chain: 'solana', sound: 'damaged' })
  })
  // Many zeros make an address of few letters, so that the whole search is short.
  const bitcoinFew = fc
    .uint8Array({ minLength: 7, maxLength: 7 })
    .map((tail) => versioned('00', Uint8Array.from([...Array.from({ length: 13 }, () => 0), ...tail])))
    .filter((one) => one.replace(/[^A-Za-z]/g, '').length >= 12)
  it('comes back by its checksum', () => {
    fc.assert(
      fc.property(bitcoinFew, fc.boolean(), (one, upper) => {
        const restored = restoreCase(upper ? one.toUpperCase() : one.toLowerCase())
        expect(restored).toMatchObject({ state: 'restored', address: one, chain: 'bitcoin' })
      }),
      { numRuns: 20 },
    )
  })
  it('comes back as what trying every case one by one finds', () => {
    fc.assert(
      fc.property(bitcoinFew, (one) => {
        const spellings = [...one.toLowerCase()].reduce<string[]>(
          (all, c) => all.flatMap((start) => (c === c.toUpperCase() ? [start + c] : [start + c, start + c.toUpperCase()])),
          [''],
        )
        const sound = spellings.filter((text) => walletKey(text, 'BTC')?.sound === 'valid')
        expect(sound).toEqual([one])
        expect(restoreCase(one.toLowerCase(), 'BTC')).toMatchObject({ address: one })
      }),
      { numRuns: 3 },
    )
  })
  it.each(['41', '1cb8', '05', 'xrp'])('comes back whatever its version and alphabet are (%s)', (version) => {
    const written = (body: Uint8Array): string => {
      if (version !== 'xrp') return versioned(version, body)
      const bytes = Uint8Array.from([0, ...body])
      return base58xrp.encode(Uint8Array.from([...bytes, ...sha256(sha256(bytes)).subarray(0, 4)]))
    }
    // The first whose search happens to be short.
    for (let seed = 0; ; seed++) {
      const one = written(sha256(Uint8Array.of(seed, seed >> 8)).subarray(0, 20))
      const restored = restoreCase(one.toLowerCase(), undefined, 2 ** 16)
      if (restored.state === 'not-tried' && seed < 60_000) continue
      expect(restored).toMatchObject({ state: 'restored', address: one })
      break
    }
  })
  it('stays as it is where nothing can tell, and says why', () => {
    expect(restoreCase(address)).toMatchObject({ state: 'not-tried' })
    expect(restoreCase(address.toLowerCase(), undefined, 100)).toMatchObject({
      state: 'not-tried',
      why: expect.stringContaining('too many letters'),
    })
    const monero = base58xmr.encode(summed([18, ...upTo(64)])).toLowerCase()
    expect(restoreCase(monero)).toMatchObject({ state: 'not-tried', why: expect.stringContaining('too many letters') })
    expect(restoreCase(base58.encode(upTo(32)).toLowerCase(), 'SOL')).toMatchObject({
      state: 'not-tried',
      why: expect.stringContaining('no checksum'),
    })
    expect(restoreCase('hello there')).toMatchObject({ state: 'not-tried' })
  })
  it('is not found where more than the case is wrong', () => {
    fc.assert(
      fc.property(bitcoinFew, (one) => {
        const wrong = one.toLowerCase().replace(/[2-9]/, (digit) => (digit === '9' ? '2' : String(Number(digit) + 1)))
        fc.pre(wrong !== one.toLowerCase())
        expect(restoreCase(wrong).state).toBe('none')
      }),
      { numRuns: 10 },
    )
  })
  it('is checked by the same hash as everywhere', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 55 }), (bytes) => {
        const words = new Int32Array(Math.ceil(bytes.length / 4))
        for (const [i, byte] of bytes.entries()) words[i >> 2]! |= byte << (24 - 8 * (i & 3))
        expect(firstOfDoubleSha256(words, bytes.length)).toBe(Buffer.from(sha256(sha256(bytes))).readUInt32BE(0))
      }),
    )
  })
})
