import { beforeEach, describe, expect, it } from 'vitest'
import { act, startTimer } from '../../src/engine/cases/act.ts'
import { approve, cutAccess, placeHold, refuse, requestApproval, reviewCut } from '../../src/engine/cases/approve.ts'
import { propose, undoDecision } from '../../src/engine/cases/decide.ts'
import { erase } from '../../src/engine/cases/erasure.ts'
import { openCase, openFromCall } from '../../src/engine/cases/open.ts'
import { startScoring } from '../../src/engine/cases/start.ts'
import { stopScoring } from '../../src/engine/cases/stop.ts'
import { answerContest } from '../../src/engine/contest/decide.ts'
import { decide } from '../../src/engine/disposition.ts'
import { settle } from '../../src/engine/indicators.ts'
import type { JobDeps } from '../../src/engine/jobs/runs.ts'
import { judge, withdrawJudgement } from '../../src/engine/links/judge.ts'
import type { Caller } from '../../src/engine/people/caller.ts'
import { setRoles, signOut } from '../../src/engine/people/accounts.ts'
import { startSession } from '../../src/engine/people/sessions.ts'
import { readToken } from '../../src/engine/people/tokens.ts'
import { adjudicate, assign, reopen, second } from '../../src/engine/screening/adjudicate.ts'
import { signReview } from '../../src/engine/screening/sign-off.ts'
import { notFresh } from '../support/callers.ts'
import { NO_CATALOG, openCaseDesk, WATCH, type CaseDesk } from '../support/case-desk.ts'
import { aListReview, aMatch } from '../support/rows.ts'

/** Whoever was signed out, or given other roles, a moment ago does nothing any more; second people show themselves again. */

const WHY = 'Both were asked, and the dates fit.'
const yes = { answer: 'yes' as const, evidence: 'The entry and the file.' }
const FORM = {
  rightList: yes,
  sameType: yes,
  nameParts: { answer: 'several', evidence: 'First and last name.' },
  wholeEntry: yes,
  similarities: [],
  differences: [{ what: 'The year of birth', evidence: 'Eleven years apart.' }],
  nationality: 'not compared',
}

let desk: CaseDesk
let caller: Caller
let id: string
beforeEach(async () => {
  desk = await openCaseDesk()
  for (const persona of ['p-1', 'p-2']) await desk.persona(persona, 'review', 1)
  const account = { id: 'ada', email: 'ada@example.com', name: 'Ada', roles: ['investigator'] as const, state: 'active' as const }
  const none = { password: undefined, totp: undefined, totpStep: undefined, oidc: undefined, created: desk.now }
  id = (await openCase(desk.deps, desk.as('bo', 'investigator'), { room: 'identity', says: WHY, personas: ['p-1'] })).id
  const token = await desk.tx(async (tx) => {
    await tx.addAccount({ ...account, ...none })
    await tx.putMatches([aMatch('m-00001'), aMatch('m-00002', { state: 'awaiting-second' })])
    await tx.putListReview(aListReview('another-list', 'v1'))
    return (await startSession(tx, desk.deps, { account: 'ada', by: 'passkey', full: true, device: undefined })).token
  })
  const all = desk.as('ada', 'investigator', 'approver', 'compliance', 'tenant-admin')
  caller = { ...all, may: new Set([...all.may, 'appeal:decide', 'persona:forget']), session: readToken('session', token)?.id }
})

