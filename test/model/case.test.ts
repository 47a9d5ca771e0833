import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Case, CaseEvent, DecisionRecord } from '../../src/model/case.ts'
import { afterAct, foldCase, openedCase } from '../../src/model/case-fold.ts'
import { askedOf, nextDue, RANKS, workOf } from '../../src/model/case-needs.ts'
import { refusal, samePerson } from '../../src/model/case-rules.ts'
import { DISPOSITIONS } from '../../src/model/disposition.ts'
import { FOUR_EYES, type FourEyes } from '../../src/model/four-eyes.ts'
import { REASONS } from '../../src/model/reasons.ts'
import { lintWording } from '../../src/model/wording.ts'
import type { Act } from '../../src/engine/cases/change.ts'

const START = Date.parse('2026-11-02T09:00:00.000Z')
const hour = (n: number): string => new Date(START + n * 3_600_000).toISOString()
const PEOPLE = ['ada', 'bo', 'Ada '] as const
const PERSONAS = ['p-1', 'p-2'] as const

const recordOf = (persona: string, kind: DecisionRecord['kind']): DecisionRecord => ({
  persona,
  kind,
  reasons: [],
  text: 'why',
  roles: [],
  seen: [],
  options: ['cleared', 'confirmed'],
  recommendation: 'escalate',
  suggestionShown: true,
  differs: false,
  known: [],
  versions: {},
  catalog: '',
  confirmation: undefined,
})

/** Any act with small numbers, so that many of them meet; `expires` and the like are hours from the start. */
const person = fc.constantFrom(...PEOPLE)
const persona = fc.constantFrom(...PERSONAS, 'p-3')
const number = fc.integer({ min: 1, max: 12 })
const time = fc.integer({ min: 0, max: 60 }).map(hour)
const what = fc.constantFrom(...(Object.keys(FOUR_EYES) as FourEyes[]))
const record = fc.tuple(persona, fc.constantFrom(...DISPOSITIONS)).map(([p, kind]) => recordOf(p, kind))
const reason = fc.constant('why')
const act: fc.Arbitrary<Act> = fc.oneof(
  fc.record({ kind: fc.constant('assigned' as const), to: fc.option(person) }),
  fc.record({ kind: fc.constant('snoozed' as const), until: time }),
  fc.record({ kind: fc.constant('noted' as const), text: reason }),
  fc.record({ kind: fc.constant('task-added' as const), text: reason, due: time }),
  fc.record({ kind: fc.constant('task-done' as const), task: number }),
  fc.record({
    kind: fc.constantFrom('linked' as const, 'unlinked' as const),
    what: fc.constantFrom('persona' as const, 'finding' as const),
    id: persona,
  }),
  fc.record({ kind: fc.constant('due-set' as const), timer: fc.constantFrom('a', 'b'), due: time }),
  fc.record({ kind: fc.constant('due-met' as const), timer: fc.constantFrom('a', 'b') }),
  fc.record({
    kind: fc.constant('seen' as const),
    what: fc.constant('finding' as const),
    evidence: persona,
    seconds: fc.integer({ min: -1, max: 90_000 }),
  }),
  fc.record({ kind: fc.constant('quieted' as const), members: fc.array(person) }),
  fc.record({ kind: fc.constant('unquieted' as const), reason }),
  fc.record({ kind: fc.constant('member-added' as const), who: person }),
  fc.record({
    kind: fc.constant('came' as const),
    what: fc.constantFrom('look-back' as const, 'answer' as const, 'appeal' as const),
    ref: reason,
    says: reason,
    findings: fc.array(persona),
    personas: fc.array(persona),
  }),
  fc.record({ kind: fc.constant('attended' as const), came: number, reason }),
  // An adverse finding comes with its record; what does not is refused, and that is tried too.
  fc.record({ kind: fc.constant('requested' as const), what, about: persona, expires: time, reason }),
  fc.tuple(record, time).map(([of, expires]) => ({
    kind: 'requested' as const,
    what: 'confirm' as const,
    about: of.persona,
    expires,
    reason: 'why',
    record: of,
  })),
  fc.record({ kind: fc.constantFrom('approved' as const, 'refused' as const), request: number, reason }),
  fc.record({ kind: fc.constant('withdrawn' as const), request: number, reason }),
  fc.record({ kind: fc.constant('decided' as const), record, disposition: number }),
  fc.record({ kind: fc.constant('decided' as const), record, disposition: number, request: number }),
  fc.record({ kind: fc.constant('undone' as const), decided: number, reason }),
  fc.record({ kind: fc.constant('access-cut' as const), about: persona, reason, review: time }),
  fc.record({ kind: fc.constant('cut-reviewed' as const), cut: number, agrees: fc.boolean(), reason }),
  fc.record({ kind: fc.constantFrom('closed' as const, 'reopened' as const), reason }),
)

