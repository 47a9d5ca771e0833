import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { storeOf } from '../../src/adapters/store-postgres/store.ts'
import type { ReadState } from '../../src/engine/candidates-ports.ts'
import type { OverlapRow, Store, Tx } from '../../src/engine/ports.ts'
import type { AnyStatement } from '../../src/model/statement.ts'
import { DATABASES, freshTenant, type TestDatabase } from '../support/databases.ts'
import { aFinding, aPersona, aPhone, NOON } from '../support/rows.ts'

test('the suite runs on both drivers', () => {
  expect(DATABASES.map((d) => d.name)).toEqual(['PGlite', 'PostgreSQL'])
})

describe.each(DATABASES)('store on $name', ({ skip, open }) => {
  if (skip !== undefined) {
    test.skip(`not here: ${skip}`)
    return
  }

  let database: TestDatabase
  let store: Store
  beforeAll(async () => {
    database = await open()
    store = storeOf(database.connection)
  })
  afterAll(() => database?.close())

  /** A transaction of a tenant of its own. */
  const alone = <T>(work: (tx: Tx) => Promise<T>): Promise<T> => store.tx(freshTenant(), work)

  describe('personas and what they handed in', () => {
    test('a persona comes back as it was put, and only its mutable columns change', async () => {
      await alone(async (tx) => {
        const first = aPersona('p-1', { requisition: 'backend' })
        await tx.putPersona(first)
        expect(await tx.persona('p-1')).toEqual(first)
        await tx.putPersona({
          ...first,
          source: 'elsewhere',
          received: '2030-01-01T00:00:00.000Z',
          status: 'withdrawn',
          requisition: undefined,
          retention: 'candidate-cleared',
          keepUntil: NOON,
        })
        expect(await tx.persona('p-1')).toEqual({
          ...first,
          status: 'withdrawn',
          requisition: undefined,
          retention: 'candidate-cleared',
          keepUntil: NOON,
        })
        expect(await tx.persona('p-2')).toBeUndefined()
      })
    })

    test('personas are paged in order of id', async () => {
      await alone(async (tx) => {
        for (const id of ['p-c', 'p-a', 'p-b']) await tx.putPersona(aPersona(id))
        const first = await tx.personas({ limit: 2 })
        expect(first.map((p) => p.id)).toEqual(['p-a', 'p-b'])
        expect((await tx.personas({ limit: 2, after: 'p-b' })).map((p) => p.id)).toEqual(['p-c'])
      })
    })

    test('due are those whose time is over and who are not on hold', async () => {
      await alone(async (tx) => {
        await tx.putPersona(aPersona('p-over', { keepUntil: '2026-01-01T00:00:00.000Z' }))
        await tx.putPersona(aPersona('p-held', { keepUntil: '2026-01-01T00:00:00.000Z', retention: 'evidence-legal-hold' }))
        await tx.putPersona(aPersona('p-kept', { keepUntil: NOON }))
        expect(await tx.personasDue(NOON)).toEqual(['p-over'])
      })
    })

    test('the same submission twice is one; a row of a table is another; how it was read is remembered', async () => {
      await alone(async (tx) => {
        const artifact = {
          id: 'f'.repeat(64),
          name: 'résumé “final”.pdf',
          size: 3_000_000_000,
          received: NOON,
          reliability: 'F',
          credibility: '6',
        }
        await tx.addArtifact(artifact)
        await tx.addArtifact(artifact)
        expect(await tx.artifacts([artifact.id, 'unknown'])).toEqual([artifact])
        const whole = { persona: 'p-1', artifact: artifact.id, parent: undefined, row: undefined }
        await tx.addSubmission(whole)
        await tx.addSubmission(whole)
        await tx.addSubmission({ ...whole, row: 1 })
        expect(await tx.submissions(['p-1'])).toHaveLength(2)
        const read: ReadState = {
          by: 'resume-pdf@1',
          role: 'resume',
          outcome: 'read',
          error: undefined,
          notes: [{ kind: 'quality', says: 'No text on page 2.', at: 'page=2' }],
        }
        await tx.markRead('p-1', artifact.id, undefined, read)
        const found = await tx.submissionsOf(artifact.id)
        expect(found.find((s) => s.row === undefined)).toEqual({ ...whole, read })
        expect(found.find((s) => s.row === 1)?.read).toBeUndefined()
      })
    })

    test('a requisition is put and replaced', async () => {
      await alone(async (tx) => {
        await tx.putRequisition({ id: 'r', title: 'Backend', documents: ['resume'], questions: ['Why?'] })
        await tx.putRequisition({ id: 'r', title: 'Back end', documents: ['resume', 'code-account'], questions: [] })
        expect(await tx.requisition('r')).toEqual({ id: 'r', title: 'Back end', documents: ['resume', 'code-account'], questions: [] })
        expect(await tx.requisitions()).toHaveLength(1)
      })
    })
  })

  describe('statements', () => {
    const passage: AnyStatement = {
      ...aPhone('s-2', 'p-1'),
      property: 'passage',
      value: { text: 'Zeile „zwei“ \\ "quoted" {braces}', kind: 'job' },
      original: 'ZEILE',
    } as unknown as AnyStatement

    test('come back whole, are added once, and are narrowed by property', async () => {
      await alone(async (tx) => {
        expect(await tx.addStatements([aPhone('s-1', 'p-1'), passage])).toBe(2)
        expect(await tx.addStatements([aPhone('s-1', 'p-1'), aPhone('s-3', 'p-2')])).toBe(1)
        expect(await tx.statementsOf(['p-1'])).toEqual([aPhone('s-1', 'p-1'), passage])
        expect(await tx.statementsOf(['p-1', 'p-2'], ['phone'])).toHaveLength(2)
        expect(await tx.statementsOf([])).toEqual([])
        expect((await tx.statements(['s-2'])).map((s) => s.original)).toEqual(['ZEILE'])
        expect(await tx.statements(['s-9', 'with "quotes", {and} \\ more'])).toEqual([])
      })
    })

    test('more than one chunk of them arrive', async () => {
      await alone(async (tx) => {
        const many = Array.from({ length: 5_001 }, (_, n) => aPhone(`s-${n}`, `p-${n % 7}`))
        expect(await tx.addStatements(many)).toBe(5_001)
        expect(await tx.statementsOf(['p-0', 'p-1', 'p-2', 'p-3', 'p-4', 'p-5', 'p-6'])).toHaveLength(5_001)
      })
    })

    test('only derived ones are replaced', async () => {
      await alone(async (tx) => {
        await tx.addStatements([aPhone('s-1', 'p-1')])
        await tx.replaceDerivedStatements(['p-1'], [{ ...aPhone('d-1', 'p-1'), basis: 'derived' }])
        await tx.replaceDerivedStatements(['p-1'], [{ ...aPhone('d-2', 'p-1'), basis: 'derived' }])
        expect((await tx.statementsOf(['p-1'])).map((s) => s.id)).toEqual(['d-2', 's-1'])
      })
    })

    test('a text that no database can hold is refused, and the transaction with it', async () => {
      const tenant = freshTenant()
      const bad = store.tx(tenant, async (tx) => {
        await tx.addStatements([aPhone('s-1', 'p-1')])
        await tx.addStatements([aPhone('s-2', 'p-1', 'a\u0000b')])
      })
      await expect(bad).rejects.toMatchObject({ code: 'storage', detail: expect.stringContaining('zero byte') })
      expect(await store.tx(tenant, (tx) => tx.statementsOf(['p-1']))).toEqual([])
    })
  })

  describe('who meets whom', () => {
    const key = (persona: string, kind: string, value: string) => ({ kind, key: value, persona, statement: `s-${persona}`, at: undefined })

    test('a shared identifier of the asked kinds, a shared sketch key, and nothing else', async () => {
      await alone(async (tx) => {
        await tx.replaceIdentifiers(
          ['p-1', 'p-2', 'p-3'],
          [
            key('p-1', 'phone', '+12025550101'),
            key('p-2', 'phone', '+12025550101'),
            key('p-1', 'ip', '192.0.2.1'),
            key('p-3', 'ip', '192.0.2.1'),
            key('p-3', 'email', '+12025550101'),
          ],
        )
        await tx.replaceSketches(
          ['p-1', 'p-2', 'p-3'],
          [
            { kind: 'text', persona: 'p-1', statement: 's', keys: [-2_147_483_648, 7] },
            { kind: 'text', persona: 'p-1', statement: 's2', keys: [7] },
            { kind: 'text', persona: 'p-3', statement: 's', keys: [-2_147_483_648] },
            { kind: 'image', persona: 'p-2', statement: 's', keys: [7] },
          ],
        )
        expect(await tx.candidatePairs(['p-1'], ['phone', 'email'], 50)).toEqual([
          { persona: 'p-1', other: 'p-2', via: 'identifier' },
          { persona: 'p-1', other: 'p-3', via: 'text' },
        ])
        expect(await tx.sketchHolders('text', [-2_147_483_648, 7, 8])).toEqual(
          new Map([
            [-2_147_483_648, 2],
            [7, 1],
          ]),
        )
        await tx.replaceIdentifiers(['p-2'], [])
        await tx.replaceSketches(['p-3'], [])
        expect(await tx.candidatePairs(['p-1', 'p-2', 'p-3'], ['phone', 'email'], 50)).toEqual([])
      })
    })

    test('a key held by more than the bound is a hub and proposes nobody', async () => {
      await alone(async (tx) => {
        const ids = Array.from({ length: 6 }, (_, n) => `p-${n}`)
        await tx.replaceIdentifiers(ids, [
          ...ids.map((id) => key(id, 'phone', 'hub')),
          ...ids.slice(0, 5).map((id) => key(id, 'phone', 'shared')),
          { ...key('p-0', 'phone', 'shared'), statement: 'again' },
        ])
        await tx.replaceSketches(
          ids,
          ids.map((persona) => ({ kind: 'image' as const, persona, statement: 's', keys: [1] })),
        )
        const met = await tx.candidatePairs(['p-0'], ['phone'], 5)
        expect(met.map((m) => m.other)).toEqual(['p-1', 'p-2', 'p-3', 'p-4'])
        expect(await tx.candidatePairs(['p-0'], ['phone'], 4)).toEqual([])
        expect(await tx.candidatePairs(['p-5'], ['phone'], 6)).toContainEqual({ persona: 'p-5', other: 'p-0', via: 'image' })
      })
    })

    test('keys that are very long still meet when equal and only then', async () => {
      await alone(async (tx) => {
        const long = 'é'.repeat(3_000)
        await tx.replaceIdentifiers(
          ['p-1', 'p-2', 'p-3'],
          [key('p-1', 'link', `${long}1`), key('p-2', 'link', `${long}1`), key('p-3', 'link', `${long}2`)],
        )
        expect((await tx.candidatePairs(['p-1', 'p-3'], ['link'], 50)).map((m) => m.other)).toEqual(['p-2'])
      })
    })
  })

  describe('comparisons and verdicts', () => {
    const overlap = (persona: string, other: string): OverlapRow => ({
      persona,
      other,
      kind: 'text',
      measure: 0.1 + 0.2,
      passages: [{ mine: 'm', theirs: 't', text: 'seven words that stand in both of them' }],
    })

    test('are replaced in both directions', async () => {
      await alone(async (tx) => {
        await tx.replacePairs(
          ['p-1'],
          [
            { persona: 'p-1', other: 'p-2', same: 'no' },
            { persona: 'p-2', other: 'p-1', same: 'no' },
          ],
        )
        await tx.replacePairs(
          ['p-3'],
          [
            { persona: 'p-3', other: 'p-2', same: 'yes' },
            { persona: 'p-2', other: 'p-3', same: 'yes' },
          ],
        )
        await tx.replaceOverlaps(['p-1'], [overlap('p-1', 'p-2'), overlap('p-2', 'p-1')])
        expect(await tx.pairs(['p-2'])).toEqual([
          { persona: 'p-2', other: 'p-1', same: 'no' },
          { persona: 'p-2', other: 'p-3', same: 'yes' },
        ])
        await tx.replacePairs(['p-1'], [])
        await tx.replaceOverlaps(['p-1'], [])
        expect(await tx.pairs(['p-2'])).toEqual([{ persona: 'p-2', other: 'p-3', same: 'yes' }])
        expect(await tx.relation('select s.persona, o.other from slice s join overlap o on o.persona = s.persona', ['p-1', 'p-2'])).toEqual(
          [],
        )
      })
    })

    test('findings and assessments come back whole and are replaced', async () => {
      await alone(async (tx) => {
        const finding = aFinding('f-1', 'p-1', ['s-2', 's-1'])
        const assessment = {
          persona: 'p-1',
          recommendation: 'review' as const,
          outcomes: { 'application/x': { kind: 'not-applicable' as const, missing: ['no phone'] } },
          reasons: ['f-1'],
        }
        await tx.replaceFindings(['p-1'], [finding])
        await tx.replaceAssessments([assessment])
        expect(await tx.findings(['p-1'])).toEqual([finding])
        expect(await tx.finding('f-1')).toEqual(finding)
        expect(await tx.assessments(['p-1', 'p-2'])).toEqual([assessment])
        await tx.replaceFindings(['p-1'], [])
        await tx.replaceAssessments([{ ...assessment, recommendation: 'clear', reasons: [] }])
        expect(await tx.finding('f-1')).toBeUndefined()
        expect((await tx.assessments(['p-1'])).map((a) => a.recommendation)).toEqual(['clear'])
      })
    })
  })
})
