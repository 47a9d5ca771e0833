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
