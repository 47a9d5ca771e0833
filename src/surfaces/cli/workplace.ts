import type { SigningKeys } from '../../adapters/keys/signing-key.ts'
import type { Isolation } from '../../adapters/sandbox/index.ts'
import type { OpenStore } from '../../adapters/store-postgres/index.ts'
import type { Actor } from '../../engine/access.ts'
import type { KnownLists } from '../../engine/lists/recognise.ts'
import type { Deps, Sandbox } from '../../engine/ports.ts'
import type { Catalog } from '../../kit/catalog.ts'

export interface OpenOptions {
  /** Data folder; made when absent. */
  readonly data: string
  /** PostgreSQL instead of the embedded database. */
  readonly databaseUrl?: string
  /** Folder of the lists that outlive the database; in the data folder when absent. */
  readonly beside?: string
  /** Read files although this system has no network isolation for the reading process. */
  readonly acceptNoNetworkIsolation?: boolean
  /** The command will read files: the processes for that start at once. */
  readonly readsFiles?: boolean
}

/** What a command works with; closed at its end. */
export interface Workplace {
  readonly deps: Deps
  readonly catalog: Catalog
  readonly store: OpenStore
  readonly beside: string
  readonly actor: Actor
  /** The data folder was made just now. */
  readonly firstUse: boolean
  /** Candidates that may be read at the same time. */
  readonly width: number
  /** What protects the machine from the files it reads. */
  isolation(): Promise<Isolation>
  /** New keys, every stored file encrypted anew; told how many of how many are done. */
  rotateKeys(report: (done: number, of: number) => void): Promise<void>
  /** The keys that exports are signed with. */
  signingKeys(): Promise<SigningKeys>
  close(): Promise<void>
}

/** What `main.ts` hands the program. */
export interface Entry {
  open(options: OpenOptions): Promise<Workplace>
  /** Reading processes without a data folder, for commands that keep nothing of what they read. */
  openReading(acceptNoNetworkIsolation: boolean): Promise<Sandbox>
  catalog(): Promise<Catalog>
  /** Published lists stand apart from what judges candidates. */
  lists(): Promise<KnownLists>
}
