import { beforeEach, describe, expect, it } from 'vitest'
import { act, showCase, startTimer } from '../../src/engine/cases/act.ts'
import { approve, cutAccess, placeHold, refuse, requestApproval, reviewCut } from '../../src/engine/cases/approve.ts'
import { came } from '../../src/engine/cases/came.ts'
import { propose, undoDecision, type Decided } from '../../src/engine/cases/decide.ts'
import type { Proposal } from '../../src/engine/cases/decision-record.ts'
import { inbox } from '../../src/engine/cases/inbox.ts'
import { openCase } from '../../src/engine/cases/open.ts'
import type { Caller } from '../../src/engine/people/caller.ts'
import { aPhone } from '../support/rows.ts'
import { notFresh } from '../support/callers.ts'
import { NO_CATALOG, openCaseDesk, WATCH, type CaseDesk } from '../support/case-desk.ts'

let desk: CaseDesk
let ada: Caller
let bo: Caller
beforeEach(async () => {
  desk = await openCaseDesk()
  ada = desk.as('ada', 'investigator')
  bo = desk.as('bo', 'approver')
})

const WHY = 'The employer denied it when we called.'
const opened = async (caller = ada, personas: readonly string[] = ['p-1'], quiet?: readonly string[]) =>
  (
    await openCase(desk.deps, caller, {
      room: 'identity',
      says: 'Something should be looked at.',
      personas,
      ...(quiet === undefined ? {} : { quiet }),
    })
  ).id
const look = async (id: string, findings: readonly string[], caller = ada): Promise<void> => {
  for (const evidence of findings) await act(desk.deps, caller, { case: id, act: { kind: 'seen', what: 'finding', evidence, seconds: 5 } })
}
const proposal = (kind: Proposal['kind'], findings: readonly string[], more: Partial<Proposal> = {}): Proposal => ({
  persona: 'p-1',
  kind,
  reasons: [{ code: { confirmed: 'contradiction-stands', cleared: 'explained', inconclusive: 'cannot-be-told' }[kind], findings }],
  text: WHY,
  options: ['confirmed', 'cleared', 'inconclusive'],
  suggestionShown: true,
  ...more,
})
const decide = (id: string, made: Proposal, caller = ada): Promise<Decided> =>
  propose(desk.deps, NO_CATALOG, caller, { case: id, proposal: made, watch: WATCH })
const yes = (id: string, request: number | undefined, caller = bo): Promise<Decided> =>
  approve(desk.deps, NO_CATALOG, caller, { case: id, request: request ?? 0, reason: WHY, watch: WATCH })
const dispositions = (persona = 'p-1') => desk.tx((tx) => tx.dispositions([persona]))

