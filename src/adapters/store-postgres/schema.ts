import { bigint, customType, doublePrecision, index, integer, jsonb, pgTable, primaryKey, unique } from 'drizzle-orm/pg-core'
import type { AdjudicationForm, ListReview } from '../../model/adjudication.ts'
import type { Assessment, Room } from '../../model/finding.ts'
import type { ReadState } from '../../engine/candidates-ports.ts'
import type { LinkDoubt, LinkEvidence } from '../../model/link.ts'
import type { Numbers } from '../../model/numbers.ts'
import type { ListHit, ScreeningMethod, Subject } from '../../model/screening.ts'

/**
 * Text that sorts by its bytes: the same order on every server, whatever its locale, and the cheapest to compare. Instants are such
 * text too: ISO 8601 in UTC sorts as time does, and comes back exactly as it went in.
 */
export const text = customType<{ data: string }>({ dataType: () => 'text COLLATE "C"' })

/**
 * In every row; row-level security adds `tenant = …` to every query. In indexes it stands after columns that are nearly unique by
 * themselves (ids, keys): comparing those first decides at once, and writing many rows is measurably faster.
 */
export const tenant = text().notNull()

export const persona = pgTable(
  'persona',
  {
    tenant,
    id: text().notNull(),
    source: text().notNull(),
    received: text().notNull(),
    status: text().notNull(),
    requisition: text(),
    retention: text().notNull(),
    keepUntil: text('keep_until').notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.tenant, t.id] }),
    index('persona_by_source').on(t.tenant, t.source),
    // A list in the order of arrival, of everybody or of one kind: as many rows are read as are shown.
    index('persona_by_arrival').on(t.tenant, t.received, t.id),
    index('persona_by_status').on(t.tenant, t.status, t.received, t.id),
    index('persona_by_requisition').on(t.tenant, t.requisition, t.received, t.id),
    index('persona_by_end').on(t.tenant, t.keepUntil),
  ],
)

export const artifact = pgTable(
  'artifact',
  {
    tenant,
    id: text().notNull(),
    name: text().notNull(),
    size: bigint({ mode: 'number' }).notNull(),
    received: text().notNull(),
    reliability: text().notNull(),
    credibility: text().notNull(),
  },
  (t) => [primaryKey({ columns: [t.tenant, t.id] })],
)

export const submission = pgTable(
  'submission',
  {
    tenant,
    persona: text().notNull(),
    artifact: text().notNull(),
    parent: text(),
    row: integer(),
    read: jsonb().$type<ReadState>(),
  },
  (t) => [
    unique('submission_once').on(t.tenant, t.persona, t.artifact, t.row).nullsNotDistinct(),
    index('submission_by_artifact').on(t.tenant, t.artifact),
  ],
)

export const requisition = pgTable(
  'requisition',
  {
    tenant,
    id: text().notNull(),
    title: text().notNull(),
    documents: jsonb().$type<string[]>().notNull(),
    questions: jsonb().$type<string[]>().notNull(),
  },
  (t) => [primaryKey({ columns: [t.tenant, t.id] })],
)

export const statement = pgTable(
  'statement',
  {
    tenant,
    id: text().notNull(),
    subject: text().notNull(),
    property: text().notNull(),
    value: jsonb().$type<unknown>().notNull(),
    original: text(),
    basis: text().notNull(),
    artifact: text().notNull(),
    at: text().notNull(),
    role: text().notNull(),
    held: text().notNull(),
    readBy: text('read_by').notNull(),
  },
  (t) => [primaryKey({ columns: [t.id, t.tenant] }), index('statement_by_subject').on(t.subject, t.tenant, t.property)],
)

export const identifier = pgTable(
  'identifier',
  { tenant, kind: text().notNull(), key: text().notNull(), persona: text().notNull(), statement: text().notNull(), at: text() },
  (t) => [
    primaryKey({ columns: [t.key, t.kind, t.tenant, t.persona, t.statement] }),
    index('identifier_by_persona').on(t.persona, t.tenant),
  ],
)

/**
 * One row per key, not one array per sketch: row-level security lets an index be searched only with leak-proof operators, which `=` on
 * text and integers is and `&&` on arrays is not, so a GIN index over arrays would never be used. By far the largest table, so its
 * indexes are the narrowest that serve and none is unique: unique rows cost twice the time to write, and a row that two processes
 * wrote at the same moment changes no answer.
 */
export const sketch = pgTable('sketch', { tenant, kind: text().notNull(), key: integer().notNull(), persona: text().notNull() }, (t) => [
  index('sketch_by_key').on(t.key, t.tenant),
  index('sketch_by_persona').on(t.persona),
])

