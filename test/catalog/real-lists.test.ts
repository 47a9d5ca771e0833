import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { describe, expect, it } from 'vitest'
import { privateList } from '../../src/catalog/list-formats/private.ts'
import { lists } from '../../src/catalog/lists.gen.ts'
import type { List, ListFile, ListReading } from '../../src/kit/list.ts'
import type { ListedParty } from '../../src/model/listed-party.ts'

/** The publishers' own files: every entry is there, and what was counted with other tools comes out the same. Counts only; no name is printed. */

const SHARED = resolve(import.meta.dirname, '../..', process.env['BONAFIDE_SHARED_DATA'] ?? '../shared/data')
const why = `(needs ${SHARED}; set BONAFIDE_SHARED_DATA)`
const there = (folder: string): boolean => existsSync(join(SHARED, folder))

const filesIn = (folder: string, only = /./): ListFile[] =>
  readdirSync(join(SHARED, folder))
    .filter((name) => only.test(name))
    .map((name) => ({ name, bytes: new Uint8Array(readFileSync(join(SHARED, folder, name))) }))

const catalogued = (id: string): List => {
  const found = lists.find((list) => list.id === id)
  if (found === undefined) throw new Error(`no list ${id}`)
  return found
}

function read(list: List, files: readonly ListFile[]): { readonly format: string; readonly reading: ListReading } {
  for (const format of list.formats) {
    const mine = format.recognise(files)
    if (mine !== undefined) return { format: format.id, reading: format.read(mine) }
  }
  throw new Error(`nothing in ${list.id} recognises ${files.length} files`)
}

const total = (parties: readonly ListedParty[], of: (party: ListedParty) => number): number =>
  parties.reduce((sum, party) => sum + of(party), 0)

describe.skipIf(!there('sanctions/un'))(`the Security Council's list ${why}`, () => {
  const { format, reading } = there('sanctions/un') ? read(catalogued('un-security-council'), filesIn('sanctions/un')) : nothing()
  const { parties, published, notes } = reading

  it('is read whole', () => {
    expect(format).toBe('consolidated-xml')
    expect([published, notes.length]).toEqual(['2026-02-27', 0])
    expect(parties.length).toBe(1_003)
    expect(parties.filter(({ type }) => type === 'person').length).toBe(730)
    expect(parties.every(({ listed }) => listed !== undefined)).toBe(true)
  })

  it('keeps qualities, dates and documents', () => {
    // 615 elements say Low; three of them hold several names.
    expect(total(parties, ({ names }) => names.filter(({ quality }) => quality === 'weak').length)).toBe(619)
    expect(total(parties, ({ births }) => births.filter(({ to }) => to !== undefined).length)).toBe(31)
    expect(total(parties, ({ identifiers }) => identifiers.length)).toBeGreaterThanOrEqual(454)
    expect(total(parties, ({ ties }) => ties.length)).toBeGreaterThan(400)
  })
})

describe.skipIf(!there('sanctions/eu'))(`tables of the Official Journal ${why}`, () => {
  const all = there('sanctions/eu') ? filesIn('sanctions/eu') : []

  it('are one version together, and each can be read alone', () => {
    const { format, reading } = read(catalogued('eu-consolidated'), all)
    expect(format).toBe('journal-tables')
    // 4,032 rows; two persons stand twice with one name and one birth date.
    expect(reading.parties.length).toBe(4_030)
    expect(reading.notes.filter(({ says }) => says.includes('twice')).length).toBe(2)
    expect(reading.notes.filter(({ kind }) => kind === 'left-out').length).toBe(0)
    expect(reading.parties.filter(({ type }) => type === 'vessel').length).toBe(75)
    expect(total(reading.parties, ({ listed }) => Number(listed !== undefined))).toBe(4_006 + 2)
    const alone = all.map((file) => read(catalogued('eu-consolidated'), [file]).reading.parties.length)
    expect(alone.reduce((a, b) => a + b, 0)).toBe(4_030)
  })
})

describe.skipIf(!there('onchain/tagpacks'))(`real TagPacks ${why}`, () => {
  it('are read as one list of ours, every address with a label', () => {
    const packs = there('onchain/tagpacks') ? filesIn('onchain/tagpacks', /^(?!graphsense\.actorpack)/) : []
    const { format, reading } = read(privateList('own-wallets'), packs)
    expect(format).toBe('tagpack')
    expect(reading.notes).toEqual([])
    expect(total(reading.parties, ({ wallets }) => wallets.length)).toBeGreaterThan(3_000)
    expect(reading.parties.every(({ wallets }) => wallets.length > 0)).toBe(true)
  })
})

function nothing(): { format: string; reading: ListReading } {
  return { format: '', reading: { published: undefined, parties: [], notes: [] } }
}
