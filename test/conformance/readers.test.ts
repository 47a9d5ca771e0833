import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import { z } from 'zod'
import { BUILT } from '../../src/adapters/sandbox/built.ts'
import { readers } from '../../src/catalog/readers.gen.ts'
import { statementsFor } from '../../src/engine/record.ts'
import type { Incoming, Reader, Reading } from '../../src/kit/reader.ts'
import { AppError } from '../../src/model/errors.ts'
import { ROLES } from '../../src/model/statement.ts'
import { placeFault } from '../support/places.ts'

/**
 * Every reader on its own samples: statements fit the vocabulary and point at something, twice is the same, and hostile bytes
 * fail cleanly. `samples/provenance.yml` says where the samples came from: one entry for all of the folder, or one a file, which
 * may also say what a person set for it (`options`) and that it is refused (`refused`).
 */

const origin = {
  provenance: z.enum(['synthetic', 'published', 'captured-and-scrubbed']),
  says: z.string().min(10),
  month: z.string().optional(),
  reference: z.string().optional(),
}
const special = {
  /** What the file is read with: settings of the person who submitted it. */
  options: z.unknown().optional(),
  /** A file that is refused, and the code it is refused with. */
  refused: z.string().optional(),
}
const folderFile = z.strictObject({ ...origin, files: z.record(z.string(), z.strictObject(special)).optional() })
const eachFile = z.record(z.string(), z.strictObject({ ...origin, ...special }))

interface Sample extends Incoming {
  readonly refused: string | undefined
}

const FOLDER = resolve(import.meta.dirname, '../../src/catalog/readers')
const PROVENANCE = 'provenance.yml'

function samplesOf(reader: Reader): { readonly samples: Sample[]; readonly undeclared: string[] } {
  const folder = join(FOLDER, reader.id, 'samples')
  const path = join(folder, PROVENANCE)
  if (!existsSync(path)) return { samples: [], undeclared: existsSync(folder) ? readdirSync(folder) : [] }
  const parsed: unknown = parse(readFileSync(path, 'utf8'))
  const whole = folderFile.safeParse(parsed)
  const here = readdirSync(folder).filter((name) => name !== PROVENANCE)
  const declared: Readonly<Record<string, { options?: unknown; refused?: string | undefined }>> = whole.success
    ? Object.fromEntries(here.map((name) => [name, whole.data.files?.[name] ?? {}]))
    : eachFile.parse(parsed)
  const samples = Object.entries(declared).map(([name, { options, refused }]): Sample => {
    const bytes = new Uint8Array(readFileSync(join(folder, name)))
    return { bytes, name, refused, ...(options === undefined ? {} : { options }) }
  })
  return { samples, undeclared: here.filter((name) => !Object.hasOwn(declared, name)) }
}

// What reading children load in the place of the sources.
const built = (await import(new URL('readers.gen.js', BUILT).href)) as { readonly readers: readonly Reader[] }
const all = readers.map((reader) => ({ reader, ...samplesOf(reader) }))
const CONTEXT = { artifact: '0'.repeat(64), role: 'other', held: '2026-01-15T09:00:00.000Z', readBy: 'sample@1' } as const

/** Throws when a draft does not fit the vocabulary. */
function recorded(reading: Reading): number {
  const abouts = new Set(reading.statements.map((s) => s.about))
  return [...abouts].reduce(
    (n, about) => n + statementsFor(new Map([[about, 'p-0000000000000000']]), reading, { ...CONTEXT, role: reading.role }).length,
    0,
  )
}

const pagesOf = (reading: Reading): number | undefined =>
  reading.statements.map((s) => (s.property === 'document-metadata' ? s.value.pages : undefined)).find((pages) => pages !== undefined)

/** Bytes without a meaning, the same on every run. */
function noise(length: number, seed: number): Uint8Array {
  let state = seed
  return Uint8Array.from({ length }, () => (state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0) >>> 24)
}

function flipped(bytes: Uint8Array, seed: number): Uint8Array {
  const out = bytes.slice()
  const where = noise(256, seed)
  for (let i = 0; i + 3 < where.length; i += 4) {
    const at = (((where[i] ?? 0) << 16) | ((where[i + 1] ?? 0) << 8) | (where[i + 2] ?? 0)) % out.length
    out[at] = where[i + 3] ?? 0
  }
  return out
}