export const overlap = pgTable(
  'overlap',
  {
    tenant,
    persona: text().notNull(),
    other: text().notNull(),
    kind: text().notNull(),
    measure: doublePrecision().notNull(),
    passages: jsonb().$type<unknown[]>().notNull(),
  },
  (t) => [primaryKey({ columns: [t.tenant, t.persona, t.other, t.kind] }), index('overlap_by_other').on(t.tenant, t.other)],
)

export const pair = pgTable('pair', { tenant, persona: text().notNull(), other: text().notNull(), same: text().notNull() }, (t) => [
  primaryKey({ columns: [t.tenant, t.persona, t.other] }),
  index('pair_by_other').on(t.tenant, t.other),
])

export const finding = pgTable(
  'finding',
  {
    tenant,
    id: text().notNull(),
    persona: text().notNull(),
    detector: text().notNull(),
    version: integer().notNull(),
    numbers: jsonb().$type<Numbers>(),
    family: text().notNull(),
    strength: text().notNull(),
    direction: text().notNull(),
    room: text().notNull(),
    says: text().notNull(),
    because: jsonb().$type<string[]>().notNull(),
  },
  (t) => [primaryKey({ columns: [t.tenant, t.id] }), index('finding_by_persona').on(t.tenant, t.persona)],
)

export const assessment = pgTable(
  'assessment',
  {
    tenant,
    persona: text().notNull(),
    recommendation: text().notNull(),
    outcomes: jsonb().$type<Assessment['outcomes']>().notNull(),
    reasons: jsonb().$type<string[]>().notNull(),
    /** The persona's, so that those of one recommendation have an order of their own, however rare and old they are. */
    received: text(),
  },
  (t) => [
    primaryKey({ columns: [t.tenant, t.persona] }),
    index('assessment_by_recommendation').on(t.tenant, t.recommendation, t.persona),
    index('assessment_by_arrival').on(t.tenant, t.recommendation, t.received, t.persona),
  ],
)

/** A scored pair, from one side: `persona < other`. */
export const link = pgTable(
  'link',
  {
    tenant,
    persona: text().notNull(),
    other: text().notNull(),
    state: text().notNull(),
    bits: doublePrecision().notNull(),
    evidence: jsonb().$type<readonly LinkEvidence[]>().notNull(),
    against: jsonb().$type<readonly LinkDoubt[]>().notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.persona, t.other, t.tenant] }),
    index('link_by_other').on(t.other, t.tenant),
    // All in one direction, so that one comparison of rows goes on from any link; row-level security lets no expression into an index.
    index('link_by_weight').on(t.tenant, t.bits, t.persona, t.other),
  ],
)

export const clusterMember = pgTable('cluster_member', { tenant, persona: text().notNull(), cluster: text().notNull() }, (t) => [
  primaryKey({ columns: [t.persona, t.tenant] }),
  index('cluster_member_by_cluster').on(t.cluster, t.tenant),
])

export const clusterEvent = pgTable(
  'cluster_event',
  {
    tenant,
    seq: bigint({ mode: 'number' }).notNull(),
    at: text().notNull(),
    kind: text().notNull(),
    before: jsonb().$type<readonly string[]>().notNull(),
    after: jsonb().$type<readonly string[]>().notNull(),
    joined: jsonb().$type<readonly string[]>().notNull(),
    left: jsonb().$type<readonly string[]>().notNull(),
    reason: text().notNull(),
  },
  (t) => [primaryKey({ columns: [t.tenant, t.seq] })],
)

/** What people said of pairs, act by act. */
export const judgement = pgTable(
  'judgement',
  {
    tenant,
    seq: bigint({ mode: 'number' }).notNull(),
    persona: text().notNull(),
    other: text().notNull(),
    kind: text().notNull(),
    reason: text().notNull(),
    by: text().notNull(),
    at: text().notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.tenant, t.seq] }),
    index('judgement_by_persona').on(t.persona, t.tenant),
    index('judgement_by_other').on(t.other, t.tenant),
  ],
)

/** Values that more personas hold than a person's would. */
export const hub = pgTable(
  'hub',
  { tenant, kind: text().notNull(), key: text().notNull(), holders: integer().notNull(), reason: text().notNull() },
  (t) => [primaryKey({ columns: [t.key, t.kind, t.tenant] }), index('hub_by_holders').on(t.tenant, t.holders, t.kind, t.key)],
)

