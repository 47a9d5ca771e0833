import type { AuditEntry, AuditRow } from './audit-row.ts'
import type { CandidatesTx } from './candidates-ports.ts'
import type { CasesTx } from './cases/ports.ts'
import type { ContestTx } from './contest/ports.ts'
import type { OversightTx } from './oversight/ports.ts'
import type { RawRow } from '../kit/input.ts'
import type { Incoming, Reading } from '../kit/reader.ts'
import type { FiledMatch, ListReview, MatchAct, MatchState } from '../model/adjudication.ts'
import type { Disposition } from '../model/disposition.ts'
import type { Assessment, Finding, Room } from '../model/finding.ts'
import type { Cluster, ClusterEvent, ClusterId, Hub, Judgement, Link } from '../model/link.ts'
import type { Indicator, IndicatorKind, IndicatorState } from '../model/indicator.ts'
import type { AnyStatement, ArtifactId, Instant, PersonaId, StatementId, TenantId } from '../model/statement.ts'
import type { FindTx } from './find/ports.ts'
import type { OnceTx } from './once/ports.ts'
import type { PeopleTx } from './people/ports.ts'
import type { ThresholdsTx } from './thresholds/ports.ts'

import type { Beside } from './beside.ts'
import type { HooksTx } from './hooks/ports.ts'
import type { JobsTx } from './jobs/rows.ts'

/** Everything outside the engine, in our own words. Adapters implement these; `main.ts` hands them over. */
export interface Deps {
  readonly store: Store
  readonly blobs: Blobs
  readonly sandbox: Sandbox
  readonly clock: Clock
  readonly chance: Chance
  /** Where the product runs on a folder of its own; tests of other things have none. */
  readonly beside?: Beside
}

export interface Clock {
  now(): Instant
}

/** Bytes that nobody can foresee: ids and secrets. */
export interface Chance {
  bytes(n: number): Uint8Array
}

/** Received bytes by their SHA-256, encrypted at rest. */
export interface Blobs {
  /** Durable when it returns. Twice the same bytes is one blob. */
  put(bytes: Uint8Array): Promise<ArtifactId>
  /** Throws not-found, or a storage fault when the bytes do not match their name. */
  get(id: ArtifactId): Promise<Uint8Array>
  /** The name these bytes have or would have; stores nothing. */
  idOf(bytes: Uint8Array): Promise<ArtifactId>
  has(id: ArtifactId): Promise<boolean>
  delete(id: ArtifactId): Promise<void>
}

/** Where outside bytes are read: a child process without network or write access, one file each, with caps. */
export interface Sandbox {
  /** Throws `unreadable` when the reader refuses the file, crashes, or passes a cap; the detail says which. */
  read(reader: string, incoming: Incoming): Promise<Reading>
  /** Pages of a PDF as PNG, for the report. Page numbers from 1; scale in device pixels per point. */
  renderPages(bytes: Uint8Array, pages: readonly number[], scale: number): Promise<ReadonlyMap<number, Uint8Array>>
  close(): Promise<void>
}

/** A database with one tenant per transaction. Row-level security holds the tenant even when a query forgets it. */
export interface Store {
  tx<T>(tenant: TenantId, work: (tx: Tx) => Promise<T>): Promise<T>
  /** A transaction that writes nothing and asks all that it asks at once; over a network it costs one way there and back. */
  look<T>(tenant: TenantId, work: (tx: Tx) => Promise<T>): Promise<T>
  close(): Promise<void>
}

/** A key that two personas may share: derived from a statement, thrown away and made again at will. */
export interface IdentifierRow {
  readonly kind: string
  readonly key: string
  readonly persona: PersonaId
  readonly statement: StatementId
  /** When it was used, where that is known. */
  readonly at: Instant | undefined
}

/**
 * Keys under which near-equal texts, shared phrases or pictures meet: MinHash bands, winnowed word n-grams or hash blocks;
 * signed 32-bit.
 */
export type SketchKind = 'text' | 'phrase' | 'image'
export interface SketchRow {
  readonly kind: SketchKind
  readonly persona: PersonaId
  readonly statement: StatementId
  readonly keys: readonly number[]
}

/** Something found equal between two personas, from one side (`persona`); the mirror row stands too. */
export interface OverlapRow {
  readonly persona: PersonaId
  readonly other: PersonaId
  readonly kind: 'text' | 'phrase' | 'photo'
  /** Jaccard similarity of word shingles (text), 1 (phrase), or 1 − distance/64 (photo). */
  readonly measure: number
  readonly passages: readonly { readonly mine: StatementId; readonly theirs: StatementId; readonly text: string }[]
}