describe('a decision', () => {
  it('adverse: asks a second person, and stands when somebody else agrees in time, signed in freshly', async () => {
    const findings = await desk.persona('p-1', 'escalate', 2)
    const id = await opened()
    await look(id, findings)
    const asked = await decide(id, proposal('confirmed', findings))
    expect(asked.disposition).toBeUndefined()
    expect(await dispositions()).toEqual([])
    await expect(yes(id, asked.request, { ...bo, id: 'ADA' })).rejects.toThrow(/another than the one who asked/)
    await expect(yes(id, asked.request, ada)).rejects.toMatchObject({ status: 403 })
    await expect(yes(id, asked.request, notFresh(bo))).rejects.toMatchObject({ code: 'needs-fresh-sign-in', status: 403 })
    expect(await dispositions()).toEqual([])
    const done = await yes(id, asked.request)
    expect(done.disposition).toMatchObject({ persona: 'p-1', kind: 'confirmed', by: 'ada', reason: WHY, known: findings })
    expect(done.case.status).toBe('closed')
    expect(done.case.decisions[0]).toMatchObject({
      by: 'ada',
      second: 'bo',
      record: { roles: ['investigator'], recommendation: 'escalate', differs: false, known: findings, catalog: 'none' },
    })
    expect(done.case.decisions[0]?.record.seen).toEqual(findings.map((evidence) => ({ evidence, seconds: 5 })))
    expect((await desk.tx((tx) => tx.persona('p-1')))?.retention).toBe('ca-ads-4y')
    await expect(yes(id, asked.request)).rejects.toMatchObject({ status: 409 })
  })

  it('adverse: is over after a day, can be refused, and is not made when what it rests on is gone', async () => {
    const findings = await desk.persona('p-1', 'escalate', 2)
    const id = await opened()
    await look(id, findings)
    const first = await decide(id, proposal('confirmed', findings))
    await expect(decide(id, proposal('confirmed', findings))).rejects.toThrow(/asked for already/)
    desk.later(24)
    await expect(yes(id, first.request)).rejects.toThrow(/time for this approval is over/)
    const second = await decide(id, proposal('confirmed', findings))
    await expect(refuse(desk.deps, ada, { case: id, request: second.request ?? 0, reason: WHY })).rejects.toMatchObject({ status: 403 })
    const refused = await refuse(desk.deps, bo, { case: id, request: second.request ?? 0, reason: 'Ask the person first.' })
    expect(refused.requests.at(-1)).toMatchObject({ state: 'refused', second: 'bo' })
    const third = await decide(id, proposal('confirmed', findings))
    await desk.persona('p-1', 'escalate', 1)
    await expect(yes(id, third.request)).rejects.toThrow(/has changed since/)
    expect(await dispositions()).toEqual([])
  })

  it('adverse: needs escalate, or somebody independent who contradicted a claim', async () => {
    const findings = await desk.persona('p-1', 'review', 1)
    const id = await opened()
    await look(id, findings)
    await expect(decide(id, proposal('confirmed', findings))).rejects.toThrow(/escalate, or a check on record/)
    const check = (sid: string, subject: string, contact: 'independent' | 'supplied-by-candidate') => ({
      ...aPhone(sid, subject),
      property: 'check' as const,
      value: { kind: 'employment' as const, about: 'Northwind Example', outcome: 'contradicted' as const, contact, recordedBy: 'ada' },
    })
    await desk.tx((tx) =>
      tx.addStatements([
        check('k-1', 'p-1', 'supplied-by-candidate'),
        check('k-2', 'p-2', 'independent'),
        check('k-3', 'p-1', 'independent'),
      ]),
    )
    await expect(decide(id, proposal('confirmed', findings, { confirmation: 'k-1' }))).rejects.toThrow(
      /no contradiction by somebody independent/,
    )
    await expect(decide(id, proposal('confirmed', findings, { confirmation: 'k-2' }))).rejects.toMatchObject({ status: 404 })
    const asked = await decide(id, proposal('confirmed', findings, { confirmation: 'k-3' }))
    expect((await yes(id, asked.request)).case.decisions[0]?.record).toMatchObject({ confirmation: 'k-3', differs: true })
  })

  it('rests on reasons of the list and on findings that were opened, and weighs more than one answer', async () => {
    const findings = await desk.persona('p-1', 'review', 1)
    const id = await opened()
    const no = (made: Proposal) => expect(decide(id, made)).rejects
    await no(proposal('cleared', findings)).toThrow(/was not opened by you/)
    await act(desk.deps, desk.as('eve', 'recruiter'), {
      case: id,
      act: { kind: 'seen', what: 'finding', evidence: findings[0] ?? '', seconds: 90 },
    })
    await act(desk.deps, ada, { case: id, act: { kind: 'seen', what: 'finding', evidence: findings[0] ?? '', seconds: 2 } })
    await no(proposal('cleared', findings)).toThrow(/was not opened by you/)
    await look(id, findings)
    await no(proposal('cleared', ['f-other'])).toMatchObject({ status: 404 })
    await no(proposal('cleared', [])).toThrow(/names the findings/)
    await no(proposal('cleared', findings, { reasons: [] })).toThrow(/needs a reason of the list/)
    await no(proposal('cleared', findings, { reasons: [{ code: 'contradiction-stands', findings }] })).toThrow(/no reason for cleared/)
    await no(proposal('cleared', [], { reasons: [{ code: 'nothing-raised', findings: [] }] })).toThrow(/Findings stand/)
    await no(proposal('cleared', findings, { options: ['cleared'] })).toThrow(/at least one other/)
    await no(proposal('cleared', findings, { text: 'He has a foreign accent.' })).toMatchObject({ code: 'refused-words' })
    await no({ ...proposal('cleared', findings), persona: 'p-2' }).toMatchObject({ status: 404 })
    const done = await decide(id, proposal('cleared', findings))
    expect(done.disposition).toMatchObject({ kind: 'cleared', by: 'ada' })
    expect(done.case.decisions[0]?.record).toMatchObject({ differs: true, suggestionShown: true })
    expect([done.case.status, (await desk.tx((tx) => tx.persona('p-1')))?.retention]).toEqual(['closed', 'candidate-cleared'])
  })

  it('is taken back by another act, and the case is open again', async () => {
    const findings = await desk.persona('p-1', 'escalate', 1)
    const id = await opened()
    await look(id, findings)
    const { request } = await decide(id, proposal('confirmed', findings))
    const { case: c } = await yes(id, request)
    const decided = c.decisions[0]?.decided ?? 0
    const back = await undoDecision(desk.deps, NO_CATALOG, ada, { case: id, decided, reason: 'The caller was mistaken.', watch: WATCH })
    expect([back.case.status, back.case.decisions]).toEqual(['open', []])
    expect((await dispositions()).map((d) => d.kind)).toEqual(['confirmed', 'inconclusive'])
    await expect(undoDecision(desk.deps, NO_CATALOG, ada, { case: id, decided, reason: WHY, watch: WATCH })).rejects.toMatchObject({
      status: 409,
    })
    const { events } = await showCase(desk.deps, ada, id)
    expect(events.map((e) => e.kind).filter((k) => !['seen', 'due-set', 'due-met'].includes(k))).toEqual([
      'opened',
      'requested',
      'approved',
      'decided',
      'closed',
      'undone',
    ])
  })

  it('is for who may decide; a recruiter reads and no more', async () => {
    const findings = await desk.persona('p-1', 'escalate', 1)
    const id = await opened()
    const eve = desk.as('eve', 'recruiter')
    expect((await showCase(desk.deps, eve, id)).case.id).toBe(id)
    await expect(decide(id, proposal('cleared', findings), eve)).rejects.toMatchObject({ status: 403 })
    await expect(act(desk.deps, eve, { case: id, act: { kind: 'noted', text: 'hello' } })).rejects.toMatchObject({ status: 403 })
    await expect(showCase(desk.deps, desk.as('sys', 'sysadmin'), id)).rejects.toMatchObject({ status: 404 })
    await expect(showCase(desk.deps, { ...ada, tenant: 'another' }, id)).rejects.toMatchObject({ status: 404 })
  })
})

