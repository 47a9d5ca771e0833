import { beforeEach, describe, expect, it } from 'vitest'
import { verifyAudit } from '../../src/engine/audit.ts'
import { act, listCases, showCase, startTimer } from '../../src/engine/cases/act.ts'
import { cutAccess, placeHold, requestApproval, reviewCut } from '../../src/engine/cases/approve.ts'
import { propose } from '../../src/engine/cases/decide.ts'
import { inbox } from '../../src/engine/cases/inbox.ts'
import { liftMask, boxesOf, maskPage } from '../../src/engine/cases/masks.ts'
import { openCase, openFromCall } from '../../src/engine/cases/open.ts'
import { logOf, mayBeTold } from '../../src/engine/cases/rooms.ts'
import type { Caller } from '../../src/engine/people/caller.ts'
import { aMatch, aPhone } from '../support/rows.ts'
import { NO_CATALOG, openCaseDesk, WATCH, type CaseDesk } from '../support/case-desk.ts'

let desk: CaseDesk
let ada: Caller
let bo: Caller
let cy: Caller
beforeEach(async () => {
  desk = await openCaseDesk()
  ada = desk.as('ada', 'investigator')
  bo = desk.as('bo', 'approver')
  cy = desk.as('cy', 'compliance')
})

const WHY = 'Somebody has to know.'
const opened = async (): Promise<string> =>
  (await openCase(desk.deps, ada, { room: 'identity', says: 'Something should be looked at.', personas: ['p-1'] })).id

