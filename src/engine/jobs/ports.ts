import type { Instant, TenantId } from '../../model/statement.ts'
import type { Tx } from '../ports.ts'
import type { JobName } from './kinds.ts'

/** Ids, counts and days, never content: a job's row stands outside the tables that forgetting and rooms know of. */
export type JobData = Readonly<Record<string, string | number | boolean>> & { readonly tenant: TenantId }

export interface SendOptions {
  /** Not before. */
  readonly after?: Instant
  /** Within a tenant and a kind a key is taken once, also when its job is long done; the row is kept for 30 days. */
  readonly key?: string
}

/** A job that this process has in hand. */
export interface TakenJob {
  readonly id: string
  readonly name: JobName
  readonly data: JobData
  /** From 1. */
  readonly attempt: number
  /** When this try fails there is no other. */
  readonly last: boolean
}

/** A job that failed at its last try: nobody does it unless a person says so. */
export interface DeadJob {
  readonly id: string
  readonly name: JobName
  readonly data: JobData
  readonly attempts: number
  readonly failed: Instant
  /** Code and title of the fault; no detail, which may quote content. */
  readonly fault: { readonly code: string; readonly title: string }
}

export interface JobCounts {
  readonly name: JobName
  readonly waiting: number
  readonly active: number
  readonly dead: number
}

/** The queue. Whoever takes a job says that it lives, and at the end that it is done or failed; of one who says nothing it is taken away. */
export interface Jobs {
  /** Stands when the transaction does, and not otherwise; without one, in a transaction of its own. Returns the job's id. */
  send(tx: Tx | undefined, name: JobName, data: JobData, options?: SendOptions): Promise<string>
  /** Of the transaction's tenant, newest first. */
  dead(tx: Tx): Promise<readonly DeadJob[]>
  /** A dead job of this tenant is done again; throws not-found when it has none of that id. */
  again(tenant: TenantId, id: string): Promise<void>
  /** Of all tenants together; for measures. */
  counts(): Promise<readonly JobCounts[]>
  /** Kinds of which there is something to do now. */
  ready(): Promise<readonly JobName[]>
  take(name: JobName, most: number): Promise<readonly TakenJob[]>
  done(job: TakenJob): Promise<void>
  /** Tried again later, or dead after the last try. */
  failed(job: TakenJob, fault: DeadJob['fault']): Promise<void>
  /** False when the job was taken away meanwhile. */
  alive(job: TakenJob): Promise<boolean>
  /** Gives jobs back whose workers said nothing for too long, and removes rows that are past their time. */
  keepHouse(): Promise<void>
  close(): Promise<void>
}

/** Long work that somebody waits for. */
export interface Run {
  readonly id: string
  readonly kind: 'intake' | 'lookback'
  /** `failed`: ours or the machine's, and not tried again. `stopped`: somebody asked for it. */
  readonly state: 'waiting' | 'working' | 'done' | 'failed' | 'stopped'
  readonly step: 'waiting' | 'reading' | 'compared' | 'assessed'
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
  /** Newest first. */
  runs(limit: number): Promise<readonly Run[]>
  /** False when there is none, or it has ended. */
  stopRun(id: string): Promise<boolean>
  addAuditRoot(root: AuditRoot): Promise<void>
  /** In order, from after `after`. */
  auditRoots(after: number, limit: number): Promise<readonly AuditRoot[]>
  lastAuditRoot(): Promise<AuditRoot | undefined>
  putMailMode(person: string, mode: MailMode): Promise<void>
  mailMode(person: string): Promise<MailMode>
  putMail(mail: Mail): Promise<void>
  mailOf(id: string): Promise<Mail | undefined>
  mailsWaiting(person: string): Promise<readonly Mail[]>
}
