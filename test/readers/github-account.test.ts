import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import reader from '../../src/catalog/readers/github-account/reader.ts'
import { digest32 } from '../../src/compute/digest.ts'
import { nameKey } from '../../src/compute/name-key.ts'
import type { Reading } from '../../src/kit/reader.ts'
import { AppError } from '../../src/model/errors.ts'
import { PROPERTIES, type Property, type ValueOf } from '../../src/model/vocabulary.ts'
import { placeFault } from '../support/places.ts'

const sample = readFileSync(new URL('../../src/catalog/readers/github-account/samples/account.json', import.meta.url))
const encode = (value: unknown): Uint8Array => new TextEncoder().encode(typeof value === 'string' ? value : JSON.stringify(value))
const read = (value: unknown): Promise<Reading> => reader.read({ bytes: encode(value), name: 'account.json' })
const user = { login: 'ada', id: 1, created_at: '2016-05-01T10:00:00Z' }

function values<P extends Property>(reading: Reading, property: P): ValueOf<P>[] {
  return reading.statements.filter((s) => s.property === property).map((s) => s.value as ValueOf<P>)
}

async function failure(work: Promise<unknown>): Promise<AppError> {
  try {
    await work
  } catch (error) {
    if (error instanceof AppError) return error
    throw error
  }
  throw new Error('was read')
}

const commit = (date: string, more: object = {}): object => ({
  repo: 'ada/x',
  sha: 'a'.repeat(40),
  commit: { author: { name: 'Ada', email: 'a@example.com', date } },
  ...more,
})

