import { describe, expect, it } from 'vitest'
import { authorshipOf, sameApplicant } from '../../src/engine/identity.ts'
import { emailKey } from '../../src/compute/keys/email.ts'
import { networkKey } from '../../src/compute/keys/network.ts'
import { identifiersOf } from '../../src/engine/identifiers.ts'
import type { AnyStatement } from '../../src/model/statement.ts'

let serial = 0
const s = (property: string, value: unknown): AnyStatement =>
  ({
    id: `s${serial++}`,
    subject: 'p',
    property,
    value,
    basis: 'claimed',
    seenIn: { artifact: 'a', at: 'line=1', role: 'resume' },
    held: '2026-01-01T00:00:00.000Z',
    readBy: 't@1',
  }) as unknown as AnyStatement

const person = (traits: { name?: string; email?: string; phone?: string; handle?: string; job?: string }): AnyStatement[] => [
  ...(traits.name === undefined ? [] : [s('person-name', { full: traits.name })]),
  ...(traits.email === undefined ? [] : [s('email', traits.email)]),
  ...(traits.phone === undefined ? [] : [s('phone', traits.phone)]),
  ...(traits.handle === undefined
    ? []
    : [s('link', { url: `https://github.com/${traits.handle}`, host: 'github.com', service: 'github', handle: traits.handle })]),
  ...(traits.job === undefined ? [] : [s('job', { employer: traits.job, from: '2020-01', to: '2022-01' })]),
]

const FIRST = { name: 'Ada Example', email: 'ada@example.com', phone: '+12025550101', handle: 'ada', job: 'Acme' }

describe('same applicant', () => {
  const cases: readonly [string, Parameters<typeof person>[0], 'yes' | 'no' | 'unknown'][] = [
    ['an earlier version of their own résumé', { name: 'Ada Example', email: 'ada@example.com' }, 'yes'],
    ['a changed name, same mailbox and phone', { name: 'Ada Other', email: 'ada@example.com', phone: '+12025550101' }, 'yes'],
    [
      'a changed name and number, same mailbox and career',
      { name: 'Ada Other', email: 'ada@example.com', phone: '+12025550102', job: 'Acme' },
      'yes',
    ],
    ['a new mailbox, same name and phone', { name: 'EXAMPLE, Ada', email: 'ada@example.org', phone: '+12025550101' }, 'yes'],
    ['another person at the same phone', { name: 'Ben Sample', email: 'ben@example.com', phone: '+12025550101' }, 'no'],
    [
      'another name and mailbox, however much else is shared',
      { name: 'Ben Sample', email: 'ben@example.com', phone: '+12025550101', handle: 'ada', job: 'Acme' },
      'no',
    ],
    ['no name read, another mailbox, the same phone', { email: 'ben@example.com', phone: '+12025550101' }, 'no'],
    ['a changed name, same mailbox, the employer spelled out', { name: 'Ada Other', email: 'ada@example.com', job: 'ACME Ltd.' }, 'yes'],
    ['one mailbox, two names, two careers', { name: 'Ben Sample', email: 'ada@example.com', job: 'Borealis' }, 'no'],
    ['one mailbox, two names, nothing else', { name: 'Ben Sample', email: 'ada@example.com' }, 'unknown'],
    ['a namesake', { name: 'Ada Example', email: 'other@example.net', phone: '+12025550103' }, 'unknown'],
    ['a stranger', { name: 'Ben Sample', email: 'ben@example.com' }, 'no'],
    ['nothing to compare', { job: 'Acme' }, 'unknown'],
  ]
  it.each(cases)('%s', (_story, second, expected) => {
    expect(sameApplicant(person(FIRST), person(second))).toBe(expected)
    expect(sameApplicant(person(second), person(FIRST))).toBe(expected)
  })

  it('answers the same when everybody is renamed consistently', () => {
    const rename = new Map([
      ['Ada Example', 'Zhu Wei'],
      ['EXAMPLE, Ada', 'Wei, Zhu'],
      ['Ada Other', 'Олена Тест'],
      ['Ben Sample', 'José Prueba'],
    ])
    const renamed = (t: Parameters<typeof person>[0]) => (t.name === undefined ? t : { ...t, name: rename.get(t.name) as string })
    for (const [, second, expected] of cases) expect(sameApplicant(person(renamed(FIRST)), person(renamed(second)))).toBe(expected)
  })
})

describe('authorship', () => {
  it.each([
    ['Ada Example', 'candidate'],
    ['Example, Ada', 'candidate'],
    ['ada', 'candidate'],
    ['aexample', 'candidate'],
    ['ada.example', 'candidate'],
    ['Microsoft Office User', 'software'],
    ['Da Xa', 'somebody-else'],
    ['Ben Sample', 'somebody-else'],
  ])('%s', (full, author) => {
    const answers = authorshipOf([s('person-name', { full: 'Ada Example' }), s('document-author', { full, field: 'author' })])
    expect(answers.map((a) => a.author)).toEqual([author])
  })
  it('is not answered without a name', () => {
    expect(authorshipOf([s('document-author', { full: 'Ben', field: 'author' })])).toEqual([])
  })
})

describe('identifier keys', () => {
  it('is one key for spellings of one mailbox', () => {
    expect(emailKey('A.Da+jobs@GMail.com')).toBe(emailKey('ada@googlemail.com'))
    expect(emailKey('a.da@example.com')).not.toBe(emailKey('ada@example.com'))
  })
  it('is the /64 of IPv6', () => {
    expect(networkKey('2001:db8:0:1::5')).toBe(networkKey('2001:0db8:0000:0001:aaaa::'))
    expect(networkKey('2001:db8:0:2::5')).not.toBe(networkKey('2001:db8:0:1::5'))
    expect(networkKey('192.0.2.7')).toBe('192.0.2.7')
  })
  it('links nobody by a follower, an open-ended job or a fork', () => {
    expect(identifiersOf(s('account-neighbour', { login: 'x', relation: 'follower' }))).toEqual([])
    expect(identifiersOf(s('job', { employer: 'Acme', from: '2020' }))).toEqual([])
    expect(identifiersOf(s('commit', { repository: 'r', own: true, fork: true, sha: 'c', authored: '2020-01-01T00:00:00Z' }))).toEqual([])
  })
})
