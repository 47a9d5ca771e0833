import type { DispositionKind } from './disposition.ts'
import type { Recommendation, Room } from './finding.ts'
import type { Numbers } from './numbers.ts'
import type { FourEyes } from './four-eyes.ts'
import type { ReasonCode } from './reasons.ts'
import type { Instant, PersonaId, StatementId } from './statement.ts'

/** Opaque: neither order nor number can be read out of it, so no gap tells of what somebody may not see. */
export type CaseId = string

/** `case-` and twelve hexadecimal digits, in either room. */
export const CASE_ID = /^case-[0-9a-f]{12}$/

export const OPENED_BECAUSE = ['assessment', 'look-back', 'person', 'call', 'match', 'answer', 'appeal'] as const
export type OpenedBecause = (typeof OPENED_BECAUSE)[number]

export const LINKABLE = ['persona', 'cluster', 'finding', 'match'] as const
export type Linkable = (typeof LINKABLE)[number]

export const EVIDENCE = ['finding', 'statement', 'artifact'] as const
export type EvidenceKind = (typeof EVIDENCE)[number]

/** What came in from elsewhere and waits for somebody. */
export const COMINGS = ['look-back', 'answer', 'correction', 'appeal'] as const
export type Coming = (typeof COMINGS)[number]

/** Who called, and how far they can be believed (Admiralty code, R-009). */
export interface Source {
  readonly who: 'authority' | 'organisation' | 'person' | 'unnamed'
  readonly reliability: 'A' | 'B' | 'C' | 'D' | 'E' | 'F'
  readonly credibility: '1' | '2' | '3' | '4' | '5' | '6'
}

/** Everything a decision was made with. */
export interface DecisionRecord {
  readonly persona: PersonaId
  readonly kind: DispositionKind
  readonly reasons: readonly { readonly code: ReasonCode; readonly findings: readonly string[] }[]
  readonly text: string
  readonly roles: readonly string[]
  /** What the decider had opened, and for how many seconds altogether. */
  readonly seen: readonly { readonly evidence: string; readonly seconds: number }[]
  readonly options: readonly DispositionKind[]
  readonly recommendation: Recommendation | undefined
  readonly suggestionShown: boolean
  readonly differs: boolean
  /** Findings that stood. */
  readonly known: readonly string[]
  /** Detector → version of those findings. */
  readonly versions: Readonly<Record<string, number>>
  /** Detector → its numbers, where they were others than shipped. Absent: none were. */
  readonly numbers?: Readonly<Record<string, Numbers>>
  readonly catalog: string
  /** Statement of an outside party that an adverse decision rests on, where the recommendation was less than *escalate*. */
  readonly confirmation: StatementId | undefined
}

/** One act. Only ever added; everything else about a case is folded from these. */
export type CaseAct =
  | {
      readonly kind: 'opened'
      readonly room: Room
      readonly because: OpenedBecause
      readonly says: string
      readonly personas: readonly PersonaId[]
      readonly findings: readonly string[]
      readonly matches: readonly string[]
      readonly recommendation?: Recommendation
      readonly source?: Source
      /** Only these see it; undefined: everybody of the room. */
      readonly members?: readonly string[]
    }
  | { readonly kind: 'assigned'; readonly to: string | null }
  | { readonly kind: 'snoozed'; readonly until: Instant }
  | { readonly kind: 'noted'; readonly text: string }
  | { readonly kind: 'task-added'; readonly text: string; readonly due?: Instant }
  | { readonly kind: 'task-done'; readonly task: number }
  | { readonly kind: 'linked' | 'unlinked'; readonly what: Linkable; readonly id: string }
  | { readonly kind: 'due-set'; readonly timer: string; readonly due: Instant }
  | { readonly kind: 'due-met'; readonly timer: string }
  | { readonly kind: 'seen'; readonly what: EvidenceKind; readonly evidence: string; readonly seconds: number }
  | { readonly kind: 'quieted'; readonly members: readonly string[] }
  | { readonly kind: 'unquieted'; readonly reason: string }
  | { readonly kind: 'member-added'; readonly who: string }
  | {
      readonly kind: 'came'
      readonly what: Coming
      readonly ref: string
      readonly says: string
      readonly findings: readonly string[]
      readonly personas: readonly PersonaId[]
    }
  | { readonly kind: 'attended'; readonly came: number; readonly reason: string }
  | {
      readonly kind: 'requested'
      readonly what: FourEyes
      readonly about: string
      readonly expires: Instant
      readonly reason: string
      readonly record?: DecisionRecord
      /** Of an export: who was in the cluster, as a hash over their ids. */
      readonly membership?: string
    }
  | { readonly kind: 'approved' | 'refused'; readonly request: number; readonly reason: string }
  | { readonly kind: 'withdrawn'; readonly request: number; readonly reason: string }
  | { readonly kind: 'decided'; readonly record: DecisionRecord; readonly disposition: number; readonly request?: number }
  | { readonly kind: 'undone'; readonly decided: number; readonly reason: string }
  | { readonly kind: 'access-cut'; readonly about: string; readonly reason: string; readonly review: Instant }
  | { readonly kind: 'cut-reviewed'; readonly cut: number; readonly agrees: boolean; readonly reason: string }
  | { readonly kind: 'closed' | 'reopened'; readonly reason: string }

export type CaseEvent = CaseAct & {
  /** 1, 2, … of this case. */
  readonly seq: number
  readonly by: string
  readonly at: Instant
}

export interface Request {
  readonly request: number
  readonly what: FourEyes
  readonly about: string
  readonly by: string
  readonly at: Instant
  readonly expires: Instant
  readonly reason: string
  readonly record?: DecisionRecord
  readonly membership?: string
  /** `done`: the decision that was approved is made; it carries no second one. */
  readonly state: 'pending' | 'approved' | 'refused' | 'withdrawn' | 'done'
  readonly second?: string
}

/** A case as it stands: a function of its events. */
export interface Case {
  readonly id: CaseId
  readonly room: Room
  readonly status: 'open' | 'closed'
  readonly because: OpenedBecause
  readonly says: string
  readonly opened: Instant
  readonly changed: Instant
  /** How many acts there were: the last one's number. */
  readonly acts: number
  readonly recommendation?: Recommendation
  readonly source?: Source
  readonly personas: readonly PersonaId[]
  readonly clusters: readonly string[]
  readonly findings: readonly string[]
  readonly matches: readonly string[]
  readonly assignee?: string
  readonly snoozed?: Instant
  readonly members?: readonly string[]
  readonly tasks: readonly { readonly task: number; readonly text: string; readonly due?: Instant; readonly done: boolean }[]
  readonly dues: readonly { readonly timer: string; readonly due: Instant; readonly met: boolean }[]
  readonly seen: readonly { readonly by: string; readonly what: EvidenceKind; readonly evidence: string; readonly seconds: number }[]
  /** What came in and nobody has attended to yet. */
  readonly waiting: readonly {
    readonly came: number
    readonly what: Coming
    readonly ref: string
    readonly says: string
    readonly at: Instant
  }[]
  readonly requests: readonly Request[]
  /** The one that stands for each persona. */
  readonly decisions: readonly {
    readonly decided: number
    readonly by: string
    readonly at: Instant
    readonly record: DecisionRecord
    readonly second?: string
  }[]
  readonly cuts: readonly {
    readonly cut: number
    readonly by: string
    readonly about: string
    readonly at: Instant
    readonly review: Instant
    readonly reviewed?: boolean
  }[]
}
