import type { Delivery, Endpoint, HookSource, Tip } from '../../model/hook.ts'
import type { Instant } from '../../model/statement.ts'

/** The part of a transaction that hooks need. */
export interface HooksTx {
  /** Adds, or replaces all but the id. */
  putEndpoint(endpoint: Endpoint): Promise<void>
  /** In order of id. */
  endpoints(): Promise<readonly Endpoint[]>
  /** Locked until the transaction ends. */
  endpoint(id: string): Promise<Endpoint | undefined>
  putDelivery(delivery: Delivery): Promise<void>
  delivery(id: string): Promise<Delivery | undefined>
  /** Newest first. */
  deliveries(endpoint: string, limit: number): Promise<readonly Delivery[]>
  putHookSource(source: HookSource): Promise<void>
  hookSource(id: string): Promise<HookSource | undefined>
  hookSources(): Promise<readonly HookSource[]>
  /** False when this source has sent this id before. */
  addSeen(seen: { readonly source: string; readonly id: string; readonly at: Instant; readonly became: string }): Promise<boolean>
  /** What came of it. */
  seen(source: string, id: string): Promise<string | undefined>
  putTip(tip: Tip): Promise<void>
  tip(id: string): Promise<Tip | undefined>
  /** Newest first. */
  tips(limit: number): Promise<readonly Tip[]>
}

/**
 * Secrets that are shared with others, by what they are for. Derived from one key in the key folder and written nowhere: a copy of the
 * database holds none of them.
 */
export interface SharedSecrets {
  /** 32 bytes; the same for the same words. */
  of(...purpose: readonly (string | number)[]): Uint8Array
}