export type SameApplicant = 'yes' | 'no' | 'unknown'
/** The identity channel's answer for a pair, from one side; the mirror row stands too. */
export interface PairRow {
  readonly persona: PersonaId
  readonly other: PersonaId
  readonly same: SameApplicant
}

/** A value of the identifier index: what it is and its key. */
export interface IndexKey {
  readonly kind: string
  readonly key: string
}

/** Who holds a key. Of one that more hold than was asked for only the count is told. */
export interface HeldKey extends IndexKey {
  /** Counting stops at 10,000. */
  readonly holders: number
  readonly by: readonly { readonly persona: PersonaId; readonly statement: StatementId }[]
}

/** What a detector's findings were made with: its version, and its numbers as `writeNumbers` has them; empty: as shipped. */
export interface DetectorRun {
  readonly version: number
  readonly numbers: string
}

/** Which indicators: all conditions that are given hold. */
export interface IndicatorsAsked {
  readonly ids?: readonly string[]
  readonly keys?: readonly { readonly kind: IndicatorKind; readonly key: string }[]
  readonly states?: readonly IndicatorState[]
  readonly source?: string
  readonly expiredBy?: Instant
}

/** A value that identifies, as the index holds it. */
export interface Value {
  readonly kind: string
  readonly key: string
}

/** Who holds a value. Counting stops at `COUNTED`; of more than were asked for no holders are named. */
export interface Held extends Value {
  readonly count: number
  /** In order of id; empty where there are more than asked for. */
  readonly holders: readonly PersonaId[]
}

/** Two personas, in order of id. */
export interface Pair {
  readonly persona: PersonaId
  readonly other: PersonaId
}

/** Which filed matches: all conditions that are given hold. */
export interface MatchesAsked {
  /** The beginning of an id. */
  readonly begin?: string
  readonly subjects?: readonly string[]
  readonly lists?: readonly string[]
  readonly entries?: readonly string[]
  readonly states?: readonly MatchState[]
}

interface Page<Last> {
  /** The last of the page before. */
  readonly after?: Last | undefined
  readonly limit: number
}
export type LinksPage = Page<Pick<Link, 'bits' | 'persona' | 'other'>>
export type HubsPage = Page<Pick<Hub, 'holders' | 'kind' | 'key'>>
export type ClustersPage = Page<{ readonly size: number; readonly id: ClusterId }>

/** What is looked for in one room's log. Of what is absent, everything fits. */
export interface LogAsked {
  readonly room: Room
  readonly actor?: string | undefined
  readonly action?: string | undefined
  readonly subject?: string | undefined
  /** From then on, and before then. */
  readonly from?: Instant | undefined
  readonly to?: Instant | undefined
  /** Numbers under this. */
  readonly before?: number | undefined
  readonly limit: number
}

export interface Tx extends CandidatesTx, CasesTx, ContestTx, OversightTx, PeopleTx, JobsTx, HooksTx, OnceTx, FindTx, ThresholdsTx {
  readonly tenant: TenantId

  // Statements: only ever added
  addStatements(statements: readonly AnyStatement[]): Promise<number>
  statementsOf(personas: readonly PersonaId[], properties?: readonly string[]): Promise<readonly AnyStatement[]>
  statements(ids: readonly StatementId[]): Promise<readonly AnyStatement[]>

