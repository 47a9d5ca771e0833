import type { Instant } from '../model/statement.ts'

export interface AuditEntry {
  readonly actor: string
  readonly action: string
  readonly subject: string
  /** No content, no names: counts, ids, hashes. */
  readonly detail: Readonly<Record<string, unknown>>
}

export interface AuditRow extends AuditEntry {
  readonly seq: number
  readonly at: Instant
  readonly previous: string
  readonly hash: string
}
