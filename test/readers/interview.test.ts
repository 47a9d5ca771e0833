import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import reader from '../../src/catalog/readers/interview/reader.ts'
import { interviewSheet, QUESTION_BANK } from '../../src/engine/interview-sheet.ts'
import type { Reading } from '../../src/kit/reader.ts'
import { AppError } from '../../src/model/errors.ts'
import type { Statement } from '../../src/model/statement.ts'
import { PROPERTIES, type Property, type ValueOf } from '../../src/model/vocabulary.ts'
import { lintWording } from '../../src/model/wording.ts'
import { placeFault } from '../support/places.ts'

const sample = (name: string): Uint8Array => readFileSync(new URL(`../../src/catalog/readers/interview/samples/${name}`, import.meta.url))
const read = (text: string, name = 'i.yml'): Promise<Reading> => reader.read({ bytes: new TextEncoder().encode(text), name })

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

/** A form of one session with more lines in it. */
const form = (session: string, after = ''): string =>
  `form: bonafide-interview/1\nsessions:\n  - id: s1\n    interviewer: One\n${session}${after}`

describe('the interview reader', () => {
  test('reads sessions, answers, what was seen, observations and checks, each with its place', async () => {
    const bytes = sample('session.yml')
    const reading = await reader.read({ bytes, name: 'session.yml' })
    expect(reading.role).toBe('interview')
    expect(reading.statements.length).toBe(7)
    for (const s of reading.statements) {
      expect(PROPERTIES[s.property].schema.safeParse(s.value).success, s.at).toBe(true)
      expect(placeFault(s.at, { bytes, name: 'session.yml', pages: undefined, rows: undefined }), s.at).toBeUndefined()
    }
    expect(values(reading, 'interview-session')).toEqual([
      {
        session: 's1',
        at: '2026-03-31T14:00:00.000Z',
        interviewer: 'Interviewer One',
        second: 'Interviewer Two',
        joinedWithEmail: 'ada@example.com',
        accommodationAsked: true,
      },
    ])
    const answers = values(reading, 'interview-answer')
    expect(answers.map((a) => a.agreement)).toEqual(['differs', 'matches', 'not-asked'])
    expect(answers[0]).toMatchObject({
      job: { employer: 'Sample Works', from: '2017', to: '2019-03' },
      recordedBy: 'Interviewer One',
      secondedBy: 'Interviewer Two',
    })
    expect(values(reading, 'seen-on-shared-screen')).toEqual([
      { session: 's1', kind: 'email', value: 'other.person@example.net', recordedBy: 'Interviewer One', secondedBy: 'Interviewer Two' },
    ])
    expect(values(reading, 'interview-observation').length).toBe(1)
    expect(values(reading, 'check')).toEqual([
      expect.objectContaining({ kind: 'employment', outcome: 'contradicted', at: '2026-04-02T00:00:00.000Z' }),
    ])
    expect(reading.statements.map((s) => s.at)).toContain('/sessions/0/questions/1')
  })

  test('reads JSON, and knows its own', async () => {
    const reading = await reader.read({ bytes: sample('second.json'), name: 'second.json' })
    expect(values(reading, 'interview-answer').length).toBe(1)
    expect(reader.recognise(sample('second.json'), 'second.json')).toBe('yes')
    expect(reader.recognise(sample('session.yml'), 'session.yml')).toBe('yes')
    expect(reader.recognise(new TextEncoder().encode('version: 3\nservices: []\n'), 'compose.yml')).toBe('no')
    expect(reader.recognise(new TextEncoder().encode('{"user":{"login":"x"}}'), 'a.json')).toBe('no')
    expect(reader.recognise(sample('session.yml'), 'session.txt')).toBe('no')
  })

  test('observations need the accommodation question first', async () => {
    for (const line of ['', '    accommodation_asked: false\n', '    accommodation_asked:\n']) {
      const error = await failure(read(form(`${line}    observations:\n      - text: The line was bad.\n`)))
      expect(error.code).toBe('unreadable')
      expect(error.detail).toMatch(/accommodation question/)
      expect(error.pointer).toBe('/sessions/0/observations')
    }
    expect(
      (await read(form('    accommodation_asked: true\n    observations:\n      - text: The line was bad.\n'))).statements.length,
    ).toBe(2)
  })

  test.each([
    ['    accommodation_asked: true\n    accent: strong\n', '/sessions/0/accent'],
    ['    accommodation_asked: true\n    native_language: x\n', '/sessions/0/native_language'],
    [
      '    accommodation_asked: true\n    observations:\n      - text: ok\n        appearance: x\n',
      '/sessions/0/observations/0/appearance',
    ],
    [
      '    accommodation_asked: true\n    questions:\n      - { id: q, asks: a, about: other, nationality: x }\n',
      '/sessions/0/questions/0/nationality',
    ],
  ])('has no field for accent, language, appearance or origin: %#', async (session, pointer) => {
    const error = await failure(read(form(session)))
    expect(error.code).toBe('refused-field')
    expect(error.pointer).toBe(pointer)
  })

  test.each([
    ['    accommodation_asked: true\n    observations:\n      - text: Strong accent.\n', '/sessions/0/observations/0/text'],
    [
      '    accommodation_asked: true\n    questions:\n      - { id: q, asks: Why, about: other, said: "Sounds foreign.", agreement: matches }\n',
      '/sessions/0/questions/0/said',
    ],
    [
      '    accommodation_asked: true\n    questions:\n      - { id: q, asks: "Where are you originally from in China?", about: other }\n',
      '/sessions/0/questions/0/asks',
    ],
  ])('refuses free text that names them, with an explanation: %#', async (session, pointer) => {
    const error = await failure(read(form(session)))
    expect(error.code).toBe('refused-words')
    expect(error.pointer).toBe(pointer)
    expect(error.detail).toMatch(/cannot be kept/)
  })

  test('a check’s text is linted too', async () => {
    const text = form(
      '    accommodation_asked: true\n',
      'checks:\n  - { kind: reference, about: B, outcome: confirmed, found: He is Russian., contact: independent, recorded_by: One }\n',
    )
    expect((await failure(read(text))).pointer).toBe('/checks/0/found')
  })

  test.each([
    ['form: other/1\n', /its beginning|form/],
    [form('    accommodation_asked: perhaps\n'), /sessions, 1, accommodation_asked|sessions 1, accommodation_asked/],
    [
      form('    accommodation_asked: true\n    questions:\n      - { id: q, asks: a, about: other, agreement: so-so }\n'),
      /matches, differs, not-known, not-asked/,
    ],
    [form('    accommodation_asked: true\n    mood: good\n'), /no field "mood"/],
    [form('    accommodation_asked: true\n    at: tomorrow\n'), /date and time/],
    [form('    accommodation_asked: true\n    questions:\n      - { id: q, asks: a, about: other, said: Yes. }\n'), /no agreement/],
    ['form: bonafide-interview/1\nsessions:\n  - id: s1\n    interviewer:\n', /who led the interview/],
    ['form: bonafide-interview/1\n', /neither a session nor a check/],
    ['form: bonafide-interview/1\nsessions: [\n', /not valid YAML at line/],
    ['form: bonafide-interview/1\nform: bonafide-interview/1\n', /not valid YAML at line 2/],
  ])('says in words what is wrong with a form: %#', async (text, message) => {
    const error = await failure(read(text))
    expect(error.code).toBe('unreadable')
    expect(error.detail).toMatch(message)
  })

  test('bombs and rubbish fail with a sentence', async () => {
    const laughs =
      'a: &a [x,x,x,x,x,x,x,x,x]\nb: &b [*a,*a,*a,*a,*a,*a,*a,*a,*a]\nc: &c [*b,*b,*b,*b,*b,*b,*b,*b,*b]\nform: bonafide-interview/1\n'
    expect((await failure(read(laughs))).detail).toMatch(/aliases/)
    for (const deep of [
      '['.repeat(20_000),
      `form: ${'{a: '.repeat(20_000)}`,
      `form: ${'- '.repeat(20_000)}`,
      Array.from({ length: 1_500 }, (_, i) => `${' '.repeat(i)}a:`).join('\n'),
    ]) {
      expect((await failure(read(deep))).code).toBe('unreadable')
    }
    expect((await failure(read(`{"form":${'['.repeat(100_000)}`, 'i.json'))).code).toBe('unreadable')
    expect((await failure(read(''))).code).toBe('empty-file')
    expect((await failure(read('form: a\u0000b'))).code).toBe('unreadable')
    expect((await failure(reader.read({ bytes: new Uint8Array([0xff, 0xfe, 0xfa]), name: 'i.yml' }))).code).toBe('unreadable')
    expect((await failure(reader.read({ bytes: new Uint8Array(3 << 20).fill(0x20), name: 'i.yml' }))).code).toBe('too-large')
  })
})

