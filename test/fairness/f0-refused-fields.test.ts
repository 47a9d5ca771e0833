import { readFileSync } from 'node:fs'
import { glob } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Detector } from '../../src/kit/detector.ts'
import { AppError } from '../../src/model/errors.ts'
import { isRefusedKey, REFUSED_SIGNALS, REFUSED_TOPICS, refusedTerms, refuseFields } from '../../src/model/refused.ts'
import { PROPERTIES } from '../../src/model/vocabulary.ts'

const terms = refusedTerms().map((t) => t.term)

function refusal(value: unknown): AppError {
  try {
    refuseFields(value)
  } catch (error) {
    if (error instanceof AppError) return error
    throw error
  }
  throw new Error('accepted')
}

describe('F0: refused fields', () => {
  test('knows at least two hundred names, in at least eight scripts or languages', () => {
    expect(new Set(terms.map((t) => t.toLowerCase())).size).toBeGreaterThanOrEqual(200)
    const samples = [
      'nationality',
      'Staatsangehörigkeit',
      'nationalité',
      'nacionalidad',
      'nacionalidade',
      'nazionalità',
      'nationaliteit',
      'narodowość',
      'национальность',
      '国籍',
      '국적',
      'uyruk',
      'الجنسية',
    ]
    for (const sample of samples) expect(isRefusedKey(sample)?.topic, sample).toBe('nationality')
  })

  test('every listed name is refused as it stands, in other spellings, and with filler around it', () => {
    expect(terms.length).toBeGreaterThan(200)
    for (const term of terms) {
      for (const key of [
        term,
        term.toUpperCase(),
        term.replaceAll(' ', '_'),
        term.replaceAll(' ', '-'),
        `candidate.${term}`,
        `${term} 2`,
        `Applicant ${term} (optional)`,
      ]) {
        expect(isRefusedKey(key), key).toBeDefined()
      }
    }
  })

  test('camelCase, snake_case, joined and dotted forms', () => {
    for (const key of [
      'candidate.dateOfBirth',
      'eeo_gender',
      'Geburtsdatum',
      'candidatenationality',
      'D.O.B.',
      'EEOC: Race',
      'placeOfBirth',
      'NATIVE_LANGUAGE',
      'zipCode',
      'age',
      'Age (years)',
      'visa',
      'marital-status',
      'genero',
      'What is your gender?',
      'n\u200bationality',
    ]) {
      expect(isRefusedKey(key), key).toBeDefined()
    }
  })

  test('harmless names pass', () => {
    const harmless = [
      'agency',
      'manager',
      'page',
      'language',
      'languages',
      'programming_language',
      'preferredProgrammingLanguage',
      'repository.primaryLanguage',
      'race condition',
      'raceCondition',
      'coverage',
      'message',
      'average',
      'account_age_days',
      'image',
      'storage',
      'zip_file',
      'accentColor',
      'country',
      'location',
      'Candidate Country',
      'Origin',
      'Source',
      'title',
      'Start Date',
      'Current Stage',
      'wage',
      'email',
      'phone',
      'disabled',
      'children',
      'weight',
      'height',
      'native',
      'generation',
      'essex',
      'sextant',
      'accommodation_asked',
      'Recruiter',
      'Candidate Name',
      'visage',
      'core',
      'military_grade',
    ]
    for (const key of harmless) expect(isRefusedKey(key), key).toBeUndefined()
    for (const property of Object.keys(PROPERTIES)) expect(isRefusedKey(property), property).toBeUndefined()
  })

  test('a refused key at any depth is refused with its pointer, and the value is not repeated', () => {
    let refused = 0
    const step = fc.oneof(fc.constantFrom('object', 'array', 'map', 'pair'))
    fc.assert(
      fc.property(fc.constantFrom(...terms), fc.array(step, { maxLength: 12 }), (term, path) => {
        let value: unknown = { ok: 1, [term]: 'SECRET-VALUE' }
        for (const kind of path) {
          if (kind === 'object') value = { fine: 1, inner: value }
          else if (kind === 'array') value = [null, 'x', value]
          else if (kind === 'map') value = new Map<string, unknown>([['inner', value]])
          else value = { name: 'skills', value }
        }
        const error = refusal(value)
        refused += 1
        return (
          error.code === 'refused-field' &&
          error.status === 422 &&
          error.pointer !== undefined &&
          error.pointer.startsWith('/') &&
          !error.detail.includes('SECRET-VALUE')
        )
      }),
      { numRuns: 500 },
    )
    expect(refused).toBeGreaterThanOrEqual(500)
  })

  test('a field written as a pair of name and value is a field', () => {
    expect(refusal({ answers: [{ question: 'What is your nationality?', answer: 'x' }] }).pointer).toBe('/answers/0/question')
    expect(refusal({ customFields: [{ label: 'Gender', value: null }] }).pointer).toBe('/customFields/0/label')
  })

  test('rings and deep nesting end', () => {
    const ring: Record<string, unknown> = {}
    ring['self'] = ring
    expect(() => refuseFields(ring)).not.toThrow()
    let deep: unknown = { gender: 1 }
    for (let i = 0; i < 10_000; i += 1) deep = [deep]
    expect(refusal(deep).code).toBe('refused-field')
  })

  test('keys with slashes and tildes give a valid pointer', () => {
    expect(refusal({ 'a/b': { '~': { gender: 1 } } }).pointer).toBe('/a~1b/~0/gender')
  })

  test('no property of the vocabulary is a refused topic', () => {
    expect(Object.keys(PROPERTIES).length).toBeGreaterThan(20)
    expect(Object.keys(REFUSED_TOPICS).length).toBeGreaterThan(15)
    for (const [name, { schema }] of Object.entries(PROPERTIES)) {
      const fields = 'shape' in schema ? Object.keys(schema.shape as object) : []
      for (const field of [name, ...fields]) expect(isRefusedKey(field), `${name}.${field}`).toBeUndefined()
    }
  })
})