function hostileOf(sample: Sample): readonly (readonly [what: string, bytes: Uint8Array])[] {
  const { bytes } = sample
  const cut = (share: number): Uint8Array => bytes.slice(0, Math.floor(bytes.length * share))
  return [
    ['a byte missing', bytes.slice(0, -1)],
    ...[0.01, 0.1, 0.5, 0.9, 0.99].map((share) => [`cut at ${share}`, cut(share)] as const),
    ...[1, 2, 3].map((seed) => [`noise ${seed}`, noise(4096, seed)] as const),
    ...[1, 2, 3, 4].map((seed) => [`flipped ${seed}`, flipped(bytes, seed)] as const),
    ['its head and then noise', new Uint8Array([...bytes.slice(0, 512), ...noise(2048, 9)])],
    ['NUL bytes', new Uint8Array(1024)],
  ]
}

describe('the readers', () => {
  it('are there, each with samples', () => {
    expect(readers.length).toBeGreaterThan(0)
    expect(all.filter(({ samples }) => samples.every((s) => s.refused !== undefined)).map(({ reader }) => reader.id)).toEqual([])
  })

  it('have one id each', () => {
    expect(new Set(readers.map((r) => r.id)).size).toBe(readers.length)
    for (const { extensions } of readers) for (const extension of extensions) expect(extension).toMatch(/^\.[a-z0-9]+$/)
  })
})

describe.each(all)('$reader.id', ({ reader, samples, undeclared }) => {
  it('says of every sample where it came from', () => {
    expect(undeclared).toEqual([])
  })

  it.each(samples)('$name: is recognised', ({ bytes, name }) => {
    expect(reader.recognise(bytes.subarray(0, 65_536), name)).not.toBe('no')
  })

  it.each(samples.filter((s) => s.refused === undefined))(
    '$name: statements fit the vocabulary and point at something',
    async ({ refused: _refused, ...incoming }) => {
      const reading = await reader.read(incoming)
      expect(ROLES).toContain(reading.role)
      expect(recorded(reading)).toBeGreaterThan(0)
      const within = { bytes: incoming.bytes, name: incoming.name, pages: pagesOf(reading), rows: reading.rows }
      const faults = reading.statements.flatMap((s) => {
        const fault = placeFault(s.at, within)
        return fault === undefined ? [] : [`${s.property} at ${s.at}: ${fault}`]
      })
      expect(faults).toEqual([])
      for (const { about } of reading.statements) {
        if (about !== 'self') expect(Number(about.slice(4))).toBeLessThanOrEqual(reading.rows ?? 0)
      }
      for (const { says } of reading.notes) expect(says.trim().length).toBeGreaterThan(3)
    },
  )

  it.each(samples.filter((s) => s.refused === undefined))('$name: is read alike as built', async ({ refused: _refused, ...incoming }) => {
    const read = await reader.read({ ...incoming, bytes: incoming.bytes.slice() })
    const same = built.readers.find(({ id }) => id === reader.id)
    expect(await same?.read({ ...incoming, bytes: incoming.bytes.slice() })).toEqual(read)
  })

  it.each(samples.filter((s) => s.refused === undefined))('$name: twice is the same', async ({ refused: _refused, ...incoming }) => {
    const first = await reader.read({ ...incoming, bytes: incoming.bytes.slice() })
    expect(await reader.read({ ...incoming, bytes: incoming.bytes.slice() })).toEqual(first)
  })

  it.each(samples.filter((s) => s.refused !== undefined))('$name: is refused in words', async ({ refused, ...incoming }) => {
    const error: unknown = await reader.read(incoming).catch((thrown: unknown) => thrown)
    expect(error).toBeInstanceOf(AppError)
    expect((error as AppError).code).toBe(refused)
    expect((error as AppError).detail.length).toBeGreaterThan(20)
  })

  it.each(samples)('$name: hostile bytes fail cleanly', async (sample) => {
    let tried = 0
    for (const [what, bytes] of hostileOf(sample)) {
      expect(['yes', 'maybe', 'no'], what).toContain(reader.recognise(bytes.subarray(0, 65_536), sample.name))
      const { refused: _refused, ...incoming } = sample
      const result: unknown = await reader.read({ ...incoming, bytes }).then(recorded, (thrown: unknown) => thrown)
      if (typeof result !== 'number') {
        expect(result, `${what}: ${String(result)}`).toBeInstanceOf(AppError)
        expect((result as AppError).status, `${what}: ${String(result)}`).toBeLessThan(500)
      }
      tried++
    }
    expect(tried).toBeGreaterThan(10)
  })
})