describe('the GitHub account reader', () => {
  test('reads the sample: every statement valid and at a place that exists', async () => {
    const reading = await reader.read({ bytes: sample, name: 'account.json' })
    expect(reading.role).toBe('code-account')
    expect(reading.statements.length).toBeGreaterThan(10)
    for (const s of reading.statements) {
      expect(PROPERTIES[s.property].schema.safeParse(s.value).success, s.at).toBe(true)
      expect(placeFault(s.at, { bytes: sample, name: 'account.json', pages: undefined, rows: undefined }), s.at).toBeUndefined()
    }
  })

  test('a commit without the platform’s answer is not said to be another account’s', async () => {
    const of = async (more: object) => values(await read({ user, commits: [commit('2020-01-01T00:00:00Z', more)] }), 'commit')[0]
    expect(await of({})).not.toHaveProperty('byAccount')
    expect((await of({ author: null }))?.byAccount).toBe(false)
    expect((await of({ author: { login: 'ADA' } }))?.byAccount).toBe(true)
  })

  test('account, contacts and profile', async () => {
    const reading = await reader.read({ bytes: sample, name: 'account.json' })
    expect(values(reading, 'account')).toEqual([
      {
        service: 'github',
        login: 'Ada-Example',
        id: 424242,
        created: '2016-05-01T10:00:00.000Z',
        publicRepos: 3,
        email: 'ada@example.com',
        blog: 'ada.example.com/blog',
      },
    ])
    expect(reading.statements.find((s) => s.property === 'email')).toMatchObject({
      value: 'ada@example.com',
      original: 'Ada@Example.com',
      basis: 'claimed',
      at: '/user/email',
    })
    expect(values(reading, 'link').map((l) => [l.service, l.handle ?? l.host])).toEqual([
      ['github', 'Ada-Example'],
      ['portfolio', 'ada.example.com'],
    ])
    expect(values(reading, 'place')).toEqual([{ text: 'Halifax', scope: 'residence' }])
    expect(values(reading, 'person-name')).toEqual([{ full: 'Ada Example' }])
    expect(values(reading, 'passage')[0]?.text).toBe('_ builds queues and reads invoices. Also at _.')
  })

  test('commits: digests, whose, offset in minutes, forks', async () => {
    const reading = await reader.read({ bytes: sample, name: 'account.json' })
    const [own, forked, elsewhere, ...rest] = values(reading, 'commit')
    expect(rest).toEqual([])
    expect(own).toEqual({
      repository: 'Ada-Example/queue',
      own: true,
      fork: false,
      sha: 'a'.repeat(40),
      tree: 'b'.repeat(40),
      authorEmail: 'ada@example.com',
      authorDigest: digest32(nameKey('Ada Example')),
      byAccount: true,
      verified: true,
      authored: '2017-02-01T21:30:00.000Z',
      committed: '2017-02-01T22:00:00.000Z',
      offsetMinutes: 120,
      messageDigest: digest32('Begin the queue'),
      parents: 0,
    })
    expect(forked).toMatchObject({ fork: true, own: true, byAccount: false, verified: false, parents: 1 })
    expect(forked?.offsetMinutes).toBeUndefined()
    expect(elsewhere).toMatchObject({ own: false, offsetMinutes: -330, parents: 2 })
    expect(elsewhere?.fork).toBeUndefined()
    expect(values(reading, 'email')).toEqual(['ada@example.com'])
  })

  test('a bad entry is noted with its place and the others go on', async () => {
    const reading = await reader.read({ bytes: sample, name: 'account.json' })
    expect(reading.notes.map((n) => n.at)).toEqual(['/commits/3', '/events/1'])
    expect(reading.notes[0]?.says).toMatch(/20222-01-01/)
    expect(values(reading, 'account-event').length).toBe(1)
    expect(values(reading, 'account-neighbour').map((n) => n.relation)).toEqual(['follower', 'following', 'organisation'])
  })

  test('a no-reply address is no contact', async () => {
    const reading = await read({ user: { ...user, email: '1+ada@users.noreply.github.com' } })
    expect(values(reading, 'email')).toEqual([])
    expect(values(reading, 'account').length).toBe(1)
  })

  test('an account with nothing but a user, and lists that are none', async () => {
    expect((await read({ user })).statements.length).toBe(2)
    const odd = await read({ user, repos: 'many', commits: null, followers: [1, null, {}] })
    expect(odd.notes.length).toBe(4)
  })

  test('more commits than are read are counted', async () => {
    const reading = await read({ user, commits: Array.from({ length: 20_003 }, () => commit('2020-01-01T00:00:00Z')) })
    expect(values(reading, 'commit').length).toBe(20_000)
    expect(reading.notes.find((n) => n.at === '/commits')?.count).toBe(3)
  })

  test.each(['2020-13-01T00:00:00Z', '1901-01-01T00:00:00Z', 'yesterday', '2020-01-01'])('the date %s is left out', async (date) => {
    const reading = await read({ user, commits: [commit(date), commit('2020-01-01T00:00:00Z')] })
    expect(values(reading, 'commit').length).toBe(1)
    expect(reading.notes.length).toBe(1)
  })

  test('hostile and broken files fail with a sentence', async () => {
    expect((await failure(read(''))).code).toBe('empty-file')
    expect((await failure(read('{"user":{"login":"x"'))).detail).toMatch(/not valid JSON/)
    expect((await failure(read(`{"user":${'['.repeat(1_000_000)}`))).detail).toMatch(/100 deep/)
    expect((await failure(read({ user: { login: 'x' } }))).detail).toMatch(/user\.id/)
    expect((await failure(read([]))).code).toBe('unreadable')
    expect((await failure(read({ user: { ...user, created_at: 'soon' } }))).pointer).toBe('/user/created_at')
    expect((await failure(reader.read({ bytes: new Uint8Array([0x7b, 0xff, 0xfe]), name: 'a.json' }))).detail).toMatch(/UTF-8/)
  })

  test('prototype keys are values like others', async () => {
    const reading = await read(
      `{"__proto__":{"x":1},"user":${JSON.stringify({ ...user, name: '__proto__' })},"repos":[{"full_name":"__proto__/constructor","fork":false}]}`,
    )
    expect(values(reading, 'repository')).toEqual([{ name: '__proto__/constructor', fork: false, own: false }])
    expect(({} as Record<string, unknown>)['x']).toBeUndefined()
  })

  test.each([
    ['{"user": {"login": "x", "id": 1}}', 'yes'],
    ['\ufeff\n{ "user" : { "id": 1, "login" : "x"', 'yes'],
    ['{"commits": [{"sha"', 'maybe'],
    ['{"basics": {"name": "Ada"}}', 'no'],
    ['[{"user": {"login": "x"}}]', 'no'],
    ['%PDF-1.7', 'no'],
  ])('%j is recognised as %s', (head, verdict) => {
    expect(reader.recognise(encode(head), 'a.json')).toBe(verdict)
  })
})