  // Derived: can be thrown away and made again
  /** Replaces the statements of basis `derived` of these personas. */
  replaceDerivedStatements(personas: readonly PersonaId[], statements: readonly AnyStatement[]): Promise<void>
  /** Returns the values that one of these had before and has no longer, one for each who had it. */
  replaceIdentifiers(personas: readonly PersonaId[], rows: readonly IdentifierRow[]): Promise<readonly Value[]>
  /** Returns the keys that one of these had before and has no longer, one for each who had it. */
  replaceSketches(personas: readonly PersonaId[], rows: readonly SketchRow[]): Promise<readonly { kind: SketchKind; key: number }[]>
  /** Pairs (persona of the slice, another) that share an identifier of a linking kind, or a sketch key, that at most `most` hold. */
  candidatePairs(
    personas: readonly PersonaId[],
    kinds: readonly string[],
    most: number,
  ): Promise<readonly { persona: PersonaId; other: PersonaId; via: 'identifier' | SketchKind }[]>
  /**
   * Others who hold a key with these personas that at most `most` hold without them (`rare` for phrases too) and more with them:
   * before these came, the key said something about the others.
   */
  crowdedOut(
    personas: readonly PersonaId[],
    kinds: readonly string[],
    limits: { readonly most: number; readonly rare: number },
  ): Promise<readonly PersonaId[]>
  /** At most so many who have this sketch key, in order of id. */
  drawnBy(kind: SketchKind, key: number, most: number): Promise<readonly PersonaId[]>
  /** How many personas hold each of these sketch keys; counting stops at 1,000. Keys nobody holds are absent. */
  sketchHolders(kind: SketchKind, keys: readonly number[]): Promise<ReadonlyMap<number, number>>
  /** Replaces the rows between these personas and anybody, both directions. */
  replaceOverlaps(personas: readonly PersonaId[], rows: readonly OverlapRow[]): Promise<void>
  /** The same for pairs; returns everybody who stood in one of the replaced. */
  replacePairs(personas: readonly PersonaId[], rows: readonly PairRow[]): Promise<readonly PersonaId[]>
  pairs(personas: readonly PersonaId[]): Promise<readonly PairRow[]>
  replaceFindings(personas: readonly PersonaId[], findings: readonly Finding[]): Promise<void>
  findings(of: readonly PersonaId[]): Promise<readonly Finding[]>
  finding(id: string): Promise<Finding | undefined>
  replaceAssessments(assessments: readonly Assessment[]): Promise<void>
  assessments(of: readonly PersonaId[]): Promise<readonly Assessment[]>
  /** Rows of a relation for these personas; the SQL runs read-only in this transaction. */
  relation(sql: string, personas: readonly PersonaId[]): Promise<readonly RawRow[]>
  /**
   * Everything derived, of this tenant; statements of basis `derived` too. Clusters stay until they are made anew, so that what
   * became of them can be told.
   */
  dropDerived(): Promise<void>
  /** Hash over everything derived, in a fixed order. */
  derivedHash(): Promise<string>

  // Look-back
  /** Those that are there already are left as they are. Returns how many were new. */
  addIndicators(rows: readonly Indicator[]): Promise<number>
  /** In order of source, kind and key. */
  indicators(asked: IndicatorsAsked): Promise<readonly Indicator[]>
  changeIndicators(
    ids: readonly string[],
    to: Partial<Pick<Indicator, 'state' | 'warning' | 'decidedBy' | 'decided' | 'reason'>>,
  ): Promise<void>
  /** Who holds these keys; of a key that more than `most` personas hold, only how many. Keys nobody holds are absent. */
  keyHolders(keys: readonly IndexKey[], most: number): Promise<readonly HeldKey[]>
  /** Personas with one of these sketch keys, those that more than `most` hold left out. */
  sketchPersonas(kind: SketchKind, keys: readonly number[], most: number): Promise<readonly PersonaId[]>
  /** Personas, in order, that have a statement of one of these properties; from after `after`. */
  personasStating(properties: readonly string[], page: { after?: PersonaId; limit: number }): Promise<readonly PersonaId[]>
  personasFoundBy(detectors: readonly string[]): Promise<readonly PersonaId[]>
  /** Returns it with its number. */
  addDisposition(disposition: Omit<Disposition, 'seq'>): Promise<Disposition>
  /** Of these personas, oldest first. */
  dispositions(of: readonly PersonaId[]): Promise<readonly Disposition[]>
  /** Detector → what the findings were last made with. */
  detectorRuns(): Promise<ReadonlyMap<string, DetectorRun>>
  replaceDetectorRuns(runs: ReadonlyMap<string, DetectorRun>): Promise<void>

  // List screening: the sanctions room alone reads these
  /** Until the transaction ends nobody else of this tenant files or decides: what one reads, another could be about to change. */
  lockMatches(): Promise<void>
  /** What is due first comes first, then by id. */
  matches(asked: MatchesAsked): Promise<readonly FiledMatch[]>
  /** Adds, or replaces all but the id. */
  putMatches(rows: readonly FiledMatch[]): Promise<void>
  /** Each is numbered on from the last of its match. */
  addMatchActs(acts: readonly Omit<MatchAct, 'seq'>[]): Promise<void>
  /** Oldest first. */
  matchActs(of: readonly string[]): Promise<readonly MatchAct[]>
  /** Adds, or replaces. */
  putListReview(review: ListReview): Promise<void>
  /** Newest first. */
  listReviews(list?: string): Promise<readonly ListReview[]>
  /** Matches that nobody did anything about since then, by id: none that waits, is confirmed, is in an open case, or is about a persona on legal hold. */
  matchesDoneBefore(then: Instant, limit: number): Promise<readonly string[]>
  /** Takes them away with their acts. Only where their time of keeping is over. */
  removeMatches(ids: readonly string[]): Promise<void>
  /** Takes away reports of list versions that were signed before then; returns how many. */
  removeListReviews(signedBefore: Instant): Promise<number>

