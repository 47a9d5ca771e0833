import type { Room } from '../../model/finding.ts'
import type { Permission } from '../../model/access.ts'
import type { Instant, PersonaId } from '../../model/statement.ts'

/** What long work there is, and who may watch and stop it. */
export const RUN_KINDS = {
  intake: 'persona:submit',
  lookback: 'indicator:manage',
  import: 'indicator:manage',
  backup: 'system:operate',
  backtest: 'threshold:try',
} as const satisfies Readonly<Record<string, Permission>>
export type RunKind = keyof typeof RUN_KINDS

/** Long work that somebody waits for. */
export interface Run {
  readonly id: string
  readonly kind: RunKind
  /** `failed`: ours or the machine's, and not tried again. `stopped`: somebody asked for it. */
  readonly state: 'waiting' | 'working' | 'done' | 'failed' | 'stopped'
  readonly step: 'waiting' | 'reading' | 'compared' | 'assessed' | 'written'
  readonly done: number
  readonly total: number
  readonly persona: string | undefined
  /** Files that could not be taken, for whoever handed them in. */
  readonly failures: readonly { readonly source: string; readonly code: string; readonly title: string; readonly detail: string }[]
  /** Somebody asked that it stop. */
  readonly stop: boolean
  readonly by: string
  readonly made: Instant
  readonly changed: Instant
}

/** A signed state of the log. */
export interface AuditRoot {
  /** Whose log; each has roots of its own. */
  readonly room: Room
  /** From 1, without gaps. */
  readonly n: number
  /** Numbers of the rows it is made over. */
  readonly first: number
  readonly last: number
  /** Hash of the last row. */
  readonly head: string
  /** Merkle root over the hashes of these rows. */
  readonly merkle: string
  /** SHA-256 of the root before, so that none can be taken out. */
  readonly previous: string
  readonly at: Instant
  /** Id and public half of the Ed25519 key. */
  readonly key: string
  readonly public: string
  readonly signature: string
}

export type MailMode = 'at-once' | 'digest' | 'none'
export interface Mail {
  readonly id: string
  readonly person: string
  /** Where to look, below the address of the product. */
  readonly path: string
  /** `refused`: the mail server knows no such recipient. */
  readonly state: 'waiting' | 'sent' | 'refused' | 'given-up'
  readonly made: Instant
  readonly ended: Instant | undefined
}

/** The part of a transaction that jobs need. */
export interface JobsTx {
  /** Adds, or replaces all but whether it is to stop. */
  putRun(run: Run): Promise<void>
  run(id: string): Promise<Run | undefined>
  /** Runs of this persona go on without it: what was handed in as one turned out to be many, or was refused. */
  freeRuns(persona: PersonaId): Promise<void>
  /** Newest first; of these kinds. */
  runs(limit: number, kinds?: readonly RunKind[]): Promise<readonly Run[]>
  /** False when there is none, or it has ended. */
  stopRun(id: string): Promise<boolean>
  addAuditRoot(root: AuditRoot): Promise<void>
  /** In order, from after `after`; of the hiring side's log where no room is named. */
  auditRoots(after: number, limit: number, of?: Room): Promise<readonly AuditRoot[]>
  lastAuditRoot(of?: Room): Promise<AuditRoot | undefined>
  putMailMode(person: string, mode: MailMode): Promise<void>
  mailMode(person: string): Promise<MailMode>
  putMail(mail: Mail): Promise<void>
  mailOf(id: string): Promise<Mail | undefined>
  mailsWaiting(person: string): Promise<readonly Mail[]>
}