describe('the question sheet', () => {
  let count = 0
  function statement<P extends Property>(property: P, value: ValueOf<P>, role: Statement['seenIn']['role'] = 'resume'): Statement {
    count += 1
    return {
      id: count.toString(16).padStart(32, '0'),
      subject: 'p-1',
      property,
      value,
      basis: 'claimed',
      seenIn: { artifact: 'a', at: 'line=1', role },
      held: '2026-01-01T00:00:00.000Z',
      readBy: 'text@1',
    } as Statement
  }
  const statements = [
    statement('job', { employer: 'Korean Harbour "Works"', title: 'Engineer', from: '2019-04', to: 'present' }),
    statement('job', { employer: 'Bank of China', from: '2016', to: '2019-03' }),
    statement('job', { employer: 'Bank of China', from: '2016', to: '2019-03' }, 'profile'),
    statement('passage', {
      text: 'Moved the invoices of forty branches: to one service # and kept both running for a year.',
      kind: 'bullet',
    }),
    statement('passage', { text: 'Short one', kind: 'bullet' }),
    statement('skill', { name: 'PostgreSQL', years: 5 }),
    statement('skill', { name: 'Go' }),
    statement('education', { school: 'Example University', degree: 'BSc' }),
    statement('place', { text: 'Lyon', scope: 'job' }),
    statement('place', { text: 'Residence Town', scope: 'residence' }),
    statement('repository', { name: 'ada/queue', fork: false, own: true }, 'code-account'),
    statement('repository', { name: 'ada/forked', fork: true, own: true }, 'code-account'),
    statement(
      'interview-answer',
      { session: 's0', question: 'q', asks: 'old', about: 'other', agreement: 'matches', recordedBy: 'One' },
      'interview',
    ),
    statement('person-name', { full: 'Ada Secret-Name' }),
  ]
  const requisition = { id: 'REQ-1', title: 'Backend engineer', documents: [], questions: ['How would you find a slow query?'] } as const

  test('holds the bank, the requisition’s questions, and the claims in the candidate’s words', () => {
    const sheet = interviewSheet({ persona: 'p-1', statements, requisition })
    for (const { asks } of QUESTION_BANK) expect(sheet).toContain(JSON.stringify(asks))
    expect(sheet).toContain('How would you find a slow query?')
    for (const words of [
      '“Bank of China”',
      'from 2019-04 until now',
      'forty branches',
      '5 years of “PostgreSQL”',
      '“ada/queue”',
      '“Lyon”',
      '“Example University”',
    ])
      expect(sheet).toContain(words)
    for (const absent of ['Short one', 'ada/forked', 'Residence Town', 'Secret-Name', '“Go”']) expect(sheet).not.toContain(absent)
    expect(sheet.match(/Bank of China/g)?.length).toBe(1)
  })

  test('the accommodation question stands before the first question', () => {
    const sheet = interviewSheet({ persona: 'p-1', statements: [] })
    expect(sheet.indexOf('Is there anything we can arrange')).toBeGreaterThan(0)
    expect(sheet.indexOf('accommodation_asked')).toBeLessThan(sheet.indexOf('questions:'))
  })

  test('everybody gets the same bank in the same order, whatever they claim', () => {
    const bank = (sheet: string): string[] => sheet.match(/id: "base-\d+"\n +asks: .*/g) ?? []
    expect(bank(interviewSheet({ persona: 'p-1', statements }))).toEqual(bank(interviewSheet({ persona: 'p-2', statements: [] })))
    expect(bank(interviewSheet({ persona: 'p-1', statements })).length).toBe(QUESTION_BANK.length)
  })

  test('does not depend on the order of the statements', () => {
    expect(interviewSheet({ persona: 'p-1', statements: statements.toReversed() })).toBe(interviewSheet({ persona: 'p-1', statements }))
  })

  test('no question of the bank names origin, language or looks', () => {
    expect(QUESTION_BANK.length).toBeGreaterThanOrEqual(5)
    for (const { asks } of QUESTION_BANK) expect(lintWording(asks, 'note'), asks).toEqual({ ok: true })
  })

  test('filled in, it is read; unfilled, it says who is missing', async () => {
    const sheet = interviewSheet({ persona: 'p-1', statements, requisition })
    expect((await failure(read(sheet))).detail).toMatch(/who led the interview/)
    const filled = sheet
      .replace(/interviewer: +#.*/, 'interviewer: Interviewer One')
      .replace(/ at: +#.*/, ' at: 2026-03-31 14:00+02:00')
      .replace('accommodation_asked: false', 'accommodation_asked: true')
      .replace(/said: +#.*\n( +)agreement: +#.*/, 'said: "As in the documents."\n$1agreement: matches')
    const reading = await read(filled)
    expect(reader.recognise(new TextEncoder().encode(filled), 'sheet.yml')).toBe('yes')
    const answers = values(reading, 'interview-answer')
    expect(answers.length).toBeGreaterThan(QUESTION_BANK.length + 6)
    expect(answers[0]).toMatchObject({ question: 'base-1', said: 'As in the documents.', agreement: 'matches' })
    expect(answers.slice(1).every((a) => a.agreement === 'not-asked')).toBe(true)
    expect(answers.some((a) => a.asks.includes('Korean Harbour "Works"'))).toBe(true)
    expect(values(reading, 'interview-session')[0]?.at).toBe('2026-03-31T12:00:00.000Z')
  })
})
