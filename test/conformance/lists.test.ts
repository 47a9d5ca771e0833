import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import { z } from 'zod'
import { lists } from '../../src/catalog/lists.gen.ts'
import type { List, ListFile, ListFormat, ListReading } from '../../src/kit/list.ts'
import { AppError } from '../../src/model/errors.ts'
import { listedParty } from '../../src/model/listed-party.ts'

/**
 * Every list on its own samples: it says whose it is and how it is renewed, reads exactly the entries that are there, twice the
 * same, and refuses what is broken. A sample is a folder, since a version of a list may be several files; `samples/provenance.yml`
 * says where they come from and what must be read from each.
 */

const provenance = z.strictObject({
  provenance: z.enum(['synthetic', 'published']),
  says: z.string().min(10),
  month: z.string().optional(),
  reference: z.string().optional(),
  samples: z.record(
    z.string(),
    z.strictObject({
      format: z.string(),
      /** Ids of the entries, in order; all of them. */
      parties: z.array(z.string()).min(1),
      published: z.string().optional(),
      /** Ids that stand in the sample more than once. */
      twice: z.array(z.string()).default([]),
      /** How many entries have no name and are left out. */
      nameless: z.number().default(0),
    }),
  ),
})
type Declared = z.infer<typeof provenance>['samples'][string]

interface Sample extends Declared {
  readonly name: string
  readonly files: readonly ListFile[]
}

const FOLDER = resolve(import.meta.dirname, '../../src/catalog/lists')

function samplesOf(list: List): { readonly samples: readonly Sample[]; readonly undeclared: readonly string[] } {
  const folder = join(FOLDER, list.id, 'samples')
  const path = join(folder, 'provenance.yml')
  if (!existsSync(path)) return { samples: [], undeclared: existsSync(folder) ? readdirSync(folder) : [] }
  const { samples } = provenance.parse(parse(readFileSync(path, 'utf8')))
  const filesOf = (name: string): ListFile[] =>
    readdirSync(join(folder, name)).map((file) => ({ name: file, bytes: new Uint8Array(readFileSync(join(folder, name, file))) }))
  return {
    samples: Object.entries(samples).map(([name, declared]) => ({ ...declared, name, files: filesOf(name) })),
    undeclared: readdirSync(folder).filter((name) => name !== 'provenance.yml' && !Object.hasOwn(samples, name)),
  }
}

const all = lists.map((list) => ({ list, ...samplesOf(list) }))

/** The format that recognises the files, and its reading of those among them that are its own. */
function readAs(list: List, files: readonly ListFile[]): { readonly format: ListFormat; readonly reading: ListReading } | undefined {
  for (const format of list.formats) {
    const own = format.recognise(files)
    if (own !== undefined) return { format, reading: format.read(own) }
  }
  return undefined
}

const read = (list: List, files: readonly ListFile[]): ListReading => {
  const found = readAs(list, files)
  if (found === undefined) throw new Error('no format recognises it')
  return found.reading
}

/** Bytes without a meaning, the same on every run. */
function noise(length: number): Uint8Array {
  let state = 7
  return Uint8Array.from({ length }, () => (state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0) >>> 24)
}

const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text)
const textOf = (file: ListFile): string => new TextDecoder().decode(file.bytes)
const isXml = (file: ListFile): boolean => /^\uFEFF?\s*</.test(textOf(file))
const PAGE = bytesOf('<!DOCTYPE html>\n<html><head><title>503</title></head><body><p>Try again later<br></body></html>')

/** What is no list at all: refused, whatever it is called. */
function refusedOf(file: ListFile): readonly (readonly [what: string, bytes: Uint8Array])[] {
  const text = textOf(file)
  const half = Math.floor(file.bytes.length / 2)
  return [
    ['an error page', PAGE],
    ['nothing', new Uint8Array()],
    ['an empty line', bytesOf('\n')],
    ['noise', noise(4_096)],
    ['NUL bytes', new Uint8Array(1_024)],
    ['another encoding', new Uint8Array([...file.bytes.subarray(0, half), 0xe9, 0xff, 0xe8, ...file.bytes.subarray(half)])],
    ...(isXml(file)
      ? ([
          ['entities that unfold', bytesOf(withDoctype(text, '<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">'))],
          ['an entity from a file', bytesOf(withDoctype(text, '<!ENTITY b SYSTEM "file:///etc/hostname">'))],
          ['no entry', bytesOf(`<${rootName(text)}></${rootName(text)}>`)],
          ...[0.1, 0.5, 0.9, 0.99].map((share) => [`cut at ${share}`, file.bytes.slice(0, Math.floor(file.bytes.length * share))] as const),
        ] as const)
      : []),
  ]
}

const rootName = (text: string): string => /<([A-Za-z][\w.:-]*)/.exec(text)?.[1] ?? 'list'
const withDoctype = (text: string, inside: string): string =>
  `<!DOCTYPE ${rootName(text)} [${inside}]>${text.replace(/^\uFEFF?<\?xml[^>]*\?>/, '').replace(/>([^<>&]*[a-z][^<>&]*)</i, '>&b;<')}`