describe('two rooms', () => {
  /** Everything that somebody outside the sanctions room can ask for. */
  const seenBy = async (caller: Caller, guess: string) => ({
    list: await listCases(desk.deps, caller, { limit: 100 }),
    closed: await listCases(desk.deps, caller, { limit: 100, status: 'closed' }),
    of: await listCases(desk.deps, caller, { limit: 100, persona: 'p-1' }),
    changed: await listCases(desk.deps, caller, { limit: 100, changedAfter: '2000-01-01T00:00:00.000Z' }),
    inbox: await inbox(desk.deps, caller, { limit: 100 }),
    log: await desk.tx((tx) => tx.auditRows(0, 1000)),
    verified: await verifyAudit(desk.deps, desk.actor, ['identity']),
    show: await showCase(desk.deps, caller, guess).catch((error: unknown) => String(error).replace(guess, 'ID')),
    note: await act(desk.deps, caller, { case: guess, act: { kind: 'noted', text: 'hello' } }).catch((error: unknown) =>
      String(error).replace(guess, 'ID'),
    ),
    due: await desk.tx((tx) => tx.personasDue('2999-01-01T00:00:00.000Z')),
  })

  it('a case of the sanctions room changes nothing that others can see, and reads as what is not there', async () => {
    await desk.persona('p-1', 'review', 1)
    await desk.tx((tx) => tx.putMatches([aMatch('m-1')]))
    const others = [
      ada,
      bo,
      desk.as('eve', 'recruiter'),
      desk.as('au', 'auditor'),
      desk.as('ta', 'tenant-admin'),
      desk.as('sys', 'sysadmin'),
    ]
    await opened()
    const before = await Promise.all(others.map((caller) => seenBy(caller, 'case-0123456789ab')))
    const room = await openCase(desk.deps, cy, {
      room: 'sanctions',
      says: 'The birth year agrees too.',
      personas: ['p-1'],
      matches: ['m-1'],
    })
    await act(desk.deps, cy, { case: room.id, act: { kind: 'noted', text: 'Compared with the whole entry.' } })
    await startTimer(desk.deps, cy, { case: room.id, timer: 'ofac-blocked' })
    await cutAccess(desk.deps, cy, { case: room.id, about: 'm-1', reason: WHY })
    const after = await Promise.all(others.map((caller) => seenBy(caller, room.id)))
    expect(after).toEqual(before)
    expect(room.id).toMatch(/^case-[0-9a-f]{12}$/)
    // Its own people see it, and it stands in the log of that room.
    expect((await seenBy(cy, room.id)).list.map((c) => c.room).sort()).toEqual(['identity', 'sanctions'])
    expect((await desk.tx((tx) => tx.auditRows(0, 1000, 'sanctions'))).map((row) => row.subject)).toContain(room.id)
    const theirs = desk.as('sa', 'sanctions-auditor')
    expect([logOf(theirs, 'sanctions'), logOf(desk.as('au', 'auditor'), 'identity')]).toEqual(['sanctions', 'identity'])
    for (const caller of [cy, desk.as('au', 'auditor')]) expect(() => logOf(caller, 'sanctions')).toThrow()
    // Who reads what that room does takes no part in it, and opens no dossier of the hiring side.
    expect((await showCase(desk.deps, theirs, room.id)).case.room).toBe('sanctions')
    await expect(act(desk.deps, theirs, { case: room.id, act: { kind: 'noted', text: 'hello' } })).rejects.toMatchObject({ status: 403 })
    expect((await listCases(desk.deps, theirs, { limit: 100 })).map((c) => c.room).sort()).toEqual(['identity', 'sanctions'])
    expect(before[0]?.show).toMatch(/There is no case "ID" here/)
  })

  it('nothing crosses: no match in a case of the hiring side, no finding of theirs, no adverse decision in the sanctions room', async () => {
    const [finding = ''] = await desk.persona('p-1', 'escalate', 1)
    await desk.tx((tx) => tx.putMatches([aMatch('m-1')]))
    const id = await opened()
    const link = { kind: 'linked' as const, what: 'match' as const, id: 'm-1' }
    const missing = act(desk.deps, ada, { case: id, act: { ...link, id: 'm-2' } }).catch((error: unknown) =>
      String(error).replace('m-2', 'ID'),
    )
    const hidden = act(desk.deps, ada, { case: id, act: link }).catch((error: unknown) => String(error).replace('m-1', 'ID'))
    expect(await hidden).toBe(await missing)
    await expect(openCase(desk.deps, ada, { room: 'sanctions', says: 'why not', personas: ['p-1'] })).rejects.toMatchObject({ status: 403 })
    const room = await openCase(desk.deps, cy, {
      room: 'sanctions',
      says: 'The birth year agrees too.',
      personas: ['p-1'],
      matches: ['m-1'],
    })
    await expect(
      act(desk.deps, cy, { case: room.id, act: { kind: 'seen', what: 'finding', evidence: finding, seconds: 5 } }),
    ).rejects.toMatchObject({ status: 404 })
    const proposal = {
      persona: 'p-1',
      kind: 'inconclusive',
      reasons: [{ code: 'ended-before', findings: [] }],
      text: WHY,
      options: ['inconclusive', 'cleared'],
      suggestionShown: false,
    } as const
    await expect(propose(desk.deps, NO_CATALOG, cy, { case: room.id, proposal, watch: WATCH })).rejects.toMatchObject({ status: 409 })
    await expect(placeHold(desk.deps, cy, { case: room.id, persona: 'p-1', reason: WHY })).rejects.toMatchObject({ status: 409 })
    await expect(requestApproval(desk.deps, cy, { case: room.id, what: 'release-hold', about: 'p-1', reason: WHY })).rejects.toThrow(
      /second person at the match/,
    )
  })

  it('each room has its words: what the hiring side may not rest a reason on, the other compares by law', async () => {
    const words = 'The nationality and the place of birth on the entry are those of the passport.'
    await desk.persona('p-1', 'review', 1)
    await desk.tx((tx) => tx.putMatches([aMatch('m-1')]))
    const [hiring, room] = [
      await opened(),
      (await openCase(desk.deps, cy, { room: 'sanctions', says: words, personas: ['p-1'], matches: ['m-1'] })).id,
    ]
    await expect(cutAccess(desk.deps, ada, { case: hiring, about: 'p-1', reason: words })).rejects.toMatchObject({ code: 'refused-words' })
    const cut = (await cutAccess(desk.deps, cy, { case: room, about: 'm-1', reason: words })).cuts[0]?.cut ?? 0
    const di = desk.as('di', 'compliance')
    expect((await reviewCut(desk.deps, di, { case: room, cut, agrees: true, reason: words })).cuts[0]?.reviewed).toBe(true)
    const own = (await cutAccess(desk.deps, ada, { case: hiring, about: 'p-1', reason: WHY })).cuts[0]?.cut ?? 0
    await expect(reviewCut(desk.deps, bo, { case: hiring, cut: own, agrees: true, reason: words })).rejects.toMatchObject({
      code: 'refused-words',
    })
  })
})