/** Little else than asking and agreeing, so that chance gets to what two people agree on. */
const agreeing = fc.oneof(
  fc.tuple(record, time).map(([of, expires]) => ({
    kind: 'requested' as const,
    what: 'confirm' as const,
    about: of.persona,
    expires,
    reason: 'why',
    record: of,
  })),
  fc.record({ kind: fc.constantFrom('approved' as const, 'refused' as const), request: number, reason }),
  fc.record({ kind: fc.constant('decided' as const), record, disposition: number, request: number }),
  fc.record({ kind: fc.constant('undone' as const), decided: number, reason }),
  act,
)

const opening = (room: 'identity' | 'sanctions'): CaseEvent => ({
  kind: 'opened',
  room,
  because: 'person',
  says: 'why',
  personas: PERSONAS,
  findings: [],
  matches: [],
  seq: 1,
  by: 'ada',
  at: hour(0),
})

/** A number that means something in the case, where there is one: chance alone would hardly ever name an approval that is asked for. */
function aimed(c: Case, one: Act): Act {
  const of = (numbers: readonly number[], n: number): number => numbers[n % (numbers.length + 1)] ?? n
  switch (one.kind) {
    case 'approved':
    case 'refused':
    case 'withdrawn':
      return {
        ...one,
        request: of(
          c.requests.map((r) => r.request),
          one.request,
        ),
      }
    case 'decided': {
      const asked = c.requests.find(
        (r) =>
          r.request ===
          of(
            c.requests.map((q) => q.request),
            one.request ?? 0,
          ),
      )
      return one.request === undefined || asked?.record === undefined
        ? one
        : { ...one, request: asked.request, record: one.request % 3 === 0 ? one.record : asked.record }
    }
    case 'undone':
      return {
        ...one,
        decided: of(
          c.decisions.map((d) => d.decided),
          one.decided,
        ),
      }
    case 'cut-reviewed':
      return {
        ...one,
        cut: of(
          c.cuts.map((cut) => cut.cut),
          one.cut,
        ),
      }
    case 'attended':
      return {
        ...one,
        came: of(
          c.waiting.map((w) => w.came),
          one.came,
        ),
      }
    default:
      return one
  }
}

/** Does what is allowed, hour by hour; tells of every act whether it was. */
function played(
  room: 'identity' | 'sanctions',
  acts: readonly (readonly [Act, string])[],
): { readonly events: readonly CaseEvent[]; readonly stands: Case } {
  const first = opening(room)
  const events: CaseEvent[] = [first]
  let stands = openedCase('case-000000000001', first as CaseEvent & { kind: 'opened' })
  acts.forEach(([given, by], i) => {
    const at = hour(i)
    const one = aimed(stands, given)
    if (refusal(stands, one, { by, at }) !== undefined) return
    const event = { ...one, seq: events.length + 1, by, at } as CaseEvent
    events.push(event)
    stands = afterAct(stands, event)
  })
  return { events, stands }
}

const room = fc.constantFrom('identity' as const, 'sanctions' as const)
const story = fc.tuple(room, fc.array(fc.tuple(act, person), { maxLength: 60 }))
const agreement = fc.tuple(room, fc.array(fc.tuple(agreeing, person), { minLength: 20, maxLength: 60 }))