const ACTS: Readonly<Record<string, (who: Caller) => Promise<unknown>>> = {
  act: (who) => act(desk.deps, who, { case: id, act: { kind: 'noted', text: WHY } }),
  startTimer: (who) => startTimer(desk.deps, who, { case: id, timer: 'gdpr-request' }),
  openCase: (who) => openCase(desk.deps, who, { room: 'identity', says: WHY, personas: ['p-1'] }),
  openFromCall: (who) =>
    openFromCall(desk.deps, who, {
      source: { who: 'person', reliability: 'F', credibility: '6' },
      says: WHY,
      about: { persona: 'p-2' },
    }),
  propose: (who) =>
    propose(desk.deps, NO_CATALOG, who, {
      case: id,
      proposal: {
        persona: 'p-1',
        kind: 'inconclusive',
        reasons: [{ code: 'ended-before', findings: [] }],
        text: WHY,
        options: ['inconclusive', 'cleared'],
        suggestionShown: true,
      },
      watch: WATCH,
    }),
  undoDecision: (who) => undoDecision(desk.deps, NO_CATALOG, who, { case: id, decided: 1, reason: WHY, watch: WATCH }),
  requestApproval: (who) => requestApproval(desk.deps, who, { case: id, what: 'release-hold', about: 'p-1', reason: WHY }),
  placeHold: (who) => placeHold(desk.deps, who, { case: id, persona: 'p-1', reason: WHY }),
  decide: (who) => decide(desk.deps, NO_CATALOG, who, { persona: 'p-1', kind: 'cleared', reason: WHY, watch: WATCH }),
  judge: (who) => judge(desk.deps, NO_CATALOG, who, { persona: 'p-1', other: 'p-2', kind: 'different', reason: WHY, watch: WATCH }),
  withdrawJudgement: (who) => withdrawJudgement(desk.deps, NO_CATALOG, who, { persona: 'p-1', other: 'p-2', reason: WHY, watch: WATCH }),
  settle: (who) => settle(desk.deps, NO_CATALOG, who, { named: { ids: ['i-1'] }, to: 'refused', reason: WHY, watch: WATCH }),
  stopScoring: (who) => stopScoring(desk.deps, who, { reason: WHY }),
  startScoring: (who) => startScoring(desk.deps, NO_CATALOG, who, { reason: WHY, watch: WATCH }),
  erase: (who) => erase(desk.deps, NO_CATALOG, who, { persona: 'p-1', watch: WATCH }),
  assign: (who) => assign(desk.deps, who, { match: 'm-00001', owner: 'bo' }),
  adjudicate: (who) => adjudicate(desk.deps, who, { match: 'm-00001', by: who.id, outcome: 'false-positive', form: FORM, reason: WHY }),
  reopen: (who) => reopen(desk.deps, who, { match: 'm-00001', by: who.id, reason: WHY }),
}
const SECOND: typeof ACTS = {
  approve: (who) => approve(desk.deps, NO_CATALOG, who, { case: id, request: 2, reason: WHY, watch: WATCH }),
  refuse: (who) => refuse(desk.deps, who, { case: id, request: 2, reason: WHY }),
  cutAccess: (who) => cutAccess(desk.deps, who, { case: id, about: 'p-1', reason: WHY }),
  reviewCut: (who) => reviewCut(desk.deps, who, { case: id, cut: 2, agrees: true, reason: WHY }),
  answerContest: (who) =>
    answerContest(desk.deps as JobDeps, NO_CATALOG, who, { contest: 'review-1', outcome: 'rejected', reason: WHY, watch: WATCH }),
  second: (who) => second(desk.deps, who, { match: 'm-00002', by: who.id, agrees: true, reason: WHY }),
  signReview: (who) => signReview(desk.deps, who, { list: 'another-list', version: 'v1', by: who.id, reason: WHY }),
}

const everything = () => desk.tx(async (tx) => [await tx.auditHead(), await tx.caseEvents(id), await tx.scoring(), await tx.matches({})])

describe('whoever was signed out, or whose roles were changed', () => {
  const admin = () => desk.as('ta', 'tenant-admin')
  const ends = {
    'signed out': () => signOut(desk.deps, admin(), 'ada'),
    'other roles': () => setRoles(desk.deps, admin(), 'ada', ['recruiter']),
  }
  it.each(Object.entries({ ...ACTS, ...SECOND }))('%s', async (_, doing) => {
    for (const end of Object.values(ends)) {
      await end()
      const before = await everything()
      await expect(doing(caller)).rejects.toMatchObject({ code: 'unauthenticated' })
      expect(await everything()).toEqual(before)
    }
  })
})

describe('whose sign-in is a while ago', () => {
  it.each(Object.entries(SECOND))('%s', async (_, doing) => {
    const before = await everything()
    await expect(doing(notFresh(caller))).rejects.toMatchObject({ code: 'needs-fresh-sign-in' })
    expect(await everything()).toEqual(before)
  })
})

it('who is signed in does these', async () => {
  for (const one of ['act', 'openCase', 'placeHold', 'requestApproval', 'assign', 'decide'] as const) await ACTS[one]?.(caller)
  for (const one of ['cutAccess', 'signReview'] as const) await SECOND[one]?.(caller)
})