  // Links and clusters: derived, judgements and events excepted
  /** Until the transaction ends nobody else of this tenant links: what one counts, another could be about to change. */
  lockLinks(): Promise<void>
  identifiers(personas: readonly PersonaId[], kinds: readonly string[]): Promise<readonly IdentifierRow[]>
  /** One entry for each of these values that anybody holds, with the holders where there are no more than `most`. */
  held(values: readonly Value[], most: number): Promise<readonly Held[]>
  /**
   * Values of these kinds that two or more hold, in one scan; holders where there are no more than `most`. With `alsoAs`, only
   * those whose key somebody holds under one of these kinds too.
   */
  heldByMany(kinds: readonly string[], most: number, alsoAs?: readonly string[]): Promise<readonly Held[]>
  /** Pairs between whom something was found equal, or whom the identity channel takes for one applicant. */
  comparedPairs(): Promise<readonly Pair[]>
  /** What stands between these personas and anybody, from the side of these. */
  overlaps(personas: readonly PersonaId[]): Promise<readonly OverlapRow[]>
  /** Removes all links and hubs. */
  clearLinks(): Promise<void>
  /** Removes what stood between these pairs, and puts these in. */
  replaceLinks(pairs: readonly Pair[], links: readonly Link[]): Promise<void>
  /** Links with one of these on either side, heaviest first. */
  links(personas: readonly PersonaId[]): Promise<readonly Link[]>
  /** A page of all links, heaviest first, from behind this one on. Any page costs what the first does. */
  linksPage(page: LinksPage): Promise<readonly Link[]>
  /** Ends of the links of state `linked` that these stand on. */
  linkedPairs(personas: readonly PersonaId[]): Promise<readonly (Pair & { readonly bits: number })[]>
  replaceHubs(values: readonly Value[], hubs: readonly Hub[]): Promise<void>
  hubs(values: readonly Value[]): Promise<readonly Hub[]>
  /** With the most holders first, from behind this one on. */
  hubsPage(page: HubsPage): Promise<readonly Hub[]>
  /** When each of these was received. */
  receivedAt(personas: readonly PersonaId[]): Promise<ReadonlyMap<PersonaId, Instant>>
  /** The cluster of each of these that is in one. */
  clusterOf(personas: readonly PersonaId[]): Promise<ReadonlyMap<PersonaId, ClusterId>>
  clusters(ids: readonly ClusterId[]): Promise<readonly Cluster[]>
  /** Largest first, from behind this one on. */
  clustersPage(page: ClustersPage): Promise<readonly Cluster[]>
  /** Takes these personas out of their clusters and puts them into these. */
  replaceMembers(personas: readonly PersonaId[], clusters: readonly Cluster[]): Promise<void>
  addClusterEvents(events: readonly Omit<ClusterEvent, 'seq'>[]): Promise<readonly ClusterEvent[]>
  /** Oldest first; of one cluster when it is named, before or after. */
  clusterEvents(page: { readonly after: number; readonly limit: number; readonly cluster?: ClusterId }): Promise<readonly ClusterEvent[]>
  addJudgement(judgement: Omit<Judgement, 'seq'>): Promise<Judgement>
  /** Acts about pairs with one of these on either side, oldest first. */
  judgements(personas: readonly PersonaId[]): Promise<readonly Judgement[]>
  /** Everybody who is in a cluster, with the cluster. */
  allMembers(): Promise<ReadonlyMap<PersonaId, ClusterId>>
  allJudgements(): Promise<readonly Judgement[]>

  // Forgetting
  /**
   * Removes the persona, its submissions, statements and everything derived; returns the artifacts that nobody else holds,
   * and the others whose comparison or findings it took part in.
   */
  forget(persona: PersonaId): Promise<{ readonly released: readonly ArtifactId[]; readonly touched: readonly PersonaId[] }>
  /** Takes one artifact away from a persona, with what was read in it. True when nobody else holds the artifact. */
  removeSubmission(persona: PersonaId, artifact: ArtifactId): Promise<boolean>

  // Audit
  /** Into the log of the room that `detail` names as `room`; into the hiring side's where it names none. */
  appendAudit(entry: AuditEntry, at: Instant): Promise<AuditRow>
  /** Rows of one room's log, oldest first; of the hiring side's where no room is named. */
  auditRows(after: number, limit: number, of?: Room): Promise<readonly AuditRow[]>
  /** Rows that fit, newest first. */
  auditFound(asked: LogAsked): Promise<readonly AuditRow[]>
  auditHead(of?: Room): Promise<{ readonly seq: number; readonly hash: string } | undefined>
}
