import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { sha256 } from '@noble/hashes/sha2.js'
import { bech32, createBase58check } from '@scure/base'
import { describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import { EXACT } from '../../src/engine/screening/exact.ts'
import { openParties } from '../../src/engine/screening/open-list.ts'
import { screenSubject } from '../../src/engine/screening/screen-subject.ts'
import list from '../../src/catalog/lists/public-designations/list.ts'
import { DESIGNATIONS } from '../../src/catalog/lists/public-designations/shipped.ts'

/** Our own list: facts about named people and companies, so every one has a source that was read, a day, and no address that is mistyped. */

const ROOT = resolve(import.meta.dirname, '../..')
const SOURCES = resolve(ROOT, 'src/catalog/sources')
const files = list.ships?.() ?? []
const reading = list.formats[0].read(list.formats[0].recognise(files) ?? [])
const byId = new Map(reading.parties.map((party) => [party.id, party]))
const base58 = createBase58check(sha256)

const checks: readonly (readonly [RegExp, (address: string) => unknown])[] = [
  [/^[13T][1-9A-HJ-NP-Za-km-z]{25,34}$/, (address) => base58.decode(address)],
  [/^bc1[a-z0-9]{8,87}$/, (address) => bech32.decode(address as `${string}1${string}`, 120)],
  [/^0x[0-9a-f]{40}$/, () => 'written without a checksum by the authority'],
]

describe('the designations', () => {
  it('come with the program, the same bytes at every call, and are all read', () => {
    expect(list.ships?.()).toEqual(files)
    expect(files.length).toBe(1)
    expect(reading.notes).toEqual([])
    expect(reading.parties.length).toBe(DESIGNATIONS.length)
    expect(DESIGNATIONS.length).toBeGreaterThan(80)
  })

  it('cite sources that are there and that were read', () => {
    const sources = new Map(
      readdirSync(SOURCES).map((name) => [
        name.replace(/\.yml$/, ''),
        parse(readFileSync(resolve(SOURCES, name), 'utf8')) as { read: string },
      ]),
    )
    for (const { id, cites } of DESIGNATIONS) {
      for (const cite of cites)
        expect(['primary', 'primary-excerpt', 'third-party'], `${id} cites ${cite}`).toContain(sources.get(cite)?.read)
    }
  })

  it('tie to entries that are there, and never to themselves', () => {
    const ties = DESIGNATIONS.flatMap(({ id, ties }) => (ties ?? []).map((tie) => ({ id, tie })))
    expect(ties.length).toBeGreaterThan(20)
    for (const { id, tie } of ties) if (tie.by === 'id') expect(byId.has(tie.party) && tie.party !== id, `${id} → ${tie.party}`).toBe(true)
  })

  it('have addresses whose checksum is right, each of one entry', () => {
    const addresses = reading.parties.flatMap(({ wallets }) => wallets.map(({ address }) => address))
    expect(addresses.length).toBe(80)
    expect(new Set(addresses).size).toBe(addresses.length)
    for (const address of addresses) {
      const check = checks.find(([form]) => form.test(address))
      expect(check, address).toBeDefined()
      expect(() => check?.[1](address), address).not.toThrow()
    }
  })

  it('have one entry for each party: no two share a name and a year of birth, a name where neither has one, a wallet or a domain', () => {
    const taken = new Map<string, string>()
    const twice: string[] = []
    for (const { id, type, names, births, wallets, identifiers } of reading.parties) {
      const years = births.length === 0 ? ['no year'] : births.map(({ from }) => from.slice(0, 4))
      const plain = (name: string): string =>
        name
          .normalize('NFKD')
          .replaceAll(/\p{M}|[^\p{L}\p{N} ]/gu, '')
          .toLowerCase()
      const words = (name: string): string => plain(name).split(/\s+/).sort().join(' ')
      const keys = new Set([
        ...names.flatMap(({ full }) => years.map((year) => `${type} ${words(full)} ${year}`)),
        ...wallets.map(({ address }) => address.toLowerCase()),
        ...identifiers.filter(({ kind }) => kind === 'website').map(({ value }) => value.toLowerCase()),
      ])
      for (const key of keys) if (taken.has(key)) twice.push(`${taken.get(key)} and ${id}: ${key}`)
      for (const key of keys) taken.set(key, id)
    }
    expect(taken.size).toBeGreaterThan(reading.parties.length)
    expect(twice).toEqual([])
  })

  it('keep the day of an address that was added later', () => {
    const wallets = byId.get('sim-hyon-sop')?.wallets ?? []
    expect([wallets.length, wallets.filter(({ since }) => since === '2026-03-12').length]).toEqual([12, 11])
    expect(byId.get('cheil-credit-bank')?.wallets.every(({ since }) => since === '2025-11-04')).toBe(true)
  })

  it('find an address that was added later only from its day on', () => {
    const version = {
      list: list.id,
      hash: 'f'.repeat(64),
      published: '2026-11-28',
      imported: '2026-11-28T00:00:00.000Z',
      reader: 'x@1',
      format: 'x',
    }
    const opened = openParties({ ...version, entries: 1, names: 1, notes: 0, files: [] }, [byId.get('sim-hyon-sop')!])
    const asked = { id: '1', type: 'unknown', names: [], births: [], identifiers: [], addresses: [] } as const
    const found = (address: string, asOf: string) =>
      screenSubject({ ...asked, wallets: [{ address }] }, [opened], { mode: 'standard', least: 0.8, asOf }, EXACT).length
    const later = 'TGXE9dGWawjfd3xqFSho1h1bRbRv9wUGrF'
    expect([found(later, '2026-03-11'), found(later, '2026-03-12')]).toEqual([0, 1])
    expect(found('0x4f47bc496083c727c5fbe3ce9cdf2b0f6496270c', '2024-01-01')).toBe(1)
  })

  it('keep the main banker under the programme that the authority lists him under', () => {
    expect(byId.get('sim-hyon-sop')?.programmes).toEqual(['NPWMD'])
  })

  it('keep what was taken off, with its day, and say of a domain that nobody was designated', () => {
    expect(byId.get('tornado-cash')?.delisted).toBe('2025-03-21')
    const domains = reading.parties.filter(({ id }) => id.startsWith('domain '))
    expect(domains.length).toBe(37)
    for (const { programmes } of domains) expect(['court seizure', 'published research']).toContain(programmes[0])
  })
})

const reference = resolve(ROOT, process.env['BONAFIDE_SHARED_DATA'] ?? '../shared/data', '../catalogue/threats_reference.json')
describe.skipIf(!existsSync(reference))(`against the reference (needs ${reference}; set BONAFIDE_SHARED_DATA)`, () => {
  const { wallets, wallets_unverified } = existsSync(reference)
    ? (JSON.parse(readFileSync(reference, 'utf8')) as Record<
        'wallets' | 'wallets_unverified',
        { address: string; sdn_list_date: string }[]
      >)
    : { wallets: [], wallets_unverified: [] }
  const ours = new Map(
    reading.parties.flatMap((party) => party.wallets.map(({ address, since }) => [address.toLowerCase(), since ?? party.listed] as const)),
  )

  it('has every address that is verified, with its day, and none that is not', () => {
    expect(wallets.length).toBeGreaterThan(0)
    expect(new Set(ours.keys())).toEqual(new Set(wallets.map(({ address }) => address.toLowerCase())))
    for (const { address, sdn_list_date: day } of wallets) expect(ours.get(address.toLowerCase())).toBe(day)
    for (const { address } of wallets_unverified) expect(ours.has(address.toLowerCase())).toBe(false)
  })
})