describe('a call from outside', () => {
  const source = { who: 'authority', reliability: 'B', credibility: '2' } as const

  it('opens a quiet case, puts beside it who holds what was named, and flags nobody', async () => {
    await desk.persona('p-1', 'clear', 0)
    await desk.persona('p-2', 'clear', 0)
    await desk.tx(async (tx) => {
      await tx.addStatements([aPhone('s-1', 'p-2', '+12025550141')])
      await tx.replaceIdentifiers(['p-2'], [{ kind: 'phone', key: '+12025550141', persona: 'p-2', statement: 's-1', at: undefined }])
    })
    const before = await desk.tx((tx) => tx.derivedHash())
    const { case: c, touched } = await openFromCall(desk.deps, ada, {
      source,
      says: 'A laptop of theirs was found elsewhere.',
      about: { persona: 'p-1' },
      values: ['phone=+1 202 555 0141'],
      members: ['dee'],
    })
    expect(touched).toEqual(['p-2'])
    expect(c).toMatchObject({ because: 'call', source, members: ['ada', 'dee'], personas: ['p-1', 'p-2'] })
    expect(await desk.tx((tx) => tx.derivedHash())).toBe(before)
    expect(await desk.tx((tx) => tx.dispositions(['p-1', 'p-2']))).toEqual([])
    const eve = desk.as('eve', 'investigator')
    expect(await listCases(desk.deps, eve, { limit: 10 })).toEqual([])
    expect(await inbox(desk.deps, eve, { limit: 10 })).toEqual([])
    await expect(showCase(desk.deps, eve, c.id)).rejects.toMatchObject({ status: 404 })
    expect([mayBeTold(c, 'dee'), mayBeTold(c, 'eve'), mayBeTold(c, undefined), mayBeTold({}, 'eve')]).toEqual([true, false, false, true])
    await act(desk.deps, ada, { case: c.id, act: { kind: 'member-added', who: 'eve' } })
    expect((await showCase(desk.deps, eve, c.id)).case.id).toBe(c.id)
  })

  it('about somebody unknown makes a persona that shows no name', async () => {
    const { case: c } = await openFromCall(desk.deps, ada, { source, says: 'Look at the start date.', about: { name: 'Ada Example' } })
    expect(c.says).toBe('Ada Example: Look at the start date.')
    expect(await desk.tx((tx) => tx.persona(c.personas[0] ?? ''))).toMatchObject({ source: 'no files yet', status: 'open' })
    await expect(openFromCall(desk.deps, ada, { source, says: 'x y', about: { persona: 'p-9' } })).rejects.toMatchObject({ status: 404 })
  })
})

describe('covers', () => {
  it('are put by who may see beneath, and lifted by another act', async () => {
    await desk.tx((tx) => tx.addArtifact({ id: 'a', name: 'id.pdf', size: 1, received: desk.now, reliability: 'F', credibility: '6' }))
    const asked = { artifact: 'a', page: 1, box: [10, 20, 30, 40] as const, what: 'photo' }
    await expect(maskPage(desk.deps, desk.as('eve', 'recruiter'), asked)).rejects.toMatchObject({ status: 403 })
    await expect(maskPage(desk.deps, ada, { ...asked, box: [30, 20, 10, 40] })).rejects.toMatchObject({ status: 400 })
    await expect(maskPage(desk.deps, ada, { ...asked, artifact: 'b' })).rejects.toMatchObject({ status: 404 })
    const mask = await maskPage(desk.deps, ada, asked)
    const boxes = () => desk.tx((tx) => boxesOf(tx, 'a', 1))
    expect(await boxes()).toEqual([[10, 20, 30, 40]])
    expect(await desk.tx((tx) => boxesOf(tx, 'a', 2))).toEqual([])
    await liftMask(desk.deps, ada, { artifact: 'a', id: mask.id })
    expect(await boxes()).toEqual([])
    await expect(liftMask(desk.deps, ada, { artifact: 'a', id: mask.id })).rejects.toMatchObject({ status: 404 })
  })
})
