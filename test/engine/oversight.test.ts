import { describe, expect, it } from 'vitest'
import { impactOf, ratesOf } from '../../src/engine/oversight/adverse-impact.ts'
import { decisionsFor } from '../../src/engine/oversight/exports.ts'
import { figures, figuresOf } from '../../src/engine/oversight/figures.ts'
import type { MadeDecision, OpeningCounts } from '../../src/engine/oversight/ports.ts'
import { blindWaiting, isSampled, lookBlind, plantClean } from '../../src/engine/oversight/second-look.ts'
import { Draft } from '../../src/engine/cases/change.ts'
import { contestsCsv, decisionsCsv, ratesCsv } from '../../src/surfaces/documents/oversight-csv.ts'
import type { DecisionRecord } from '../../src/model/case.ts'
import { openCaseDesk, type CaseDesk } from '../support/case-desk.ts'
import { aContest, NOON } from '../support/rows.ts'

const record = (more: Partial<DecisionRecord> = {}): DecisionRecord => ({
  persona: 'p-1',
  kind: 'cleared',
  reasons: [{ code: 'ordinary-sharing', findings: ['f-1'] }],
  text: 'They share an office.',
  roles: ['investigator'],
  seen: [{ evidence: 'f-1', seconds: 60 }],
  options: ['cleared', 'confirmed'],
  recommendation: 'review',
  suggestionShown: true,
  differs: true,
  known: ['f-1'],
  versions: {},
  catalog: 'c',
  confirmation: undefined,
  ...more,
})
const made = (decided: number, more: Partial<MadeDecision> = {}): MadeDecision => ({
  case: 'case-00000000000a',
  decided,
  by: 'ada',
  at: NOON,
  record: record(),
  second: undefined,
  undone: false,
  members: undefined,
  ...more,
})
const counts = (more: Partial<OpeningCounts>): OpeningCounts => ({
  requisition: 'r-1',
  applications: 30,
  flagged: 0,
  flaggedCleared: 0,
  cleared: 0,
  confirmed: 0,
  contested: 0,
  upheld: 0,
  ...more,
})

describe('how decisions are made', () => {
  it('is counted: time with the evidence, overrides, second looks, planted ones, reviews', () => {
    const decided = { outcome: 'upheld', by: 'una', at: NOON, reason: 'w', findings: [], apart: [], indicators: [], undone: [] } as const
    const got = figuresOf({
      made: [
        made(1),
        made(2, {
          record: record({
            seen: [
              { evidence: 'f', seconds: 10 },
              { evidence: 'g', seconds: 10 },
            ],
            differs: false,
          }),
        }),
        made(3, { undone: true, record: record({ persona: 'p-2', kind: 'confirmed', seen: [] }) }),
      ],
      looks: [
        { case: 'case-00000000000a', decided: 1, persona: 'p-1', kind: 'cleared', by: 'una', at: NOON },
        { case: 'case-00000000000a', decided: 3, persona: 'p-2', kind: 'cleared', by: 'una', at: NOON },
      ],
      planted: new Set(['p-2']),
      contests: [aContest('review-1'), aContest('review-2', 'p-1', { decided })],
    })
    expect(got).toMatchObject({
      decisions: 3,
      medianSeconds: 20,
      overridden: { part: 2, n: 3 },
      agreed: { part: 1, n: 2 },
      plantedNotCleared: { part: 1, n: 1 },
      contested: 2,
      upheld: { part: 1, n: 1 },
      takenBack: { part: 1, n: 3 },
    })
    expect(figuresOf({ made: [], looks: [], planted: new Set(), contests: [] }).medianSeconds).toBeUndefined()
  })

  it('alerts where somebody only agrees, or decides faster than one can read, and not of few decisions', () => {
    const of = (n: number, seconds: number, differs: (i: number) => boolean) =>
      figuresOf({
        made: Array.from({ length: n }, (_, i) => made(i, { record: record({ seen: [{ evidence: 'f', seconds }], differs: differs(i) }) })),
        looks: [],
        planted: new Set(),
        contests: [],
      }).people[0]?.alerts
    expect(of(20, 12, () => false)).toEqual([
      'Half of 20 decisions were made with the evidence open for 12 seconds or less.',
      'None of 20 decisions was other than the recommendation.',
    ])
    expect(of(20, 90, (i) => i === 0)).toEqual([])
    expect(of(19, 1, () => false)).toEqual([])
  })

  it('samples one in twenty by a secret', () => {
    const sampled = Array.from({ length: 4000 }, (_, i) => isSampled('salt', made(i))).filter(Boolean).length
    expect(sampled).toBeGreaterThan(140)
    expect(sampled).toBeLessThan(260)
  })
})