describe('refused signals', () => {
  const backlog = new Set(REFUSED_SIGNALS.flatMap((signal) => [...signal.never, ...signal.neverAlone]))

  test('cover every excluded indicator of the backlog', () => {
    const excluded = readFileSync(new URL('excluded-indicators.txt', import.meta.url), 'utf8')
      .split('\n')
      .filter((line) => line !== '' && !line.startsWith('#'))
    expect(excluded.length).toBe(13)
    const never = new Set(REFUSED_SIGNALS.flatMap((signal) => signal.never))
    for (const id of excluded) expect(never.has(id), id).toBe(true)
  })

  test('each says why and what instead, and stands once', () => {
    expect(REFUSED_SIGNALS.length).toBeGreaterThanOrEqual(18)
    expect(new Set(REFUSED_SIGNALS.map((signal) => signal.id)).size).toBe(REFUSED_SIGNALS.length)
    for (const signal of REFUSED_SIGNALS) {
      expect(signal.why.length, signal.id).toBeGreaterThan(10)
      expect(signal.instead.length, signal.id).toBeGreaterThan(3)
      expect(signal.never.filter((id) => signal.neverAlone.includes(id))).toEqual([])
    }
  })

  test('no detector codifies one; those refused only by themselves are context or weak', async () => {
    const root = fileURLToPath(new URL('../../src/catalog/detectors/', import.meta.url))
    const never = new Set(REFUSED_SIGNALS.flatMap((signal) => signal.never))
    let detectors = 0
    let named = 0
    for await (const file of glob('*/*/detector.ts', { cwd: root })) {
      const { default: detector } = (await import(`${root}${file}`)) as { default: Detector }
      detectors += 1
      for (const id of detector.indicators) {
        named += 1
        expect(never.has(id), `${detector.id} codifies the refused ${id}`).toBe(false)
        if (backlog.has(id))
          expect(detector.direction === 'context' || detector.strength === 'weak', `${detector.id} rests on ${id}`).toBe(true)
      }
    }
    expect(detectors).toBeGreaterThan(0)
    expect(named).toBeGreaterThan(0)
  })
})
