import { readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { describe, expect, it } from 'vitest'
import reader from '../../src/catalog/readers/json-resume/reader.ts'
import type { Reading } from '../../src/kit/reader.ts'
import { AppError } from '../../src/model/errors.ts'
import type { Property } from '../../src/model/vocabulary.ts'

const SAMPLES = resolve(import.meta.dirname, '../../src/catalog/readers/json-resume/samples')
const read = (text: string | Uint8Array, name = 'resume.json') =>
  reader.read({ bytes: typeof text === 'string' ? new TextEncoder().encode(text) : text, name })
const recognised = (text: string) => reader.recognise(new TextEncoder().encode(text), 'x.json')
const valuesOf = (reading: Reading, property: Property) =>
  reading.statements.filter((s) => s.property === property).map(({ value, at }) => [value, at])

const engineer = await read(readFileSync(join(SAMPLES, 'engineer.json')))

describe('JSON Resume', () => {
  it('reads contacts with their pointers and spellings', () => {
    expect(valuesOf(engineer, 'person-name')).toEqual([[{ full: 'Marta Invented' }, '/basics/name']])
    expect(engineer.statements.find((s) => s.property === 'email')).toMatchObject({
      value: 'marta.invented@example.org',
      original: 'Marta.Invented@example.org',
      basis: 'claimed',
      at: '/basics/email',
    })
    expect(valuesOf(engineer, 'phone')).toEqual([['+12025550123', '/basics/phone']])
    expect(valuesOf(engineer, 'link')).toMatchObject([
      [{ host: 'marta.example.net', service: 'portfolio' }, '/basics/url'],
      [{ service: 'github', handle: 'marta-invented' }, '/basics/profiles/0/url'],
      [{ service: 'linkedin', handle: 'marta-invented' }, '/basics/profiles/1/username'],
    ])
    expect(valuesOf(engineer, 'messenger')).toEqual([[{ service: 'telegram', handle: 'martainvented' }, '/basics/profiles/2/username']])
    expect(valuesOf(engineer, 'place')[0]).toEqual([{ text: 'Portland, Maine, US', scope: 'residence' }, '/basics/location/city'])
  })

  it('reads jobs, education, skills and certificates', () => {
    expect(valuesOf(engineer, 'job')).toEqual([
      [{ employer: 'Sample Freight Ltd', title: 'Senior engineer', from: '2021-03', to: 'present' }, '/work/0/name'],
      [{ employer: 'Invented Books', title: 'Engineer', from: '2018-09', to: '2021-02' }, '/work/1/company'],
      [{ employer: 'Example Food Bank', title: 'Driver', from: '2019', to: '2020', beside: true }, '/volunteer/0/organization'],
    ])
    expect(valuesOf(engineer, 'education')).toEqual([
      [
        { school: 'Example State University', degree: 'BSc', field: 'Mathematics', from: '2014-09', to: '2018-06' },
        '/education/0/institution',
      ],
    ])
    expect(valuesOf(engineer, 'skill').map(([value]) => value)).toEqual([{ name: 'Go' }, { name: 'TypeScript' }, { name: 'PostgreSQL' }])
    expect(valuesOf(engineer, 'certificate')[0]).toEqual([
      { name: 'Certified Queue Keeper', issuer: 'Queue Board', date: '2022-05' },
      '/certificates/0/name',
    ])
  })

  it('keeps prose line by line without the person in it', () => {
    const passages = valuesOf(engineer, 'passage')
    expect(passages).toContainEqual([{ text: '_ writes at _ about queues.', kind: 'summary' }, '/basics/summary'])
    expect(passages).toContainEqual([{ text: 'Moved 40 jobs from cron to a queue', kind: 'bullet' }, '/work/0/highlights/0'])
  })

  it('leaves out and reports what may not enter', () => {
    const dropped = engineer.notes.filter((note) => note.kind === 'dropped-field')
    expect(dropped.map((note) => note.at).toSorted((a, b) => String(a).localeCompare(String(b)))).toEqual([
      '/basics/dateOfBirth',
      '/basics/location/postalCode',
      '/languages',
    ])
    expect(JSON.stringify(engineer)).not.toMatch(/1990|04101/)
    expect(JSON.stringify(engineer.statements)).not.toContain('Fluent')
  })

  it('notes what it cannot use and reads the rest', async () => {
    const reading = await read(readFileSync(join(SAMPLES, 'bare.json')))
    expect(valuesOf(reading, 'job')).toEqual([[{ employer: 'Example Mills' }, '/work/0/name']])
    expect(reading.notes.map((note) => note.at)).toEqual(['/work/0/startDate', '/work/1/name', '/work/1', '/work/2', '/skills'])
  })

  it('an end that is not written is left open', async () => {
    const reading = await read('{"work":[{"name":"A","startDate":"2020"}]}')
    expect(valuesOf(reading, 'job')).toEqual([[{ employer: 'A', from: '2020' }, '/work/0/name']])
  })
})

describe('recognising JSON Resume', () => {
  it('goes by the outermost keys', () => {
    expect(recognised('{"basics":{}}')).toBe('yes')
    expect(recognised('\ufeff {\n"work": [')).toBe('yes')
    expect(recognised('{"user":{"basics":1},"repos":[]}')).toBe('no')
    expect(recognised('{"a":"\\"basics\\":","b":1}')).toBe('no')
    expect(recognised('{"work":"yes"}')).toBe('no')
    expect(recognised('[{"basics":{}}]')).toBe('no')
    expect(recognised('basics')).toBe('no')
    expect(recognised(`{"${'\\"'.repeat(32_000)}`)).toBe('no')
  })
})

describe('hostile JSON', () => {
  it.each([
    ['empty', '', 'empty-file'],
    ['cut short', '{"basics":{"name":"M', 'unreadable'],
    ['another JSON', '{"user":{}}', 'unreadable'],
    ['a list', '[1,2]', 'unreadable'],
    ['zero bytes', '{"basics":{}}\u0000', 'unreadable'],
    ['a million brackets', `{"work":${'['.repeat(1_000_000)}`, 'unreadable'],
  ])('%s is refused', async (_, text, code) => {
    const error: unknown = await read(text).then(
      () => new Error('it was read'),
      (thrown: unknown) => thrown,
    )
    expect(error).toBeInstanceOf(AppError)
    expect((error as AppError).code).toBe(code)
  })

  it('reads a hundred thousand entries as far as a résumé goes', async () => {
    const reading = await read(JSON.stringify({ work: Array.from({ length: 60_000 }, (_, i) => ({ name: `A${i}` })) }))
    expect(valuesOf(reading, 'job')).toHaveLength(500)
    expect(reading.notes.some((note) => note.says.includes('60000'))).toBe(true)
  })

  it('is not confused by names of the language itself', async () => {
    const reading = await read('{"work":[{"name":"A","__proto__":{"position":"x"},"constructor":"y"}],"__proto__":{"basics":{"name":"B"}}}')
    expect(reading.statements.map((s) => s.property)).toEqual(['job'])
  })
})
