import type { CaseId, DecisionRecord } from '../../model/case.ts'
import type { DispositionKind } from '../../model/disposition.ts'
import type { Contest } from '../../model/contest.ts'
import type { Instant, PersonaId } from '../../model/statement.ts'

/** From then on, and before then. */
export interface Period {
  readonly from: Instant
  readonly to: Instant
}

/** A decision of a case of the identity room, as it was made. */
export interface MadeDecision {
  readonly case: CaseId
  readonly decided: number
  readonly by: string
  readonly at: Instant
  readonly record: DecisionRecord
  /** Who approved it, where two were needed. */
  readonly second: string | undefined
  readonly undone: boolean
  /** Only its members are told of it. */
  readonly members: readonly string[] | undefined
}

export interface SecondLook {
  readonly case: CaseId
  readonly decided: number
  readonly persona: PersonaId
  readonly kind: DispositionKind
  readonly by: string
  readonly at: Instant
}

/** What became of the applications of an opening that came in a period. */
export interface OpeningCounts {
  /** Undefined for applications on none. */
  readonly requisition: string | undefined
  readonly applications: number
  /** A machine asked that a person look: review or escalate. */
  readonly flagged: number
  /** Of the flagged, by the last decision. */
  readonly flaggedCleared: number
  readonly cleared: number
  readonly confirmed: number
  readonly contested: number
  readonly upheld: number
}

/** What a detector said of the applications that came in a period, as their assessments stand, and what people decided of those it fired for. */
export interface DetectorCounts {
  readonly detector: string
  readonly fired: number
  readonly quiet: number
  readonly notApplicable: number
  readonly failed: number
  /** Of those it fired for, by the last decision. */
  readonly confirmed: number
  readonly cleared: number
  readonly inconclusive: number
}

/** How decisions are made. `Tx` has these. */
export interface OversightTx {
  /** Oldest first. */
  decisionsMade(period: Period): Promise<readonly MadeDecision[]>
  /** Filed in the period, oldest first. */
  contestsFiled(period: Period): Promise<readonly Contest[]>
  countsByOpening(period: Period): Promise<readonly OpeningCounts[]>
  countsByDetector(period: Period): Promise<readonly DetectorCounts[]>
  /** False where somebody looked already. */
  addSecondLook(look: SecondLook): Promise<boolean>
  /** Of decisions made in the period. */
  secondLooks(period: Period): Promise<readonly SecondLook[]>
  addPlanted(persona: PersonaId, by: string, at: Instant): Promise<void>
  plantedOf(personas: readonly PersonaId[]): Promise<ReadonlySet<PersonaId>>
}
