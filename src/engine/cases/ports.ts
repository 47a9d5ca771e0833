import type { Case, CaseEvent, CaseId } from '../../model/case.ts'
import type { Room } from '../../model/finding.ts'
import type { Mask } from '../../model/mask.ts'
import type { ArtifactId, Instant, PersonaId } from '../../model/statement.ts'
import type { Hold, ScoringState } from '../../model/keeping.ts'

/** Which cases: all conditions that are given hold. Quiet ones only for their members. */
export interface CasesAsked {
  readonly rooms: readonly Room[]
  readonly who: string
  readonly status?: 'open' | 'closed'
  readonly persona?: PersonaId
  /** Changed after this instant. */
  readonly changedAfter?: Instant
  readonly after?: { readonly opened: Instant; readonly id: CaseId }
  readonly limit: number
}

/** A row of the inbox: where it stands in its order, and the case. */
export interface InboxRow {
  readonly rank: number
  readonly since: Instant
  readonly case: Case
}

/** A row of the log without the chain that runs through all of them. */
export interface LoggedRow {
  readonly at: Instant
  readonly actor: string
  readonly action: string
  readonly subject: string
  readonly detail: Readonly<Record<string, unknown>>
}

export interface NumberedRow extends LoggedRow {
  readonly row: number
}

/** What is looked for in the log. Of what is absent, everything fits. */
export interface LogAsked {
  /** Without the sanctions room's. */
  readonly outside: boolean
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

export interface InboxAsked {
  readonly work: readonly Room[]
  readonly approve: readonly Room[]
  readonly who: string
  readonly now: Instant
  readonly after?: { readonly rank: number; readonly since: Instant; readonly id: string }
  readonly limit: number
}

/** Cases, and what belongs to them. `Tx` has these. */
export interface CasesTx {
  /** Opaque and never given out twice. */
  newCaseIds(many: number): Promise<readonly CaseId[]>
  /** Until the transaction ends nobody else opens a case by rule in this tenant. */
  lockCases(): Promise<void>
  /** The case, held until the transaction ends; undefined where there is none. */
  lockCase(id: CaseId): Promise<Case | undefined>
  /** Newest first. */
  cases(asked: CasesAsked): Promise<readonly Case[]>
  /** Every case of the identity room, quiet ones too, that one of these personas is in. For rules, not for eyes. */
  casesOfPersonas(personas: readonly PersonaId[]): Promise<readonly Case[]>
  /** Adds the acts, and puts the cases as they stand after them. */
  putCases(cases: readonly Case[], acts: readonly (CaseEvent & { readonly case: CaseId })[]): Promise<void>
  /** Takes cases away whole, with their acts. Only where a person is forgotten. */
  removeCases(ids: readonly CaseId[]): Promise<void>
  /** Oldest first. */
  caseEvents(id: CaseId): Promise<readonly CaseEvent[]>
  inboxCases(asked: InboxAsked): Promise<readonly InboxRow[]>
  /** Open personas whose assessment is *ask*, of whom nobody decided and who are in no open case that everybody sees; by id, for they are many and none is more urgent. */
  personasToAsk(page: {
    readonly after?: PersonaId
    readonly limit: number
  }): Promise<readonly { readonly persona: PersonaId; readonly since: Instant }[]>
  /** Matches that wait for a person, oldest first. Sanctions room. */
  matchesWaiting(page: {
    readonly after?: { readonly since: Instant; readonly id: string }
    readonly limit: number
  }): Promise<
    readonly { readonly match: string; readonly since: Instant; readonly due: Instant | undefined; readonly owner: string | undefined }[]
  >

  /** Rows of the log that are not the sanctions room’s, oldest first, without so many of them at the beginning. */
  auditRowsOutside(skip: number, limit: number): Promise<readonly LoggedRow[]>
  /** Rows that fit, newest first, each with its number among all that this reader is shown. */
  auditFound(asked: LogAsked): Promise<readonly NumberedRow[]>

  // The switch
  /** Where it stands. Until the transaction ends it stays there. */
  scoring(): Promise<ScoringState>
  /** The same for whoever turns it: waits until every transaction that scores has ended. */
  lockScoring(): Promise<ScoringState>
  putScoring(state: ScoringState): Promise<void>
  /** Personas to assess when scoring starts again. */
  addUnscored(personas: readonly PersonaId[]): Promise<void>
  unscored(limit: number): Promise<readonly PersonaId[]>
  removeUnscored(personas: readonly PersonaId[]): Promise<void>
  countUnscored(): Promise<number>

  // Keeping
  putHold(hold: Hold): Promise<void>
  endHold(persona: PersonaId): Promise<void>
  holdsOf(personas: readonly PersonaId[]): Promise<readonly Hold[]>
  /** Secret of this tenant; made when first asked for. */
  tombstoneSalt(): Promise<string>
  putTombstone(tombstone: { readonly key: string; readonly cleared: string }): Promise<void>
  /** Key → the day it was cleared on. */
  tombstones(keys: readonly string[]): Promise<ReadonlyMap<string, string>>

  // Masks
  putMask(mask: Mask): Promise<void>
  masksOf(artifact: ArtifactId): Promise<readonly Mask[]>
}
