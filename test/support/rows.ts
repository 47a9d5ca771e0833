import type { FiledMatch, ListReview } from '../../src/model/adjudication.ts'
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
