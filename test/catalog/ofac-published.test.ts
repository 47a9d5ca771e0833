import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { describe, expect, it } from 'vitest'
import consolidated from '../../src/catalog/lists/ofac-consolidated/list.ts'
import sdn from '../../src/catalog/lists/ofac-sdn/list.ts'
import type { List, ListReading } from '../../src/kit/list.ts'
import { listedParty } from '../../src/model/listed-party.ts'

/** The office's own files. Only numbers are compared, so that a failure prints nobody's name. */

const SHARED = resolve(process.env['BONAFIDE_SHARED_DATA'] ?? '../shared/data', 'sanctions')
const DAYS = ['2022-05-09', '2023-05-19', '2023-05-25'] as const
const OF_2021 = ['full_2021-07_sdn.csv', 'full_2021-07_alt.csv', 'full_2021-07_add.csv', 'full_2021-07_sdn_comments.csv']
const OF_2025 = ['cons_prim_2025-12-19.csv', 'cons_alt_2025-12-19.csv', 'cons_add_2025-12-19.csv', 'cons_comments_2025-12-19.csv']

const textOf = (name: string): string => readFileSync(join(SHARED, 'ofac', name), 'latin1')
const rowsOf = (name: string): string[] =>
  textOf(name)
    .split(/\r?\n/)
    .filter((row) => /^\d+,/.test(row))

function read(list: List, names: readonly string[]): ListReading {
  const files = names.map((name) => ({ name, bytes: new Uint8Array(readFileSync(join(SHARED, 'ofac', name))) }))
  const format = list.formats.find((one) => one.recognise(files)?.length === files.length)
  if (format === undefined) throw new Error('no format recognises all of it')
  return format.read(files)
}

const walletsOf = ({ parties }: ListReading): Set<string> =>
  new Set(parties.flatMap(({ wallets }) => wallets.map(({ currency, address }) => `${currency} ${address}`)))

/** How many of these are not among those. */
const without = (these: ReadonlySet<string>, those: ReadonlySet<string>): number => [...these].filter((one) => !those.has(one)).length

/** Addresses of any day, each with its letters as published: `XBT 1…`. */
const known = (): Set<string> => {
  const folder = join(SHARED, 'crypto/0xB10C_2024-09-27')
  return new Set(
    readdirSync(folder).flatMap((name) => {
      const currency = /_([A-Z]+)\.txt$/.exec(name)?.[1] ?? ''
      return readFileSync(join(folder, name), 'utf8')
        .split('\n')
        .flatMap((line) => (line.trim() === '' ? [] : [`${currency} ${line.trim()}`]))
    }),
  )
}