describe('the lists', () => {
  it('are there, each with samples of each of its formats', () => {
    expect(lists.length).toBeGreaterThan(0)
    for (const { list, samples } of all)
      expect(new Set(samples.map((sample) => sample.format)), list.id).toEqual(new Set(list.formats.map((format) => format.id)))
  })

  it('have one id each', () => {
    expect(new Set(lists.map((list) => list.id)).size).toBe(lists.length)
  })
})

describe.each(all)('$list.id', ({ list, samples, undeclared }) => {
  it('says who publishes it, on what terms, and when it is stale', () => {
    expect(list.publisher.length).toBeGreaterThan(5)
    expect(list.licence).toMatch(/^[A-Z].{20,}\.$/)
    expect(list.staleAfterDays).toBeGreaterThan(0)
    expect(Number.isInteger(list.version) && list.version > 0).toBe(true)
    const formats = list.formats.map((format) => format.id)
    expect(new Set(formats).size).toBe(formats.length)
    for (const { format, urls } of list.from) {
      expect(formats).toContain(format)
      for (const url of urls) expect(new URL(url).protocol).toBe('https:')
    }
  })

  it('says of every sample where it came from, and has one with an entry twice and one without a name', () => {
    expect(undeclared).toEqual([])
    expect(samples.some((sample) => sample.twice.length > 0)).toBe(true)
    expect(samples.some((sample) => sample.nameless > 0)).toBe(true)
  })

  it.each(samples)('$name: every entry once, in order, as the model has it', ({ files, format, parties, published }) => {
    const found = readAs(list, files)
    expect(found?.format.id).toBe(format)
    expect(found?.reading.parties.map((party) => party.id)).toEqual(parties)
    expect(found?.reading.published).toBe(published)
    const names = files.map((file) => file.name)
    for (const party of found?.reading.parties ?? []) {
      expect(listedParty.parse(party)).toEqual(party)
      expect(party.names.filter((name) => name.kind === 'primary').length).toBe(1)
      expect(party.names[0]?.kind).toBe('primary')
      expect(names.some((name) => party.at.startsWith(name)) || /\d/.test(party.at), party.at).toBe(true)
    }
  })

  it.each(samples)('$name: notes what stands there twice and what has no name', ({ files, twice, nameless }) => {
    const { notes } = read(list, files)
    for (const id of twice) expect(notes.filter(({ kind, says }) => kind === 'odd' && says.includes(id)).length).toBeGreaterThan(0)
    expect(notes.filter(({ kind, says }) => kind === 'left-out' && says.includes('no name')).length).toBe(nameless)
    for (const { says, at } of notes) expect(says.length > 10 && at.length > 0).toBe(true)
  })

  it.each(samples)('$name: is known by what is in it, not by its name', ({ files, parties }) => {
    const renamed = files.map(({ bytes }, i) => ({ bytes, name: `download (${i})` }))
    expect(read(list, renamed).parties.map((party) => party.id)).toEqual(parties)
  })

  it.each(samples)('$name: twice is once', ({ files }) => {
    const again = files.map(({ name, bytes }) => ({ name, bytes: bytes.slice() }))
    expect(read(list, again)).toEqual(read(list, files))
  })

  it.each(samples)('$name: what is no list is refused, and says which file', ({ files, format }) => {
    const reader = list.formats.find((one) => one.id === format)
    let tried = 0
    for (const [i, file] of files.entries()) {
      for (const [what, bytes] of refusedOf(file)) {
        const handed = files.with(i, { name: file.name, bytes })
        const outcome = attempt(() => reader?.read(handed))
        expect(outcome, `${file.name}: ${what}`).toBeInstanceOf(AppError)
        expect(['unreadable', 'empty-file'], `${file.name}: ${what}`).toContain((outcome as AppError).code)
        expect((outcome as AppError).detail).toContain(file.name)
        // Through the front door it is refused too, or left aside as none of this list's files.
        const asked = attempt(() => readAs(list, [{ name: file.name, bytes }]))
        if (asked !== undefined) expect((asked as AppError).status, `${file.name}: ${what}`).toBe(422)
        tried++
      }
    }
    expect(tried).toBeGreaterThan(5)
  })

  it.each(samples)('$name: cut off anywhere is refused, or said', ({ files, format }) => {
    const reader = list.formats.find((one) => one.id === format)
    for (const [i, file] of files.entries()) {
      const whole = new Set(reader?.read(files).notes.map((note) => note.says))
      for (let at = 1; at < file.bytes.length - 3; at += Math.max(1, Math.floor(file.bytes.length / 60))) {
        const cut = files.with(i, { name: file.name, bytes: file.bytes.slice(0, at) })
        const outcome = attempt(() => reader?.read(cut))
        if (outcome instanceof Error) expect((outcome as AppError).status, `${file.name} cut at ${at}: ${String(outcome)}`).toBe(422)
        else
          expect((outcome as ListReading).notes.filter(({ says }) => !whole.has(says)).length, `${file.name} cut at ${at}`).toBeGreaterThan(
            0,
          )
      }
    }
  })
})

function attempt(act: () => unknown): unknown {
  try {
    return act()
  } catch (error) {
    return error
  }
}