describe('two people', () => {
  it('are needed to end a hold, and one is enough to place it', async () => {
    await desk.persona('p-1', 'review', 1)
    const id = await opened()
    await placeHold(desk.deps, ada, { case: id, persona: 'p-1', reason: 'A court asked for it.' })
    await expect(placeHold(desk.deps, ada, { case: id, persona: 'p-1', reason: WHY })).rejects.toMatchObject({ status: 409 })
    const { result } = await requestApproval(desk.deps, ada, { case: id, what: 'release-hold', about: 'p-1', reason: 'The court is done.' })
    expect(await desk.tx((tx) => tx.holdsOf(['p-1']))).toHaveLength(1)
    await yes(id, result)
    expect(await desk.tx((tx) => tx.holdsOf(['p-1']))).toEqual([])
    const again = (about: string) => requestApproval(desk.deps, ada, { case: id, what: 'release-hold', about, reason: WHY })
    await expect(again('p-9')).rejects.toMatchObject({ status: 400 })
    await expect(again('p-1')).rejects.toThrow(/No legal hold/)
  })

  it('one of whom may not ask any more have nothing carried out', async () => {
    await desk.persona('p-1', 'review', 1)
    const id = await opened()
    await placeHold(desk.deps, ada, { case: id, persona: 'p-1', reason: 'A court asked for it.' })
    const account = { id: 'ada', email: 'ada@example.com', name: 'Ada', roles: ['investigator'] as const, state: 'active' as const }
    const none = { password: undefined, totp: undefined, totpStep: undefined, oidc: undefined, created: desk.now }
    await desk.tx((tx) => tx.addAccount({ ...account, ...none }))
    const { result } = await requestApproval(desk.deps, ada, { case: id, what: 'release-hold', about: 'p-1', reason: 'The court is done.' })
    for (const change of [{ roles: ['recruiter'] as const }, { roles: ['investigator'] as const, state: 'closed' as const }]) {
      await desk.tx((tx) => tx.changeAccount('ada', change))
      await expect(yes(id, result)).rejects.toThrow(/may not any more/)
    }
    expect(await desk.tx((tx) => tx.holdsOf(['p-1']))).toHaveLength(1)
    await desk.tx((tx) => tx.changeAccount('ada', { state: 'active' }))
    await yes(id, result)
    expect(await desk.tx((tx) => tx.holdsOf(['p-1']))).toEqual([])
  })

  it('look at a cut that one person made in an emergency, the other within a day', async () => {
    await desk.persona('p-1', 'review', 1)
    const id = await opened()
    await expect(cutAccess(desk.deps, notFresh(ada), { case: id, about: 'p-1', reason: WHY })).rejects.toMatchObject({
      code: 'needs-fresh-sign-in',
    })
    const cut = (await cutAccess(desk.deps, ada, { case: id, about: 'p-1', reason: 'Files are leaving now.' })).cuts[0]
    expect(cut?.review).toBe('2026-11-03T09:00:00.000Z')
    await expect(act(desk.deps, ada, { case: id, act: { kind: 'closed', reason: WHY } })).rejects.toThrow(/second look/)
    expect((await inbox(desk.deps, bo, { limit: 10 })).map((i) => [i.rank, i.id, i.says])).toEqual([
      ['approval', id, 'ada cut access in an emergency; somebody else is to look at it.'],
    ])
    const both = desk.as('ada', 'approver', 'investigator')
    await expect(reviewCut(desk.deps, both, { case: id, cut: cut?.cut ?? 0, agrees: true, reason: WHY })).rejects.toThrow(/another person/)
    desk.later(25)
    expect((await inbox(desk.deps, ada, { limit: 10 })).map((i) => [i.rank, i.overdue])).toEqual([['overdue', true]])
    expect((await reviewCut(desk.deps, bo, { case: id, cut: cut?.cut ?? 0, agrees: false, reason: WHY })).cuts[0]?.reviewed).toBe(false)
  })
})