describe('a case', () => {
  it('is what its acts say, one by one or all at once, and never less than they are', () => {
    const done = new Set<string>()
    fc.assert(
      fc.property(story, ([room, acts]) => {
        const { events, stands } = played(room, acts)
        for (const event of events) done.add(event.kind)
        expect(foldCase(stands.id, events)).toEqual(stands)
        expect(stands.acts).toBe(events.length)
      }),
      { numRuns: 800, seed: 1 },
    )
    // The stories reach what matters, not only notes.
    for (const kind of ['approved', 'decided', 'undone', 'cut-reviewed', 'closed', 'reopened', 'attended', 'withdrawn'])
      expect(done).toContain(kind)
  })

  it('has no adverse decision but by two people, for what was asked, in time, once; and none in the sanctions room', () => {
    let adverse = 0
    fc.assert(
      fc.property(agreement, ([room, acts]) => {
        const { events, stands } = played(room, acts)
        const used = new Set<number>()
        for (const event of events) {
          if (event.kind !== 'decided') continue
          expect(room).toBe('identity')
          if (event.record.kind !== 'confirmed') continue
          adverse += 1
          const asked = events.find((e) => e.kind === 'requested' && e.seq === event.request)
          const approved = events.find((e) => e.kind === 'approved' && e.request === event.request)
          if (asked?.kind !== 'requested' || approved === undefined) throw new Error('decided without being asked for and approved')
          expect(asked.record).toMatchObject({ kind: 'confirmed', persona: event.record.persona })
          expect(samePerson(asked.by, approved.by)).toBe(false)
          expect(samePerson(approved.by, event.by)).toBe(true)
          expect(approved.at < asked.expires).toBe(true)
          expect(used.has(asked.seq)).toBe(false)
          used.add(asked.seq)
        }
        // One decision stands for a persona, and only of one in the case.
        const about = stands.decisions.map((d) => d.record.persona)
        expect(new Set(about).size).toBe(about.length)
        for (const id of about) expect(stands.personas).toContain(id)
      }),
      { numRuns: 1_500, seed: 1 },
    )
    // The stories must get there, and this one does.
    expect(adverse).toBeGreaterThan(5)
    const { stands } = played('identity', [
      [{ kind: 'requested', what: 'confirm', about: 'p-1', expires: hour(24), reason: 'why', record: recordOf('p-1', 'confirmed') }, 'ada'],
      [{ kind: 'approved', request: 2, reason: 'why' }, 'Ada '],
      [{ kind: 'decided', record: recordOf('p-1', 'confirmed'), disposition: 1, request: 2 }, 'bo'],
      [{ kind: 'approved', request: 2, reason: 'why' }, 'bo'],
      [{ kind: 'decided', record: recordOf('p-2', 'confirmed'), disposition: 1, request: 2 }, 'bo'],
      [{ kind: 'decided', record: recordOf('p-1', 'confirmed'), disposition: 1, request: 2 }, 'bo'],
      [{ kind: 'undone', decided: 4, reason: 'why' }, 'ada'],
      [{ kind: 'decided', record: recordOf('p-1', 'confirmed'), disposition: 2, request: 2 }, 'bo'],
    ])
    expect(stands.requests.map((r) => [r.state, r.by, r.second])).toEqual([['done', 'ada', 'bo']])
    expect([stands.decisions, stands.acts]).toEqual([[], 5])
  })

  it('closes only with nothing left open, and then takes nothing but what comes in, notes and looks', () => {
    fc.assert(
      fc.property(story, ([room, acts]) => {
        const { events } = played(room, acts)
        let c = openedCase('case-1', events[0] as CaseEvent & { kind: 'opened' })
        for (const event of events.slice(1)) {
          if (event.kind === 'closed') {
            expect(c.waiting).toEqual([])
            expect(c.cuts.every((cut) => cut.reviewed !== undefined)).toBe(true)
            expect(c.requests.some((r) => r.state === 'pending' && r.expires > event.at)).toBe(false)
          }
          if (c.status === 'closed')
            expect(['noted', 'seen', 'came', 'undone', 'reopened', 'cut-reviewed', 'member-added']).toContain(event.kind)
          c = afterAct(c, event)
        }
      }),
      { numRuns: 300 },
    )
  })

  it('an open one always needs somebody: work, a second person, or both', () => {
    fc.assert(
      fc.property(story, ([room, acts]) => {
        const { stands } = played(room, acts)
        const needs = [workOf(stands), askedOf(stands), nextDue(stands)].filter((need) => need !== undefined)
        if (stands.status === 'closed') expect(needs).toEqual([])
        else expect(workOf(stands) ?? askedOf(stands)).toBeDefined()
        for (const need of [workOf(stands), askedOf(stands)]) if (need !== undefined) expect(need.says.length).toBeGreaterThan(0)
      }),
      { numRuns: 300 },
    )
  })

  it('says why an act is refused', () => {
    const c = played('identity', [[{ kind: 'quieted', members: ['ada'] }, 'ada']]).stands
    const no = (one: Act, by = 'ada', at = hour(1)): string | undefined => refusal(c, one, { by, at })
    expect(no({ kind: 'assigned', to: 'bo' })).toMatch(/only its members/)
    expect(no({ kind: 'snoozed', until: hour(0) })).toMatch(/later time/)
    expect(no({ kind: 'decided', record: recordOf('p-1', 'confirmed'), disposition: 1 })).toMatch(/second person/)
    expect(no({ kind: 'decided', record: recordOf('p-9', 'cleared'), disposition: 1 })).toMatch(/not part/)
    expect(no({ kind: 'requested', what: 'confirm', about: 'p-1', expires: hour(9), reason: 'why' })).toMatch(/record/)
    expect(no({ kind: 'reopened', reason: 'why' })).toMatch(/is open/)
    expect(no({ kind: 'seen', what: 'finding', evidence: 'f', seconds: 0 })).toMatch(/seconds/)
    expect(no({ kind: 'quieted', members: ['bo'] })).toMatch(/one of its members/)
  })
})

describe('reasons', () => {
  it('each is for a decision, and none reads like what may not be a reason', () => {
    for (const kind of DISPOSITIONS) expect(Object.values(REASONS).some((r) => r.for === kind)).toBe(true)
    for (const [code, { says }] of Object.entries(REASONS)) {
      expect(lintWording(says, 'rule'), code).toEqual({ ok: true })
      expect(code).not.toMatch(/visa|origin|nation|country|accent|language|age|gender|birth/)
    }
  })
  it('ranks are a rule: law first, then who holds up others, then who contests', () => {
    expect(
      Object.entries(RANKS)
        .toSorted((a, b) => a[1] - b[1])
        .slice(0, 4)
        .map(([name]) => name),
    ).toEqual(['overdue', 'approval', 'appeal', 'escalate'])
    expect(new Set(Object.values(RANKS)).size).toBe(Object.keys(RANKS).length)
  })
})
