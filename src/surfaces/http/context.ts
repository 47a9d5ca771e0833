import type { Caller } from '../../engine/people/caller.ts'
import type { Clock, Deps } from '../../engine/ports.ts'
import type { Catalog } from '../../kit/catalog.ts'
import type { Instant } from '../../model/statement.ts'
import type { Form, Sent } from './upload.ts'
import type { Parts } from './parts.ts'

/** What a route works with. `C` is undefined only where anybody may call. */
export interface Context<C extends Caller | undefined = Caller> {
  readonly deps: Deps
  readonly catalog: Catalog
  readonly clock: Clock
  readonly parts: Parts
  readonly caller: C
  /** Of the caller, for limits and for the log of sign-ins. */
  readonly address: string
  /** The session's token that the browser brought, worth something or not. */
  readonly session: string | undefined
  /** What the caller's program calls itself, for the list of one's sessions. */
  readonly device: string | undefined
  /** Who calls, asked again: undefined once they were signed out. For answers that take their time. */
  again(): Promise<Caller | undefined>
  /** Ends when the process is asked to stop. */
  readonly closing: AbortSignal
  /** Where an event stream goes on, by the header `Last-Event-ID`. */
  readonly lastEvent: string | undefined
  /** Ends when the caller has gone away. */
  readonly signal: AbortSignal
  /** The version in the header `If-Match`, without its quotes: what the caller believes to change. */
  readonly ifMatch: string | undefined
  /** The version of what is sent, as the header `ETag`. */
  etag(version: string | number): void
  /** Where what was made can be read, as the header `Location`. */
  location(path: string): void
  /** Starts the browser's session: its cookie can be read by no script and is sent to this site alone. */
  startSession(token: string, until: Instant): void
  endSession(): void
  /** The bytes of a route with `raw`, and what the sender wrote of them. */
  readonly raw: { readonly body: Uint8Array; header(name: string): string }
  /** The files of a route with `files`, each brought into memory when it is asked for. */
  upload(): AsyncIterable<Sent>
  /** The same with the form's other fields, all in hand: for the few files that a person sends with what they write. */
  form(): Promise<Form>
  /** Lets go of what was uploaded; called when the handler is done. */
  answered(): Promise<void>
}