describe('the inbox', () => {
  it('says what is to be done, why and since when, most urgent first, page by page', async () => {
    await desk.persona('p-1', 'review', 1)
    await desk.persona('p-2', 'ask', 1)
    await desk.persona('p-3', 'clear', 0)
    const first = await opened()
    desk.later(1)
    const answered = await desk.tx((tx) =>
      came(tx, desk.actor, desk.now, { persona: 'p-2', what: 'answer', ref: 'ask-1', says: 'The candidate answered.' }),
    )
    desk.later(1)
    const appealed = await desk.tx((tx) =>
      came(tx, desk.actor, desk.now, { persona: 'p-3', what: 'appeal', ref: 'appeal-1', says: 'The person appeals.' }),
    )
    const all = await inbox(desk.deps, ada, { limit: 10 })
    expect(all.map((i) => [i.rank, i.id, i.says])).toEqual([
      ['appeal', appealed, 'The person appeals.'],
      ['answer', answered, 'The candidate answered.'],
      ['person', first, 'Something should be looked at.'],
    ])
    const [top] = await inbox(desk.deps, ada, { limit: 1 })
    expect(await inbox(desk.deps, ada, { limit: 10, ...(top === undefined ? {} : { after: top }) })).toEqual(all.slice(1))

    await act(desk.deps, ada, { case: answered, act: { kind: 'attended', came: 3, reason: 'It was read.' } })
    await act(desk.deps, ada, { case: appealed, act: { kind: 'assigned', to: 'dee' } })
    await act(desk.deps, ada, { case: first, act: { kind: 'snoozed', until: '2026-11-03T09:00:00.000Z' } })
    expect((await inbox(desk.deps, ada, { limit: 10 })).map((i) => [i.rank, i.id])).toEqual([['answer', answered]])
    expect((await inbox(desk.deps, desk.as('dee', 'investigator'), { limit: 10 })).map((i) => i.id)).toEqual([appealed, answered])
    desk.later(24)
    expect((await inbox(desk.deps, ada, { limit: 10 })).map((i) => i.id)).toEqual([answered, first])
  })

  it('has neutral questions last, for who may ask them, and nothing of who is clear', async () => {
    await desk.persona('p-1', 'ask', 1)
    await desk.persona('p-2', 'clear', 0)
    expect((await inbox(desk.deps, desk.as('eve', 'recruiter'), { limit: 10 })).map((i) => [i.rank, i.about, i.id])).toEqual([
      ['ask', 'persona', 'p-1'],
    ])
    expect(await inbox(desk.deps, desk.as('sys', 'sysadmin'), { limit: 10 })).toEqual([])
    expect(await inbox(desk.deps, desk.as('au', 'auditor'), { limit: 10 })).toEqual([])
  })

  it('tells of a time limit that is over before anything else', async () => {
    await desk.persona('p-1', 'review', 1)
    const id = await opened()
    await startTimer(desk.deps, ada, { case: id, timer: 'gdpr-request' })
    await act(desk.deps, ada, { case: id, act: { kind: 'noted', text: 'A person asks what is kept.' } })
    desk.later(24 * 29)
    expect((await inbox(desk.deps, ada, { limit: 1 }))[0]).toMatchObject({
      rank: 'person',
      due: '2026-12-02T09:00:00.000Z',
      overdue: false,
    })
    desk.later(24)
    expect((await inbox(desk.deps, ada, { limit: 1 }))[0]).toMatchObject({
      rank: 'overdue',
      overdue: true,
      since: '2026-12-02T09:00:00.000Z',
    })
    await act(desk.deps, ada, { case: id, act: { kind: 'due-met', timer: 'gdpr-request' } })
    expect((await inbox(desk.deps, ada, { limit: 1 }))[0]?.rank).toBe('person')
    await expect(startTimer(desk.deps, ada, { case: id, timer: 'none' })).rejects.toMatchObject({ status: 400 })
  })
})
