import type { FastifyBaseLogger } from 'fastify'
import type { Console } from './console.ts'
import type { Caller } from '../../engine/people/caller.ts'
import type { Purpose } from '../../engine/people/ports.ts'
import type { Covers } from '../../engine/people/purpose.ts'
import type { SignIn } from '../../engine/people/sign-in-ports.ts'
import type { EgressPort } from '../../engine/hooks/endpoints.ts'
import type { SharedSecrets } from '../../engine/hooks/ports.ts'
import type { KeptBackup } from '../../engine/jobs/backup.ts'
import type { Jobs } from '../../engine/jobs/ports.ts'
import type { Shelf } from '../../engine/lists/ports.ts'
import type { KnownLists } from '../../engine/lists/recognise.ts'
import type { Signer } from '../../engine/manifest.ts'
import type { Deps } from '../../engine/ports.ts'
import type { Catalog } from '../../kit/catalog.ts'
import type { ClockSource } from '../../model/manifest.ts'
import type { TenantId } from '../../model/statement.ts'

/** How this installation is reached. */
export interface Reach {
  /** The address people use, such as `https://bonafide.example.com`; its host is the only one answered beside loopback. */
  readonly origin: string
  /** Addresses of proxies whose `X-Forwarded-For` is believed. Others' is not read. */
  readonly proxies: readonly string[]
}

export interface Limits {
  /** Calls a minute from one caller, or from one address where nobody is signed in. */
  readonly perMinute: number
  /** Bytes of a JSON body. */
  readonly body: number
  /** Files of one upload, and bytes of all of them. */
  readonly files: number
  readonly upload: number
  /** Milliseconds that a stop waits for callers who take no answer or send no more. */
  readonly stop: number
}

/** Of the 30 seconds that Kubernetes gives a stop (`terminationGracePeriodSeconds`), slow callers have 20. */
export const LIMITS: Limits = { perMinute: 600, body: 1_048_576, files: 200, upload: 100 * 1_048_576, stop: 20_000 }

/** What the HTTP surface is put together from. */
export interface Parts {
  readonly deps: Deps
  readonly catalog: Catalog
  /** Of this program, for the document. */
  readonly version: string
  /** Who sends this token of a session or a key, as of now; throws `unauthenticated`. */
  callers(token: string): Promise<Caller>
  /** Ways to sign in at this address. */
  readonly signIn: SignIn
  /** Whose people sign in here where they do not say so: of an installation for one organisation, always this one's. */
  readonly tenant: TenantId
  /** What tells whether a purpose is about a candidate. */
  readonly covers: Readonly<Record<Purpose['kind'], Covers>>
  readonly jobs: Jobs
  /** Publishers' lists and one's own. */
  readonly lists: KnownLists
  readonly shelf: Shelf
  /** Of what goes out to other systems and comes in from them. */
  readonly secrets: SharedSecrets
  readonly egress: EgressPort
  /** Backups that were asked for here and lie in the data folder, newest first. */
  backups(): Promise<readonly KeptBackup[]>
  /** The keys that exports of this tenant are signed with. */
  signer(tenant: TenantId): Promise<Signer>
  /** What keeps the machine's clock right. */
  clockSource(): Promise<ClockSource>
  readonly reach: Reach
  readonly limits: Limits
  /** Ends when the process is asked to stop: streams end then, and requests under way do not. */
  readonly closing: AbortSignal
  /** Absent: the service is the API alone. */
  readonly console?: Console
  /** Absent in tests: nothing is written. */
  readonly log?: FastifyBaseLogger
}
