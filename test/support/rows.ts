import { waitingRun } from '../../src/engine/jobs/runs.ts'
import type { Run } from '../../src/engine/jobs/rows.ts'
import type { Tx } from '../../src/engine/ports.ts'
import type { FiledMatch, ListReview } from '../../src/model/adjudication.ts'
import type { AnotherWay, Ask, Contest } from '../../src/model/contest.ts'
import type { AnyStatement, Instant } from '../../src/model/statement.ts'
import type { Finding } from '../../src/model/finding.ts'
import type { Link } from '../../src/model/link.ts'
import type { Persona } from '../../src/model/persona.ts'

/** Rows for tests of the store: complete, invented, and overridable field by field. */

export const NOON: Instant = '2026-03-01T12:00:00.000Z'

export const aPersona = (id: string, more: Partial<Persona> = {}): Persona => ({
  id,
  source: `inbox/${id}.pdf`,
  received: NOON,
  status: 'open',
  requisition: undefined,
  retention: 'candidate-open',
  keepUntil: '2027-03-01T12:00:00.000Z',
  ...more,
})

export const aPhone = (id: string, subject: string, value = '+12025550101'): AnyStatement => ({
  id,
  subject,
  property: 'phone',
  value,
  basis: 'claimed',
  seenIn: { artifact: 'a'.repeat(64), at: 'line=3', role: 'resume' },
  held: NOON,
  readBy: 'text@1',
})

export const aFinding = (id: string, persona: string, because: readonly [string, ...string[]]): Finding => ({
  id,
  persona,
  detector: 'application/phone-on-other-persona',
  version: 1,
  family: 'contact',
  strength: 'strong',
  direction: 'raises',
  room: 'identity',
  says: 'The phone number stands on two applications.',
  because,
})

export const aLink = (persona: string, other: string): Link => ({
  persona,
  other,
  state: 'linked',
  bits: 6.5,
  evidence: [
    {
      kind: 'phone',
      family: 'contact',
      value: '+12025550101',
      mine: ['s-1'],
      theirs: ['s-2'],
      holders: 2,
      bits: 6.5,
      weight: 'strong',
      says: 'Both have the same phone number; nobody else here has it.',
      removedBy: 'Proof that one gave it up before the other got it.',
    },
  ],
  against: [],
})

export const aMatch = (id: string, over: Partial<FiledMatch> = {}): FiledMatch => ({
  id,
  about: 'query',
  subject: { id: 'q', type: 'person', names: ['Ada Example'], births: [], identifiers: [], wallets: [], addresses: [] },
  subjectHash: 'h',
  hit: {
    list: 'a-list',
    version: 'v1',
    entry: '1',
    name: 'EXAMPLE, Ada',
    names: [{ full: 'EXAMPLE, Ada', kind: 'primary', quality: 'strong' }],
    type: 'person',
    programmes: [],
    score: 0.9,
    nameScore: 0.9,
    state: 'possible',
    onePart: false,
    comparisons: [],
    missing: [],
    explanation: 'why',
    entryHash: 'e',
  },
  method: { algorithm: 'a@1', mode: 'standard', least: 0.8, limit: 10, asOf: '2026-03-01', lists: [] },
  state: 'possible',
  owner: undefined,
  opened: NOON,
  due: undefined,
  expires: undefined,
  ...over,
})

export const aListReview = (list: string, version: string): ListReview => ({
  list,
  version,
  previous: undefined,
  at: NOON,
  changes: { added: 1, removed: 0, changed: 0 },
  subjects: 1,
  filed: { opened: [], reopened: [], gone: [] },
  signedBy: undefined,
  signed: undefined,
  reason: undefined,
})

/** A row in every table of runs, mails, signed roots and hooks. */
export async function putJobRows(tx: Tx): Promise<void> {
  await tx.putRun(aRun('r-1'))
  await tx.addAuditRoot({
    room: 'identity',
    n: 1,
    first: 1,
    last: 1,
    head: 'h',
    merkle: 'm',
    previous: '0',
    at: NOON,
    key: 'k',
    public: 'p',
    signature: 's',
  })
  await tx.putMailMode('u-1', 'digest')
  await tx.putMail({ id: 'm-1', person: 'u-1', path: '/', state: 'waiting', made: NOON, ended: undefined })
  await tx.putEndpoint({
    id: 'e-1',
    url: 'https://hooks.example.com',
    events: [],
    state: 'on',
    generation: 1,
    lost: 0,
    by: 'me',
    made: NOON,
  })
  await tx.putDelivery({
    id: 'd-1',
    endpoint: 'e-1',
    event: 'intake.ended',
    subject: 'r-1',
    at: NOON,
    state: 'waiting',
    tries: 0,
    answer: undefined,
  })
  await tx.putHookSource({ id: 's-1', name: 'a form', state: 'on', generation: 1, by: 'me', made: NOON })
  await tx.addSeen({ source: 's-1', id: 'x', at: NOON, became: 'r-1' })
  await tx.putTip({ id: 't-1', source: 's-1', about: undefined, says: 'a report', at: NOON, state: 'new' })
}

export const aRun = (id: string, more: Partial<Run> = {}): Run => ({
  ...waitingRun(id, 'intake', { by: 'me', now: NOON, persona: 'p-1' }),
  ...more,
})

export const anAsk = (id: string, persona = 'p-1', more: Partial<Ask> = {}): Ask => ({
  id,
  persona,
  question: 'Who answers at that number?',
  findings: [],
  documents: [],
  by: 'rita',
  at: NOON,
  expires: '2026-03-22T12:00:00.000Z',
  ...more,
})

export const aContest = (id: string, persona = 'p-1', more: Partial<Contest> = {}): Contest => ({
  id,
  persona,
  kind: 'appeal',
  instance: 1,
  statement: 'That number is the office of my agency.',
  wrong: ['f-1'],
  files: 0,
  at: NOON,
  due: '2026-03-13T23:59:59.999Z',
  ...more,
})

export const aWay = (id: string, persona = 'p-1', more: Partial<AnotherWay> = {}): AnotherWay => ({
  id,
  persona,
  ask: 'ask-1',
  wish: 'By telephone, please.',
  at: NOON,
  ...more,
})

/** A row in every table of contests and oversight. */
export async function putContestRows(tx: Tx): Promise<void> {
  await tx.putAsk(anAsk('ask-1'))
  await tx.putAnotherWay(aWay('way-1'))
  await tx.putContest(aContest('review-1'))
  await tx.addSetAside(['k'], '2026-03-01')
  await tx.addSecondLook({ case: 'case-000000000001', decided: 2, persona: 'p-1', kind: 'cleared', by: 'una', at: NOON })
  await tx.addPlanted('p-1', 'tom', NOON)
}