describe('over the store', () => {
  const PERIOD = { from: '2026-01-01T00:00:00.000Z', to: '2027-01-01T00:00:00.000Z' }
  const CASE = 'case-0000000000cc'
  async function decidedDesk(): Promise<{ desk: CaseDesk; sampled: number }> {
    const desk = await openCaseDesk()
    await desk.persona('p-1', 'review', 1)
    const salt = await desk.tx((tx) => tx.tombstoneSalt())
    const draft = Draft.opened(
      CASE,
      { kind: 'opened', room: 'identity', because: 'person', says: 'why', personas: ['p-1'], findings: [], matches: [] },
      { by: 'ada', now: desk.now },
    )
    while (!isSampled(salt, { case: CASE, decided: draft.case.acts + 1 })) draft.add({ kind: 'noted', text: 'waits' })
    const sampled = draft.add({ kind: 'decided', record: record(), disposition: 1 })
    await desk.tx((tx) => tx.putCases([draft.case], draft.acts))
    return { desk, sampled }
  }

  it('a sampled decision is looked at once, unseen, by who had no part in it', async () => {
    const { desk, sampled } = await decidedDesk()
    const [ada, una] = [desk.as('ada', 'investigator'), desk.as('una', 'approver')]
    expect(await blindWaiting(desk.deps, ada, PERIOD)).toEqual([])
    expect(await blindWaiting(desk.deps, una, PERIOD)).toEqual([{ case: CASE, decided: sampled, persona: 'p-1' }])
    const look = { case: CASE, decided: sampled, kind: 'inconclusive', period: PERIOD }
    await expect(lookBlind(desk.deps, ada, look)).rejects.toMatchObject({ code: 'not-found' })
    await lookBlind(desk.deps, una, look)
    await expect(lookBlind(desk.deps, una, look)).rejects.toMatchObject({ code: 'not-found' })
    await expect(figures(desk.deps, una, PERIOD)).rejects.toMatchObject({ code: 'forbidden' })
    expect((await figures(desk.deps, ada, PERIOD)).agreed).toMatchObject({ part: 0, n: 1 })
    await plantClean(desk.deps, desk.as('tom', 'tenant-admin'), 'p-1')
    expect((await figures(desk.deps, ada, PERIOD)).plantedNotCleared).toMatchObject({ part: 0, n: 1 })
    expect(JSON.stringify((await desk.tx((tx) => tx.auditRows(0, 100))).filter((r) => r.action === 'clean-planted'))).not.toContain('p-1')
  })

  it('an export names what of a quiet case only its members see to nobody else', async () => {
    const { desk } = await decidedDesk()
    const auditor = desk.as('aud', 'auditor')
    expect(await decisionsFor(desk.deps, auditor, PERIOD)).toHaveLength(1)
    await desk.tx(async (tx) => {
      const found = await tx.lockCase(CASE)
      if (found === undefined) throw new Error('the case is gone')
      const draft = new Draft(found, 'ada', desk.now)
      draft.add({ kind: 'quieted', members: ['ada'] })
      await tx.putCases([draft.case], draft.acts)
    })
    expect(await decisionsFor(desk.deps, auditor, PERIOD)).toEqual([])
    await expect(decisionsFor(desk.deps, desk.as('rita', 'recruiter'), PERIOD)).rejects.toMatchObject({ code: 'forbidden' })
  })
})

describe('adverse impact', () => {
  it('says nothing of fewer than thirty', () => {
    expect(ratesOf(counts({ applications: 29, flagged: 29, contested: 10, upheld: 5 }))).toEqual({
      requisition: 'r-1',
      applications: 29,
      rates: undefined,
      flaggedCleared: undefined,
      upheld: undefined,
    })
    const large = ratesOf(counts({ applications: 60, flagged: 30, flaggedCleared: 24, contested: 29, upheld: 20 }))
    expect(large.rates?.flagged).toMatchObject({ part: 30, n: 60, rate: 0.5 })
    expect(large.flaggedCleared).toMatchObject({ part: 24, n: 30 })
    expect(large.upheld).toBeUndefined()
  })

  it('compares groups with the best of those that are large enough', () => {
    const got = impactOf([
      { group: 'one', applicants: 100, selected: 90 },
      { group: 'two', applicants: 50, selected: 30 },
      { group: 'three', applicants: 29, selected: 29 },
    ])
    expect(got.map((g) => [g.group, g.selected?.rate, g.ratio?.toFixed(4), g.underFourFifths])).toEqual([
      ['one', 0.9, '1.0000', false],
      ['two', 0.6, '0.6667', true],
      ['three', undefined, undefined, undefined],
    ])
    expect(impactOf([{ group: 'one', applicants: 100, selected: 90 }])[0]?.ratio).toBeUndefined()
    expect(() => impactOf([{ group: 'one', applicants: 1, selected: 2 }])).toThrow(/more selected/)
    expect(() =>
      impactOf([
        { group: 'a', applicants: 1, selected: 1 },
        { group: 'a', applicants: 1, selected: 1 },
      ]),
    ).toThrow(/twice/)
  })
})

describe('files for a spreadsheet', () => {
  it('run nothing that somebody wrote, and keep to RFC 4180', () => {
    const nasty = ['=1+1', '+1', '-1', '@A1', '\tx', '\0=1', 'a "quoted", word\nand a line']
    const text = decisionsCsv(nasty.map((said, i) => made(i, { record: record({ text: said }) })))
    expect(text.split('\r\n')[0]).toContain('case,decision,persona')
    for (const cell of ["'=1+1", "'+1", "'-1", "'@A1", "'\tx", '"a ""quoted"", word\nand a line"']) expect(text).toContain(`,${cell},`)
    expect(text).not.toContain('\0')
    expect(text.match(/,'=1/g)).toHaveLength(2)
    expect(contestsCsv([aContest('review-1')])).toContain('\r\nreview-1,p-1,appeal,1,')
    const rates = ratesCsv([
      ratesOf(counts({ requisition: '=cmd()', applications: 60, flagged: 30 })),
      ratesOf(counts({ requisition: undefined, applications: 3 })),
    ])
    expect(rates).toContain("\r\n'=cmd(),60,60,0.5000,0.3774,0.6226,")
    expect(rates).toMatch(/\r\n\(none\),3,,,,/)
  })
})