describe.skipIf(!existsSync(SHARED))(`published files (needs ${SHARED}; set BONAFIDE_SHARED_DATA)`, () => {
  it.each(DAYS)('%s: every entry of the main file, each as the model has it', (day) => {
    const { parties, notes } = read(sdn, [`sdn_${day}.csv`])
    expect(parties.length).toBe(rowsOf(`sdn_${day}.csv`).length)
    expect(parties.filter((party) => !listedParty.safeParse(party).success).length).toBe(0)
    expect(notes.filter(({ kind }) => kind === 'left-out').length).toBe(0)
  })

  it('a week of May 2023: 37 entries added, 18 removed', () => {
    const idsOf = (day: string): Set<string> => new Set(read(sdn, [`sdn_${day}.csv`]).parties.map(({ id }) => id))
    const [before, after] = [idsOf('2023-05-19'), idsOf('2023-05-25')]
    expect([without(after, before), without(before, after)]).toEqual([37, 18])
  })

  it.each([
    ['SDN 2021-07', sdn, OF_2021],
    ['consolidated 2025-12-19', consolidated, OF_2025],
  ] as const)('%s: every name and address stands in its entry', (_what, list, names) => {
    const { parties, notes } = read(list, names)
    const [main = '', alt = '', add = ''] = names
    expect(parties.length).toBe(rowsOf(main).length)
    const named = new Map(parties.map((party) => [party.id, new Set(party.names.map(({ full }) => full.toLowerCase()))]))
    const missing = rowsOf(alt).filter((row) => {
      const [, id = '', name = ''] = /^(\d+),\d+,"[a-z]+","(.*)",-0- ?$/.exec(row) ?? []
      return named.get(id)?.has(name.replaceAll('""', '"').replace(/\s+/g, ' ').trim().toLowerCase()) !== true
    })
    expect(missing.length).toBe(0)
    const withAddress = new Set(rowsOf(add).flatMap((row) => (/^\d+,\d+(,-0- ?)*$/.test(row) ? [] : [/^\d+/.exec(row)?.[0]])))
    expect(parties.filter(({ addresses }) => addresses.length > 0).length).toBe(withAddress.size)
    expect(notes.filter(({ kind }) => kind === 'left-out').length).toBe(0)
  })

  it('types, weak names, births and programmes are as many as the files say', () => {
    const { parties } = read(sdn, ['sdn_2023-05-25.csv'])
    const rows = rowsOf('sdn_2023-05-25.csv')
    const typed = (type: string): number => parties.filter((party) => party.type === type).length
    for (const [type, written] of [
      ['person', 'individual'],
      ['vessel', 'vessel'],
      ['aircraft', 'aircraft'],
    ] as const)
      expect(typed(type), type).toBe(rows.filter((row) => row.includes(`,"${written}",`)).length)
    expect(typed('unknown')).toBe(0)
    const births = rows.reduce((n, row) => n + (row.match(/(?<=["; .])DOB /g)?.length ?? 0), 0)
    expect(parties.reduce((n, party) => n + party.births.length, 0)).toBeGreaterThan(births * 0.995)
    expect(parties.filter(({ remarks }) => /(?:^|; )(?:alt\. )?DOB \d/.test(remarks ?? '')).length).toBeLessThan(5)
    expect(parties.every(({ programmes }) => programmes.length > 0 && programmes.every((programme) => !/[[\]]/.test(programme)))).toBe(true)
    const weak = parties.reduce((n, party) => n + party.names.filter(({ quality }) => quality === 'weak').length, 0)
    expect(weak).toBeGreaterThan(2_000)
  })

  it.each(DAYS)('%s: every address of digital currency that is not cut, letter by letter', (day) => {
    const reading = read(sdn, [`sdn_${day}.csv`])
    const found = walletsOf(reading)
    const cut = reading.notes.filter(({ says }) => says.includes('cut at their longest')).length
    // What stands before a semicolon or the closing full stop is whole, wherever the remark was cut.
    const whole = new Set(
      [...textOf(`sdn_${day}.csv`).matchAll(/Digital Currency Address - ([A-Z0-9]+) ([A-Za-z0-9]+)(?=;|\.")/g)].map(
        (m) => `${m[1]} ${m[2]}`,
      ),
    )
    expect(whole.size).toBeGreaterThan(100)
    expect(without(whole, found)).toBe(0)
    expect(without(found, whole)).toBe(0)
    const listed = known()
    expect(without(found, listed)).toBe(0)
    expect(cut).toBeGreaterThan(0)
  })

  it('an address that goes on in the file of comments is whole', () => {
    const found = walletsOf(read(sdn, OF_2021))
    const main = walletsOf(read(sdn, [OF_2021[0] ?? '']))
    expect(found.size).toBeGreaterThan(main.size)
    expect(without(main, found)).toBe(0)
    // One of that day was published a character short; it is kept as published.
    const listed = known()
    expect(without(found, listed)).toBe(1)
  })

  it('Ethereum addresses of a later day that were listed by then are there', () => {
    const later = readFileSync(join(SHARED, 'crypto/ofac_eth_2026-06-25.csv'), 'utf8').match(/0x[0-9A-Fa-f]{40}/g) ?? []
    const found = new Set([...walletsOf(read(sdn, ['sdn_2023-05-25.csv']))].map((wallet) => wallet.split(' ')[1]))
    const written = textOf('sdn_2023-05-25.csv')
    const there = later.filter((address) => new RegExp(`${address}(?:;|\\.")`).test(written))
    expect(there.length).toBeGreaterThan(20)
    expect(there.filter((address) => !found.has(address)).length).toBe(0)
  })
})