export const indicator = pgTable(
  'indicator',
  {
    tenant,
    id: text().notNull(),
    kind: text().notNull(),
    key: text().notNull(),
    original: text().notNull(),
    source: text().notNull(),
    origin: text(),
    reliability: text().notNull(),
    credibility: text().notNull(),
    note: text(),
    seen: text(),
    expires: text().notNull(),
    state: text().notNull(),
    warning: text(),
    artifact: text().notNull(),
    at: text().notNull(),
    imported: text().notNull(),
    decidedBy: text('decided_by'),
    decided: text(),
    reason: text(),
  },
  (t) => [primaryKey({ columns: [t.id, t.tenant] }), index('indicator_by_key').on(t.key, t.kind, t.tenant)],
)

/** What people decided about personas, act by act. */
export const disposition = pgTable(
  'disposition',
  {
    tenant,
    seq: bigint({ mode: 'number' }).notNull(),
    persona: text().notNull(),
    kind: text().notNull(),
    reason: text().notNull(),
    known: jsonb().$type<readonly string[]>().notNull(),
    by: text().notNull(),
    at: text().notNull(),
  },
  (t) => [primaryKey({ columns: [t.tenant, t.seq] }), index('disposition_by_persona').on(t.persona, t.tenant)],
)

/** The last number given out to each kind of act. It stands beside them because acts are forgotten and a number that was told is not given out again. */
export const lastNumber = pgTable('last_number', { tenant, kind: text().notNull(), seq: bigint({ mode: 'number' }).notNull() }, (t) => [
  primaryKey({ columns: [t.tenant, t.kind] }),
])

/** Hits on lists as they wait for people. The sanctions room's alone: no relation may read these two. */
export const match = pgTable(
  'match',
  {
    tenant,
    id: text().notNull(),
    about: text().notNull(),
    subjectId: text('subject_id').notNull(),
    subject: jsonb().$type<Subject>().notNull(),
    subjectHash: text('subject_hash').notNull(),
    list: text().notNull(),
    entry: text().notNull(),
    hit: jsonb().$type<ListHit>().notNull(),
    method: jsonb().$type<ScreeningMethod>().notNull(),
    state: text().notNull(),
    owner: text(),
    opened: text().notNull(),
    due: text(),
    expires: text(),
  },
  (t) => [
    primaryKey({ columns: [t.id, t.tenant] }),
    index('match_by_subject').on(t.subjectId, t.tenant),
    index('match_by_entry').on(t.list, t.entry, t.tenant),
    index('match_by_state').on(t.state, t.due, t.tenant),
    index('match_by_waiting').on(t.tenant, t.state, t.opened, t.id),
  ],
)

/** What people and the program did about them, act by act. */
export const matchAct = pgTable(
  'match_act',
  {
    tenant,
    match: text().notNull(),
    seq: integer().notNull(),
    kind: text().notNull(),
    by: text().notNull(),
    at: text().notNull(),
    reason: text().notNull(),
    form: jsonb().$type<AdjudicationForm>(),
    outcome: text(),
    before: jsonb().$type<ListHit>(),
  },
  (t) => [primaryKey({ columns: [t.match, t.seq, t.tenant] })],
)

/** What a new version of a list set in motion, and who signed it off. */
export const listReview = pgTable(
  'list_review',
  {
    tenant,
    list: text().notNull(),
    version: text().notNull(),
    previous: text(),
    at: text().notNull(),
    changes: jsonb().$type<ListReview['changes']>().notNull(),
    subjects: integer().notNull(),
    filed: jsonb().$type<ListReview['filed']>().notNull(),
    signedBy: text('signed_by'),
    signed: text(),
    reason: text(),
  },
  (t) => [primaryKey({ columns: [t.list, t.version, t.at, t.tenant] })],
)

/** The version of each detector that this tenant's findings were last made with. */
export const detectorRun = pgTable(
  'detector_run',
  { tenant, detector: text().notNull(), version: integer().notNull(), numbers: text().notNull().default('') },
  (t) => [primaryKey({ columns: [t.detector, t.tenant] })],
)

/** Each room has a log of its own, so that neither the numbers nor the chain of one tell how much there is in the other. */
export const room = text().$type<Room>().notNull().default('identity')

export const audit = pgTable(
  'audit',
  {
    tenant,
    room,
    seq: bigint({ mode: 'number' }).notNull(),
    at: text().notNull(),
    actor: text().notNull(),
    action: text().notNull(),
    subject: text().notNull(),
    detail: jsonb().$type<Readonly<Record<string, unknown>>>().notNull(),
    previous: text().notNull(),
    hash: text().notNull(),
  },
  (t) => [primaryKey({ columns: [t.tenant, t.room, t.seq] })],
)

/** The end of each chain; its row lock puts the writers in line. */
export const auditHead = pgTable('audit_head', { tenant, room, seq: bigint({ mode: 'number' }).notNull(), hash: text().notNull() }, (t) => [
  primaryKey({ columns: [t.tenant, t.room] }),
])
